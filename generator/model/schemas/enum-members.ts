/**
 * Names and descriptions of the values of an enum: `x-enum-varnames` or `x-enumNames`, and
 * `x-enum-descriptions` or `x-enumDescriptions`, each an array parallel to the values or a map.
 */
import type { Schema, SchemaObject } from "../../openapi/document.js";
import type { EnumMember, Text } from "../../sdk/sdk.js";
import { pascalCase } from "../names/casing.js";
import { hasOnlyExactIntegers } from "../exact.js";
import { child } from "../../openapi/pointers.js";
import { isSchemaObject } from "../references.js";

/** A value of an enum, with what the extensions say about it. */
interface AnnotatedValue {
  readonly value: unknown;
  readonly name: string | undefined;
  readonly description: string | undefined;
}

const annotatedValues = (schema: SchemaObject): readonly AnnotatedValue[] =>
  (schema.enum ?? []).map((value, index) => {
    const textIn = (...extensions: readonly string[]): string | undefined =>
      extensions
        .map((name) => schema[name])
        .map((texts) =>
          child(texts, String(Array.isArray(texts) ? index : value)),
        )
        .map((text) => (typeof text === "string" ? text.trim() : ""))
        .find((text) => text !== "");
    return {
      value,
      name: textIn("x-enum-varnames", "x-enumNames"),
      description: textIn("x-enum-descriptions", "x-enumDescriptions"),
    };
  });

/** A Markdown list of the values that have a name or a description; undefined where none has. */
export function describeValues(schema: SchemaObject): string | undefined {
  const lines = annotatedValues(schema).flatMap(
    ({ value, name, description }) => {
      const text = [name === String(value) ? undefined : name, description]
        .filter((words) => words !== undefined)
        .join(": ");
      return text === "" ? [] : [`- \`${String(value)}\`: ${text}`];
    },
  );
  return lines.length > 0 ? lines.join("\n") : undefined;
}

/** The members of a constant object; undefined where not every value can be one. */
export function membersOf(schema: Schema): readonly EnumMember[] | undefined {
  if (!isSchemaObject(schema) || !schema.enum?.length) return undefined;
  const members = new Map<unknown, EnumMember>();
  const taken = new Set<string>();
  for (const annotated of annotatedValues(schema)) {
    const { value, description } = annotated;
    if (members.has(value)) continue;
    const isNumber = typeof value === "number";
    if (
      (!isNumber && typeof value !== "string") ||
      !hasOnlyExactIntegers(value)
    )
      return undefined;
    const wanted =
      annotated.name ?? (isNumber ? `_${value}` : pascalCase(value));
    const base = wanted.replaceAll(/[-.]/g, "_") || "Empty";
    let name = base;
    for (let number = 2; taken.has(name); number++) name = `${base}_${number}`;
    taken.add(name);
    members.set(value, {
      name: name as Text,
      value: isNumber ? value : (value as Text),
      doc: { ...(description && { description: description as Text }) },
    });
  }
  return [...members.values()];
}
