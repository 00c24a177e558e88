/**
 * The comment of a type or a property: the title and description of its schema, then the constraints
 * that a TypeScript type does not express.
 */
import type { SchemaObject } from "../../openapi/document.js";
import type { Doc, Text } from "../../sdk/sdk.js";
import { textOf } from "../descriptions.js";
import { describeValues } from "./enum-members.js";
import { hasOnlyExactIntegers } from "../exact.js";
import { isSchemaObject } from "../references.js";

export function docOf(schema: SchemaObject): Doc {
  const title = textOf(schema.title);
  const description = textOf(
    [schema.description, describeValues(schema)]
      .filter((text) => textOf(text) !== undefined)
      .join("\n\n"),
  );
  const constraints = constraintsOf(schema);
  const example = schema.examples?.[0] ?? schema.example;
  return {
    ...(title && !description && { summary: title }),
    ...(description && { description }),
    ...(schema.deprecated === true && { deprecated: true }),
    ...(schema.default !== undefined &&
      hasOnlyExactIntegers(schema.default) && { defaultValue: schema.default }),
    ...(constraints.length > 0 && { constraints }),
    ...(example !== undefined && hasOnlyExactIntegers(example) && { example }),
  };
}

/** Bounds and formats in words (JSON Schema 2020-12 Validation section 6). */
function constraintsOf(schema: SchemaObject): Text[] {
  const format = textOf(schema.format);
  const { minimum, maximum, propertyNames: keys } = schema;
  const isRange = isNumber(minimum) && isNumber(maximum);
  const constraints = [
    format && format !== "binary" && `Format: ${format}`,
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
