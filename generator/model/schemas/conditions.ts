/**
 * Conditional keywords as unions: properties that need others, alternatives that only have `required`,
 * `if`, `then` and `else`, and the names of keys where they are listed.
 *
 * Each schema is rewritten into an equivalent (or wider) one of `properties`, `allOf` and `anyOf`, which
 * have types. The keywords that no type expresses are returned, to be reported.
 */
import type { Document, Schema, SchemaObject } from "../../openapi/document.js";
import { forbidding, withoutExcluded, withPart } from "./exclusions.js";
import { alternativesOf } from "./alternatives.js";
import {
  isComposed,
  listedValues,
  ownRequired,
  requiredOf,
} from "./keywords.js";
import { isSchemaObject, resolveSchema } from "../references.js";

export interface RewrittenSchema {
  readonly schema: SchemaObject;
  /** Keywords that no type expresses. */
  readonly untyped: readonly string[];
}

/** Undefined where no type expresses the keyword. */
type Rewrite = (
  document: Document,
  schema: SchemaObject,
) => SchemaObject | undefined;

/** In the order in which they are applied. */
const rewrites: Readonly<Record<string, Rewrite>> = {
  not: withoutExcluded,
  if: conditional,
  dependentRequired,
  dependentSchemas,
  propertyNames: listedKeys,
  unevaluatedProperties: remainingProperties,
  unevaluatedItems: remainingItems,
  anyOf: (document, schema) => alternatives(document, schema, "anyOf"),
  oneOf: (document, schema) => alternatives(document, schema, "oneOf"),
};

export function rewriteConditions(
  document: Document,
  schema: SchemaObject,
): RewrittenSchema {
  const untyped: string[] = [];
  let result = schema;
  for (const [keyword, rewrite] of Object.entries(rewrites)) {
    if (!(keyword in result)) continue;
    const typed = rewrite(document, result);
    if (typed) result = typed;
    else untyped.push(keyword);
  }
  return { schema: result, untyped };
}

/** The schema of a property, declared by the object or by what it is composed of. */
function propertyOf(
  document: Document,
  schema: Schema | undefined,
  name: string,
  depth = 0,
): Schema | undefined {
  if (!isSchemaObject(schema) || depth > 20) return undefined;
  const { properties = {}, $ref, allOf = [] } = schema;
  if (Object.hasOwn(properties, name)) return properties[name];
  const parts =
    $ref === undefined ? allOf : [...allOf, resolveSchema(document, schema)];
  for (const part of parts) {
    const property = propertyOf(document, part, name, depth + 1);
    if (property !== undefined) return property;
  }
  return undefined;
}

/** Declares the properties that a part only requires, with the types that the whole gives them. */
function completed(
  document: Document,
  whole: SchemaObject,
  part: Schema,
): Schema {
  if (!isSchemaObject(part)) return part;
  const { properties } = part;
  const missing = ownRequired(part).filter(
    (name) => propertyOf(document, part, name) === undefined,
  );
  if (missing.length === 0) return part;
  const added = Object.fromEntries(
    missing.map((name) => [name, propertyOf(document, whole, name) ?? true]),
  );
  return { ...part, type: "object", properties: { ...properties, ...added } };
}

/** `anyOf: [{ required: [mail] }, { required: [phone] }]` */
const alternatives = (
  document: Document,
  schema: SchemaObject,
  keyword: "anyOf" | "oneOf",
): SchemaObject => ({
  ...schema,
  [keyword]: schema[keyword]?.map((alternative) =>
    completed(document, schema, alternative),
  ),
});

/**
 * Declares the properties that an object requires and nothing in it declares: they are sent and received
 * like all others.
 * @param elsewhere names that what the schema is a part of declares
 */
export function withRequired(
  document: Document,
  schema: SchemaObject,
  elsewhere: readonly string[] = [],
): SchemaObject {
  const { properties, allOf = [], additionalProperties = true } = schema;
  const hasMembers = properties !== undefined || allOf.length > 0;
  const missing = hasMembers
    ? requiredOf(schema).filter(
        (name) =>
          !elsewhere.includes(name) && !isDeclared(document, schema, name),
      )
    : [];
  if (missing.length === 0 || additionalProperties === false) return schema;
  const added = missing.map((name) => [name, additionalProperties] as const);
  return {
    ...schema,
    properties: { ...properties, ...Object.fromEntries(added) },
  };
}

/** True if the schema itself, or an alternative of it, declares the property. */
const isDeclared = (
  document: Document,
  schema: SchemaObject,
  name: string,
): boolean =>
  [[schema], ...alternativesOf(document, schema)].some((parts) =>
    parts.some(
      ({ properties }) => properties && Object.hasOwn(properties, name),
    ),
  );

