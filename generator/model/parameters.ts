/**
 * Parameters: what they are called in `params`, and how their values are written
 * (OpenAPI 3.1.1 section 4.8.12).
 */
import type {
  MediaType,
  Parameter as DocumentParameter,
  Resolved,
} from "../document.js";
import type {
  Doc,
  Parameter,
  ParameterEncoding,
  Style,
  Text,
  Type,
} from "../sdk.js";
import { docOf } from "./docs.js";
import { isRecord } from "./references.js";

export type Place = Parameter["in"];

/** A parameter with its raw type; `key` is its name in `params`. */
export interface PlannedParameter extends Parameter {
  readonly required: boolean;
  readonly type: Type;
  readonly doc: Doc;
  readonly source: DocumentParameter;
}

/** The order in which places take names: a later one with the same name is set off. */
const places: readonly Place[] = ["path", "query", "header", "cookie"];

/** Headers that a document cannot set (section 4.8.12.2.1). */
const ignoredHeaders = new Set(["accept", "content-type", "authorization"]);

export const idempotencyHeader = "idempotency-key";

/** @param taken keys of `params` that parameters must leave free */
export function planParameters(
  parameters: readonly Resolved<DocumentParameter>[],
  typeOf: (schema: unknown) => Type,
  taken: readonly string[] = [],
): readonly PlannedParameter[] {
  const keys = new Set<string>(taken);
  return places.flatMap((place) =>
    parameters
      .map(({ node }) => node)
      .filter((node) => node.in === place && !isIgnored(node))
      .map((node): PlannedParameter => {
        const { schema, json } = schemaOf(node);
        const type = typeOf(schema);
        let key = node.name;
        while (keys.has(key)) key += `_${place}`;
        keys.add(key);
        return {
          name: node.name as Text,
          key: key as Text,
          in: place,
          required: place === "path" || node.required === true,
          type,
          encoding: json ? { kind: "json" } : encodingOf(node, place, type),
          doc: parameterDoc(node, schema),
          source: node,
        };
      }),
  );
}

/** The header that carries an idempotency key is an option of the call, not a parameter. */
export const isIdempotencyKey = (node: DocumentParameter): boolean =>
  node.in === "header" && node.name.toLowerCase() === idempotencyHeader;

const isIgnored = (node: DocumentParameter): boolean =>
  isIdempotencyKey(node) ||
  (node.in === "header" && ignoredHeaders.has(node.name.toLowerCase()));

/** `schema`, or the one entry of `content`, which says that the value is JSON. */
function schemaOf(node: DocumentParameter): { schema: unknown; json: boolean } {
  if (!isRecord(node.content)) return { schema: node.schema, json: false };
  const [entry] = Object.entries<MediaType>(node.content);
  return {
    schema: entry?.[1].schema,
    json: entry !== undefined && /\bjson\b/i.test(entry[0]),
  };
}

function encodingOf(
  node: DocumentParameter,
  place: Place,
  type: Type,
): ParameterEncoding {
  const usual: Style =
    place === "query" || place === "cookie" ? "form" : "simple";
  const style = (node.style ?? usual) as Style;
  const explode = node.explode ?? style === "form";
  const allowReserved = node.allowReserved === true;
  const isDefault =
    style === usual &&
    !allowReserved &&
    // for a single value both ways of joining are the same
    (explode === (usual === "form") || isScalar(type));
  return isDefault
    ? { kind: "default" }
    : { kind: "style", style, explode, allowReserved };
}

function isScalar(type: Type): boolean {
  switch (type.kind) {
    case "keyword":
      return type.keyword !== "unknown";
    case "literal":
    case "dateTime":
      return true;
    case "union":
      return type.members.every(isScalar);
    default:
      return false;
  }
}

function parameterDoc(node: DocumentParameter, schema: unknown): Doc {
  const own = isRecord(schema) ? docOf(schema) : {};
  const example = exampleOf(node) ?? own.example;
  return {
    ...own,
    ...(typeof node.description === "string" &&
      node.description !== "" && { description: node.description as Text }),
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
