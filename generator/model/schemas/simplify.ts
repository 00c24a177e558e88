/**
 * Builds unions, intersections and objects without redundant members: `Pet`, not `Pet & unknown`.
 */
import type { Keyword, ObjectType, Property, Type } from "../../sdk/sdk.js";

export const keywordType = (name: Keyword): Type => ({
  kind: "keyword",
  keyword: name,
});

/** `Record<string, never>`. */
export const noKeys: Type = {
  kind: "object",
  properties: [],
  index: keywordType("never"),
};

export const isKeyword = (type: Type, ...names: readonly Keyword[]): boolean =>
  type.kind === "keyword" && names.includes(type.keyword);

/** `A | (B | A)` -> `A | B`; `unknown` absorbs the rest; null and undefined come last. */
export function union(types: readonly Type[]): Type {
  const flat = types.flatMap((type) =>
    type.kind === "union" ? type.members : [type],
  );
  const members = distinct(flat.filter((type) => !isKeyword(type, "never")));
  const unknown = members.find((type) => isKeyword(type, "unknown"));
  if (unknown) return unknown;
  const isNullish = (type: Type): boolean =>
    isKeyword(type, "null", "undefined");
  const reduced = withoutAbsorbed(members);
  const sorted = [
    ...reduced.filter((type) => !isNullish(type) && !isOpenText(type)),
    ...reduced.filter(isOpenText),
    ...reduced.filter(isNullish),
  ];
  const [only] = sorted;
  if (only === undefined) return keywordType("never");
  return sorted.length === 1 ? only : { kind: "union", members: sorted };
}

/** Any other text beside the ones that are listed. */
export const openText: Type = {
  kind: "keyword",
  keyword: "string",
  open: true,
};

const isOpenText = (type: Type): boolean =>
  type.kind === "keyword" && type.open === true;

export const isTextLiteral = (type: Type): boolean =>
  type.kind === "literal" && typeof type.value === "string";

/** `"a" | (string & {})` -> `string`, for what only asks which values there are. */
export function withoutHints(type: Type): Type {
  if (isOpenText(type)) return keywordType("string");
  if (type.kind !== "union" || !type.members.some(isOpenText)) return type;
  return union(
    type.members
      .filter((member) => !isTextLiteral(member))
      .map((member) => withoutHints(member)),
  );
}

/**
 * `1 | number` is `number` to TypeScript, and `true | false` is `boolean`. `"a" | string` would be
 * `string`, of which no editor knows the values: it becomes `"a" | (string & {})`.
 */
function withoutAbsorbed(all: readonly Type[]): readonly Type[] {
  const isListed = all.some(isTextLiteral);
  const types = distinct(
    all.map((type) =>
      isListed && isKeyword(type, "string") ? openText : type,
    ),
  );
  const kindOf = (type: Type): string | undefined =>
    type.kind === "literal" ? typeof type.value : undefined;
  const hasBoth =
    types.filter((type) => kindOf(type) === "boolean").length === 2;
  const names = new Set<string | undefined>(
    types.flatMap((type) =>
      type.kind === "keyword" && !isOpenText(type) ? type.keyword : [],
    ),
  );
  const candidates =
    hasBoth && !names.has("boolean")
      ? [keywordType("boolean"), ...types]
      : types;
  return candidates.filter((type) => {
    const kind = kindOf(type);
    return (
      !(kind === "boolean" && hasBoth) &&
      !names.has(kind) &&
      // any text at all says what any other text says
      !(isOpenText(type) && names.has("string"))
    );
  });
}

