/**
 * What single keywords of a schema say about the type of its values.
 */
import type { SchemaObject } from "../../openapi/document.js";
import { isSchemaObject } from "../references.js";

export const objectKeywords = [
  "properties",
  "additionalProperties",
  "patternProperties",
] as const;

export const isComposed = ({
  $ref,
  allOf = [],
  oneOf = [],
  anyOf = [],
}: SchemaObject): boolean =>
  $ref !== undefined || allOf.length + oneOf.length + anyOf.length > 0;

export const nullType: SchemaObject = { type: "null" };

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
export const emptyObject: SchemaObject = { type: "object", [emptyMark]: true };

/** `additionalProperties: false` and nothing beside it: no key at all. */
export const isEmptyObject = ({
  type,
  additionalProperties,
  properties = {},
  patternProperties = {},
}: SchemaObject): boolean =>
  type === "object" &&
  additionalProperties === false &&
  Object.keys(properties).length + Object.keys(patternProperties).length === 0;

/** What a schema without a type is about; objects say it by their members. */
export const impliedType = (
  schema: SchemaObject,
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

export const isNullable = (schema: SchemaObject): boolean =>
  Array.isArray(schema.type) && schema.type.includes("null");

/** What must be there: said by the schema itself, or by a part about what another part declares. */
export function requiredOf({
  required = [],
  allOf = [],
}: SchemaObject): readonly string[] {
  if (allOf.length === 0 && required.length === 0) return [];
  const inherited = allOf
    .filter(isSchemaObject)
    .flatMap((part) =>
      requiredOf(part).filter((name) => !declares(part, name)),
    );
  return [...new Set([...required, ...inherited])];
}

const declares = ({ properties }: SchemaObject, name: string): boolean =>
  properties !== undefined && Object.hasOwn(properties, name);

/** Text that holds a file (2020-12 Validation section 8); OpenAPI 3.0 says `format: binary`. */
export const isFile = (schema: SchemaObject): boolean =>
  schema.contentMediaType !== undefined &&
  schema.contentEncoding === undefined &&
  /^(image|audio|video|font)\/|^application\/(octet-stream|pdf|zip|gzip)\b/i.test(
    schema.contentMediaType,
  );

/** Values that are no scalar cannot stand in an `enum` of openapi-typescript with others. */
export function enumOf(
  schema: SchemaObject,
  values: readonly unknown[],
): SchemaObject {
  if (values.length === 0)
    return typeof schema.type === "string" ? { type: schema.type } : {};
  return values.every(isScalar)
    ? { enum: values, ...(isNullable(schema) && { type: ["null"] }) }
    : { anyOf: values.map((value) => ({ enum: [value] })) };
}

const isScalar = (value: unknown): boolean =>
  value === null || ["string", "number", "boolean"].includes(typeof value);

/** A list whose `enum` names single values: it means the items. */
export const isOfItems = ({ type, enum: values }: SchemaObject): boolean =>
  type === "array" &&
  values !== undefined &&
  values.length > 0 &&
  values.every(isScalar);