/** `{ card: [address] }`: no card, or a card and an address. */
function dependentRequired(
  document: Document,
  schema: SchemaObject,
): SchemaObject {
  const { dependentRequired: rules = {}, ...rest } = schema;
  return Object.entries(rules).reduce(
    (result, [name, names]) =>
      withPart(result, {
        anyOf: [forbidding(name), present(document, rest, [name, ...names])],
      }),
    rest,
  );
}

/** The same, with a schema that objects with the property fulfil. */
function dependentSchemas(
  document: Document,
  schema: SchemaObject,
): SchemaObject {
  const { dependentSchemas: rules = {}, ...rest } = schema;
  return Object.entries(rules).reduce((result, [name, rule]) => {
    const parts = [
      present(document, rest, [name]),
      completed(document, rest, rule),
    ];
    return withPart(result, {
      anyOf: [forbidding(name), { allOf: parts }],
    });
  }, rest);
}

const present = (
  document: Document,
  whole: SchemaObject,
  required: readonly string[],
): Schema => completed(document, whole, { type: "object", required });

/** An `if` about constants as two alternatives: the values that fulfil it, and the others. */
function conditional(
  document: Document,
  schema: SchemaObject,
): SchemaObject | undefined {
  const { if: condition, then: written, else: otherwise, ...rest } = schema;
  const [yes, no] = [written, otherwise].map((part) =>
    isAnything(part) ? undefined : part,
  );
  if (yes === undefined && no === undefined) return rest;
  const constants = constantsOf(condition);
  if (!constants) return undefined;
  const others = withOtherValue(document, rest, constants);
  // without the other values, the second alternative would be the whole type
  if (!others && (yes === undefined || no === undefined)) return undefined;
  const branch = (part: Schema | undefined): readonly Schema[] =>
    part === undefined ? [] : [completed(document, rest, part)];
  const holds = { ...constants, type: "object" };
  return withPart(rest, {
    anyOf: [
      { allOf: [holds, ...branch(yes)] },
      { allOf: [...(others ? [others] : []), ...branch(no)] },
    ],
  });
}

/** `else: {}` is no `else`. */
const isAnything = (schema: Schema | undefined): boolean =>
  schema === true ||
  (isSchemaObject(schema) && Object.keys(schema).length === 0);

/** The condition, where it consists of properties with constants. */
function constantsOf(condition: Schema | undefined): SchemaObject | undefined {
  if (!isSchemaObject(condition)) return undefined;
  const { properties = {} } = condition;
  const known = new Set(["properties", "required", "type"]);
  const members = Object.values(properties);
  return Object.keys(condition).every((keyword) => known.has(keyword)) &&
    members.length > 0 &&
    members.every(
      (member) =>
        isSchemaObject(member) && ("const" in member || "enum" in member),
    )
    ? condition
    : undefined;
}

/** An object whose property has one of its other listed values; undefined for several constants. */
function withOtherValue(
  document: Document,
  whole: SchemaObject,
  { properties = {} }: SchemaObject,
): SchemaObject | undefined {
  const [[name, constant] = ["", true], ...more] = Object.entries(properties);
  const target = resolveSchema(document, propertyOf(document, whole, name));
  const values = target?.type === "boolean" ? [true, false] : target?.enum;
  if (more.length > 0 || !values || !isSchemaObject(constant)) return undefined;
  const taken = listedValues(constant);
  const others = values.filter((value) => !taken?.includes(value));
  return { type: "object", properties: { [name]: { enum: others } } };
}

/** Listed keys become properties. */
function listedKeys(document: Document, schema: SchemaObject): SchemaObject {
  const { propertyNames, ...rest } = schema;
  const names = listedValues(resolveSchema(document, propertyNames) ?? {});
  const { additionalProperties: others = true } = rest;
  if (!names || others === false) return rest;
  return {
    ...rest,
    type: "object",
    properties: {
      ...Object.fromEntries(names.map((name) => [String(name), others])),
      ...rest.properties,
    },
    additionalProperties: false,
  };
}

function remainingProperties(
  _document: Document,
  schema: SchemaObject,
): SchemaObject | undefined {
  const { unevaluatedProperties: others, ...rest } = schema;
  if (others === false || others === undefined) return rest;
  if ("additionalProperties" in rest) return rest;
  return isComposed(rest)
    ? undefined
    : { ...rest, additionalProperties: others };
}

function remainingItems(
  _document: Document,
  schema: SchemaObject,
): SchemaObject {
  const { unevaluatedItems: others = true, ...rest } = schema;
  return "items" in rest || isComposed(rest)
    ? rest
    : { ...rest, items: others };
}
