/**
 * What the comment of a type, a property or an operation says: the document's own words first, then
 * the facts of its schema that a TypeScript type cannot hold.
 */
import type { SchemaObject } from "../../openapi/document.js";
import type { Doc, Text } from "../../sdk/sdk.js";
import { textOf } from "../descriptions.js";
import { wordsOfValues } from "./enum-members.js";
import { isExact } from "../exact.js";
import { isSchemaObject } from "../references.js";

export function docOf(schema: SchemaObject): Doc {
  const title = textOf(schema.title);
  const description = textOf(
    [schema.description, wordsOfValues(schema)]
      .filter((text) => textOf(text) !== undefined)
      .join("\n\n"),
  );
  const constraints = constraintsOf(schema);
  const example = schema.examples?.[0] ?? schema.example;
  return {
    ...(title && title !== description && !description && { summary: title }),
    ...(description && { description }),
    ...(schema.deprecated === true && { deprecated: true }),
    ...(schema.default !== undefined &&
      isExact(schema.default) && { defaultValue: schema.default }),
    ...(constraints.length > 0 && { constraints }),
    ...(example !== undefined && isExact(example) && { example }),
  };
}

type Unit = readonly [singular: string, plural: string];

/** Bounds and formats in words (JSON Schema 2020-12 Validation section 6). */
function constraintsOf(schema: SchemaObject): Text[] {
  const constraints: string[] = [];
  const range = (low: unknown, high: unknown, unit: Unit): void => {
    if (low === undefined && high === undefined) return;
    const [min, max] = [asNumber(low), asNumber(high)];
    const of = (count: number): string =>
      `${count} ${unit[count === 1 ? 0 : 1]}`;
    if (min !== undefined && max !== undefined)
      constraints.push(min === max ? of(min) : `${min} to ${of(max)}`);
    else if (min !== undefined && min > 0)
      constraints.push(`at least ${of(min)}`);
    else if (max !== undefined) constraints.push(`at most ${of(max)}`);
  };
  const format = textOf(schema.format);
  if (format && format !== "binary") constraints.push(`Format: ${format}`);
  range(schema.minLength, schema.maxLength, ["character", "characters"]);
  range(schema.minItems, schema.maxItems, ["item", "items"]);
  range(schema.minProperties, schema.maxProperties, ["property", "properties"]);
  if (schema.uniqueItems === true) constraints.push("unique items");
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = schema;
  if (asNumber(minimum) !== undefined && asNumber(maximum) !== undefined)
    constraints.push(`${String(minimum)} to ${String(maximum)}`);
  else {
    if (asNumber(minimum) !== undefined)
      constraints.push(`at least ${String(minimum)}`);
    if (asNumber(maximum) !== undefined)
      constraints.push(`at most ${String(maximum)}`);
  }
  if (asNumber(exclusiveMinimum) !== undefined)
    constraints.push(`more than ${String(exclusiveMinimum)}`);
  if (asNumber(exclusiveMaximum) !== undefined)
    constraints.push(`less than ${String(exclusiveMaximum)}`);
  if (asNumber(schema.multipleOf) !== undefined)
    constraints.push(`a multiple of ${String(schema.multipleOf)}`);
  if (schema.pattern !== undefined)
    constraints.push(`Pattern: ${schema.pattern}`);
  const keys = schema.propertyNames;
  if (isSchemaObject(keys) && keys.pattern !== undefined)
    constraints.push(`Pattern of keys: ${keys.pattern}`);
  return constraints as Text[];
}

const asNumber = (value: unknown): number | undefined =>
  typeof value === "number" && isExact(value) ? value : undefined;
