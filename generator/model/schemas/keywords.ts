/**
 * What single keywords of a schema say about the type of its values.
 */
import { isRecord } from "../references.js";

export type Plain = Record<string, unknown>;

export const objectKeywords = [
  "properties",
  "additionalProperties",
  "patternProperties",
] as const;

export const isComposed = (schema: Plain): boolean =>
  typeof schema["$ref"] === "string" ||
  hasParts(schema["allOf"]) ||
  hasParts(schema["oneOf"]) ||
  hasParts(schema["anyOf"]);

const hasParts = (parts: unknown): boolean =>
  Array.isArray(parts) && parts.length > 0;

export const nullType: Plain = { type: "null" };

const typeNames = new Set([
  "string",
  "number",
  "integer",
  "boolean",
  "null",
  "object",
  "array",
]);

/** Marks what openapi-typescript takes for an object with any keys. */
export const emptyMark = "x-empty";
export const emptyObject: Plain = { type: "object", [emptyMark]: true };

/** `additionalProperties: false` and nothing beside it: no key at all. */
export const isEmptyObject = (schema: Plain): boolean =>
  schema["type"] === "object" &&
  schema["additionalProperties"] === false &&
  ["properties", "patternProperties"].every(
    (keyword) =>
      !isRecord(schema[keyword]) || Object.keys(schema[keyword]).length === 0,
  );

/** What a schema without a type is about; objects say it by their members. */
export const impliedType = (
  schema: Plain,
  isObject: boolean,
): string | undefined =>
  isObject
    ? undefined
    : "items" in schema || "prefixItems" in schema
      ? "array"
      : isFile(schema)
        ? "string"
        : undefined;

export const isTypeName = (type: unknown): type is string =>
  typeof type === "string" && typeNames.has(type);

export const isNullable = (schema: Plain): boolean =>
  Array.isArray(schema["type"]) && schema["type"].includes("null");

/** What must be there: said by the schema itself, or by a part about what another part declares. */
export function requiredOf(schema: Plain): readonly string[] {
  const own: unknown[] = Array.isArray(schema["required"])
    ? schema["required"]
    : [];
  const parts: unknown[] = Array.isArray(schema["allOf"])
    ? schema["allOf"]
    : [];
  if (parts.length === 0 && own.length === 0) return [];
  return [
    ...new Set([
      ...own.filter((name) => typeof name === "string"),
      ...parts
        .filter(isRecord)
        .flatMap((part) =>
          requiredOf(part).filter((name) => !declares(part, name)),
        ),
    ]),
  ];
}

const declares = ({ properties }: Plain, name: string): boolean =>
  isRecord(properties) && Object.hasOwn(properties, name);

/** Text that holds a file (2020-12 Validation section 8); OpenAPI 3.0 says `format: binary`. */
export const isFile = (schema: Plain): boolean =>
  typeof schema["contentMediaType"] === "string" &&
  schema["contentEncoding"] === undefined &&
  /^(image|audio|video|font)\/|^application\/(octet-stream|pdf|zip|gzip)\b/i.test(
    schema["contentMediaType"],
  );

/** Values that are no scalar cannot stand in an `enum` of openapi-typescript with others. */
export function enumOf(schema: Plain, values: readonly unknown[]): Plain {
  if (values.length === 0)
    return isTypeName(schema["type"]) ? { type: schema["type"] } : {};
  return values.every(isScalar)
    ? { enum: values, ...(isNullable(schema) && { type: ["null"] }) }
    : { anyOf: values.map((value) => ({ enum: [value] })) };
}

const isScalar = (value: unknown): boolean =>
  value === null || ["string", "number", "boolean"].includes(typeof value);

/** A list whose `enum` names single values: it means the items. */
export const isOfItems = ({ type, enum: values }: Plain): boolean =>
  type === "array" &&
  Array.isArray(values) &&
  values.length > 0 &&
  values.every(isScalar);
