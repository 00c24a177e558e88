/**
 * Shapes as JSON: short, since every model and operation of a package is in one file.
 */
import { sortedMap } from "../diagnostics/code-units.js";
import type { Shape, ShapeProperty } from "./shape.js";

/** What `printJson` prints: maps become objects, and what is undefined is left out. */
export type Printable =
  | string
  | number
  | boolean
  | undefined
  | readonly Printable[]
  | ReadonlyMap<string, Printable>
  | { readonly [key: string]: Printable };

/** `"string"`, `"#Pet[]"` of models, `"null | string"`, `{ "enum": ["cat", "dog"] }`, `{ "anyOf": […] }`. */
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
      return arrayJson(shapeJson(shape.item));
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
        object: propertiesJson(shape.properties, propertyJson),
        index: shape.index && shapeJson(shape.index),
        with: shape.bases,
        withheld: shape.withheld && sortedMap(shape.withheld),
      };
    case "union":
      return unionJson(shape.members);
    case "intersection":
      return { allOf: shape.members.map(shapeJson) };
  }
}

const arrayJson = (item: Printable): Printable =>
  typeof item === "string" && !item.includes(" | ")
    ? `${item}[]`
    : { array: item };

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
  const all = [...literals, ...others.map(shapeJson)];
  const [only, ...more] = all;
  if (only !== undefined && more.length === 0) return only;
  return all.every((one) => typeof one === "string")
    ? all.join(" | ")
    : { anyOf: all };
};

/**
 * By name, with a `?` behind it where they are optional; a name that ends like that has a `!` behind it
 * where it is required.
 */
export const propertiesJson = <Property extends ShapeProperty>(
  properties: ReadonlyMap<string, Property>,
  json: (property: Property, name: string) => Printable,
): ReadonlyMap<string, Printable> =>
  new Map(
    [...properties].map(([name, property]) => [
      property.isOptional ? `${name}?` : /[?!]$/.test(name) ? `${name}!` : name,
      json(property, name),
    ]),
  );

/** The type alone, if there is nothing unusual about the property. */
const propertyJson = (property: ShapeProperty): Printable =>
  aloneOrWith(shapeJson(property.type), propertyFacts(property));

export const aloneOrWith = (
  type: Printable,
  facts: Readonly<Record<string, Printable>>,
): Printable =>
  Object.values(facts).every((fact) => fact === undefined)
    ? type
    : { type, ...facts };

/** What is unusual about a property. */
export const propertyFacts = (
  property: ShapeProperty,
): Readonly<Record<string, Printable>> => ({
  deprecated: property.isDeprecated || undefined,
  access: property.access,
  constraints:
    property.constraints.length > 0 ? property.constraints : undefined,
  default: property.default,
});

export const membersJson = <Value, Json extends Printable>(
  values: ReadonlyMap<string, Value>,
  json: (value: Value) => Json,
): ReadonlyMap<string, Json> =>
  new Map([...values].map(([key, value]) => [key, json(value)]));