/** `A & unknown` -> `A`; `A & A` -> `A`. */
export function intersection(types: readonly Type[]): Type {
  const flat = types.flatMap((type) =>
    type.kind === "intersection" ? type.members : [type],
  );
  const members = distinct(flat.filter((type) => !isKeyword(type, "unknown")));
  const merged = mergeObjects(
    withoutWider(withoutOthers(withoutOpen(members))),
  );
  const [only] = merged;
  if (only === undefined) return keywordType("unknown");
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
  type.index &&
  isKeyword(type.index, "unknown")
    ? { kind: "object", properties: [] }
    : type;

/** `string & ("a" | null)` -> `string & "a"`: no other alternative is a text. */
function withoutOthers(types: readonly Type[]): readonly Type[] {
  const scalar = types.find((type) => isKeyword(type, ...scalars));
  if (!scalar) return types;
  const isNarrower = (type: Type): boolean =>
    isSameType(type, scalar) || isScalarOf(scalar, type);
  return types.map((type) =>
    type.kind === "union" &&
    type.members.every(({ kind }) => kind === "keyword" || kind === "literal")
      ? union(type.members.filter(isNarrower))
      : type,
  );
}

const scalars = ["string", "number", "boolean"] as const;

/** `string & ("a" | "b")` -> `"a" | "b"`. */
const withoutWider = (types: readonly Type[]): Type[] =>
  types.filter(
    (type) =>
      type.kind !== "keyword" ||
      !types.some((other) => other !== type && isScalarOf(type, other)),
  );

/** Merges object literals, unless they give a property incompatible types. */
function mergeObjects(types: readonly Type[]): Type[] {
  const result: Type[] = [];
  for (const type of types) {
    const index = result.findIndex(isPlainObject);
    const before = result[index];
    const joined =
      before && isPlainObject(before) && isPlainObject(type)
        ? joinObjects(before, type)
        : undefined;
    if (joined) result[index] = joined;
    else result.push(type);
  }
  return result;
}

const isPlainObject = (type: Type): type is ObjectType =>
  type.kind === "object" && type.index === undefined;

function joinObjects(a: ObjectType, b: ObjectType): ObjectType | undefined {
  const properties = new Map(
    a.properties.map((property) => [property.name, property]),
  );
  for (const property of b.properties) {
    const before = properties.get(property.name);
    const joined = before ? joinProperties(before, property) : property;
    if (!joined) return undefined;
    properties.set(property.name, joined);
  }
  return {
    kind: "object",
    properties: [...properties.values()],
    ...withheldOf([a, b]),
  };
}

/** What objects that are made one have withheld. */
export function withheldOf(
  types: readonly Type[],
): Pick<ObjectType, "withheld"> {
  const withheld = types.flatMap((type) =>
    type.kind === "object" ? (type.withheld ?? []) : [],
  );
  return withheld.length === 0 ? {} : { withheld };
}

/** The property of an intersection that both members have; undefined for incompatible types. */
export function joinProperties(a: Property, b: Property): Property | undefined {
  const type = narrower(a.type, b.type);
  const { name, doc } = b.doc.description === undefined ? a : b;
  const access = accessOfBoth(a.access, b.access);
  const optional = a.optional && b.optional;
  return type && { name, type, optional, ...(access && { access }), doc };
}

/** An annotation of any part applies to the whole; both at once exclude each other. */
const accessOfBoth = (
  a: Property["access"],
  b: Property["access"],
): Property["access"] => (a && b && a !== b ? undefined : (a ?? b));

/** The type that is assignable to the other; undefined when neither is. */
function narrower(a: Type, b: Type): Type | undefined {
  const isWider = (wide: Type, narrow: Type): boolean =>
    isKeyword(wide, "unknown") ||
    isScalarOf(wide, narrow) ||
    isAmong(wide, narrow);
  if (isSameType(a, b) || isWider(b, a)) return a;
  return isWider(a, b) ? b : undefined;
}

/** True if each literal of `narrow` is one of the union `wide`. */
const isAmong = (wide: Type, narrow: Type): boolean =>
  narrow.kind === "union"
    ? narrow.members.every((member) => isAmong(wide, member))
    : narrow.kind === "literal" &&
      wide.kind === "union" &&
      wide.members.some((member) => isSameType(member, narrow));

/** True if every value of `narrow` is one of the scalar type `wide`. */
const isScalarOf = (wide: Type, narrow: Type): boolean =>
  narrow.kind === "union"
    ? narrow.members.every((member) => isScalarOf(wide, member))
    : narrow.kind === "literal"
      ? isKeyword(wide, typeof narrow.value as Keyword)
      : isKeyword(wide, "string") &&
        (narrow.kind === "dateTime" || isOpenText(narrow));

export const withIndexSignature = (
  named: ObjectType,
  index: Type | undefined,
): ObjectType =>
  index ? { ...named, index: indexBeside(named.properties, index) } : named;

/**
 * The index signature beside named properties: in one object type it must admit them all (TS2411), and
 * in an intersection no literal could be assigned otherwise.
 */
export function indexBeside(
  properties: readonly Property[],
  index: Type,
): Type {
  const hasOptional = properties.some(({ optional }) => optional);
  const type = withoutHints(
    union([
      index,
      ...properties.map((property) => property.type),
      ...(hasOptional ? [keywordType("undefined")] : []),
    ]),
  );
  const isTooLong = type.kind === "union" && type.members.length > 6;
  return isTooLong ? keywordType("unknown") : type;
}

/** The types without repetitions; the first of each is kept. */
const distinct = (types: readonly Type[]): readonly Type[] =>
  types.length < 2
    ? types
    : [...new Map(types.map((type) => [JSON.stringify(type), type])).values()];

export const isSameType = (a: Type, b: Type): boolean =>
  JSON.stringify(a) === JSON.stringify(b);
