/**
 * The number of the first page, or of the first item: from the schema of the parameter, or from what
 * its description says.
 */
import type { Document, Schema } from "../../openapi/document.js";
import { resolveSchema } from "../references.js";
import type { Input } from "./paging-fields.js";

/** Schemas inside schemas that are looked at. */
const maxDepth = 5;

/** @returns undefined where the document does not say it */
export function firstNumber(
  document: Document,
  input: Input,
): number | undefined {
  const schema = schemaOf(document, input);
  const minimum = keyword(document, schema, ["minimum", "exclusiveMinimum"]);
  const words = described(input.about);
  return (
    keyword(document, schema, ["default"]) ??
    // Tools write `minimum: 0` for every unsigned integer: words know better.
    (minimum === 0 ? (words ?? 0) : (minimum ?? words))
  );
}

/** True for text that is a number: by its type, its format, its default or an example. */
export function isNumericText(document: Document, input: Input): boolean {
  return hasNumber(document, schemaOf(document, input), 0);
}

const schemaOf = (
  document: Document,
  { schema, inner }: Input,
): Schema | undefined =>
  inner.reduce((of, name) => propertyOf(document, of, name), schema);

function hasNumber(
  document: Document,
  schema: Schema | undefined,
  depth: number,
): boolean {
  const target = resolveSchema(document, schema);
  if (!target || depth > maxDepth) return false;
  const { type, format = "", examples = [], allOf, anyOf, oneOf } = target;
  return (
    [type].flat().some((one) => one === "integer" || one === "number") ||
    /^(numeric|integer|u?int\d+)$/.test(format) ||
    [target.default, ...examples].some(isNumber) ||
    [allOf, anyOf, oneOf].some((parts = []) =>
      parts.some((part) => hasNumber(document, part, depth + 1)),
    )
  );
}

/** The value of the first of these keywords, also where a schema is composed of others. */
function keyword(
  document: Document,
  schema: Schema | undefined,
  names: readonly ("default" | "minimum" | "exclusiveMinimum")[],
  depth = 0,
): number | undefined {
  const target = resolveSchema(document, schema);
  if (!target || depth > maxDepth) return undefined;
  const siblings = typeof schema === "object" ? schema : target;
  for (const name of names) {
    const value = siblings[name] ?? target[name];
    if (isNumber(value))
      return Number(value) + (name === "exclusiveMinimum" ? 1 : 0);
  }
  const { allOf = [], anyOf = [], oneOf = [] } = target;
  for (const inner of [...allOf, ...anyOf, ...oneOf]) {
    // Elysia writes `format: numeric, default: 0` for every number in a query: it says nothing.
    if (resolveSchema(document, inner)?.format === "numeric") continue;
    const value = keyword(document, inner, names, depth + 1);
    if (value !== undefined) return value;
  }
  return undefined;
}

function propertyOf(
  document: Document,
  schema: Schema | undefined,
  name: string,
  depth = 0,
): Schema | undefined {
  const target = resolveSchema(document, schema);
  if (!target || depth > maxDepth) return undefined;
  const { properties = {}, allOf = [], anyOf = [], oneOf = [] } = target;
  if (Object.hasOwn(properties, name)) return properties[name];
  for (const inner of [...allOf, ...anyOf, ...oneOf]) {
    const found = propertyOf(document, inner, name, depth + 1);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** `"0"` is a default that a tool wrote as text. */
const isNumber = (value: unknown): boolean =>
  (typeof value === "number" && Number.isSafeInteger(value) && value >= 0) ||
  (typeof value === "string" && /^\d{1,9}$/.test(value));

/** `zero-based`, `0-indexed`, `starts at 0`, `(0..N)`, `the first page is 0`. */
const bases: readonly RegExp[] = [
  /\b(zero|one|[01])[- ]?(?:based|index(?:ed)?)\b/i,
  /\b(?:start|beginn?|count|number|index)(?:s|ing|ed)? (?:at|from|with|by) (?:page )?\W?(zero|one|[01])\b/i,
  /[([] ?([01]) ?(?:\.\.|-|–|to) ?N ?[)\]]/i,
  /\bfirst (?:page|item|result|record)s? (?:is|has|=)(?: the)?(?: page)?(?: number| index)? \W?(zero|one|[01])\b/i,
  /\b(zero|0) (?:is|being|=|for) the first\b/i,
  /\bdefault(?:s| value)?(?: to| is|:)? \W?(zero|one|[01])\b/i,
];

function described(about: string): number | undefined {
  const text = about.replace(/\s+/g, " ");
  for (const base of bases) {
    const found = base.exec(text)?.[1];
    if (found !== undefined) return /^(?:zero|0)$/i.test(found) ? 0 : 1;
  }
  return undefined;
}
