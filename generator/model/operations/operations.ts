/**
 * One operation, put together from its parameters, body, responses and security.
 *
 * It is planned with raw types first, because what a model looks like in a request is known only
 * when every operation has been seen; `complete` then fixes the direction of each type.
 */
import type { Diagnostics } from "../../diagnostics/diagnostics.js";
import type { Document, OperationObject } from "../../openapi/document.js";
import type {
  Doc,
  ErrorUnion,
  Name,
  Operation,
  Paging,
  Result,
  Text,
  Type,
  Webhook,
} from "../../sdk/sdk.js";
import { textOf } from "../descriptions.js";
import { scopesOf, type Security } from "./auth.js";
import { planBody, type PlannedBody } from "./bodies.js";
import type { OperationEntry } from "../resources/entries.js";
import type { TypeOfModel } from "../samples/fitting.js";
import type { Models } from "../schemas/models.js";
import { planPaging } from "./paging.js";
import { argumentOf, carriesFiles, formatsOf, paramsOf } from "./params.js";
import {
  isIdempotencyKey,
  planParameters,
  type PlannedParameter,
  type TypeLookup,
} from "./parameters.js";
import type { Placement } from "../resources/placement.js";
import { planResults, type PlannedResults } from "./results.js";
import { responseSample, sampleOf } from "../samples/operation-samples.js";
import type { Sampler } from "../samples/samples.js";
import { noKeys } from "../schemas/simplify.js";
import type { Roots, Views } from "../schemas/views.js";

/** The identifiers that one operation exports. */
export interface OperationNames {
  readonly functionName: Name;
  readonly paramsName: Name;
  readonly errorName: Name;
  /** `CreateKeys`: the stem of the names of its types. */
  readonly baseName: string;
}

export interface PlannedOperation {
  readonly entry: OperationEntry;
  readonly names: OperationNames;
  readonly placement: Placement;
  readonly parameters: readonly PlannedParameter[];
  readonly body?: PlannedBody;
  readonly results: PlannedResults;
  readonly paging?: Paging;
}

export interface PlanContext {
  readonly document: Document;
  readonly models: Models;
  readonly diagnostics: Diagnostics;
}

export function planOperation(
  entry: OperationEntry,
  placement: Placement,
  names: OperationNames,
  { document, models, diagnostics }: PlanContext,
): PlannedOperation {
  const { operation, pointer, method } = entry;
  const lookup: TypeLookup = {
    typeOf: (schema) => models.typeOf(schema),
    expanded: (type) => models.expanded(type),
  };
  const plan = (taken: readonly string[]): readonly PlannedParameter[] =>
    planParameters(entry.parameters, lookup, taken);
  const first = plan([]);
  const declared = planBody(operation, pointer, {
    document,
    models,
    parameters: first,
    diagnostics,
  });
  // Where only `{}` may be sent, and need not be, there is nothing to pass.
  const body =
    declared && !declared.required && isEmptyBody(declared, models)
      ? undefined
      : declared;
  // A body that is passed as a whole is `params.body`; a parameter of that name makes room.
  const whole = body && [body, ...body.others].some((format) => !format.fields);
  const parameters = whole ? plan(["body"]) : first;
  const results = planResults(operation, pointer, {
    document,
    models,
    baseName: names.baseName,
    diagnostics,
    streamKey: streamKeyOf(parameters, body, models),
  });
  if (!results.declaresSuccess)
    diagnostics.report(
      "response-no-success",
      { operation: entry.key },
      pointer,
    );
  if (/^(TRACE|CONNECT|TRACK)$/i.test(method))
    diagnostics.report("method-not-sendable", { method }, pointer);
  const paging = planPaging({
    method,
    operation,
    parameters,
    bodyFields: body?.fields ?? [],
    result: results.result,
    models,
  });
  return {
    entry,
    names,
    placement,
    parameters,
    results,
    ...(body && { body }),
    ...(paging && { paging }),
  };
}

const isEmptyBody = (body: PlannedBody, models: Models): boolean =>
  [body, ...body.others].every(
    ({ type }) =>
      JSON.stringify(models.unaliased(type)) === JSON.stringify(noKeys),
  );

