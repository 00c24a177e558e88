/**
 * Plans operations: parameters, then the body beside them, then responses and pages.
 */
import type {
  MultipartConfig,
  QueryConfig,
} from "../../config/client-config.js";
import type { Diagnostics } from "../../diagnostics/diagnostics.js";
import type { Document, OperationObject } from "../../openapi/document.js";
import type { Text } from "../../sdk/sdk.js";
import type { OperationEntry } from "../resources/entries.js";
import type { Placement } from "../resources/placement.js";
import type { IsBase } from "../schemas/inheritance.js";
import type { Models } from "../schemas/models.js";
import { isKeyword, isSameType, noKeys } from "../schemas/simplify.js";
import {
  areOptionsFirst,
  earlierForm,
  noteOptionsFirst,
  withKeys,
  type KeyContext,
  type KeyedInputs,
} from "./argument-keys.js";
import { planBody, type PlannedBody, type PlannedFormat } from "./bodies.js";
import type { Downloads } from "./downloads.js";
import { planPaging } from "./paging.js";
import type { PagingSchemes } from "./paging-schemes.js";
import { credentialHeadersOf } from "./shared-headers.js";
import { planParameters, type PlannedParameter } from "./parameters.js";
import {
  requestFormats,
  type OperationNames,
  type PlannedOperation,
} from "./planned.js";
import { positionalOf, type ArgumentRule } from "./positional.js";
import { planResults } from "./results.js";

export interface PlanContext extends Pick<
  KeyContext,
  "ledger" | "callOptions"
> {
  readonly document: Document;
  readonly models: Models;
  readonly isBase: IsBase;
  readonly diagnostics: Diagnostics;
  /** By the key of the operation, as `names`. */
  readonly placements: ReadonlyMap<string, Placement>;
  readonly names: ReadonlyMap<string, OperationNames>;
  readonly pagingSchemes: PagingSchemes;
  readonly argumentRule: ArgumentRule;
  readonly query: QueryConfig;
  readonly multipart: MultipartConfig;
  /** The header of idempotency keys, where the owner says it. */
  readonly idempotencyHeader: string | undefined;
  /** What a binary result is. */
  readonly binary: "Blob" | "Response";
  readonly downloads: Downloads;
  /** True if the fields of a body always stand in params. */
  readonly areBodiesFlat: boolean;
  /** True if names of an earlier SDK stay. */
  readonly isCompatible: boolean;
  /** True if options may stand in the place of all params that may be left out. */
  readonly mayBeOptions: boolean;
}

interface Inputs {
  readonly parameters: readonly PlannedParameter[];
  readonly body: PlannedBody | undefined;
}

export function planOperation(
  entry: OperationEntry,
  context: PlanContext,
): PlannedOperation {
  const { operation, pointer, method } = entry;
  const { document, models, diagnostics } = context;
  const placement = context.placements.get(entry.key);
  const names = context.names.get(entry.key);
  if (!placement || !names) throw new Error(`${entry.key} is not placed`);
  const { parameters, body } = planInputs(entry, context);
  const streamKey = streamKeyOf(operation, { parameters, body }, models);
  const results = planResults(operation, pointer, {
    document,
    models,
    baseName: names.baseName,
    operation: entry.key,
    ledger: context.ledger,
    binary: context.binary,
    isDownload: context.downloads.has(entry),
    diagnostics,
    streamKey,
  });
  const asked = operation["x-sdkwright-stream"];
  if (streamKey === undefined && typeof asked === "string")
    diagnostics.report(
      "streaming-param-unknown",
      { operation: entry.key, param: asked },
      pointer,
    );
  if (!results.declaresSuccess)
    diagnostics.report(
      "response-no-success",
      { operation: entry.key },
      pointer,
    );
  if (/^(TRACE|CONNECT|TRACK)$/i.test(method))
    diagnostics.report("method-not-sendable", { method }, pointer);
  const positional = positionalOf(entry, parameters, {
    placement,
    rule: context.argumentRule,
  });
  const hasParams = body !== undefined || parameters.length > positional.length;
  const isOptionsFirst = areOptionsFirst(entry.key, context.ledger);
  if (isOptionsFirst || !hasParams) noteOptionsFirst(entry.key, context.ledger);
  const paging = planPaging(
    { document, entry, parameters, body, result: results.result, models },
    context.pagingSchemes,
  );
  return {
    entry,
    names,
    placement,
    parameters,
    isOptionsFirst: isOptionsFirst || context.mayBeOptions,
    results,
    positional,
    ...(body && { body }),
    ...(paging && {
      paging: {
        ...paging,
        ...(context.isCompatible && { hasMethods: true as const }),
      },
    }),
  };
}

/** What a call takes. */
function planInputs(
  { key, operation, pointer, parameters: declared }: OperationEntry,
  context: PlanContext,
): KeyedInputs {
  const { document, models, isBase, diagnostics, ledger } = context;
  const parameters = planParameters(declared, {
    document,
    models,
    query: context.query,
    isCompatible: context.isCompatible,
    idempotencyHeader: context.idempotencyHeader,
    credentialHeaders: credentialHeadersOf(document, operation),
  });
  const before = earlierForm(key, ledger);
  const body = planBody(operation, pointer, {
    document,
    models,
    isBase,
    earlierForm: before,
    isFlat: context.areBodiesFlat,
    multipart: context.multipart,
    diagnostics,
  });
  const wasSpread = before === "fields" || before === "always";
  if (wasSpread && body && requestFormats(body).every(isWhole))
    diagnostics.report("body-whole", { operation: key }, [
      ...pointer,
      "requestBody",
    ]);
  // Where only `{}` may be sent, and need not be, there is nothing to pass.
  const hasNothing = body && !body.body.required && isEmptyBody(body, models);
  return withKeys(parameters, hasNothing ? undefined : body, {
    operation: key,
    ledger,
    callOptions: context.callOptions,
  });
}

const isWhole = ({ fields }: PlannedFormat): boolean => fields === undefined;

const isEmptyBody = (body: PlannedBody, models: Models): boolean =>
  requestFormats(body).every(({ type }) =>
    isSameType(models.unaliased(type), noKeys),
  );

/**
 * The boolean field of `params` that asks for a stream in place of one response: `stream`, or what our
 * extension names.
 */
function streamKeyOf(
  operation: OperationObject,
  { parameters, body }: Inputs,
  models: Models,
): Text | undefined {
  const wanted = operation["x-sdkwright-stream"] ?? "stream";
  const stream = [
    ...parameters.map(({ key, type }) => ({ name: key, type })),
    ...(body?.fields ?? []).map(({ key, type }) => ({ name: key, type })),
  ].find(({ name }) => name === wanted);
  if (!stream) return undefined;
  const type = models.expanded(stream.type);
  const members = type.kind === "union" ? type.members : [type];
  return members.some((member) => isKeyword(member, "boolean"))
    ? stream.name
    : undefined;
}
