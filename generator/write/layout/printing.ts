/**
 * Prettier's own building blocks and line breaker, without its parser: `group` breaks as a whole,
 * `line` is a space or the end of a line. What is built here from the same blocks as prettier's own
 * printer of TypeScript comes out as prettier prints it.
 */
import type { Doc } from "prettier";
import { builders, printer } from "prettier/doc";

const { ifBreak, indent, join, line, softline } = builders;

/** The default of `--print-width`. */
export const width = 80;

/** The lines of a piece of code `depth` levels deep; the first one has no margin. */
export function print(doc: Doc, depth: number): string {
  const { formatted } = printer.printDocToString(doc, {
    printWidth: width - 2 * depth,
    tabWidth: 2,
    useTabs: false,
  });
  return depth === 0 || !formatted.includes("\n")
    ? formatted
    : formatted.replace(/\n(?!\n)/g, `\n${margin(depth)}`);
}

/** Items on one line, or each on a line of its own; a comma ends the last of these. */
export const listDoc = (
  open: string,
  items: readonly Doc[],
  close: string,
  lastEnd: Doc = ifBreak(","),
): Doc => [
  open,
  indent([softline, join([",", line], [...items])]),
  lastEnd,
  softline,
  close,
];

const margins: string[] = [];

export const margin = (depth: number): string =>
  (margins[depth] ??= "  ".repeat(depth));

/** A construct that this printer leaves to prettier. */
export class UnsupportedSyntax extends Error {
  override readonly name = "UnsupportedSyntax";
}
