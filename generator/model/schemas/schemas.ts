/**
 * Writes a schema in the few shapes that openapi-typescript turns into the right type.
 *
 * Its transform is exact for a reference, a constant, an enum, one type, an object, and a list of
 * alternatives, but joins them wrongly when one schema has several at once (`properties` beside
 * `anyOf` becomes a union of both). Here every schema is split so that each node is one of these
 * and `allOf` holds the parts together, which is what JSON Schema means (2020-12 Core section 7.7).
 */
import type { Document, SchemaObject } from "../../openapi/document.js";
import { conditionsOf } from "./conditions.js";
import { constantsOf, discriminated } from "./discriminators.js";
import {
  emptyMark,
  enumOf,
  emptyObject,
  impliedType,
  isComposed,
  isEmptyObject,
  isFile,
  isNullable,
  isOfItems,
  isTypeName,
  nullType,
  objectKeywords,
  requiredOf,
  type Plain,
} from "./keywords.js";
import { keyOfName } from "./openapi-typescript.js";
import { isExact } from "../exact.js";
import { isRecord, type ModelKeys } from "../references.js";

/** What the normalised schema of a property was written as, for its docs. */
export type Origins = WeakMap<object, SchemaObject>;

export interface Normalizer {
  /** The schema as openapi-typescript shall see it. References name models: `#/components/schemas/<key>`. */
  normalize(schema: unknown): Plain | boolean;
  /** The same for a schema that has a name: what the name stands for. */
  define(schema: unknown): Plain | boolean;
  readonly origins: Origins;
}

export function normalizer(document: Document, keys: ModelKeys): Normalizer {
  const origins: Origins = new WeakMap();

  const named = new Map(
    keys.all().map(({ schema, key }) => [schema, key] as const),
  );

  const referenceTo = (key: string): Plain => ({
    $ref: `#/components/schemas/${key}`,
  });
  const reference = ($ref: string): Plain => referenceTo(keys.keyOf($ref));

  const list = (schemas: readonly unknown[]): (Plain | boolean)[] =>
    schemas.map((schema) => normalize(schema));

  const map = (schemas: unknown): Plain =>
    isRecord(schemas)
      ? Object.fromEntries(
          Object.keys(schemas).map((name) => [
            keyOfName(name),
            normalize(schemas[name]),
          ]),
        )
      : {};

  function normalize(schema: unknown): Plain | boolean {
    // What a reference elsewhere points into has a name here as well.
    const key = isRecord(schema) ? named.get(schema) : undefined;
    const result = key === undefined ? define(schema) : referenceTo(key);
    if (isRecord(schema) && isRecord(result)) origins.set(result, schema);
    return result;
  }

  function define(schema: unknown): Plain | boolean {
    if (!isRecord(schema)) return schema !== false;
    const parts = split(schema);
    return parts.includes(false)
      ? false
      : joined(parts.filter(isRecord), requiredKeysOf(schema));
  }

  /** The parts that all hold, each in one of the shapes of the header comment. */
  function split(written: Plain): (Plain | boolean)[] {
    const { schema } = conditionsOf(document, written);
    const parts: (Plain | boolean)[] = [];
    if (typeof schema["$ref"] === "string")
      parts.push(reference(schema["$ref"]));
    if (Array.isArray(schema["allOf"]))
      for (const part of list(withoutWayBack(document, schema, written)))
        parts.push(part);
    const core = coreOf(schema);
    if (core) parts.push(core);
    for (const keyword of ["oneOf", "anyOf"] as const) {
      const alternatives = schema[keyword];
      if (Array.isArray(alternatives) && alternatives.length > 0)
        parts.push({
          [keyword]: list(discriminated(document, schema, alternatives)),
        });
    }
    const constants = constantsOf(document, keys, written);
    if (constants) parts.push(normalize(constants));
    // `type: [object, null]` beside a composition: the null is an alternative to all of it.
    return isComposed(schema) && isNullable(schema) && !parts.includes(false)
      ? [
          {
            anyOf: [
              joined(parts.filter(isRecord), requiredKeysOf(schema)),
              { ...nullType },
            ],
          },
        ]
      : parts;
  }

  /** Everything of the schema but references and compositions. */
  function coreOf(schema: Plain): Plain | undefined {
    // a literal with other digits than the document's would be wrong
    if (!isExact(schema["const"]) || !isExact(schema["enum"]))
      return { type: "integer" };
    if ("const" in schema)
      return schema["const"] === null
        ? { ...nullType }
        : { const: schema["const"] };
    const composed = isComposed(schema);
    if (Array.isArray(schema["enum"]) && !isOfItems(schema))
      return enumOf(schema, schema["enum"]);
    const isObject =
      objectKeywords.some((keyword) => isRecord(schema[keyword])) ||
      schema["additionalProperties"] === true;
    const types = typesOf(schema, { composed, isObject });
    // Beside a composition, a bare `type: object` says nothing more.
    const bare = types.every((name) => name === "object");
    if (composed && bare && !isObject) return undefined;
    if (!composed && types[0] === "object" && isEmptyObject(schema))
      return { ...emptyObject };
    if (types.length === 0 && !isObject) return undefined;
    const core: Plain = {};
    if (types.length > 0) core["type"] = types.length === 1 ? types[0] : types;
    if (isObject) {
      for (const keyword of ["properties", "patternProperties"])
        if (keyword in schema) core[keyword] = map(schema[keyword]);
      const others = schema["additionalProperties"];
      if (others !== undefined)
        core["additionalProperties"] = others !== false && normalize(others);
    }
    core["required"] = requiredKeysOf(schema);
    if (types.includes("array")) Object.assign(core, arrayOf(schema));
    if (typeof schema["format"] === "string") core["format"] = schema["format"];
    if (isFile(schema)) core["format"] = "binary";
    return core;
  }

  function arrayOf(schema: Plain): Plain {
    const prefix = Array.isArray(schema["prefixItems"])
      ? schema["prefixItems"]
      : Array.isArray(schema["items"])
        ? schema["items"]
        : schema["items"] === false
          ? []
          : undefined;
    if (!prefix) return { items: itemsOf(schema) };
    return {
      prefixItems: list(prefix),
      ...("items" in schema &&
        !Array.isArray(schema["items"]) && {
          items: schema["items"] === false ? false : normalize(schema["items"]),
        }),
      ...(typeof schema["minItems"] === "number" && {
        minItems: schema["minItems"],
      }),
      ...(typeof schema["maxItems"] === "number" && {
        maxItems: schema["maxItems"],
      }),
    };
  }

  function itemsOf({ items, enum: values }: Plain): Plain | boolean {
    const own = items === undefined ? true : normalize(items);
    return Array.isArray(values) && !(isRecord(own) && "enum" in own)
      ? { enum: values }
      : own;
  }

  return { normalize, define, origins };
}

