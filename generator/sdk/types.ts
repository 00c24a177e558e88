/**
 * Types of the SDK to be written, as trees: the part of `sdk.ts` that the stages share most.
 */

declare const text: unique symbol;
declare const name: unique symbol;

/** A string of the document: data, never code. */
export type Text = string & { readonly [text]: true };

/** An identifier that `model/names.ts` settled: valid, not reserved, unique where it is declared. */
export type Name = string & { readonly [name]: true };

/** A TypeScript type. */
export type Type =
  | { readonly kind: "keyword"; readonly keyword: Keyword }
  | { readonly kind: "literal"; readonly value: Text | number | boolean }
  /** A declared model, by name. */
  | { readonly kind: "model"; readonly name: Name }
  /** Bytes: a `Blob` where files travel; inputs also take streams and more. */
  | { readonly kind: "binary"; readonly input?: boolean }
  /** `format: date-time`: text on the wire; inputs also take a `Date`. */
  | { readonly kind: "dateTime"; readonly input: boolean }
  | { readonly kind: "array"; readonly item: Type; readonly readonly: boolean }
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
}

export interface Property {
  readonly name: Text;
  readonly type: Type;
  readonly optional: boolean;
  /** Only sent by the server, or only by the client. */
  readonly access?: "readOnly" | "writeOnly";
  readonly doc: Doc;
}

/** What a comment says. */
export interface Doc {
  readonly summary?: Text;
  readonly description?: Text;
  readonly deprecated?: boolean;
  /** JSON of the document's `default`. */
  readonly defaultValue?: unknown;
  /** Format, bounds and units, already in words: `1-255 characters`. */
  readonly constraints?: readonly Text[];
  readonly example?: unknown;
}
