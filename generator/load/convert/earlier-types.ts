/**
 * Schemas as SDKs by Stainless type them, for a package that is to replace one: what its callers pass
 * is still taken.
 *
 * - An object of which nothing is said is any value. A record of unknown values would refuse what is
 *   declared as an interface.
 * - Alternatives that say no more than what is required are no alternatives.
 * - A recursive reference (`$recursiveRef` of JSON Schema 2019-09) is any value.
 * - What is required and not declared need not be passed (`declareRequired` sees to it).
 * - A property that several parts of an `allOf` declare may be null where one of them says so.
 */
import { openapiRoot } from "../../openapi/grammar.js";
import {
  arrayOrEmpty,
  isRecord,
  type JsonObject,
  recordOrEmpty,
  remove,
  setOwn,
} from "../../openapi/records.js";
import { walk } from "../../openapi/walk.js";
import { Resolver } from "../bundle/resolver.js";

/**
 * `root` is changed; it is in the dialect of 3.1.
 * @param schemas every schema of the document
 */
export const takeEarlierTypes = (
  root: JsonObject,
  schemas: readonly JsonObject[],
): void => {
  const resolver = new Resolver(root);
  const asWhole = wholeBodies(root, resolver);
  const ruling = new Set(schemas.flatMap(conditionsOf));
  const nullable = new NullableProperties(resolver);
  // Read before anything is changed.
  const added = schemas.map((schema) => nullable.missingIn(schema));
  for (const [index, schema] of schemas.entries()) {
    for (const [holder, name] of added[index] ?? []) allowNull(holder, name);
    if (schema.$recursiveRef !== undefined)
      for (const keyword of ["$recursiveRef", "$ref"]) remove(schema, keyword);
    for (const keyword of ["anyOf", "oneOf"])
      if (saysOnlyRequired(schema[keyword])) remove(schema, keyword);
    if (isUnknownObject(schema) && !asWhole.has(schema) && !ruling.has(schema))
      for (const key of ["type", "properties", "required"]) remove(schema, key);
  }
};

/** The schemas of whole bodies: their fields are arguments. */
const wholeBodies = (
  root: JsonObject,
  resolver: Resolver,
): ReadonlySet<unknown> => {
  const found = new Set<unknown>();
  walk(root, openapiRoot, undefined, {
    object(node, kind) {
      if (kind === "mediaType") found.add(resolver.follow(node.schema));
    },
  });
  return found;
};

/** Parts that decide whether a value is valid, and describe none. */
const conditionsOf = (schema: JsonObject): readonly unknown[] =>
  ["not", "if", "then", "else"].map((keyword) => schema[keyword]);

const annotations = new Set([
  "title",
  "description",
  "default",
  "deprecated",
  "example",
  "examples",
  "externalDocs",
  "readOnly",
  "writeOnly",
]);

const isAnnotation = (key: string): boolean =>
  annotations.has(key) || key.startsWith("x-");

const isEmpty = (value: unknown): boolean =>
  value === undefined || Object.keys(Object(value) as object).length === 0;

const isUnknownObject = ({
  type,
  properties,
  required,
  ...others
}: JsonObject): boolean =>
  [type].flat().includes("object") &&
  [type].flat().every((one) => one === "object" || one === "null") &&
  isEmpty(properties) &&
  isEmpty(required) &&
  Object.keys(others).every(isAnnotation);

const saysOnlyRequired = (parts: unknown): boolean =>
  Array.isArray(parts) &&
  parts.length > 0 &&
  parts.every(
    (part) =>
      isRecord(part) &&
      part.required !== undefined &&
      Object.keys(part).every(
        (key) => key === "required" || key === "type" || isAnnotation(key),
      ),
  );

/** A schema, and the name of one of its properties. */
type Declaration = readonly [schema: JsonObject, name: string];

class NullableProperties {
  readonly #names = new Map<JsonObject, ReadonlySet<string>>();

  constructor(readonly resolver: Resolver) {}

  /** The properties that the schema or a part of it declares without null, and another part with it. */
  missingIn(schema: JsonObject): readonly Declaration[] {
    const parts = arrayOrEmpty(schema.allOf).filter((part) => isRecord(part));
    if (parts.length === 0) return [];
    const names = this.#namesIn(schema);
    return [schema, ...parts].flatMap((part) =>
      Object.entries(recordOrEmpty(part.properties))
        .filter(([name, one]) => names.has(name) && !this.#takesNull(one))
        .map(([name]): Declaration => [part, name]),
    );
  }

  /** Names that the schema, what it refers to or a part of it declares with null. */
  #namesIn(schema: JsonObject): ReadonlySet<string> {
    const known = this.#names.get(schema);
    if (known) return known;
    // A schema that contains itself adds nothing to itself.
    this.#names.set(schema, new Set());
    const target =
      typeof schema.$ref === "string"
        ? this.resolver.follow(schema)
        : undefined;
    const names = new Set([
      ...Object.entries(recordOrEmpty(schema.properties))
        .filter(([, one]) => this.#takesNull(one))
        .map(([name]) => name),
      ...[target, ...arrayOrEmpty(schema.allOf)]
        .filter((part) => isRecord(part))
        .flatMap((part) => [...this.#namesIn(part)]),
    ]);
    this.#names.set(schema, names);
    return names;
  }

  #takesNull(value: unknown, depth = 0): boolean {
    const schema = this.resolver.follow(value);
    if (!schema || depth > 20) return false;
    const { type, enum: values } = schema;
    return (
      [type].flat().includes("null") ||
      (type === undefined && arrayOrEmpty(values).includes(null)) ||
      [schema.anyOf, schema.oneOf]
        .flatMap(arrayOrEmpty)
        .some((part) => this.#takesNull(part, depth + 1))
    );
  }
}

/** A copy: the map may belong to another schema too, through an alias of YAML. */
const allowNull = (schema: JsonObject, name: string): void => {
  const properties = { ...recordOrEmpty(schema.properties) };
  const value = properties[name];
  const about = Object.fromEntries(
    Object.entries(recordOrEmpty(value)).filter(([key]) => isAnnotation(key)),
  );
  setOwn(properties, name, { ...about, anyOf: [value, { type: "null" }] });
  schema.properties = properties;
};
