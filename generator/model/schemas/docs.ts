/**
 * The comment of a type or a property: the title and description of its schema, then the constraints
 * that a TypeScript type does not express.
 */
import type { Schema, SchemaObject } from "../../openapi/document.js";
import type { Doc, Text } from "../../sdk/sdk.js";
import { inexactInteger } from "../../sdk/types.js";
import { deprecationOf, textOf } from "../descriptions.js";
import { describeValues } from "./enum-members.js";
import { hasOnlyExactIntegers } from "../exact.js";
import { isSchemaObject } from "../references.js";
import { listedValues } from "./keywords.js";
import { isTypedAsText } from "./text-formats.js";

/**
 * @param textFormats formats that are typed as text
 * @param name what the schema is called where the comment stands
 */
export function docOf(
  schema: SchemaObject,
  textFormats: ReadonlySet<string>,
  name = "",
): Doc {
  const text = textOf(schema.title);
  const title = text && isRepeated(text, name) ? undefined : text;
  const description = textOf(
    [schema.description, describeValues(schema)]
      .filter((text) => textOf(text) !== undefined)
      .join("\n\n"),
  );
  const constraints = constraintsOf(schema, textFormats);
  const example = schema.examples?.[0] ?? schema.example;
  return {
    ...(title && !description && { summary: title }),
    ...(description && { description }),
    ...deprecationOf(schema),
    ...(schema.default !== undefined &&
      hasOnlyExactIntegers(schema.default) && { defaultValue: schema.default }),
    ...(constraints.length > 0 && { constraints }),
    ...(example !== undefined && hasOnlyExactIntegers(example) && { example }),
  };
}

/** `Item Id` says no more than `item_id`: frameworks make such titles of names. */
const isRepeated = (title: string, name: string): boolean =>
  plain(title) !== "" && plain(title) === plain(name);

const plain = (text: string): string =>
  text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

/** Bounds and formats in words (JSON Schema 2020-12 Validation section 6). */
function constraintsOf(
  schema: SchemaObject,
  textFormats: ReadonlySet<string>,
): Text[] {
  const format = textOf(schema.format);
  const { minimum, maximum, propertyNames: keys } = schema;
  const isRange = isNumber(minimum) && isNumber(maximum);
  const constraints = [
    format && format !== "binary" && `Format: ${format}`,
    [schema, schema.items].some((one) => mayBeInexact(one, textFormats)) &&
      inexactInteger,
    count(schema.minLength, schema.maxLength, ["character", "characters"]),
    count(schema.minItems, schema.maxItems, ["item", "items"]),
    count(schema.minProperties, schema.maxProperties, propertyUnit),
    schema.uniqueItems === true && "unique items",
    isRange && `${minimum} to ${maximum}`,
    !isRange && bound("at least", minimum),
    !isRange && bound("at most", maximum),
    bound("more than", schema.exclusiveMinimum),
    bound("less than", schema.exclusiveMaximum),
    bound("a multiple of", schema.multipleOf),
    schema.pattern !== undefined && `Pattern: ${schema.pattern}`,
    isSchemaObject(keys) &&
      keys.pattern !== undefined &&
      `Pattern of keys: ${keys.pattern}`,
  ];
  return constraints.filter((text): text is Text => typeof text === "string");
}

/** True of an integer of 64 bits that is a number: JavaScript's hold 53 of them. */
function mayBeInexact(
  schema: Schema | undefined,
  textFormats: ReadonlySet<string>,
): boolean {
  if (!isSchemaObject(schema)) return false;
  const { type, format = "", maximum, exclusiveMaximum } = schema;
  return (
    /^u?int64$/.test(format) &&
    [type].flat().some((name) => name === "integer" || name === "number") &&
    !(listedValues(schema) ?? isTypedAsText(schema, textFormats)) &&
    [maximum, exclusiveMaximum].every(
      (most = Infinity) => most > Number.MAX_SAFE_INTEGER,
    )
  );
}

const bound = (words: string, value: number | undefined): string | false =>
  isNumber(value) && `${words} ${value}`;

const propertyUnit = ["property", "properties"] as const;

/** How many there may be: `1 to 3 items`. */
function count(
  min: number | undefined,
  max: number | undefined,
  [singular, plural]: readonly [string, string],
): string | undefined {
  const counted = (number: number): string =>
    `${number} ${number === 1 ? singular : plural}`;
  if (isNumber(min) && isNumber(max))
    return min === max ? counted(min) : `${min} to ${counted(max)}`;
  if (isNumber(min) && min > 0) return `at least ${counted(min)}`;
  return isNumber(max) ? `at most ${counted(max)}` : undefined;
}

/** True for a bound whose digits were not lost when it was read. */
const isNumber = (value: number | undefined): value is number =>
  value !== undefined && hasOnlyExactIntegers(value);
