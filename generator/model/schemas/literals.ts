/**
 * The values that a schema lists for itself or for a property, wherever it says so: all of `allOf`
 * holds, and one of `oneOf` and `anyOf`.
 */
import type { Document, Schema, SchemaObject } from "../../openapi/document.js";
import { isReference, isSchemaObject, resolveSchema } from "../references.js";
import { listedValues } from "./keywords.js";

/** What is known of a value. */
export interface Constraint {
  /** The name of its type, where the schema says it. */
  readonly type?: string;
  /** All values that it can have but null, where the schema lists them. */
  readonly allowed?: ReadonlySet<unknown>;
}

/** A schema can contain itself. */
const maxDepth = 20;

/** The constraint on values of the schema. */
export const literalsOf = (
  document: Document,
  schema: Schema | undefined,
): Constraint => collect(document, schema, ownLiterals);

/**
 * The constraint on a property of the schema.
 * @param isLeftOut true for referenced schemas that do not count
 */
export const propertyLiterals = (
  document: Document,
  schema: Schema,
  property: string,
  isLeftOut?: (schema: SchemaObject) => boolean,
): Constraint =>
  collect(
    document,
    schema,
    ({ properties = {} }) =>
      Object.hasOwn(properties, property)
        ? literalsOf(document, properties[property])
        : {},
    isLeftOut,
  );

function ownLiterals(schema: SchemaObject): Constraint {
  const [type, ...more] = [schema.type].flat().filter(isNoNull);
  const values = listedValues(schema)?.filter((value) => value !== null);
  return {
    ...(type !== undefined && more.length === 0 && { type }),
    ...(values && { allowed: new Set(values) }),
  };
}

const isNoNull = (name: string | undefined): name is string =>
  name !== undefined && name !== "null";

function collect(
  document: Document,
  schema: Schema | undefined,
  own: (schema: SchemaObject) => Constraint,
  isLeftOut: (schema: SchemaObject) => boolean = () => false,
): Constraint {
  const of = (one: Schema | undefined, depth: number): Constraint => {
    if (!isSchemaObject(one) || depth > maxDepth) return {};
    const target = isReference(one) ? resolveSchema(document, one) : undefined;
    if (target && isLeftOut(target)) return {};
    const { allOf = [] } = one;
    return [
      ...(target ? [of(target, depth + 1)] : []),
      ...allOf.map((part) => of(part, depth + 1)),
      ...[one.oneOf, one.anyOf].map((list = []) =>
        joinAll(
          list
            .filter((each) => !isSchemaObject(each) || each.type !== "null")
            .map((each) => of(each, depth + 1)),
        ),
      ),
    ].reduce(meet, own(one));
  };
  return of(schema, 0);
}

/** Both hold. */
function meet(a: Constraint, b: Constraint): Constraint {
  const type = a.type ?? b.type;
  const allowed =
    a.allowed && b.allowed
      ? new Set([...a.allowed].filter((value) => b.allowed?.has(value)))
      : (a.allowed ?? b.allowed);
  return { ...(type !== undefined && { type }), ...(allowed && { allowed }) };
}

/** One of them holds. */
function joinAll(list: readonly Constraint[]): Constraint {
  const [first, ...others] = list;
  const isListed = list.every(({ allowed }) => allowed);
  const type = others.every((other) => other.type === first?.type)
    ? first?.type
    : undefined;
  return {
    ...(type !== undefined && { type }),
    ...(first &&
      isListed && {
        allowed: new Set(list.flatMap(({ allowed = [] }) => [...allowed])),
      }),
  };
}

/**
 * Keys of a mapping are text, whatever the property's type is: each becomes the listed value that is
 * written like it, or a value of that type.
 */
export function typedValue(
  text: string,
  { type, allowed = new Set() }: Constraint,
): unknown {
  const listed = [...allowed].find((value) => String(value) === text);
  if (listed !== undefined) return listed;
  if ((type === "integer" || type === "number") && text.trim() !== "") {
    const number = Number(text);
    return Number.isFinite(number) ? number : text;
  }
  return type === "boolean" && /^(true|false)$/.test(text)
    ? text === "true"
    : text;
}
