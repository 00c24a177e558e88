/**
 * The arguments of a call, `(positional, params, options)`, as a caller writes them.
 */
import type { SurfaceBody } from "../surface/surface.js";
import { given, isWritten, valueText, type Extent } from "./caller-values.js";
import { recordOf } from "./read-statements.js";
import type { NamedOperation } from "./operation-uses.js";

interface ArgumentRequest {
  readonly extent: Extent;
  /** Of the body. Default: the first. */
  readonly mediaType?: string;
  readonly options?: string;
  /** A property of the body that is left out. */
  readonly without?: string;
  /** One more member of `params`. */
  readonly extra?: string;
}

export const argumentsOf = (
  { operation, models }: NamedOperation,
  { extent, mediaType, options, extra, without }: ArgumentRequest,
): readonly string[] => {
  const { positional, params, body } = operation;
  const members = [
    ...[...(params?.fields ?? [])].flatMap(([name, field]) =>
      isWritten(field, extent)
        ? [`${JSON.stringify(name)}: ${valueText(field.type, extent)}`]
        : [],
    ),
    ...(body ? bodyMembers(body, { extent, mediaType, models, without }) : []),
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

interface BodyRequest extends Pick<ArgumentRequest, "extent"> {
  readonly mediaType: string | undefined;
  readonly models: NamedOperation["models"];
  readonly without: string | undefined;
}

/** The properties of a body that may be left out one by one: all of it may be, or a part. */
export const separateFields = ({
  operation: { body },
  models,
}: NamedOperation): readonly string[] => {
  const [type] = body?.types.values() ?? [];
  const isSpread = body?.passedAs.kind === "fields" && !body.isRequired;
  const record = isSpread && type ? recordOf(type, models) : undefined;
  return [...(record?.properties ?? [])]
    .filter(([, { isOptional }]) => isOptional)
    .map(([name]) => name);
};

const bodyMembers = (
  { types, passedAs, isRequired }: SurfaceBody,
  { extent, mediaType, models, without }: BodyRequest,
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
    return [
      ...contentType,
      `${JSON.stringify(key)}: ${valueText(type, extent)}`,
    ];
  }
  const keys = passedAs.kind === "fields" ? passedAs.keys : new Map();
  return [
    ...contentType,
    ...[...record.properties].flatMap(([name, property]) =>
      name !== without && isWritten(property, extent)
        ? [
            `${JSON.stringify(keys.get(name) ?? name)}: ${valueText(property.type, extent)}`,
          ]
        : [],
    ),
  ];
};
