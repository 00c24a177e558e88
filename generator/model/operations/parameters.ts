/**
 * Parameters: what they are called in `params`, and how their values are written
 * (OpenAPI 3.1.1 section 4.8.12).
 */
import type {
  MediaType,
  ParameterObject,
  Resolved,
  Schema,
} from "../../openapi/document.js";
import type {
  Doc,
  Parameter,
  ParameterEncoding,
  ParameterStyle,
  Text,
  Type,
} from "../../sdk/sdk.js";
import { describedBy } from "../descriptions.js";
import { docOf } from "../schemas/docs.js";
import { isRecord } from "../../openapi/records.js";

export type Place = Parameter["in"];

/** A parameter with its raw type; `key` is its name in `params`. */
export interface PlannedParameter extends Parameter {
  readonly required: boolean;
  readonly type: Type;
  readonly doc: Doc;
  readonly source: ParameterObject;
  /** From `schema` or from `content`. */
  readonly schema: unknown;
}

/** `querystring` (OpenAPI 3.2, section 4.12.1) is the whole query. */
const placeOf = (node: ParameterObject): string =>
  node.in === "querystring" ? "query" : node.in;

const formatOf = (mediaType = ""): "form" | "json" | "text" =>
  /\bjson\b/i.test(mediaType)
    ? "json"
    : /\bx-www-form-urlencoded\b/i.test(mediaType)
      ? "form"
      : "text";

/** The order in which places take names: a later one with the same name is set off. */
const places: readonly Place[] = ["path", "query", "header", "cookie"];

/** Headers that a document cannot set (section 4.8.12.2.1). */
const ignoredHeaders = new Set(["accept", "content-type", "authorization"]);

const idempotencyHeader = "idempotency-key";

export interface TypeLookup {
  readonly typeOf: (schema: Schema | undefined) => Type;
  /** The type with the names in it followed. */
  readonly expanded: (type: Type) => Type;
}

/** @param taken keys of `params` that parameters must leave free */
export function planParameters(
  parameters: readonly Resolved<ParameterObject>[],
  { typeOf, expanded }: TypeLookup,
  taken: readonly string[] = [],
): readonly PlannedParameter[] {
  const own = places.flatMap((place) =>
    parameters
      .map(({ node }) => node)
      .filter((node) => placeOf(node) === place && !isIgnored(node))
      .map((node) => ({ node, place })),
  );
  const keys = keysOf(own, taken);
  return own.map(({ node, place }): PlannedParameter => {
    const { schema, mediaType } = schemaOf(node);
    const type = typeOf(schema);
    return {
      name: node.name as Text,
      key: (keys.get(node) ?? node.name) as Text,
      in: place,
      required: place === "path" || node.required === true,
      type,
      encoding:
        node.in === "querystring"
          ? { kind: "querystring", as: formatOf(mediaType) }
          : formatOf(mediaType) === "json"
            ? { kind: "json" }
            : encodingOf(node, place, expanded(type)),
      doc: parameterDoc(node, schema),
      source: node,
      schema,
    };
  });
}

interface Placed {
  readonly node: ParameterObject;
  readonly place: Place;
}

/** Names that are free are given first, so that the others depend on no order. */
function keysOf(
  parameters: readonly Placed[],
  taken: readonly string[],
): ReadonlyMap<ParameterObject, string> {
  const keys = new Map<ParameterObject, string>();
  const used = new Set<string>(taken);
  const late: Placed[] = [];
  for (const parameter of parameters) {
    const { node } = parameter;
    if (used.has(node.name)) {
      late.push(parameter);
      continue;
    }
    used.add(node.name);
    keys.set(node, node.name);
  }
  for (const { node, place } of late) {
    let key = node.name;
    while (used.has(key)) key += `_${place}`;
    used.add(key);
    keys.set(node, key);
  }
  return keys;
}

/** The header that carries an idempotency key is an option of the call, not a parameter. */
export const isIdempotencyKey = (node: ParameterObject): boolean =>
  node.in === "header" && node.name.toLowerCase() === idempotencyHeader;

const isIgnored = (node: ParameterObject): boolean =>
  isIdempotencyKey(node) ||
  (node.in === "header" && ignoredHeaders.has(node.name.toLowerCase()));

/** `schema`, or the one entry of `content`, whose media type says how the value is written. */
function schemaOf(node: ParameterObject): {
  schema: Schema | undefined;
  mediaType?: string;
} {
  if (!isRecord(node.content)) return { schema: node.schema };
  const [entry] = Object.entries<MediaType>(node.content);
  return entry
    ? { schema: entry[1].schema, mediaType: entry[0] }
    : { schema: undefined };
}

/** What says how a value is written: a parameter, or a field of a form. */
export interface Styled {
  readonly style?: string;
  readonly explode?: boolean;
  readonly allowReserved?: boolean;
}

/** @param type with names of types already followed */
export function encodingOf(
  node: Styled,
  place: Place,
  type: Type,
): ParameterEncoding {
  const usual: ParameterStyle =
    place === "query" || place === "cookie" ? "form" : "simple";
  const style = (node.style ?? usual) as ParameterStyle;
  const explode = node.explode ?? style === "form";
  const allowReserved = node.allowReserved === true;
  const shape = shapeOf(type);
  const isDefault =
    style === usual &&
    !allowReserved &&
    // both ways of joining are the same for one value, and for a list where commas join
    (shape === "scalar" ||
      (shape === "list" && (explode || usual === "simple")));
  return isDefault
    ? { kind: "default" }
    : { kind: "style", style, explode, allowReserved };
}

type Shape = "scalar" | "list" | "object";

function shapeOf(type: Type): Shape {
  switch (type.kind) {
    case "keyword":
      return type.keyword === "unknown" ? "object" : "scalar";
    case "literal":
    case "dateTime":
    case "binary":
      return "scalar";
    case "array":
      // The default encoders know no null inside a list: it is left out by the others.
      return shapeOf(type.item) === "scalar" && !mayBeNull(type.item)
        ? "list"
        : "object";
    case "tuple":
      return type.items.some(({ type: item }) => mayBeNull(item))
        ? "object"
        : "list";
    case "union": {
      const shapes = type.members.map(shapeOf);
      return shapes.includes("object")
        ? "object"
        : shapes.includes("list")
          ? "list"
          : "scalar";
    }
    default:
      return "object";
  }
}

const mayBeNull = (type: Type): boolean =>
  type.kind === "keyword"
    ? type.keyword === "null" || type.keyword === "unknown"
    : type.kind === "union" && type.members.some(mayBeNull);

function parameterDoc(node: ParameterObject, schema: unknown): Doc {
  const own = isRecord(schema) ? docOf(schema) : {};
  const example = exampleOf(node) ?? own.example;
  return {
    ...own,
    ...describedBy(node.description),
    ...(node.deprecated === true && { deprecated: true }),
    ...(example !== undefined && { example }),
  };
}

/** `example`, or the first of `examples`. */
export function exampleOf(node: {
  readonly example?: unknown;
  readonly examples?: unknown;
}): unknown {
  if (node.example !== undefined) return node.example;
  if (!isRecord(node.examples)) return undefined;
  for (const example of Object.values(node.examples))
    if (isRecord(example) && "value" in example) return example["value"];
  return undefined;
}
