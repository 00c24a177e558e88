/**
 * `not` (JSON Schema 2020-12 Core section 10.2.1.4): what remains of a type where values, types or
 * properties are excluded. TypeScript has no complement, so this works on what the schema lists.
 */
import type { Document } from "../../openapi/document.js";
import { isTypeName, type Plain } from "./keywords.js";
import { isRecord } from "../references.js";

/** A schema without what its `not` excludes; undefined where no type can say it. */
export function withoutExcluded(
  document: Document,
  schema: Plain,
): Plain | undefined {
  const { not, ...rest } = schema;
  return excluding(document, rest, not);
}

function excluding(
  document: Document,
  schema: Plain,
  not: unknown,
): Plain | undefined {
  if (not === false) return schema;
  if (not === true) return nothing(schema);
  if (!isRecord(not)) return undefined;
  const { node } = document.resolve<object>(not, []);
  const target = withoutWords(node as Plain);
  const keywords = Object.keys(target).sort().join(" ");
  switch (keywords) {
    case "":
      return nothing(schema);
    case "const":
    case "const type":
      return withoutValues(schema, [target["const"]]);
    case "enum":
    case "enum type":
      return Array.isArray(target["enum"])
        ? withoutValues(schema, target["enum"])
        : undefined;
    case "type":
      return withoutTypes(schema, target["type"]);
    case "required":
    case "required type":
      return withoutProperties(schema, target["required"]);
    case "anyOf":
      return Array.isArray(target["anyOf"])
        ? target["anyOf"].reduce<Plain | undefined>(
            (left, one) => left && excluding(document, left, one),
            schema,
          )
        : undefined;
    default:
      return undefined;
  }
}

/** Without what says nothing about values: words, extensions, properties that may be anything. */
function withoutWords(schema: Plain): Plain {
  const { properties, ...rest } = schema;
  const says = (keyword: string): boolean =>
    !/^x-|^(title|description|\$comment|examples?)$/.test(keyword);
  const isVague =
    isRecord(properties) &&
    Object.values(properties).every(
      (member) => isRecord(member) && !Object.keys(member).some(says),
    );
  return Object.fromEntries(
    Object.entries(isVague ? rest : schema).filter(([keyword]) =>
      says(keyword),
    ),
  );
}

const nothing = (schema: Plain): Plain => withPart(schema, false);

const withPart = (schema: Plain, part: unknown): Plain => ({
  ...schema,
  allOf: [
    ...(Array.isArray(schema["allOf"]) ? (schema["allOf"] as unknown[]) : []),
    part,
  ],
});

function withoutValues(
  schema: Plain,
  values: readonly unknown[],
): Plain | undefined {
  const excluded = new Set(values.map((value) => JSON.stringify(value)));
  const left = (all: readonly unknown[]): unknown[] =>
    all.filter((value) => !excluded.has(JSON.stringify(value)));
  const { enum: own, type } = schema;
  if ("const" in schema)
    return left([schema["const"]]).length > 0 ? schema : nothing(schema);
  if (Array.isArray(own)) {
    const rest = left(own);
    return rest.length > 0 ? { ...schema, enum: rest } : nothing(schema);
  }
  if (type === "boolean") return { ...schema, enum: left([true, false]) };
  return values.length === 1 && values[0] === null
    ? withoutTypes(schema, "null")
    : undefined;
}

const allTypes = ["string", "number", "boolean", "object", "array", "null"];

function withoutTypes(schema: Plain, excluded: unknown): Plain | undefined {
  const names = new Set([excluded].flat().filter(isTypeName));
  const { type, enum: own, const: constant } = schema;
  if (names.size === 0 || constant !== undefined) return undefined;
  if (Array.isArray(own)) {
    const rest = own.filter((value) => !names.has(typeOfValue(value)));
    return rest.length > 0 ? { ...schema, enum: rest } : nothing(schema);
  }
  if (
    type === undefined &&
    ["$ref", "allOf", "anyOf", "oneOf"].some((keyword) => keyword in schema)
  )
    return undefined;
  const types = (type === undefined ? allTypes : [type].flat())
    .filter(isTypeName)
    .filter((name) => !names.has(name));
  return types.length > 0 ? { ...schema, type: types } : nothing(schema);
}

const typeOfValue = (value: unknown): string =>
  value === null ? "null" : Array.isArray(value) ? "array" : typeof value;

/** Not all of these at once. */
function withoutProperties(schema: Plain, names: unknown): Plain | undefined {
  if (!Array.isArray(names) || names.length === 0) return undefined;
  const without = names.map((name) => absent(String(name)));
  return withPart(
    schema,
    without.length === 1 ? without[0] : { anyOf: without },
  );
}

/** An object that does not have the property. */
export const absent = (name: string): Plain => ({
  type: "object",
  properties: { [name]: false },
});
