/**
 * JSON in the form that prettier gives it in a page: lists on one line where they fit, objects never.
 */
import { lit, type Code } from "../encode/encode.js";

const lineWidth = 80;

export const jsonPage = (value: unknown): Code => print(value, 0, 0, 0) as Code;

const isFilled = (value: unknown): value is object =>
  typeof value === "object" && value !== null && Object.keys(value).length > 0;

const scalar = (value: unknown): string =>
  typeof value === "object" && value !== null
    ? Array.isArray(value)
      ? "[]"
      : "{}"
    : value === undefined
      ? "null"
      : lit(value).replace("e+", "e");

/** Undefined where something in it has to be broken. */
function flat(value: unknown): string | undefined {
  if (!isFilled(value)) return scalar(value);
  if (!Array.isArray(value) || isTable(value)) return undefined;
  const items = value.map(flat);
  return items.includes(undefined) ? undefined : `[${items.join(", ")}]`;
}

/** A list of lists of several values each has one of them a line. */
const isTable = (items: readonly unknown[]): boolean =>
  items.length > 1 &&
  items.every((item) => Array.isArray(item) && item.length > 1);

/**
 * @param column where the value starts
 * @param after how many characters follow on its last line
 */
function print(
  value: unknown,
  indent: number,
  column: number,
  after: number,
): string {
  const text = flat(value);
  if (
    text !== undefined &&
    (!isFilled(value) || column + text.length + after <= lineWidth)
  )
    return text;
  const inner = indent + 2;
  const commas = (count: number, index: number): string =>
    index < count - 1 ? "," : "";
  const block = (open: string, lines: readonly string[], close: string) =>
    `${open}\n${lines.map((line) => `${" ".repeat(inner)}${line}\n`).join("")}${" ".repeat(indent)}${close}`;
  if (Array.isArray(value)) {
    const items = value as readonly unknown[];
    if (items.every((item) => typeof item === "number"))
      return block("[", filled(items.map(scalar), inner), "]");
    const lines = items.map((item, index) => {
      const comma = commas(items.length, index);
      return print(item, inner, inner, comma.length) + comma;
    });
    return block("[", lines, "]");
  }
  const entries = Object.entries(value as object);
  const lines = entries.map(([name, item], index) => {
    const comma = commas(entries.length, index);
    const key = `${lit(name)}: `;
    return key + print(item, inner, inner + key.length, comma.length) + comma;
  });
  return block("{", lines, "}");
}

/** Numbers fill their lines. */
function filled(items: readonly string[], indent: number): string[] {
  const lines: string[] = [];
  items.forEach((item, index) => {
    const text = item + (index < items.length - 1 ? "," : "");
    const last = lines.at(-1);
    if (
      last !== undefined &&
      indent + last.length + 1 + text.length <= lineWidth
    )
      lines[lines.length - 1] = `${last} ${text}`;
    else lines.push(text);
  });
  return lines;
}
