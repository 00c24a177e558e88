/**
 * `not` (JSON Schema 2020-12 Core section 10.2.1.4): what remains of a type where values, types or
 * properties are excluded. TypeScript has no complement, so this works on what the schema lists.
 */
import type { Document, Schema, SchemaObject } from "../../openapi/document.js";
import { isComposed, isTypeName, listedValues } from "./keywords.js";
import { isSchemaObject, resolveSchema } from "../references.js";

/** A schema without what its `not` excludes; undefined where no type expresses that. */
export function withoutExcluded(
  document: Document,
  schema: SchemaObject,
): SchemaObject | undefined {
  const { not, ...rest } = schema;
  return excluding(document, rest, not);
}

function excluding(
  document: Document,
  schema: SchemaObject,
  not: Schema | undefined,
): SchemaObject | undefined {
  if (not === false) return schema;
  if (not === true) return nothing(schema);
  const target = withoutAnnotations(resolveSchema(document, not) ?? {});
  const { required = [], anyOf = [] } = target;
  switch (Object.keys(target).sort().join(" ")) {
    case "":
      return nothing(schema);
    case "const":
    case "const type":
    case "enum":
    case "enum type":
      return withoutValues(schema, listedValues(target) ?? []);
    case "type":
      return withoutTypes(schema, target.type);
    case "required":
    case "required type":
      // an object that lacks at least one of the properties
      return required.length > 0
        ? withPart(schema, { anyOf: required.map(forbidding) })
        : undefined;
    case "anyOf":
      return anyOf.reduce<SchemaObject | undefined>(
        (left, alternative) => left && excluding(document, left, alternative),
        schema,
      );
    default:
      return undefined;
  }
}

/** Without what does not constrain values: annotations, extensions, properties that may be anything. */
function withoutAnnotations(schema: SchemaObject): SchemaObject {
  const { properties, ...rest } = schema;
  const isConstraint = (keyword: string): boolean =>
    !/^x-|^(title|description|\$comment|examples?)$/.test(keyword);
  const isUnconstrained =
    properties !== undefined &&
    Object.values(properties).every(
      (member) =>
        isSchemaObject(member) && !Object.keys(member).some(isConstraint),
    );
  return Object.fromEntries(
    Object.entries(isUnconstrained ? rest : schema).filter(([keyword]) =>
      isConstraint(keyword),
    ),
  );
}

/** A schema that no value fulfils. */
const nothing = (schema: SchemaObject): SchemaObject => withPart(schema, false);

/** The schema, and `part` holds as well. */
export const withPart = (schema: SchemaObject, part: Schema): SchemaObject => ({
  ...schema,
  allOf: [...(schema.allOf ?? []), part],
});

const limitedTo = (
  schema: SchemaObject,
  values: readonly unknown[],
): SchemaObject =>
  values.length > 0 ? { ...schema, enum: values } : nothing(schema);

function withoutValues(
  schema: SchemaObject,
  values: readonly unknown[],
): SchemaObject | undefined {
  const excluded = new Set(values.map((value) => JSON.stringify(value)));
  const isAllowed = (value: unknown): boolean =>
    !excluded.has(JSON.stringify(value));
  const { enum: listed, type } = schema;
  if ("const" in schema)
    return isAllowed(schema.const) ? schema : nothing(schema);
  if (listed) return limitedTo(schema, listed.filter(isAllowed));
  if (type === "boolean")
    return { ...schema, enum: [true, false].filter(isAllowed) };
  return values.length === 1 && values[0] === null
    ? withoutTypes(schema, "null")
    : undefined;
}

const allTypes = ["string", "number", "boolean", "object", "array", "null"];

function withoutTypes(
  schema: SchemaObject,
  excluded: SchemaObject["type"],
): SchemaObject | undefined {
  const names = new Set([excluded].flat().filter(isTypeName));
  const { type, enum: listed, const: constant } = schema;
  if (names.size === 0 || constant !== undefined) return undefined;
  if (listed)
    return limitedTo(
      schema,
      listed.filter((value) => !names.has(typeOfValue(value))),
    );
  if (type === undefined && isComposed(schema)) return undefined;
  const types = (type === undefined ? allTypes : [type].flat())
    .filter(isTypeName)
    .filter((name) => !names.has(name));
  return types.length > 0 ? { ...schema, type: types } : nothing(schema);
}

const typeOfValue = (value: unknown): string =>
  value === null ? "null" : Array.isArray(value) ? "array" : typeof value;

/** An object that does not have the property. */
export const forbidding = (name: string): SchemaObject => ({
  type: "object",
  properties: { [name]: false },
});
