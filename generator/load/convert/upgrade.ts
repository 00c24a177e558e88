/**
 * From the 3.0 dialect to 3.1, in place, so that every later stage knows one dialect.
 *
 * - `nullable: true` becomes the type "null" (and `null` in `enum`), beside `$ref` an `anyOf`;
 *   alone in an `allOf` of a document that says 3.1, it is one of the whole;
 * - `exclusiveMinimum: true` takes the value of `minimum`, likewise the maximum;
 * - `example` of a schema becomes `examples`;
 * - `format: binary` becomes `contentMediaType: application/octet-stream`, `format: byte` and
 *   `format: base64` become `contentEncoding: base64`; `format` itself stays for readers of it;
 * - what 3.0 ignores beside `$ref` in a schema is dropped, annotations stay.
 *
 * The rules also help documents that say 3.1 and write 3.0; none changes what 3.1 means.
 */
import { openapiRoot } from "../../openapi/grammar.js";
import {
  parseReference,
  printReference,
  valueAt,
} from "../../openapi/pointers.js";
import {
  arrayOrEmpty,
  isRecord,
  type JsonObject,
  remove,
} from "../../openapi/records.js";
import { walk } from "../../openapi/walk.js";

/** @param schemas every schema of the document */
export const upgrade = (
  root: JsonObject,
  schemas: readonly JsonObject[],
): void => {
  const ignoresSiblings = String(root.openapi).startsWith("3.0");
  const wrapped: Wrapped = new Map();
  // By the rules of 3.0 a part of `allOf` allows null to nobody (3.0.4 section 4.7.24).
  if (!ignoresSiblings) schemas.forEach(liftNullable);
  for (const schema of schemas) {
    upgradeSchema(schema, ignoresSiblings, wrapped);
  }
  if (wrapped.size > 0) followWrapped(root, wrapped);
  root.openapi = "3.1.1";
};

/** Schemas whose `allOf` moved, and the steps to where it is now. */
type Wrapped = Map<unknown, readonly string[]>;

const upgradeSchema = (
  schema: JsonObject,
  ignoresSiblings: boolean,
  wrapped: Wrapped,
): void => {
  // Generators write it where 3.0 has `nullable`.
  if (schema["x-nullable"] === true) schema.nullable ??= true;
  if (typeof schema.$ref === "string") {
    if (ignoresSiblings) {
      for (const key of ignoredBesideReference(schema)) remove(schema, key);
    }
    if (schema.nullable === true) {
      schema.anyOf = [{ $ref: schema.$ref }, { type: "null" }];
      delete schema.$ref;
    }
  } else if (schema.nullable === true) {
    allowNull(schema, wrapped);
  }
  if ("nullable" in schema) delete schema.nullable;
  exclusive(schema, "exclusiveMinimum", "minimum");
  exclusive(schema, "exclusiveMaximum", "maximum");
  if (Object.hasOwn(schema, "example")) {
    schema.examples ??= [schema.example];
    delete schema.example;
  }
  if (schema.format === "binary") {
    schema.contentMediaType ??= "application/octet-stream";
  } else if (schema.format === "byte" || schema.format === "base64") {
    schema.contentEncoding ??= "base64";
  }
};

/** `allOf: [X, { nullable: true }]`, which says nothing in 3.1, is meant as X or null. */
const liftNullable = (schema: JsonObject): void => {
  const parts = arrayOrEmpty(schema.allOf);
  const isLifted = (part: unknown): part is JsonObject =>
    isRecord(part) &&
    part.nullable === true &&
    Object.keys(part).every((key) => key !== "$ref" && annotations.has(key));
  const lifted = parts.filter(isLifted);
  if (lifted.length === 0 || lifted.length === parts.length) return;
  schema.nullable = true;
  for (const part of lifted) delete part.nullable;
  // At the end, so that references to other parts still lead there.
  const last = parts.at(-1);
  if (isRecord(last) && Object.keys(last).length === 0)
    schema.allOf = parts.slice(0, -1);
};

const annotations: ReadonlySet<string> = new Set([
  "$ref",
  "title",
  "description",
  "deprecated",
  "readOnly",
  "writeOnly",
  "default",
  "example",
  "examples",
  "nullable",
  "externalDocs",
  "xml",
]);

/** The siblings of a `$ref` that have no meaning in 3.0. */
export const ignoredBesideReference = (
  schema: Readonly<JsonObject>,
): readonly string[] =>
  Object.keys(schema).filter(
    (key) => !annotations.has(key) && !key.startsWith("x-"),
  );

const allowNull = (schema: JsonObject, wrapped: Wrapped): void => {
  const { type, enum: values } = schema;
  if (type === undefined) allowNullUntyped(schema, wrapped);
  else {
    const types = [type].flat();
    if (!types.includes("null")) schema.type = [...types, "null"];
  }
  if (Array.isArray(values) && !values.includes(null)) {
    schema.enum = [...(values as unknown[]), null];
  }
};

/** Without a type, the applicators describe the value: null becomes an alternative. */
const allowNullUntyped = (schema: JsonObject, wrapped: Wrapped): void => {
  for (const keyword of ["oneOf", "anyOf"]) {
    if (schema[keyword] === undefined) continue;
    schema[keyword] = [...arrayOrEmpty(schema[keyword]), { type: "null" }];
    return;
  }
  if (schema.allOf === undefined) return;
  const allOf = arrayOrEmpty(schema.allOf);
  const isSingle = allOf.length === 1;
  delete schema.allOf;
  schema.anyOf = [isSingle ? allOf[0] : { allOf }, { type: "null" }];
  wrapped.set(schema, isSingle ? ["anyOf"] : ["anyOf", "0", "allOf"]);
};

const exclusive = (
  schema: JsonObject,
  keyword: string,
  bound: string,
): void => {
  const flag = schema[keyword];
  if (typeof flag !== "boolean") return;
  remove(schema, keyword);
  if (!flag || schema[bound] === undefined) return;
  schema[keyword] = schema[bound];
  remove(schema, bound);
};

/** References into an `allOf` that moved: `…/allOf/0` is `…/anyOf/0` or `…/anyOf/0/allOf/0`. */
const followWrapped = (root: JsonObject, wrapped: Wrapped): void => {
  walk(root, openapiRoot, undefined, {
    object: (node) => {
      const { $ref } = node;
      if (typeof $ref !== "string" || !$ref.includes("/allOf/")) return;
      const pointer = parseReference($ref);
      if (pointer === undefined || valueAt(root, pointer) !== undefined) return;
      const now: string[] = [];
      let value: unknown = root;
      for (const token of pointer) {
        const moved = token === "allOf" ? wrapped.get(value) : undefined;
        const steps = moved ?? [token];
        now.push(...steps);
        value = valueAt(value, steps);
      }
      node.$ref = printReference(now);
    },
  });
};
