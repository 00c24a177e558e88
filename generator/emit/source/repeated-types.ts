/**
 * Objects that a document writes out in many places, each with the same fields and comments: one is
 * written, and the others are its place: `Pull["head"]["repo"]`. Editors show what is there, and no
 * name comes into the package that the document does not have.
 */
import type { Model, Name, ObjectType, Property, Type } from "../../sdk/sdk.js";
import { mapType } from "../../sdk/types.js";
import { code, ident, lit, type Code } from "../encode/encode.js";

/** Shorter ones, as JSON with their comments, are written again. */
const longType = 400;

/** With more keys in it, a place reads worse than what is there. */
const mostKeys = 3;

/** How a type is reached from a declaration. */
interface Place {
  readonly code: Code;
  readonly keys: number;
}

const nonNullable = (of: Code): Code =>
  of.startsWith("NonNullable<") && of.endsWith(">")
    ? of
    : code`NonNullable<${of}>`;

const propertyPlace = (
  place: Place | undefined,
  { name, optional }: Property,
): Place | undefined => {
  if (!place || place.keys === mostKeys) return undefined;
  const of = code`${place.code}[${lit(name)}]`;
  return { code: optional ? nonNullable(of) : of, keys: place.keys + 1 };
};

/** The JSON of a type, with its comments. */
interface TypeText {
  /** Equal for equal texts. */
  readonly id: number;
  readonly length: number;
}

/** Each object is printed once, with marks in the places of those in it: a long type may be deep. */
const textsOfObjects = (): ((type: ObjectType) => TypeText) => {
  const known = new Map<ObjectType, TypeText>();
  const ids = new Map<string, number>();
  const textOf = (type: ObjectType): TypeText => {
    const before = known.get(type);
    if (before) return before;
    let hidden = 0;
    const marked = (inner: Type): Type => {
      if (inner.kind !== "object") return mapType(inner, marked);
      const { id, length } = textOf(inner);
      // No model has such a name.
      const mark: Type = { kind: "model", name: `#${id}` as Name };
      hidden += length - JSON.stringify(mark).length;
      return mark;
    };
    const text = JSON.stringify(mapType(type, marked));
    const id = ids.get(text) ?? ids.size;
    ids.set(text, id);
    const printed = { id, length: text.length + hidden };
    known.set(type, printed);
    return printed;
  };
  return textOf;
};

/** One type, or null. */
const isOnlyNullable = (members: readonly Type[]): boolean =>
  members.filter(
    (member) => member.kind !== "keyword" || member.keyword !== "null",
  ).length === 1;

/**
 * @param models in the order in which they are written
 * @returns the models, and the types in them that are places, each with how it is reached
 */
export const repeatedTypes = (
  models: readonly Model[],
): {
  readonly models: readonly Model[];
  readonly places: ReadonlyMap<Type, Code>;
} => {
  const textOf = textsOfObjects();
  const written = new Map<number, Code>();
  const places = new Map<Type, Code>();

  const shared = (type: Type, place: Place | undefined): Type => {
    if (type.kind !== "object") return inside(type, place);
    const { id, length } = textOf(type);
    if (length <= longType) return type;
    const before = written.get(id);
    if (before !== undefined) {
      const reference = { ...type };
      places.set(reference, before);
      return reference;
    }
    if (place && place.keys > 0) written.set(id, place.code);
    return membersOf(type, place);
  };

  const membersOf = (type: ObjectType, place?: Place): ObjectType => {
    // TypeScript resolves an index signature before the properties beside it: it cannot refer to them.
    const index = type.index && shared(type.index, undefined);
    const properties = type.properties.map((property) => ({
      ...property,
      type: shared(property.type, propertyPlace(place, property)),
    }));
    return { ...type, properties, ...(index && { index }) };
  };

  const inside = (type: Type, place: Place | undefined): Type => {
    switch (type.kind) {
      case "array":
        return {
          ...type,
          item: shared(
            type.item,
            place && { ...place, code: code`${place.code}[number]` },
          ),
        };
      case "union":
        return {
          ...type,
          members: type.members.map((member) =>
            shared(
              member,
              isOnlyNullable(type.members) && place
                ? { ...place, code: nonNullable(place.code) }
                : undefined,
            ),
          ),
        };
      default:
        return type;
    }
  };

  return {
    models: models.map((model) => {
      const { name, declaration } = model;
      if (declaration.kind === "alias") return model;
      // What a type extends is looked at before its own properties.
      const place =
        declaration.extends.length > 0
          ? undefined
          : { code: ident(name), keys: 0 };
      const body = membersOf(declaration.body, place);
      return { ...model, declaration: { ...declaration, body } };
    }),
    places,
  };
};
