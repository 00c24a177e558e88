/**
 * JSON in the form that prettier gives it in a page: lists on one line where they fit, objects never.
 */
import { lit, type Code } from "../encode/encode.js";
import { textWidth } from "../encode/text-width.js";

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

/** True if every item is a list of several items: each of them then has its own line. */
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
    (!isFilled(value) || column + textWidth(text) + after <= lineWidth)
  )
    return text;
  const inner = indent + 2;
  const block = (open: string, lines: readonly string[], close: string) =>
    `${open}\n${lines.map((line) => " ".repeat(inner) + line).join(",\n")}\n${" ".repeat(indent)}${close}`;
  const commaAfter = (index: number, { length }: readonly unknown[]): number =>
    index < length - 1 ? 1 : 0;
  if (Array.isArray(value)) {
    const items = value as readonly unknown[];
    const lines = items.every((item) => typeof item === "number")
      ? filled(items.map(scalar), inner)
      : items.map((item, index) =>
          print(item, inner, inner, commaAfter(index, items)),
        );
    return block("[", lines, "]");
  }
  const lines = Object.entries(value as object).map(
    ([name, item], index, entries) => {
      const key = `${lit(name)}: `;
      const start = inner + textWidth(key);
      return key + print(item, inner, start, commaAfter(index, entries));
    },
  );
  return block("{", lines, "}");
}

/** Numbers fill their lines. */
function filled(items: readonly string[], indent: number): string[] {
  const lines: string[] = [];
  items.forEach((item, index) => {
    const last = lines.at(-1);
    const longer = last === undefined ? item : `${last}, ${item}`;
    const comma = index < items.length - 1 ? 1 : 0;
    if (last !== undefined && indent + longer.length + comma <= lineWidth)
      lines[lines.length - 1] = longer;
    else lines.push(item);
  });
  return lines;
}
