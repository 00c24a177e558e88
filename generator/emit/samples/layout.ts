/**
 * Calls and values in the form that prettier gives them, so that the pages of the docs need not be
 * formatted once more: an API of a thousand operations has five thousand samples. Tests hold it
 * against prettier.
 */
import { code, join, type Code } from "../encode/encode.js";
import { textWidth } from "../encode/text-width.js";

/** An expression that knows where it can be broken. */
export type Tree =
  /** `isText` for a string literal, which may go to a line of its own. */
  | { readonly kind: "atom"; readonly text: Code; readonly isText: boolean }
  | { readonly kind: "list"; readonly items: readonly Tree[] }
  /** With `onLine` it is written on one line if it fits. */
  | {
      readonly kind: "object";
      readonly members: readonly (readonly [key: Code, value: Tree])[];
      readonly onLine?: boolean;
    }
  | CallExpression;

export interface CallExpression {
  readonly kind: "call";
  readonly callee: Code;
  readonly passed: readonly Tree[];
}

export const call = (
  callee: Code,
  passed: readonly Tree[],
): CallExpression => ({ kind: "call", callee, passed });

export const atom = (text: Code, isText = false): Tree => ({
  kind: "atom",
  text,
  isText,
});

const lineWidth = 80;

/** Where an expression starts, the indent of the lines after its first, and the width of what follows it. */
interface LinePosition {
  readonly indent: number;
  readonly column: number;
  readonly after: number;
}

/** The expression on one line; undefined where it has to be broken. */
function flat(tree: Tree): Code | undefined {
  switch (tree.kind) {
    case "atom":
      return tree.text;
    case "object": {
      if (tree.members.length === 0) return code`{}`;
      if (!tree.onLine) return undefined;
      const values = tree.members.map(([key, value]) => {
        const text = flat(value);
        return text === undefined ? undefined : code`${key}: ${text}`;
      });
      return values.every((value) => value !== undefined)
        ? code`{ ${join(values, ", ")} }`
        : undefined;
    }
    case "list": {
      const items = together(tree.items);
      return items === undefined || isTable(tree.items)
        ? undefined
        : code`[${items}]`;
    }
    case "call": {
      const passed = together(tree.passed);
      return passed === undefined ? undefined : code`${tree.callee}(${passed})`;
    }
  }
}

const together = (trees: readonly Tree[]): Code | undefined => {
  const texts = trees.map(flat).filter((text) => text !== undefined);
  return texts.length < trees.length ? undefined : join(texts, ", ");
};

/** True if every item is a list of several items: each of them then has its own line. */
const isTable = (items: readonly Tree[]): boolean =>
  items.length > 1 &&
  items.every((item) => item.kind === "list" && item.items.length > 1);

function print(tree: Tree, position: LinePosition): Code {
  const text = flat(tree);
  if (
    text !== undefined &&
    position.column + textWidth(text) + position.after <= lineWidth
  )
    return text;
  const inner = position.indent + 2;
  switch (tree.kind) {
    case "atom":
      return tree.text;
    case "object":
      return block(
        "{",
        tree.members.map(([key, value]) => member(key, value, inner)),
        "}",
        position.indent,
      );
    case "list":
      return tree.items.length === 0
        ? code`[]`
        : block("[", listLines(tree.items, inner), "]", position.indent);
    case "call":
      return callCode(tree, position);
  }
}

/** Lines between brackets, each with its comma already. */
const block = (
  open: string,
  lines: readonly Code[],
  close: string,
  indent: number,
): Code => {
  const margin = " ".repeat(indent);
  return `${open}\n${lines.map((line) => `${margin}  ${line}\n`).join("")}${margin}${close}` as Code;
};

/** A line that ends in a comma. */
const line = (indent: number): LinePosition => ({
  indent,
  column: indent,
  after: 1,
});

function member(key: Code, value: Tree, indent: number): Code {
  const column = indent + textWidth(key) + 2;
  const whole = flat(value);
  const isLong =
    whole === undefined || column + textWidth(whole) + 1 > lineWidth;
  // what cannot be broken well moves below a key of some length
  return isLong && textWidth(key) > 4 && isRigid(value)
    ? (`${key}:\n${" ".repeat(indent + 2)}${print(value, line(indent + 2))},` as Code)
    : code`${key}: ${print(value, { indent, column, after: 1 })},`;
}

const isRigid = (tree: Tree): boolean =>
  tree.kind === "atom"
    ? tree.isText
    : tree.kind === "call" &&
      !tree.callee.startsWith("new ") &&
      isShort(tree.passed);

/** Numbers fill their lines. */
const isNumbers = (items: readonly Tree[]): boolean =>
  items.every((item) => item.kind === "atom" && /^-?\d/.test(item.text));

function listLines(items: readonly Tree[], indent: number): Code[] {
  if (!isNumbers(items))
    return items.map((item) => code`${print(item, line(indent))},`);
  const lines: string[] = [];
  for (const item of items) {
    const text = `${flat(item) ?? ""},`;
    const last = lines.at(-1);
    if (last !== undefined && indent + last.length + 1 + text.length <= 80)
      lines[lines.length - 1] = `${last} ${text}`;
    else lines.push(text);
  }
  return lines as Code[];
}

/** A call that does not fit on its line: the last argument opens there, or each has its own line. */
function callCode(
  { callee, passed }: CallExpression,
  position: LinePosition,
): Code {
  const last = passed.at(-1);
  if (!last) return code`${callee}()`;
  const others = together(passed.slice(0, -1));
  const canHug =
    (last.kind === "object" && last.members.length > 0) ||
    (last.kind === "list" &&
      last.items.length > 0 &&
      !(passed.length > 1 && isNumbers(last.items)));
  if (canHug && others !== undefined) {
    const head = code`${callee}(${others}${others === "" ? code`` : code`, `}`;
    // it opens on this line
    if (position.column + textWidth(head) + 1 <= lineWidth)
      return code`${head}${print(last, { ...position, column: lineWidth })})`;
  }
  const lines = passed.map(
    (argument) => code`${print(argument, line(position.indent + 2))},`,
  );
  return block(`${callee}(`, lines, ")", position.indent);
}

/** `await …;`, or another statement around a call: `for await (const item of …) {`. */
export function callStatement(
  tree: CallExpression,
  before: Code,
  after: Code,
): Code {
  const end = after.split("\n")[0]?.length ?? 0;
  const position = { indent: 0, column: before.length, after: end };
  return code`${before}${print(tree, position)}${after}`;
}

/** `const result = await …;` */
export function callAssignment(
  tree: CallExpression,
  target: Code,
  operator: Code = code`await `,
): Code {
  const head = code`const ${target} =`;
  const start = head.length + 1 + operator.length;
  const whole = flat(tree);
  const fits = whole !== undefined && start + textWidth(whole) + 1 <= lineWidth;
  const opens = start + tree.callee.length + 1 <= lineWidth;
  if (fits || (opens && !isShort(tree.passed)))
    return code`${head} ${operator}${print(tree, { indent: 0, column: start, after: 1 })};`;
  const position = { indent: 2, column: 2 + operator.length, after: 1 };
  return code`${head}\n  ${operator}${print(tree, position)};`;
}

/** True if there is nothing between the parentheses, or only a short expression. */
const isShort = ([only, ...more]: readonly Tree[]): boolean =>
  !only ||
  (more.length === 0 &&
    only.kind === "atom" &&
    textWidth(only.text) <= lineWidth / 4);
