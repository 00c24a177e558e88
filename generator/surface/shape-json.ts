/**
 * Shapes as JSON: short, since every model and operation of a package is in one file.
 */
import { fail, flag, list, map, record, text, type Reader } from "./readers.js";
import { unionOf } from "./union-of.js";
import type { RecordShape, Shape, ShapeProperty } from "./shape.js";

/** What `printJson` prints: maps become objects, and what is undefined is left out. */
export type Printable =
  | string
  | number
  | boolean
  | undefined
  | readonly Printable[]
  | ReadonlyMap<string, Printable>
  | { readonly [key: string]: Printable };

/** `"string"`, `"#Pet"` of a model, `{ "enum": ["cat", "dog"] }`, `{ "anyOf": […] }`. */
export function shapeJson(shape: Shape): Printable {
  switch (shape.kind) {
    case "keyword":
      return shape.keyword;
    case "void":
    case "openString":
    case "unresolved":
      return shape.kind;
    case "literal":
      return { value: shape.value };
    case "model":
      return `#${shape.name}`;
    case "platform":
      return { [shape.kind]: shape.name };
    case "array":
    case "iterable":
      return { [shape.kind]: shapeJson(shape.item) };
    case "tuple":
      return {
        tuple: shape.items.map(({ type, isOptional }) => ({
          type: shapeJson(type),
          optional: isOptional || undefined,
        })),
        rest: shape.rest && shapeJson(shape.rest),
      };
    case "object":
      return {
        object: mapped(shape.properties, propertyJson),
        index: shape.index && shapeJson(shape.index),
      };
    case "union":
      return unionJson(shape.members);
    case "intersection":
      return { allOf: shape.members.map(shapeJson) };
  }
}

/** Literals together, since most unions are enums. */
const unionJson = (members: readonly Shape[]): Printable => {
  const values = members.flatMap((one) =>
    one.kind === "literal" ? [one.value] : [],
  );
  const others = members.filter(({ kind }) => kind !== "literal");
  const isBoolean =
    values.length === 2 && values.every((value) => typeof value === "boolean");
  const literals =
    values.length === 0 ? [] : isBoolean ? ["boolean"] : [{ enum: values }];
  const [only, ...more] = [...literals, ...others.map(shapeJson)];
  return only !== undefined && more.length === 0
    ? only
    : { anyOf: [...literals, ...others.map(shapeJson)] };
};

/** The property with what is unusual about it. */
export const propertyJson = (
  property: ShapeProperty,
): Readonly<Record<string, Printable>> => ({
  type: shapeJson(property.type),
  optional: property.isOptional || undefined,
  deprecated: property.isDeprecated || undefined,
  access: property.access,
  constraints:
    property.constraints.length > 0 ? property.constraints : undefined,
  default: property.default,
});

export const mapped = <Value>(
  values: ReadonlyMap<string, Value>,
  json: (value: Value) => Printable,
): ReadonlyMap<string, Printable> =>
  new Map([...values].map(([key, value]) => [key, json(value)]));

/** Deeper ones are none of ours. */
const maxDepth = 500;

/** Reads what `shapeJson` gives. */
export const readShape: Reader<Shape> = (value) => shapeAt(0)(value);

const shapeAt =
  (depth: number): Reader<Shape> =>
  (value) => {
    if (depth > maxDepth) return fail("a type is too deep");
    if (typeof value === "string") return readWord(value);
    const inside = shapeAt(depth + 1);
    const given = record(value);
    const [kind = ""] = Object.keys(given).filter(
      (key) => key !== "rest" && key !== "index",
    );
    const content = given[kind];
    switch (kind) {
      case "value":
        return literal(content);
      case "enum":
        return unionOf(list(content, literal));
      case "platform":
        return { kind, name: text(content) };
      case "array":
      case "iterable":
        return { kind, item: inside(content) };
      case "tuple":
        return {
          kind,
          items: list(content, (item) => {
            const { type, optional } = record(item);
            return { type: inside(type), isOptional: flag(optional) };
          }),
          ...(given["rest"] !== undefined && { rest: inside(given["rest"]) }),
        };
      case "object":
        return readObject(content, given["index"], inside);
      case "anyOf":
        return unionOf(list(content, inside));
      case "allOf":
        return { kind: "intersection", members: list(content, inside) };
      default:
        return fail(`\`${kind}\` is no type`);
    }
  };

const readObject = (
  properties: unknown,
  index: unknown,
  inside: Reader<Shape>,
): RecordShape => ({
  kind: "object",
  properties: map(properties, (property) => readProperty(property, inside)),
  ...(index !== undefined && { index: inside(index) }),
});

const literal: Reader<Shape> = (value) =>
  typeof value === "string" ||
  typeof value === "number" ||
  typeof value === "boolean"
    ? { kind: "literal", value }
    : fail("a value is no literal");

function readWord(word: string): Shape {
  if (word.startsWith("#")) return { kind: "model", name: word.slice(1) };
  switch (word) {
    case "string":
    case "number":
    case "null":
    case "unknown":
    case "never":
      return { kind: "keyword", keyword: word };
    case "void":
    case "openString":
      return { kind: word };
    case "boolean":
      return unionOf([
        { kind: "literal", value: true },
        { kind: "literal", value: false },
      ]);
    default:
      return fail(`\`${word}\` is no type`);
  }
}

/** Reads what `propertyJson` gives. */
export function readProperty(
  value: unknown,
  shape: Reader<Shape> = readShape,
): ShapeProperty {
  const given = record(value);
  const { access } = given;
  return {
    type: shape(given["type"]),
    isOptional: flag(given["optional"]),
    isDeprecated: flag(given["deprecated"]),
    ...(access !== undefined && {
      access:
        access === "readOnly" || access === "writeOnly"
          ? access
          : fail("an access is none"),
    }),
    constraints: list(given["constraints"] ?? [], text),
    ...(given["default"] !== undefined && { default: text(given["default"]) }),
  };
}
