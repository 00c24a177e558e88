/**
 * Makes discriminated unions narrow: each alternative gets the value that selects it as a constant
 * (OpenAPI 3.1.1 section 4.8.25). A mapping holds references: `load` has made them of names.
 */
import type {
  Document,
  Pointer,
  Schema,
  SchemaObject,
} from "../../openapi/document.js";
import { listedValues } from "./keywords.js";
import { isReference, pointerOf, targetOf } from "../references.js";

interface DiscriminatorMapping {
  readonly property: string;
  /** Pointer of a schema, as JSON -> the values that select it. */
  readonly values: ReadonlyMap<string, readonly string[]>;
  /** The schema for every other value, and for none (OpenAPI 3.2 section 4.25). */
  readonly fallback?: string;
}

function discriminatorMapping({
  discriminator,
}: SchemaObject): DiscriminatorMapping | undefined {
  if (!discriminator) return undefined;
  const { propertyName, mapping = {}, defaultMapping } = discriminator;
  const values = new Map<string, string[]>();
  for (const [value, $ref] of Object.entries(mapping)) {
    const id = idOf(pointerOf($ref));
    values.set(id, [...(values.get(id) ?? []), value]);
  }
  return {
    property: propertyName,
    values,
    ...(defaultMapping !== undefined && {
      fallback: idOf(pointerOf(defaultMapping)),
    }),
  };
}

const idOf = (pointer: Pointer): string => JSON.stringify(pointer);

/** Without a mapping for it, a component schema is selected by its name. */
function mappingValuesFor(
  { values, fallback }: DiscriminatorMapping,
  pointer: Pointer,
): readonly string[] {
  const id = idOf(pointer);
  if (id === fallback) return [];
  const mapped = values.get(id);
  if (mapped) return mapped;
  const [first, second, name] = pointer;
  return first === "components" && second === "schemas" && name !== undefined
    ? [name]
    : [];
}

/** The alternatives of a union, each with the constant that selects it where it declares none. */
export function withConstants(
  document: Document,
  schema: SchemaObject,
  alternatives: readonly Schema[],
): readonly Schema[] {
  const mapping = discriminatorMapping(schema);
  if (!mapping) return alternatives;
  return alternatives.map((alternative) => {
    if (!isReference(alternative)) return alternative;
    const values = mappingValuesFor(mapping, pointerOf(alternative.$ref));
    const constant = narrowing(document, alternative, mapping, values);
    return constant ? { allOf: [alternative, constant] } : alternative;
  });
}

/**
 * The constant of a schema that extends a discriminated base: `Dog: allOf [Pet, …]` is a `"dog"`.
 * @param pointer of the schema
 */
export function inheritedConstant(
  document: Document,
  schema: SchemaObject,
  pointer: Pointer,
): SchemaObject | undefined {
  for (const part of schema.allOf ?? []) {
    if (!isReference(part)) continue;
    const mapping = discriminatorMapping(targetOf(document, part) ?? {});
    if (!mapping) continue;
    const values = mapping.values.get(idOf(pointer)) ?? [];
    const constant = narrowing(document, schema, mapping, values);
    if (constant) return constant;
  }
  return undefined;
}

/** The constraint to add to a schema; undefined where it has an equal or a contradictory one. */
function narrowing(
  document: Document,
  schema: SchemaObject,
  { property }: DiscriminatorMapping,
  selecting: readonly string[],
): SchemaObject | undefined {
  const constraint = constraintOf(document, schema, property);
  if (!constraint) return undefined;
  const { type, allowed } = constraint;
  const values = selecting
    .map((value) => typedValue(value, type))
    .filter((value) => !allowed || allowed.has(value));
  if (values.length === 0 || values.length === allowed?.size) return undefined;
  return {
    type: "object",
    required: [property],
    properties: {
      [property]: values.length === 1 ? { const: values[0] } : { enum: values },
    },
  };
}

/** The values that a schema allows for a property. */
interface Constraint {
  /** The type of the property, where the schema names one. */
  readonly type?: string;
  /** All values that the property can have, where the schema lists them. */
  readonly allowed?: ReadonlySet<unknown>;
}

/** Undefined for a schema that is no object or is a union. */
function constraintOf(
  document: Document,
  schema: Schema,
  property: string,
  depth = 0,
): Constraint | undefined {
  const target = targetOf(document, schema);
  if (!target || depth > 20) return {};
  const { type, oneOf, anyOf, allOf = [], properties = {} } = target;
  if (typeof type === "string" && type !== "object") return undefined;
  if ((oneOf ?? anyOf) && depth === 0) return undefined;
  let constraint: Constraint = {};
  for (const part of allOf) {
    const inherited = constraintOf(document, part, property, depth + 1);
    constraint = { ...constraint, ...inherited };
  }
  const member = Object.hasOwn(properties, property)
    ? unwrapped(document, properties[property])
    : undefined;
  if (!member) return constraint;
  const allowed = listedValues(member);
  return {
    ...constraint,
    ...(typeof member.type === "string" && { type: member.type }),
    ...(allowed && { allowed: new Set(allowed) }),
  };
}

/** `allOf: [Kind]` is how documents of 3.0 put a description beside a reference. */
function unwrapped(
  document: Document,
  schema: Schema | undefined,
): SchemaObject | undefined {
  const target = targetOf(document, schema);
  const [only, ...more] = target?.allOf ?? [];
  return only !== undefined && more.length === 0
    ? { ...targetOf(document, only), ...target }
    : target;
}

/** Keys of a mapping are text, whatever the property's type is. */
function typedValue(value: string, type: string | undefined): unknown {
  if ((type === "integer" || type === "number") && value.trim() !== "") {
    const number = Number(value);
    return Number.isFinite(number) ? number : value;
  }
  return type === "boolean" && /^(true|false)$/.test(value)
    ? value === "true"
    : value;
}
