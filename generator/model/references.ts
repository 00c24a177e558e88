/**
 * Which schemas become models: every component schema, and whatever else a schema's `$ref` names.
 */
import type {
  Document,
  OpenApi,
  Pointer,
  Schema,
  SchemaObject,
} from "../openapi/document.js";
import { parsePointer, valueAt } from "../openapi/pointers.js";
import { isRecord } from "../openapi/records.js";

/** The tokens of a local reference (RFC 6901 section 6): `#/a/b~1c` -> `["a", "b/c"]`. */
export const pointerOf = ($ref: string): Pointer =>
  parsePointer($ref.slice($ref.indexOf("#") + 1)) ?? [];

/** True if the schema has keywords: `true` and `false` have none. */
export const isSchemaObject = (
  schema: Schema | undefined,
): schema is SchemaObject => typeof schema === "object";

/** The schema, or what it refers to; undefined where that has no keywords. */
export function targetOf(
  document: Document,
  schema: Schema | undefined,
): SchemaObject | undefined {
  if (!isSchemaObject(schema) || schema.$ref === undefined)
    return isSchemaObject(schema) ? schema : undefined;
  const target: Schema = document.resolve<SchemaObject>(schema, []).node;
  return isSchemaObject(target) ? target : undefined;
}

/** A schema that gets a name of its own. */
export interface ModelSource {
  readonly key: string;
  readonly pointer: Pointer;
  readonly schema: Schema;
}

export class ModelKeys {
  readonly #byPointer = new Map<string, ModelSource>();
  /** The same references come again and again. */
  readonly #byReference = new Map<string, string>();

  constructor(private readonly root: OpenApi) {
    for (const name of Object.keys(root.components?.schemas ?? {}))
      this.add(["components", "schemas", name]);
  }

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

/** Finds every model that the given schemas and the component schemas lead to. */
export function collectModels(
  document: Document,
  schemas: Iterable<Schema>,
): ModelKeys {
  const keys = new ModelKeys(document.root);
  const open: unknown[] = [
    ...Object.values(document.root.components?.schemas ?? {}),
    ...schemas,
  ];
  // What several operations share comes up with each of them.
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

const named = ["properties", "patternProperties", "dependentSchemas"];
const listed = ["allOf", "oneOf", "anyOf", "prefixItems", "items"];
const single = [
  ...["items", "additionalProperties", "then", "else"],
  ...["unevaluatedProperties", "unevaluatedItems"],
];
const applicators = new Set([...named, ...listed, ...single]);

/** The schemas directly inside a schema (2020-12 Core section 10, applicators), and where. */
export function subschemas(
  schema: Record<string, unknown>,
  visit: (child: unknown, ...path: readonly string[]) => void,
): void {
  // Most schemas have none inside.
  if (!Object.keys(schema).some((keyword) => applicators.has(keyword))) return;
  for (const keyword of named) {
    const members = schema[keyword];
    if (isRecord(members))
      for (const name of Object.keys(members))
        visit(members[name], keyword, name);
  }
  for (const keyword of listed) {
    const members = schema[keyword];
    if (Array.isArray(members))
      members.forEach((member, index) => {
        visit(member, keyword, String(index));
      });
  }
  for (const keyword of single)
    if (isRecord(schema[keyword])) visit(schema[keyword], keyword);
}

/**
 * What a model without a component name is called: the last token that a person chose
 * (`#/paths/…/properties/owner` -> `owner`).
 */
export function nameOfPointer(pointer: Pointer): string {
  if (pointer[0] === "components" && pointer.length === 3)
    return pointer[2] ?? "";
  const structural = new Set([
    "properties",
    "items",
    "allOf",
    "oneOf",
    "anyOf",
    "schema",
    "content",
    "responses",
    "parameters",
    "requestBody",
    "requestBodies",
    "components",
    "schemas",
    "paths",
    "additionalProperties",
    "prefixItems",
    "$defs",
    "definitions",
  ]);
  const chosen = pointer.filter(
    (token) =>
      !structural.has(token) && !/^\d+$/.test(token) && !token.includes("/"),
  );
  const inside = pointer[0] === "components" ? chosen : chosen.slice(-2);
  return inside.join(" ");
}
