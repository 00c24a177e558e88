/**
 * An operation while it is planned: its types are those of the document, with both directions in
 * them. What a model looks like in a request is known only when every operation has been planned.
 */
import type { Name, Paging, Webhook } from "../../sdk/sdk.js";
import type { OperationEntry } from "../resources/entries.js";
import type { Placement } from "../resources/placement.js";
import type { ExchangedTypes } from "../schemas/views.js";
import type { PlannedBody, PlannedFormat } from "./bodies.js";
import type { PlannedParameter } from "./parameters.js";
import type { PlannedResults } from "./results.js";

/** The identifiers that one operation exports. */
export interface OperationNames {
  readonly functionName: Name;
  readonly methodName: Name;
  readonly paramsName: Name;
  readonly errorName: Name;
  /** `CreateKeys`: the stem of the names of its types. */
  readonly baseName: string;
  /** What these are called after in the namespace of the resource, besides. */
  readonly otherBaseNames: readonly string[];
}

export interface PlannedOperation {
  readonly entry: OperationEntry;
  readonly names: OperationNames;
  readonly placement: Placement;
  readonly parameters: readonly PlannedParameter[];
  /** The path parameters that are passed before `params`. */
  readonly positional: readonly PlannedParameter[];
  readonly body?: PlannedBody;
  /** True if an earlier package had no params: options stood in their place. */
  readonly isOptionsFirst: boolean;
  readonly results: PlannedResults;
  readonly paging?: Paging;
}

/** The formats of a request body, the preferred one first. */
export const requestFormats = (
  body: PlannedBody | undefined,
): readonly PlannedFormat[] => (body ? [body, ...body.others] : []);

export const carriesFiles = ({ format: { kind } }: PlannedFormat): boolean =>
  kind === "multipart" || kind === "multipartItems" || kind === "binary";

/** The types that are sent and received, which decide which models need two forms. */
export function exchangedTypesOf(
  operations: readonly PlannedOperation[],
  webhooks: readonly Webhook[],
): ExchangedTypes {
  const formats = operations.flatMap(({ body }) => requestFormats(body));
  return {
    requests: [
      ...operations.flatMap(({ parameters }) => parameters),
      ...formats.filter((format) => !carriesFiles(format)),
    ].map(({ type }) => type),
    forms: formats.filter(carriesFiles).map(({ type }) => type),
    responses: [
      ...operations.flatMap(({ results: { result, errors } }) => [
        result.type,
        ...(result.alternatives ?? []).map(({ type }) => type),
        ...(result.streaming ? [result.streaming.format.type] : []),
        ...errors.map(({ body }) => body),
      ]),
      ...webhooks.map(({ payload }) => payload),
    ],
  };
}
