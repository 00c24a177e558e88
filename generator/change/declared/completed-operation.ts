/**
 * An operation that was read from declarations, with what they do not say taken from the same operation
 * of the other side.
 */
import { isStream } from "../../sdk/wire.js";
import type { Shape } from "../../surface/shape.js";
import type {
  SurfaceField,
  SurfaceOperation,
  SurfaceResult,
  UnknownPart,
} from "../../surface/surface.js";
import { divided, type DeclaredModels } from "./divided-params.js";

export const completedOperation = (
  operation: SurfaceOperation,
  other: SurfaceOperation,
  models: DeclaredModels,
): SurfaceOperation => {
  const isUnknown = (part: UnknownPart): boolean =>
    operation.unknown?.has(part) === true;
  const { params, body, ...rest } = divided(operation, other, models);
  const { positional, paging } = operation;
  const { stability, sunset } = other;
  const { method, path } = isUnknown("route") ? other : operation;
  const { headers } = isUnknown("headers") ? other : operation;
  const { errors } = isUnknown("errors") ? other : operation;
  const { server } = isUnknown("server") ? other : operation;
  const idempotencyHeader =
    isUnknown("idempotency") || operation.idempotencyHeader !== undefined
      ? (other.idempotencyHeader ?? operation.idempotencyHeader)
      : undefined;
  return {
    ...rest,
    method,
    path,
    headers,
    errors,
    ...(stability !== undefined && { stability }),
    ...(sunset !== undefined && { sunset }),
    ...(server !== undefined && { server }),
    ...(idempotencyHeader !== undefined && { idempotencyHeader }),
    positional: positional.map((argument, index) => ({
      ...argument,
      ...wireOf(argument, other.positional[index]),
    })),
    ...(params && {
      params: {
        ...params,
        fields: new Map(
          [...params.fields].map(([key, field]) => [
            key,
            { ...field, ...wireOf(field, other.params?.fields.get(key)) },
          ]),
        ),
      },
    }),
    ...(body && { body }),
    result: completedResult(operation, other.result),
    ...(paging && { paging: other.paging ?? paging }),
  };
};

const wireOf = (
  { wire }: SurfaceField,
  other: SurfaceField | undefined,
): Pick<SurfaceField, "wire"> => ({ wire: wire || (other?.wire ?? "") });

const completedResult = (
  { result, unknown }: SurfaceOperation,
  other: SurfaceResult,
): SurfaceResult => ({
  ...result,
  kind:
    // A value that is declared is more than what no declaration says.
    other.kind === "undeclared" && !isUnknown(result.type)
      ? result.kind
      : kindOf(result, other),
  status: unknown?.has("status") === true ? other.status : result.status,
  alternatives: new Map(
    [...result.alternatives].map(([mediaType, format]) => [
      mediaType,
      {
        ...format,
        kind: kindOf(format, other.alternatives.get(mediaType) ?? format),
      },
    ]),
  ),
});

const isUnknown = (type: Shape): boolean =>
  type.kind === "unresolved" ||
  (type.kind === "keyword" && type.keyword === "unknown");

/** Values look the same in whatever format they come; streams and nothing do not. */
const kindOf = (
  { kind }: Pick<SurfaceResult, "kind">,
  { kind: other }: Pick<SurfaceResult, "kind">,
): string =>
  kind === "none" || other === "none" || isStream(kind) !== isStream(other)
    ? kind
    : other;
