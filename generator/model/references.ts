/**
 * Which schemas become models: every component schema, and whatever else a schema's `$ref` names.
 */
import type {
  Document,
  OpenApi,
  Pointer,
  Reference,
  Schema,
  SchemaObject,
} from "../openapi/document.js";
import { type FieldType, shapeOf } from "../openapi/grammar.js";
import { parsePointer, valueAt } from "../openapi/pointers.js";
import { isRecord } from "../openapi/records.js";

/** The tokens of a local reference (RFC 6901 section 6): `#/a/b~1c` -> `["a", "b/c"]`. */
export const pointerOf = ($ref: string): Pointer =>
  parsePointer($ref.slice($ref.indexOf("#") + 1)) ?? [];

/** The object, or what it refers to. */
export const dereference = <T extends object>(
  document: Document,
  node: T | Reference,
): T => document.resolve<T>(node, []).node;

/** True if the schema has keywords: `true` and `false` have none. */
export const isSchemaObject = (
  schema: Schema | undefined,
): schema is SchemaObject => typeof schema === "object";

/** True if the schema refers to another one. */
export const isReference = (
  schema: Schema | undefined,
): schema is SchemaObject & Reference =>
  isSchemaObject(schema) && schema.$ref !== undefined;

/** The schema, or what it refers to; undefined where that has no keywords. */
export function resolveSchema(
  document: Document,
  schema: Schema | undefined,
): SchemaObject | undefined {
  const target: Schema | undefined = isReference(schema)
    ? dereference<SchemaObject>(document, schema)
    : schema;
  return isSchemaObject(target) ? target : undefined;
}

/** A schema that becomes a model. */
export interface ModelSource {
  readonly key: string;
  readonly pointer: Pointer;
  readonly schema: Schema;
}

export class ModelKeys {
  readonly #byPointer = new Map<string, ModelSource>();
  /** Parsed once: most schemas are referred to many times. */
  readonly #byReference = new Map<string, string>();

  constructor(private readonly root: OpenApi) {
    for (const name of Object.keys(root.components?.schemas ?? {}))
      this.add(["components", "schemas", name]);
  }

  /** @returns false if the pointer has a key already */
  add(pointer: Pointer): boolean {
    const id = JSON.stringify(pointer);
    if (this.#byPointer.has(id)) return false;
    const key = `m${this.#byPointer.size}`;
    this.#byPointer.set(id, {
      key,
      pointer,
      schema: valueAt(this.root, pointer) as Schema,
    });
    return true;
  }

  /** The key of the model that a reference names. */
  keyOf($ref: string): string {
    let key = this.#byReference.get($ref);
    if (key === undefined) {
      key = this.#byPointer.get(JSON.stringify(pointerOf($ref)))?.key;
      if (key === undefined) throw new Error(`no model at ${$ref}`);
      this.#byReference.set($ref, key);
    }
    return key;
  }

  all(): readonly ModelSource[] {
    return [...this.#byPointer.values()];
  }
}

/**
 * The component schemas, and every other schema that a `$ref` in them or in the given schemas leads to.
 */
export function collectModels(
  document: Document,
  schemas: Iterable<Schema>,
): ModelKeys {
  const keys = new ModelKeys(document.root);
  const open: unknown[] = [
    ...Object.values(document.root.components?.schemas ?? {}),
    ...schemas,
  ];
  // Operations share schemas.
  const seen = new Set<object>();
  const references = new Set<string>();
  for (let schema = open.pop(); schema !== undefined; schema = open.pop()) {
    if (!isRecord(schema) || seen.has(schema)) continue;
    seen.add(schema);
    const $ref = schema["$ref"];
    if (typeof $ref === "string" && !references.has($ref)) {
      references.add($ref);
      const pointer = pointerOf($ref);
      if (keys.add(pointer)) open.push(valueAt(document.root, pointer));
    }
    subschemas(schema, (child) => {
      open.push(child);
    });
  }
  return keys;
}

/** Keywords whose schemas do not take part in the type of the surrounding schema. */
const untypedKeywords = new Set([
  "$defs",
  "definitions",
  "contains",
  "additionalItems",
  "contentSchema",
  "not",
  "if",
  "propertyNames",
]);

const holdsSchemas = (content: FieldType): boolean =>
  content.form === "array" || content.form === "map"
    ? holdsSchemas(content.of)
    : content.form === "object" && content.kind === "schema";

const applicators = [...shapeOf("schema").fields].filter(
  ([keyword, { content }]) =>
    holdsSchemas(content) && !untypedKeywords.has(keyword),
);

/** The schemas directly inside a schema (2020-12 Core section 10, applicators), and where. */
function subschemas(
  schema: Record<string, unknown>,
  visit: (child: unknown, ...path: readonly string[]) => void,
): void {
  for (const [keyword, { content }] of applicators) {
    const value = schema[keyword];
    if (value === undefined) continue;
    if (content.form === "object") visit(value, keyword);
    else
      for (const [token, child] of Object.entries(value as object))
        visit(child, keyword, token);
  }
}

/** Tokens of pointers that OpenAPI or JSON Schema chose. */
const structuralTokens = new Set([
  "properties",
  "items",
  "allOf",
  "oneOf",
  "anyOf",
  "prefixItems",
  "additionalProperties",
  "$defs",
  "definitions",
  "components",
  "schemas",
  "paths",
  "requestBodies",
  "requestBody",
  "parameters",
  "responses",
  "content",
  "schema",
]);

/**
 * What a model without a component name is called: the last token that a person chose
 * (`#/paths/…/properties/owner` -> `owner`).
 */
export function nameOfPointer(pointer: Pointer): string {
  const isComponent = pointer[0] === "components";
  if (isComponent && pointer.length === 3) return pointer[2] ?? "";
  const chosen = pointer.filter(
    (token) => !structuralTokens.has(token) && !/^\d+$|\//.test(token),
  );
  return (isComponent ? chosen : chosen.slice(-2)).join(" ");
}
