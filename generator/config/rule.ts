/**
 * What one value of a config must be, and the forms that rules are made of.
 */
import { isRecord } from "../openapi/records.js";

export interface Rule {
  /** What the value must be, for messages. */
  readonly expected: string;
  readonly accepts: (value: unknown) => boolean;
  /** What a mistyped text may have been meant to be. */
  readonly words?: readonly string[];
  /** Of an array's items, or of the values of an object with any keys. */
  readonly items?: Rule | ((key: string) => Rule);
  readonly keys?: Rule;
  /** Of an object with these keys alone. */
  readonly fields?: OptionRules;
}

export type OptionRules = Readonly<Record<string, Rule>>;

export const string = (
  expected = "a string that is not empty",
  form = /\S/,
): Rule => ({
  expected,
  accepts: (value) => typeof value === "string" && form.test(value),
});

export const oneOf = (...values: readonly string[]): Rule => ({
  expected: values.map((value) => JSON.stringify(value)).join(" or "),
  accepts: (value) => typeof value === "string" && values.includes(value),
});

export const boolean: Rule = {
  expected: "true or false",
  accepts: (value) => typeof value === "boolean",
};

export const arrayOf = (items: Rule): Rule => ({
  expected: "an array",
  accepts: Array.isArray,
  items,
});

export const mapOf = (items: Rule, keys?: Rule): Rule => ({
  expected: "an object",
  accepts: isRecord,
  items,
  ...(keys && { keys }),
});

export const object = (fields: OptionRules, expected = "an object"): Rule => ({
  expected,
  accepts: isRecord,
  fields,
});

/** A text of that form, or an object that says more. */
export const stringOrObject = (
  expected: string,
  form: RegExp,
  fields: OptionRules,
): Rule => ({
  expected: `${expected}, or an object with ${Object.keys(fields).join(" and ")}`,
  accepts: (value) =>
    typeof value === "string" ? form.test(value) : isRecord(value),
  fields,
});
