/**
 * The values of an enum with their names and words: `x-enum-varnames` or `x-enumNames`, and
 * `x-enum-descriptions` or `x-enumDescriptions`, each as a list beside the values or as a map.
 */
import type { Schema, SchemaObject } from "../../openapi/document.js";
import type { EnumMember, Text } from "../../sdk/sdk.js";
import { pascalCase } from "../names/casing.js";
import { isExact } from "../exact.js";
import { isRecord } from "../../openapi/records.js";
import { isSchemaObject } from "../references.js";

/** What the comment of an enum lists; undefined where the document says nothing of its values. */
export function wordsOfValues(schema: SchemaObject): string | undefined {
  const { enum: values } = schema;
  if (!values) return undefined;
  const lines = values.flatMap((value, index) => {
    const name = named(schema, value, index);
    const words = described(schema, value, index);
    const said = [name === String(value) ? undefined : name, words]
      .filter((text) => text !== undefined)
      .join(": ");
    return said === "" ? [] : [`- \`${String(value)}\`: ${said}`];
  });
  return lines.length > 0 ? lines.join("\n") : undefined;
}

/** The members of a constant object; undefined where not every value can be one. */
export function membersOf(schema: Schema): readonly EnumMember[] | undefined {
  if (!isSchemaObject(schema) || !schema.enum) return undefined;
  const values = schema.enum;
  const isUsable = values.every(
    (value): value is string | number =>
      typeof value === "string" ||
      (typeof value === "number" && isExact(value)),
  );
  if (!isUsable || values.length === 0) return undefined;
  const taken = new Set<string>();
  return [...new Set(values)].map((value) => {
    const words = described(schema, value, values.indexOf(value));
    const wanted =
      named(schema, value, values.indexOf(value)) ??
      (typeof value === "number" ? `_${value}` : pascalCase(value));
    const base = wanted === "" ? "Empty" : wanted.replaceAll(/[-.]/g, "_");
    let name = base;
    for (let number = 2; taken.has(name); number++) name = `${base}_${number}`;
    taken.add(name);
    return {
      name: name as Text,
      value: typeof value === "string" ? (value as Text) : value,
      doc: words === undefined ? {} : { description: words as Text },
    };
  });
}

const named = (
  schema: SchemaObject,
  value: unknown,
  index: number,
): string | undefined =>
  textIn(schema, ["x-enum-varnames", "x-enumNames"], value, index);

const described = (
  schema: SchemaObject,
  value: unknown,
  index: number,
): string | undefined =>
  textIn(schema, ["x-enum-descriptions", "x-enumDescriptions"], value, index);

function textIn(
  schema: SchemaObject,
  extensions: readonly string[],
  value: unknown,
  index: number,
): string | undefined {
  for (const extension of extensions) {
    const list = schema[extension];
    const text: unknown = Array.isArray(list)
      ? list[index]
      : isRecord(list) && Object.hasOwn(list, String(value))
        ? list[String(value)]
        : undefined;
    if (typeof text === "string" && text.trim() !== "") return text.trim();
  }
  return undefined;
}