/** The types it allows: `null` beside a composition is an alternative to all of it. */
function typesOf(
  schema: Plain,
  { composed, isObject }: { composed: boolean; isObject: boolean },
): readonly string[] {
  const type = schema["type"] ?? impliedType(schema, isObject);
  const types = (Array.isArray(type) ? type : [type]).filter(isTypeName);
  return composed ? types.filter((name) => name !== "null") : types;
}

const requiredKeysOf = (schema: Plain): readonly string[] =>
  requiredOf(schema).map(keyOfName);

/** All parts at once; `required` reaches into the parts. */
function joined(parts: readonly Plain[], required: readonly string[]): Plain {
  const telling = parts.filter((part) => !isBareObject(part));
  const [only = {}, ...more] = telling.length > 0 ? telling : parts.slice(0, 1);
  if (more.length === 0 && (required.length === 0 || isCore(only))) return only;
  return { allOf: telling, ...(required.length > 0 && { required }) };
}

/** `allOf: [Pet, { type: object, required: [name] }]`: the second part has no members of its own. */
const isBareObject = (part: Plain): boolean =>
  part["type"] === "object" &&
  Object.keys(part).every((keyword) =>
    keyword === "additionalProperties"
      ? part[keyword] === false
      : ["type", "required", emptyMark].includes(keyword),
  );

/** Not a reference and not a list of parts: it has its own `required`. */
const isCore = (part: Plain): boolean =>
  ["$ref", "allOf"].every((keyword) => !(keyword in part));

/**
 * `Cat: allOf [Pet]` while `Pet: oneOf [Cat, Dog]`: read as written this has no end. What is meant
 * is that a cat has the fields of every pet, so the alternatives are left out on the way back.
 */
function withoutWayBack(
  document: Document,
  schema: Plain,
  written: Plain,
): unknown[] {
  const items = schema["allOf"] as readonly unknown[];
  return items.map((item) => {
    if (!isRecord(item) || typeof item["$ref"] !== "string") return item;
    const target = document.resolve<object>(item, []).node;
    if (!isRecord(target)) return item;
    const comesBack = ["oneOf", "anyOf"].some((keyword) => {
      const alternatives = target[keyword];
      return (
        Array.isArray(alternatives) &&
        alternatives.some((alternative) =>
          leadsTo(document, alternative, written),
        )
      );
    });
    if (!comesBack) return item;
    const { oneOf: _oneOf, anyOf: _anyOf, discriminator: _d, ...rest } = target;
    return rest;
  });
}

const leadsTo = (document: Document, node: unknown, goal: Plain): boolean =>
  isRecord(node) &&
  typeof node["$ref"] === "string" &&
  document.resolve<object>(node, []).node === goal;
