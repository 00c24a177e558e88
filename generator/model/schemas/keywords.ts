/**
 * What single keywords of a schema mean for the type of its values.
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

const typeNames = new Set(
  "string number integer boolean null object array".split(" "),
);

/** Marks an object without keys, which openapi-typescript would type as one with any keys. */
export const noKeysMarker = "x-empty";
export const emptyObject: SchemaObject = {
  type: "object",
  [noKeysMarker]: true,
};

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

/** The type of a schema without `type`, as its keywords imply it; undefined for objects. */
export const impliedType = (
  schema: SchemaObject,
  isObject: boolean,
): string | undefined =>
  isObject
    ? undefined
    : "items" in schema || "prefixItems" in schema
      ? "array"
      : hasFileMediaType(schema)
        ? "string"
        : undefined;

export const isTypeName = (type: string | undefined): type is string =>
  type !== undefined && typeNames.has(type);

export const isNullable = (schema: SchemaObject): boolean =>
  Array.isArray(schema.type) && schema.type.includes("null");

/** The properties that the schema itself requires, where its values may be objects. */
export const ownRequired = ({
  type = "object",
  required = [],
}: SchemaObject): readonly string[] =>
  [type].flat().includes("object") ? required : [];

/**
 * The required properties: of the schema itself, and of its parts those that other parts declare. They
 * say nothing of what is no object (2020-12 Validation section 6.5.3).
 */
export function requiredOf(schema: SchemaObject): readonly string[] {
  const { allOf = [] } = schema;
  const required = ownRequired(schema);
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
export const hasFileMediaType = (schema: SchemaObject): boolean =>
  schema.contentMediaType !== undefined &&
  schema.contentEncoding === undefined &&
  /^(image|audio|video|font)\/|^application\/(octet-stream|pdf|zip|gzip)\b/i.test(
    schema.contentMediaType,
  );

/** The values that a schema lists, if any. */
export const listedValues = (
  schema: SchemaObject,
): readonly unknown[] | undefined =>
  "const" in schema ? [schema.const] : schema.enum;

/** openapi-typescript takes arrays and objects in an `enum` only one by one. */
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

/** An array with an `enum` of scalars, which is meant for its items. */
export const isEnumOfItems = ({ type, enum: values }: SchemaObject): boolean =>
  type === "array" &&
  values !== undefined &&
  values.length > 0 &&
  values.every(isScalar);
