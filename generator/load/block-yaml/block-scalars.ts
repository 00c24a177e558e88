/**
 * Scalars of whole lines (YAML 1.2.2 section 8.1); the folding of `>` is left to `yaml`.
 */
import { indentOf, lineEnd, type Scalar, Unusual } from "./lines.js";
import { resolved } from "./quoted.js";

export const readBlock = (text: string, at: number, column: number): Scalar => {
  const start = lineEnd(text, at) + 1;
  const header = text.slice(at, start - 1);
  const [, style, chomping = ""] =
    /^([|>])([-+]?)(?: *| +#.*)$/.exec(header) ?? [];
  if (style === undefined || start > text.length) throw new Unusual();
  let indent = 0;
  /** Spaces of the empty lines before the first. */
  let leading = 0;
  let end = start;
  /** Where its last line that is not empty ends. */
  let contentEnd = start;
  for (let line = start; line < text.length; line = end) {
    const own = indentOf(text, line);
    end = Math.min(lineEnd(text, line) + 1, text.length);
    if (own === -1) {
      const spaces = lineEnd(text, line) - line;
      if (indent === 0) leading = Math.max(leading, spaces);
      else if (spaces > indent) contentEnd = line + spaces;
      continue;
    }
    if (own <= column) {
      end = line;
      break;
    }
    if (indent === 0) indent = own;
    if (own < indent || leading > indent) throw new Unusual();
    contentEnd = lineEnd(text, line);
  }
  if (chomping === "+" && end === text.length) throw new Unusual();
  const isEmpty = indent === 0;
  const rest = text.slice(isEmpty ? start : contentEnd, end);
  const breaks =
    chomping === "+"
      ? rest.replaceAll(" ", "")
      : chomping === "-" || isEmpty
        ? ""
        : "\n";
  if (isEmpty) return { value: breaks, end, isWholeLine: true };
  const source = text.slice(start, contentEnd);
  const value =
    style === "|"
      ? source
          .split("\n")
          .map((line) => line.slice(indent))
          .join("\n")
      : folded(source, column);
  return { value: value + breaks, end, isWholeLine: true };
};

const folded = (lines: string, indent: number): string => {
  const at = { offset: 0, indent };
  const header = { type: "block-scalar-header" as const, ...at, source: ">-" };
  const source = `${lines}\n`;
  return resolved({ type: "block-scalar", ...at, props: [header], source });
};
