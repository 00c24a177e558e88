/**
 * Types of the SDK to be written, as trees: the part of `sdk.ts` that the stages share most.
 */

declare const text: unique symbol;
declare const name: unique symbol;

/** A string of the document: data, never code. */
export type Text = string & { readonly [text]: true };

/** An identifier of `model/names/`: valid, not reserved, unique where it is declared. */
export type Name = string & { readonly [name]: true };

export type Type =
  | {
      readonly kind: "keyword";
      readonly keyword: Keyword;
      /** `string & {}`: any other text beside the ones that are listed, which editors still offer. */
      readonly open?: boolean;
    }
  | { readonly kind: "literal"; readonly value: Text | number | boolean }
  /** A declared model, by name. */
  | { readonly kind: "model"; readonly name: Name }
  /** Bytes: a `Blob` where files travel; inputs also take streams and more. */
  | {
      readonly kind: "binary";
      readonly input?: boolean;
      /** True of a result that is the response, in the place of a `Blob`. */
      readonly isResponse?: boolean;
    }
  /** `format: date-time`: text on the wire; inputs also take a `Date`. */
  | { readonly kind: "dateTime"; readonly input: boolean }
  | { readonly kind: "array"; readonly item: Type; readonly readonly: boolean }
  /** Whatever gives items one after the other, at once or in time. */
  | { readonly kind: "iterable"; readonly item: Type }
  /** A value of a multipart body with what `part(…)` says of it. */
  | { readonly kind: "part"; readonly of: Type }
  | {
      readonly kind: "tuple";
      readonly items: readonly TupleItem[];
      readonly rest?: Type;
    }
  | ObjectType
  | { readonly kind: "union"; readonly members: readonly Type[] }
  | { readonly kind: "intersection"; readonly members: readonly Type[] }
  /** `of` with the named optional properties made required. */
  | {
      readonly kind: "withRequired";
      readonly of: Type;
      readonly keys: readonly Text[];
    }
  /** The type of a value inside `of`: `KeyList["data"][number]`. */
  | {
      readonly kind: "element";
      readonly of: Type;
      readonly path: readonly Text[];
    };

export type Keyword =
  | "string"
  | "number"
  | "boolean"
  | "null"
  | "unknown"
  | "never"
  | "undefined"
  | "void";

export interface TupleItem {
  readonly type: Type;
  readonly optional: boolean;
}

export interface ObjectType {
  readonly kind: "object";
  readonly properties: readonly Property[];
  /** The type of the values under any other key. */
  readonly index?: Type;
  /** Left out, since the type is only sent or only received: for those who compare it with an older one. */
  readonly withheld?: readonly WithheldProperty[];
}

export type Access = "readOnly" | "writeOnly";

export interface WithheldProperty {
  readonly name: Text;
  readonly access: Access;
}

export interface Property {
  readonly name: Text;
  readonly type: Type;
  readonly optional: boolean;
  /** Only sent by the server, or only by the client. */
  readonly access?: Access;
  readonly doc: Doc;
}

/** The constraint of an integer of 64 bits that is a number. */
export const inexactInteger = "inexact beyond 2^53" as Text;

/** The content of a doc comment. */
export interface Doc {
  readonly summary?: Text;
  readonly description?: Text;
  readonly deprecated?: boolean;
  /** What to use instead. */
  readonly deprecation?: Text;
  /** JSON of the document's `default`. */
  readonly defaultValue?: unknown;
  /** Format, bounds and units, already in words: `1-255 characters`. */
  readonly constraints?: readonly Text[];
  readonly example?: unknown;
}

/** The types directly inside a type, in the order in which they are written. */
export function childTypes(type: Type): readonly Type[] {
  switch (type.kind) {
    case "array":
    case "iterable":
      return [type.item];
    case "tuple": {
      const items = type.items.map((item) => item.type);
      return type.rest ? [...items, type.rest] : items;
    }
    case "object": {
      const values = type.properties.map((property) => property.type);
      return type.index ? [...values, type.index] : values;
    }
    case "union":
    case "intersection":
      return type.members;
    case "withRequired":
    case "element":
    case "part":
      return [type.of];
    default:
      return [];
  }
}

/** The type with `change` applied to each type directly inside it. */
export function mapType(type: Type, change: (inner: Type) => Type): Type {
  const changeIn = <T extends { readonly type: Type }>(member: T): T => ({
    ...member,
    type: change(member.type),
  });
  switch (type.kind) {
    case "array":
    case "iterable":
      return { ...type, item: change(type.item) };
    case "tuple":
      return {
        ...type,
        items: type.items.map(changeIn),
        ...(type.rest && { rest: change(type.rest) }),
      };
    case "object":
      return {
        ...type,
        properties: type.properties.map(changeIn),
        ...(type.index && { index: change(type.index) }),
      };
    case "union":
    case "intersection":
      return { ...type, members: type.members.map(change) };
    case "withRequired":
    case "element":
    case "part":
      return { ...type, of: change(type.of) };
    default:
      return type;
  }
}
