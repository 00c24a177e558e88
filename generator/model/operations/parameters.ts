/**
 * Parameters: what they are called in `params`, and how their values are written
 * (OpenAPI 3.1.1 section 4.8.12).
 */
import type {
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
import { exampleOf } from "../samples/examples.js";
import type { Models } from "../schemas/models.js";
import { isKeyword } from "../schemas/simplify.js";

/** Where a parameter is sent (`in`). */
type ParameterLocation = Parameter["in"];

/** A parameter with the type that the document gives it; `key` is its name in `params`. */
export interface PlannedParameter extends Parameter {
  readonly required: boolean;
  readonly type: Type;
  readonly doc: Doc;
  readonly source: ParameterObject;
  /** From `schema` or from `content`. */
  readonly schema: Schema | undefined;
}

/** `querystring` (OpenAPI 3.2 section 4.12.1) is the whole query. */
const locationOf = (node: ParameterObject): string =>
  node.in === "querystring" ? "query" : node.in;

const formatOf = (mediaType = ""): "form" | "json" | "text" =>
  /\bjson\b/i.test(mediaType)
    ? "json"
    : /\bx-www-form-urlencoded\b/i.test(mediaType)
      ? "form"
      : "text";

/** Of parameters with one name, the one in the first of these locations keeps it. */
const locations = ["path", "query", "header", "cookie"] as const;

/** Header parameters that the specification ignores (section 4.8.12.2.1). */
const ignoredHeaders = new Set(["accept", "content-type", "authorization"]);

const idempotencyHeader = "idempotency-key";

/** The parameters of an operation, by location; what the runtime sets itself is left out. */
export function planParameters(
  parameters: readonly Resolved<ParameterObject>[],
  models: Models,
): readonly PlannedParameter[] {
  const planned = locations.flatMap((location) =>
    parameters
      .map(({ node }) => node)
      .filter((node) => locationOf(node) === location && !isIgnored(node))
      .map((node) => planParameter(node, location, models)),
  );
  return withUniqueKeys(planned);
}

function planParameter(
  node: ParameterObject,
  location: ParameterLocation,
  models: Models,
): PlannedParameter {
  const { schema, mediaType } = schemaOf(node);
  const type = models.typeOf(schema);
  return {
    name: node.name as Text,
    key: node.name as Text,
    in: location,
    required: location === "path" || node.required === true,
    type,
    encoding:
      node.in === "querystring"
        ? { kind: "querystring", as: formatOf(mediaType) }
        : formatOf(mediaType) === "json"
          ? { kind: "json" }
          : encodingOf(node, location, models.expanded(type)),
    doc: parameterDoc(node, models.docOf(schema)),
    source: node,
    schema,
  };
}

/**
 * Gives every parameter a unique key. Names that are free are given first, so that the others do not
 * depend on the order of the document.
 * @param reserved keys that no parameter may have
 */
export function withUniqueKeys(
  parameters: readonly PlannedParameter[],
  reserved: readonly string[] = [],
): readonly PlannedParameter[] {
  const names = parameters.map(({ name }) => name);
  const used = new Set<string>([...reserved, ...names]);
  return parameters.map((parameter, index) => {
    const { name, in: location } = parameter;
    if (!reserved.includes(name) && names.indexOf(name) === index)
      return { ...parameter, key: name };
    let key: string = name;
    while (used.has(key)) key += `_${location}`;
    used.add(key);
    return { ...parameter, key: key as Text };
  });
}

/** The header that carries an idempotency key is an option of the call, not a parameter. */
export const isIdempotencyKey = (node: ParameterObject): boolean =>
  node.in === "header" && node.name.toLowerCase() === idempotencyHeader;

const isIgnored = (node: ParameterObject): boolean =>
  isIdempotencyKey(node) ||
  (node.in === "header" && ignoredHeaders.has(node.name.toLowerCase()));

/** `schema`, or the one entry of `content`, whose media type says how the value is written. */
function schemaOf({ schema, content }: ParameterObject): {
  readonly schema: Schema | undefined;
  readonly mediaType?: string | undefined;
} {
  if (content === undefined) return { schema };
  const [entry] = Object.entries(content);
  return { schema: entry?.[1].schema, mediaType: entry?.[0] };
}

/** The fields that a Parameter Object and an Encoding Object share. */
interface StyleFields {
  readonly style?: string;
  readonly explode?: boolean;
  readonly allowReserved?: boolean;
}

/** @param type as `Models.expanded` returns it */
export function encodingOf(
  node: StyleFields,
  location: ParameterLocation,
  type: Type,
): ParameterEncoding {
  const usual: ParameterStyle =
    location === "query" || location === "cookie" ? "form" : "simple";
  const style = (node.style ?? usual) as ParameterStyle;
  const explode = node.explode ?? style === "form";
  const allowReserved = node.allowReserved === true;
  const shape = shapeOf(type);
  const isDefault =
    style === usual &&
    !allowReserved &&
    // `explode` does not change a single value, nor an array in the style `simple`.
    (shape === "scalar" ||
      (shape === "array" && (explode || usual === "simple")));
  return isDefault
    ? { kind: "default" }
    : { kind: "style", style, explode, allowReserved };
}

/** What the wire format of a value depends on; `object` for all that needs the general encoders. */
function shapeOf(type: Type): "scalar" | "array" | "object" {
  switch (type.kind) {
    case "keyword":
      return type.keyword === "unknown" ? "object" : "scalar";
    case "literal":
    case "dateTime":
    case "binary":
      return "scalar";
    case "array":
      // The default encoders cannot leave out a null inside an array.
      return shapeOf(type.item) === "scalar" && !mayBeNull(type.item)
        ? "array"
        : "object";
    case "tuple":
      return type.items.some(({ type: item }) => mayBeNull(item))
        ? "object"
        : "array";
    case "union": {
      const shapes = new Set(type.members.map(shapeOf));
      if (shapes.has("object")) return "object";
      return shapes.has("array") ? "array" : "scalar";
    }
    default:
      return "object";
  }
}

const mayBeNull = (type: Type): boolean =>
  isKeyword(type, "null", "unknown") ||
  (type.kind === "union" && type.members.some(mayBeNull));

function parameterDoc(node: ParameterObject, schemaDoc: Doc): Doc {
  const example = exampleOf(node) ?? schemaDoc.example;
  return {
    ...schemaDoc,
    ...describedBy(node.description),
    ...(node.deprecated === true && { deprecated: true }),
    ...(example !== undefined && { example }),
  };
}
