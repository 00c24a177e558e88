/**
 * What one value of a config must be, and the forms that rules are made of.
 */
import { isRecord } from "../openapi/records.js";

export interface Rule {
  /** What the value must be, for messages. */
  readonly expected: string;
  readonly accepts: (value: unknown) => boolean;
  /**
   * What `accepts` says, as JSON Schema: of the value itself, without what is in it. Absent where no data
   * is accepted: such an option is for config files that are code.
   */
  readonly schema?: RuleSchema;
  /** What a mistyped text may have been meant to be. */
  readonly words?: readonly string[];
  /** Of an array's items, or of the values of an object with any keys. */
  readonly items?: Rule | ((key: string) => Rule);
  readonly keys?: Rule;
  /** Of an object with these keys alone. */
  readonly fields?: OptionRules;
}

export type OptionRules = Readonly<Record<string, Rule>>;

/** The keywords that rules need; `schema.ts` adds those for what is inside a value. */
export interface RuleSchema {
  readonly type?: DataType | readonly DataType[];
  readonly pattern?: string;
  readonly enum?: readonly (string | boolean | null)[];
  readonly minimum?: number;
  readonly minItems?: number;
  readonly required?: readonly string[];
  readonly items?: RuleSchema;
  readonly anyOf?: readonly RuleSchema[];
  readonly allOf?: readonly RuleSchema[];
  /** The values of an object by the form of their keys. */
  readonly patternProperties?: Readonly<Record<string, RuleSchema>>;
}

export type DataType =
  "string" | "integer" | "number" | "boolean" | "array" | "object";

/** @param form without flags but `u`: JSON Schema has no others */
export const string = (
  expected = "a string that is not empty",
  form = /\S/,
): Rule => ({
  expected,
  accepts: (value) => typeof value === "string" && form.test(value),
  schema: { type: "string", pattern: form.source },
});

export const oneOf = (...values: readonly string[]): Rule => ({
  expected: values.map((value) => JSON.stringify(value)).join(" or "),
  accepts: (value) => typeof value === "string" && values.includes(value),
  schema: { enum: values },
});

export const boolean: Rule = {
  expected: "true or false",
  accepts: (value) => typeof value === "boolean",
  schema: { type: "boolean" },
};

export const arrayOf = (items: Rule): Rule => ({
  expected: "an array",
  accepts: Array.isArray,
  schema: { type: "array" },
  items,
});

export const mapOf = (items: Rule, keys?: Rule): Rule => ({
  expected: "an object",
  accepts: isRecord,
  schema: { type: "object" },
  items,
  ...(keys && { keys }),
});

export const object = (fields: OptionRules, expected = "an object"): Rule => ({
  expected,
  accepts: isRecord,
  schema: { type: "object" },
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
  schema: { type: ["string", "object"], pattern: form.source },
  fields,
});
