/**
 * The arguments of a call, `(positional, params, options)`, as a caller writes them.
 */
import type { Shape } from "../surface/shape.js";
import type { SurfaceBody } from "../surface/surface.js";
import {
  given,
  isWritten,
  valueText,
  type ValueExtent,
} from "./caller-values.js";
import { recordOf } from "./read-statements.js";
import type { UsedOperation } from "./used-operation.js";

interface ArgumentRequest {
  readonly extent: ValueExtent;
  /** Of the body. Default: the first. */
  readonly mediaType?: string;
  readonly options?: string;
  /** A property of the body that is left out. */
  readonly without?: string;
  /** How a value is written. Default: as a literal. */
  readonly write?: (type: Shape) => string;
  /** One more member of `params`. */
  readonly extra?: string;
}

export const argumentsOf = (
  { operation, models }: UsedOperation,
  { options, extra, ...request }: ArgumentRequest,
): readonly string[] => {
  const { positional, params, body } = operation;
  const { extent } = request;
  const write = request.write ?? literalWriter(extent, models);
  const members = [
    ...[...(params?.fields ?? [])].flatMap(([name, field]) =>
      isWritten(field, extent)
        ? [`${JSON.stringify(name)}: ${write(field.type)}`]
        : [],
    ),
    ...(body ? bodyMembers(body, models, { ...request, write }) : []),
    ...(extra === undefined ? [] : [extra]),
  ];
  const isLeftOut = params?.isOptional === true && members.length === 0;
  const passed = params && !isLeftOut ? [`{ ${members.join(", ")} }`] : [];
  const skipped = isLeftOut && options !== undefined ? ["undefined"] : [];
  return [
    ...(positional ? [given(positional.type)] : []),
    ...passed,
    ...skipped,
    ...(options === undefined ? [] : [options]),
  ];
};

/** Everything is written out, with the models in it: in an object of another type nothing is missed. */
const literalWriter =
  (extent: ValueExtent, models: UsedOperation["models"]) =>
  (type: Shape): string =>
    valueText(
      type,
      extent === "whole" ? { extent, models, depth: 2 } : { extent },
    );

interface BodyRequest extends Pick<
  ArgumentRequest,
  "extent" | "mediaType" | "without"
> {
  readonly write: (type: Shape) => string;
}

/** The properties of a body that may be left out one by one: all of it may be, or a part. */
export const separateFields = ({
  operation: { body },
  models,
}: UsedOperation): readonly string[] => {
  const [type] = body?.types.values() ?? [];
  const isSpread = body?.passedAs.kind === "fields" && !body.isRequired;
  const record = isSpread && type ? recordOf(type, models) : undefined;
  return [...(record?.properties ?? [])]
    .filter(([, { isOptional }]) => isOptional)
    .map(([name]) => name);
};

const bodyMembers = (
  { types, passedAs, isRequired }: SurfaceBody,
  models: UsedOperation["models"],
  { extent, mediaType, without, write }: BodyRequest,
): readonly string[] => {
  const [first = ""] = types.keys();
  const chosen = mediaType ?? first;
  const type = types.get(chosen);
  if (!type) return [];
  const isFirst = chosen === first;
  const contentType = isFirst ? [] : [`contentType: ${JSON.stringify(chosen)}`];
  if (!isRequired && extent === "least") return contentType;
  const record = recordOf(type, models);
  const isSpread = isFirst ? passedAs.kind === "fields" : record !== undefined;
  if (!isSpread || !record) {
    const key = passedAs.kind === "key" ? passedAs.key : "body";
    return [...contentType, `${JSON.stringify(key)}: ${write(type)}`];
  }
  const keys = passedAs.kind === "fields" ? passedAs.keys : new Map();
  return [
    ...contentType,
    ...[...record.properties].flatMap(([name, property]) =>
      name !== without && isWritten(property, extent)
        ? [`${JSON.stringify(keys.get(name) ?? name)}: ${write(property.type)}`]
        : [],
    ),
  ];
};
