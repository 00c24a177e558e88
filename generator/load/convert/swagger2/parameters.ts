/**
 * Parameters of Swagger 2.0: the type moves into a schema; bodies and form fields become the
 * request body.
 */
import type { Pointer } from "../../../openapi/document.js";
import { unescapeToken, valueAt } from "../../../openapi/pointers.js";
import {
  isRecord,
  type JsonObject,
  remove,
  setOwn,
} from "../../../openapi/records.js";
import { convertSchema } from "./schemas.js";
import type { Conversion } from "./conversion.js";

export const isBody = (parameter: unknown): parameter is JsonObject =>
  isRecord(parameter) && parameter.in === "body";

export const isForm = (parameter: unknown): parameter is JsonObject =>
  isRecord(parameter) && parameter.in === "formData";

/** The fields that describe the value and not where it is sent. */
const schemaFields: ReadonlySet<string> = new Set([
  "$ref",
  "type",
  "format",
  "items",
  "default",
  "maximum",
  "exclusiveMaximum",
  "minimum",
  "exclusiveMinimum",
  "maxLength",
  "minLength",
  "pattern",
  "maxItems",
  "minItems",
  "uniqueItems",
  "enum",
  "multipleOf",
  "x-nullable",
  "x-enum-varnames",
  "x-enumNames",
  "x-enum-descriptions",
]);

/** Divides the fields into a schema and the rest. */
const split = (
  fields: JsonObject,
): { schema: JsonObject; rest: JsonObject } => {
  const schema: JsonObject = {};
  const rest: JsonObject = {};
  for (const key of Object.keys(fields)) {
    setOwn(schemaFields.has(key) ? schema : rest, key, fields[key]);
  }
  convertSchema(schema);
  // `collectionFormat` inside `items` has no counterpart: such arrays are joined with commas.
  for (let { items } = schema; isRecord(items); { items } = items) {
    remove(items, "collectionFormat");
  }
  return { schema, rest };
};

/** A parameter or a header of a response. */
export const convertParameter = (
  parameter: unknown,
  at: Pointer,
  was: Pointer,
  { moved }: Conversion,
): unknown => {
  if (!isRecord(parameter)) return parameter;
  // Beside a place, `$ref` can only mean the type.
  if (Object.hasOwn(parameter, "$ref") && !Object.hasOwn(parameter, "in")) {
    return parameter;
  }
  const { schema, rest } = split(parameter);
  const { collectionFormat, ...fields } = rest;
  if (fields.schema === undefined) {
    fields.schema = schema;
    moved([...at, "schema"], was);
  }
  if (schema.type === "array" && typeof fields.in === "string") {
    Object.assign(fields, styleOf(collectionFormat, fields.in));
  }
  return fields;
};

/**
 * Commas are the default of 2.0, repetition that of 3.0. `tabDelimited`, and these styles in a path
 * or a header, are in no later version: they stand for what 2.0 alone has.
 */
const styleOf = (format: unknown, where: string): JsonObject => {
  const isForm = where === "query" || where === "formData";
  switch (format) {
    case "multi":
      return isForm ? { style: "form", explode: true } : {};
    case "ssv":
      return { style: "spaceDelimited", explode: false };
    case "tsv":
      return { style: "tabDelimited", explode: false };
    case "pipes":
      return { style: "pipeDelimited", explode: false };
    default:
      return isForm ? { style: "form", explode: false } : {};
  }
};

/** A parameter, after following its reference, with the pointer to it in the Swagger document. */
export interface LocatedParameter {
  readonly parameter: JsonObject;
  readonly was: Pointer;
}

export const locateParameter = (
  item: unknown,
  was: Pointer,
  swagger: JsonObject,
): LocatedParameter | undefined => {
  if (!isRecord(item)) return undefined;
  const name =
    typeof item.$ref === "string"
      ? /^#\/parameters\/([^/]+)$/.exec(item.$ref)?.[1]
      : undefined;
  if (name === undefined) return { parameter: item, was };
  const pointer = ["parameters", unescapeToken(name)];
  const shared = valueAt(swagger, pointer);
  return isRecord(shared)
    ? { parameter: structuredClone(shared), was: pointer }
    : undefined;
};

/** @param at the pointer to the request body */
export const requestBody = (
  { parameter, was }: LocatedParameter,
  types: readonly string[],
  at: Pointer,
  { moved }: Conversion,
): JsonObject => {
  const rest: JsonObject = {};
  for (const [key, value] of Object.entries(parameter)) {
    if (!["name", "in", "schema", "example"].includes(key)) {
      setOwn(rest, key, value);
    }
  }
  const { schema, example } = parameter;
  convertSchema(schema);
  moved(at, was);
  const content: JsonObject = {};
  types.forEach((type) => {
    const media: JsonObject = {};
    // The document stays a tree: what media types and operations share is copied.
    if (schema !== undefined) {
      media.schema = structuredClone(schema);
      moved([...at, "content", type, "schema"], [...was, "schema"]);
    }
    if (example !== undefined) media.example = example;
    setOwn(content, type, media);
  });
  return { ...rest, content };
};

/** @param at the pointer to the request body */
export const formRequestBody = (
  fields: readonly LocatedParameter[],
  consumed: readonly string[],
  at: Pointer,
  { moved }: Conversion,
): JsonObject => {
  const type = formType(fields, consumed);
  const schemaAt = [...at, "content", type, "schema"];
  const properties: JsonObject = {};
  const encoding: JsonObject = {};
  const required: string[] = [];
  for (const { parameter, was } of fields) {
    const { schema, rest } = split(structuredClone(parameter));
    const { name } = parameter;
    if (typeof name !== "string") continue;
    for (const [key, value] of Object.entries(rest)) {
      if (key === "description" || key.startsWith("x-")) schema[key] = value;
    }
    setOwn(properties, name, schema);
    moved([...schemaAt, "properties", name], was);
    if (rest.required === true) required.push(name);
    if (schema.type === "array") {
      setOwn(encoding, name, styleOf(rest.collectionFormat, "formData"));
    }
  }
  const [first] = fields;
  if (first) moved(at, first.was);
  const schema: JsonObject = { type: "object", properties };
  if (required.length > 0) schema.required = required;
  const media: JsonObject = { schema };
  if (Object.keys(encoding).length > 0) media.encoding = encoding;
  return {
    ...(required.length > 0 && { required: true }),
    content: { [type]: media },
  };
};

const multipart = "multipart/form-data";
const urlencoded = "application/x-www-form-urlencoded";

const formType = (
  fields: readonly LocatedParameter[],
  consumed: readonly string[],
): string => {
  const hasFile = fields.some(({ parameter }) => parameter.type === "file");
  const form = consumed.find(
    (type) => type === multipart || type === urlencoded,
  );
  return hasFile ? multipart : (form ?? urlencoded);
};
