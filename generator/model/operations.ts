/**
 * One operation, put together from its parameters, body, responses and security.
 *
 * It is planned with raw types first, because what a model looks like in a request is known only
 * when every operation has been seen; `complete` then fixes the direction of each type.
 */
import type { Diagnostics } from "../diagnostics.js";
import type { Document, Operation as DocumentOperation } from "../document.js";
import type {
  Argument,
  Doc,
  ErrorUnion,
  Field,
  Name,
  Operation,
  Paging,
  Result,
  Text,
  Type,
  Webhook,
} from "../sdk.js";
import { scopesOf, type Security } from "./auth.js";
import { planBody, type PlannedBody } from "./bodies.js";
import type { Entry } from "./entries.js";
import type { TypeOfModel } from "./fitting.js";
import type { Models } from "./models.js";
import { planPaging } from "./paging.js";
import {
  isIdempotencyKey,
  planParameters,
  type PlannedParameter,
  type TypeLookup,
} from "./parameters.js";
import type { Placement } from "./placement.js";
import { planResults, type PlannedResults } from "./results.js";
import { sampleOf } from "./operation-samples.js";
import type { Sampler } from "./samples.js";
import type { Roots, Views } from "./views.js";

/** The identifiers that one operation exports. */
export interface OperationNames {
  readonly functionName: Name;
  readonly paramsName: Name;
  readonly errorName: Name;
  /** `CreateKeys`: the stem of the names of its types. */
  readonly baseName: string;
}

export interface PlannedOperation {
  readonly entry: Entry;
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
  entry: Entry,
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
  const body = planBody(operation, pointer, {
    document,
    models,
    parameters: first,
  });
  // A body that is passed as a whole is `params.body`; a parameter of that name makes room.
  const parameters = body && !body.fields ? plan(["body"]) : first;
  const results = planResults(operation, pointer, {
    document,
    models,
    baseName: names.baseName,
  });
  if (!results.declaresSuccess)
    diagnostics.report(
      "response-no-success",
      { operation: entry.key },
      pointer,
    );
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

const carriesFiles = ({ body }: PlannedOperation): boolean =>
  body?.body.kind === "multipart" || body?.body.kind === "binary";

/** What an operation sends and receives, for settling the directions of models. */
export function rootsOf(
  operations: readonly PlannedOperation[],
  webhooks: readonly Webhook[],
): Roots {
  return {
    requests: operations.flatMap((operation) => [
      ...operation.parameters.map(({ type }) => type),
      ...(operation.body && !carriesFiles(operation)
        ? [operation.body.type]
        : []),
    ]),
    forms: operations.flatMap((operation) =>
      operation.body && carriesFiles(operation) ? [operation.body.type] : [],
    ),
    responses: [
      ...operations.flatMap(({ results }) => [
        results.result.type,
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
  const fields = fieldsOf(planned, positional, context);
  const optional = fields.every((field) => field.optional);
  const received = (type: Type): Type => views.view(type, "response");
  const result: Result = {
    ...results.result,
    type: views.view(
      results.result.type,
      "response",
      results.result.kind === "binary",
    ),
  };
  const errors: ErrorUnion = {
    name: names.errorName,
    responses: results.errors.map((error) => ({
      ...error,
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
      params: { name: names.paramsName, optional, fields },
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

function argumentOf(
  parameter: PlannedParameter,
  { functionName }: OperationNames,
  { views, argumentName }: CompleteContext,
): Argument {
  return {
    name: argumentName(parameter.name, functionName),
    wireName: parameter.key,
    type: views.view(parameter.type, "request"),
    doc: parameter.doc,
  };
}

/** The fields of `params`, in the order of their places. */
function fieldsOf(
  planned: PlannedOperation,
  positional: PlannedParameter | undefined,
  context: CompleteContext,
): Field[] {
  const { parameters, body } = planned;
  const files = carriesFiles(planned);
  const sent = (type: Type, files = false): Type =>
    taken(context.views.view(type, "request", files));
  const fields = parameters
    .filter((parameter) => parameter !== positional)
    .map((parameter): Field => ({
      name: parameter.key,
      type: sent(parameter.type),
      optional:
        !parameter.required ||
        (parameter.in === "path" &&
          context.clientParameters.has(parameter.name)),
      doc: parameter.doc,
      from: parameter.in,
    }));
  if (!body) return fields;
  return body.fields
    ? [
        ...fields,
        ...body.fields.map((field): Field => ({
          ...field,
          type: sent(field.type, files),
          from: "body",
        })),
      ]
    : [
        ...fields,
        {
          name: "body" as Text,
          type: sent(body.type, files),
          optional: !body.required,
          doc: body.doc,
          from: "body",
        },
      ];
}

/** An argument may be a frozen list: what is only read need not be writable. */
const taken = (type: Type): Type =>
  type.kind === "array"
    ? { ...type, readonly: true }
    : type.kind === "union"
      ? { ...type, members: type.members.map(taken) }
      : type;

export function operationDoc({
  summary,
  description,
  deprecated,
}: DocumentOperation): Doc {
  const told = (value: unknown): value is Text =>
    typeof value === "string" && value.trim() !== "";
  return {
    ...(told(summary) && { summary }),
    ...(told(description) && description !== summary && { description }),
    ...(deprecated === true && { deprecated: true }),
  };
}
