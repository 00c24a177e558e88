/**
 * Names and descriptions of the values of an enum: `x-enum-varnames` or `x-enumNames`, and
 * `x-enum-descriptions` or `x-enumDescriptions`, each an array parallel to the values or a map.
 */
import { isIdentifier } from "../../sdk/identifiers.js";
import type { SchemaObject } from "../../openapi/document.js";
import type { EnumMember, Text } from "../../sdk/sdk.js";
import { pascalCase } from "../names/casing.js";
import { hasOnlyExactIntegers } from "../exact.js";
import { child } from "../../openapi/pointers.js";
import { nameOf, Scope, type NameLedger } from "../names/names.js";

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

/** Where the names of members come from: they are public, and kept from one run to the next. */
interface MemberNaming {
  readonly ledger: NameLedger;
  /** What the names are kept under: the name of the schema. */
  readonly of: string;
}

/**
 * The members of a constant object. Null is beside it; undefined where another value cannot be a
 * member.
 */
export function membersOf(
  schema: SchemaObject,
  { ledger, of }: MemberNaming,
): readonly EnumMember[] | undefined {
  const members = new Map<
    string,
    AnnotatedValue & { value: string | number }
  >();
  for (const annotated of annotatedValues(schema)) {
    const { value } = annotated;
    if (value === null) continue;
    if (typeof value !== "number" && typeof value !== "string")
      return undefined;
    if (!hasOnlyExactIntegers(value)) return undefined;
    const id = `member ${of} ${JSON.stringify(value)}`;
    if (!members.has(id)) members.set(id, { ...annotated, value });
  }
  const names = new Scope([], ledger).settle(
    [...members].map(([id, { name, value }]) => ({
      id,
      wanted: name === undefined ? nameOfValue(value) : asMember(name),
      spelling: String(value),
      isChosen: name !== undefined,
    })),
  );
  return [...members].map(([id, { value, description }]) => ({
    name: nameOf(names, id) as string as Text,
    value: typeof value === "number" ? value : (value as Text),
    doc: { ...(description && { description: description as Text }) },
  }));
}

const asMember = (name: string): string => {
  const text = name.replaceAll(/[-.]/g, "_");
  return isIdentifier(text) ? text : pascalCase(text) || "Empty";
};

const nameOfValue = (value: string | number): string =>
  typeof value === "number"
    ? pascalCase(spelled(String(value)).replaceAll(".", "_")) || "_"
    : pascalCase(spelled(value)) || (value === "" ? "Empty" : "Value");

/** Signs that say something where they are no seam between words: `A+`, `-date`, `>=`. */
const signs: Readonly<Record<string, string>> = {
  "+": "Plus",
  "-": "Minus",
  "*": "Star",
  "%": "Percent",
  "#": "Hash",
  "<": "Less",
  ">": "Greater",
  "=": "Equal",
  "!": "Not",
  "~": "Tilde",
  "&": "And",
  "|": "Or",
  "^": "Caret",
  "?": "Question",
};

/** Signs at the start and at the end in words: `A+` -> `A Plus`, and `light-blue` as it is. */
const spelled = (text: string): string =>
  text.replace(/^[-+*%#<>=!~&|^?]+|[-+*%#<>=!~&|^?]+$/g, (found) =>
    found.replace(/./g, (sign) => ` ${signs[sign] ?? ""} `),
  );
