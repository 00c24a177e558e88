/**
 * Builds unions, intersections and objects without the members that say nothing, so that a reader
 * sees `Pet`, not `Pet & unknown`.
 */
import type { Keyword, ObjectType, Property, Type } from "../../sdk/sdk.js";

export const keyword = (name: Keyword): Type => ({
  kind: "keyword",
  keyword: name,
});

/** `Record<string, never>`. */
export const noKeys: Type = {
  kind: "object",
  properties: [],
  index: { kind: "keyword", keyword: "never" },
};

const isKeyword = (type: Type, name: Keyword): boolean =>
  type.kind === "keyword" && type.keyword === name;

/** `A | (B | A)` -> `A | B`; `unknown` swallows the rest; null and undefined come last. */
export function union(types: readonly Type[]): Type {
  const flat = types.flatMap((type) =>
    type.kind === "union" ? type.members : [type],
  );
  const members = distinct(flat.filter((type) => !isKeyword(type, "never")));
  const unknown = members.find((type) => isKeyword(type, "unknown"));
  if (unknown) return unknown;
  const plain = withoutSwallowed(members);
  const rest = plain.filter((type) => !isEmptyValue(type));
  const sorted = [...rest, ...plain.filter(isEmptyValue)];
  const [only] = sorted;
  if (only === undefined) return keyword("never");
  return sorted.length === 1 ? only : { kind: "union", members: sorted };
}

const isEmptyValue = (type: Type): boolean =>
  isKeyword(type, "null") || isKeyword(type, "undefined");

/** `"a" | string` is `string` to TypeScript; `true | false` is `boolean`. */
function withoutSwallowed(types: readonly Type[]): Type[] {
  const has = (name: Keyword): boolean =>
    types.some((type) => isKeyword(type, name));
  const booleans = types.filter(
    (type) => type.kind === "literal" && typeof type.value === "boolean",
  );
  const both = booleans.length === 2;
  const kept = types.filter((type) => {
    if (type.kind !== "literal") return true;
    switch (typeof type.value) {
      case "string":
        return !has("string");
      case "number":
        return !has("number");
      default:
        return !has("boolean") && !both;
    }
  });
  return both && !has("boolean") ? [keyword("boolean"), ...kept] : kept;
}

/** `A & unknown` -> `A`; `A & A` -> `A`. */
export function intersection(types: readonly Type[]): Type {
  const flat = types.flatMap((type) =>
    type.kind === "intersection" ? type.members : [type],
  );
  const members = distinct(flat.filter((type) => !isKeyword(type, "unknown")));
  const merged = mergeObjects(withoutWider(withoutOpen(members)));
  const [only] = merged;
  if (only === undefined) return keyword("unknown");
  return merged.length === 1 ? only : { kind: "intersection", members: merged };
}

/**
 * `Pet & (Record<string, unknown> | Cat)` -> `Pet & ({} | Cat)`: "or nothing more" does not mean any
 * key beside the pet's.
 */
function withoutOpen(types: readonly Type[]): readonly Type[] {
  const hasShape = types.some(
    (type) =>
      type.kind === "model" ||
      (type.kind === "object" && type.properties.length > 0),
  );
  return hasShape
    ? types.map((type) =>
        type.kind === "union"
          ? { ...type, members: type.members.map(closed) }
          : type,
      )
    : types;
}

const closed = (type: Type): Type =>
  type.kind === "object" &&
  type.properties.length === 0 &&
  type.index !== undefined &&
  isKeyword(type.index, "unknown")
    ? { kind: "object", properties: [] }
    : type;

/** `string & ("a" | "b")` -> `"a" | "b"`. */
const withoutWider = (types: readonly Type[]): Type[] =>
  types.filter(
    (type) =>
      type.kind !== "keyword" ||
      !types.some((other) => other !== type && isScalarOf(type, other)),
  );

/** Object literals beside each other become one, unless they give one name two types. */
function mergeObjects(types: readonly Type[]): Type[] {
  const result: Type[] = [];
  for (const type of types) {
    const index = result.findIndex(isPlainObject);
    const before = result[index];
    const joined =
      before?.kind === "object" && isPlainObject(type) && type.kind === "object"
        ? joinObjects(before, type)
        : undefined;
    if (joined) result[index] = joined;
    else result.push(type);
  }
  return result;
}

const isPlainObject = (type: Type): boolean =>
  type.kind === "object" && type.index === undefined;

function joinObjects(a: ObjectType, b: ObjectType): ObjectType | undefined {
  const properties = new Map(
    a.properties.map((property) => [property.name, property]),
  );
  for (const property of b.properties) {
    const before = properties.get(property.name);
    if (!before) {
      properties.set(property.name, property);
      continue;
    }
    const both = joinProperties(before, property);
    if (!both) return undefined;
    properties.set(property.name, both);
  }
  return { kind: "object", properties: [...properties.values()] };
}

/** One property that two objects have; undefined when their types do not fit into each other. */
export function joinProperties(a: Property, b: Property): Property | undefined {
  const type = narrower(a.type, b.type);
  const described = b.doc.description === undefined ? a : b;
  return type && { ...described, type, optional: a.optional && b.optional };
}

/** Of two types of the same value, the one that says more; undefined when neither contains the other. */
function narrower(a: Type, b: Type): Type | undefined {
  if (same(a, b) || isKeyword(b, "unknown")) return a;
  if (isKeyword(a, "unknown")) return b;
  if (isScalarOf(a, b)) return b;
  if (isScalarOf(b, a)) return a;
  return undefined;
}

/** True if every value of `narrow` is one of the scalar type `wide`. */
const isScalarOf = (wide: Type, narrow: Type): boolean =>
  narrow.kind === "union"
    ? narrow.members.every((member) => isScalarOf(wide, member))
    : narrow.kind === "literal"
      ? isKeyword(wide, typeof narrow.value as Keyword)
      : narrow.kind === "dateTime" && isKeyword(wide, "string");

export const withIndex = (
  named: ObjectType,
  index: Type | undefined,
): ObjectType =>
  index ? { ...named, index: indexBeside(named.properties, index) } : named;

/**
 * Named properties beside an index signature: in one object type the signature must admit them all
 * (TS2411), and in an intersection no literal could ever be assigned.
 */
export function indexBeside(
  properties: readonly Property[],
  index: Type,
): Type {
  const optional = properties.some((property) => property.optional);
  const all = union([
    index,
    ...properties.map(({ type }) => type),
    ...(optional ? [keyword("undefined")] : []),
  ]);
  const many = all.kind === "union" && all.members.length > 6;
  return many ? keyword("unknown") : all;
}

function distinct(types: readonly Type[]): Type[] {
  if (types.length < 2) return [...types];
  const seen = new Set<unknown>();
  return types.filter((type) => {
    const key = identityOf(type);
    return seen.has(key) ? false : seen.add(key);
  });
}

/** The same for types that are the same. */
const identityOf = (type: Type): unknown =>
  type.kind === "literal" && typeof type.value !== "string"
    ? type.value
    : type.kind === "model" || type.kind === "keyword"
      ? `${type.kind} ${type.kind === "model" ? type.name : type.keyword}`
      : JSON.stringify(type);

const same = (a: Type, b: Type): boolean =>
  JSON.stringify(a) === JSON.stringify(b);
