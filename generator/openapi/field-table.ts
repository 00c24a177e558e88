/**
 * The form of the tables of OpenAPI's objects: what each field holds, whether it must be there, and
 * what becomes of it. Nothing of a document is lost in silence: a field is honoured, or does not apply
 * to an SDK for the reason given, or is reported when a document has it. What is in no table and does
 * not begin with `x-` is reported as unknown.
 */

/** What becomes of a field in the SDK. */
export type Coverage =
  | { readonly kind: "honoured" }
  | { readonly kind: "notApplicable"; readonly why: string }
  | {
      readonly kind: "reported";
      /** By whoever knows what the document has there. */
      readonly code: "schema-dialect";
      /** What the SDK does without the field. */
      readonly effect: string;
    };

/**
 * What a field holds, in a notation that `grammar.ts` reads: the name of an object or of a scalar;
 * `[x]` is an array, `{x}` a map from any name; `x!` must be present, `x+` should be (its absence is
 * a warning).
 */
type Notation = string;

/** The notation alone where the field is honoured. */
export type FieldEntry =
  Notation | { readonly holds: Notation; readonly coverage: Coverage };

/** The fixed fields of one object; `*` stands for its patterned fields (paths, statuses). */
export type FieldTable = Readonly<Record<string, FieldEntry>>;

export const notApplicable = (holds: Notation, why: string) =>
  ({ holds, coverage: { kind: "notApplicable", why } }) as const;

export const reported = (
  holds: Notation,
  code: "schema-dialect",
  effect: string,
) => ({ holds, coverage: { kind: "reported", code, effect } }) as const;