/** The field of `params` that asks for a stream in place of one answer. */
function streamKeyOf(
  parameters: readonly PlannedParameter[],
  body: PlannedBody | undefined,
  models: Models,
): Text | undefined {
  const asked = [
    ...parameters.map(({ key, type }) => ({ name: key, type })),
    ...(body?.fields ?? []),
  ].find(({ name }) => name === "stream");
  const type = asked && models.expanded(asked.type);
  const kinds = type?.kind === "union" ? type.members : type ? [type] : [];
  return kinds.some(
    (kind) => kind.kind === "keyword" && kind.keyword === "boolean",
  )
    ? asked?.name
    : undefined;
}

/** What an operation sends and receives, for settling the directions of models. */
export function rootsOf(
  operations: readonly PlannedOperation[],
  webhooks: readonly Webhook[],
): Roots {
  return {
    requests: operations.flatMap((operation) => [
      ...operation.parameters.map(({ type }) => type),
      ...formatsOf(operation)
        .filter((format) => !carriesFiles(format))
        .map(({ type }) => type),
    ]),
    forms: operations.flatMap((operation) =>
      formatsOf(operation)
        .filter(carriesFiles)
        .map(({ type }) => type),
    ),
    responses: [
      ...operations.flatMap(({ results }) => [
        results.result.type,
        ...[
          ...(results.result.alternatives ?? []),
          ...(results.result.streaming
            ? [results.result.streaming.format]
            : []),
        ].map(({ type }) => type),
        ...results.errors.map(({ body }) => body),
      ]),
      ...webhooks.map(({ payload }) => payload),
    ],
  };
}

export interface CompleteContext {
  readonly document: Document;
  readonly views: Views;
  readonly methodName: Name;
  readonly clientParameters: ReadonlySet<string>;
  /** Only where it differs from the client's. */
  readonly security?: Security;
  readonly server?: Text;
  readonly sampler: Sampler;
  readonly typeOfModel: TypeOfModel;
  readonly argumentName: (wireName: string, functionName: Name) => Name;
}

export function completeOperation(
  planned: PlannedOperation,
  context: CompleteContext,
): Operation {
  const { entry, names, placement, body, results } = planned;
  const { views } = context;
  const positional = planned.parameters.find(
    (parameter) =>
      parameter.in === "path" && parameter.name === placement.positional,
  );
  const [fields = [], ...alternatives] = paramsOf(planned, positional, context);
  const optional = fields.every((field) => field.optional);
  const received = (type: Type): Type => views.view(type, "response");
  const seen = <Format extends Pick<Result, "kind" | "type">>(
    format: Format,
  ): Format => ({
    ...format,
    type: views.view(format.type, "response", format.kind === "binary"),
  });
  const { media, ...answer } = results.result;
  const { alternatives: others, streaming } = answer;
  const result: Result = {
    ...seen(answer),
    ...responseSample(media, context.sampler),
    ...(others && { alternatives: others.map(seen) }),
    ...(streaming && {
      streaming: { ...streaming, format: seen(streaming.format) },
    }),
  };
  const errors: ErrorUnion = {
    name: names.errorName,
    responses: results.errors.map(({ media: source, ...error }) => ({
      ...error,
      ...responseSample(source, context.sampler),
      body: received(error.body),
    })),
  };
  const header = entry.parameters.find(({ node }) => isIdempotencyKey(node));
  return {
    id: (entry.id ?? names.functionName) as Text,
    functionName: names.functionName,
    methodName: context.methodName,
    method: entry.method,
    path: entry.path as Text,
    doc: operationDoc(entry.operation),
    ...(positional && { positional: argumentOf(positional, names, context) }),
    ...(fields.length > 0 && {
      params: {
        name: names.paramsName,
        optional,
        fields,
        ...(alternatives.length > 0 && { alternatives }),
      },
    }),
    parameters: planned.parameters.map(
      ({ name, key, in: place, encoding }) => ({
        name,
        key,
        in: place,
        encoding,
      }),
    ),
    ...(body && { body: body.body }),
    result,
    errors,
    ...(planned.paging && {
      paging: { ...planned.paging, item: received(planned.paging.item) },
    }),
    ...(header && { idempotencyHeader: header.node.name as Text }),
    ...(context.security && { security: context.security }),
    scopes: scopesOf(context.document, entry),
    ...(context.server !== undefined && { server: context.server }),
    sample: sampleOf(planned, positional, context),
  };
}

export function operationDoc({
  summary,
  description,
  deprecated,
}: OperationObject): Doc {
  const [title, words] = [textOf(summary), textOf(description)];
  return {
    ...(title !== undefined && { summary: title }),
    ...(words !== undefined && words !== title && { description: words }),
    ...(deprecated === true && { deprecated: true }),
  };
}
