/**
 * Text by lines, as the readers of scalars see it.
 */

/** Thrown for what only a reader of all of YAML can tell. */
export class Unusual extends Error {
  override readonly name = "Unusual";
}

export interface Scalar {
  readonly value: unknown;
  /** Where what follows it starts. */
  readonly end: number;
  /** It ends with its line. */
  readonly isWholeLine?: boolean;
}

export const lineEnd = (text: string, at: number): number => {
  const end = text.indexOf("\n", at);
  return end === -1 ? text.length : end;
};

/** How far a line is indented; -1 when there is nothing in it. */
export const indentOf = (text: string, line: number): number => {
  let at = line;
  while (text.charCodeAt(at) === 32) at++;
  return at >= text.length || text.charCodeAt(at) === 10 ? -1 : at - line;
};

/** All lines after the first have to be indented further than what they belong to. */
export const checkIndent = (
  text: string,
  from: number,
  to: number,
  column: number,
): void => {
  for (
    let line = lineEnd(text, from) + 1;
    line < to;
    line = lineEnd(text, line) + 1
  ) {
    const indent = indentOf(text, line);
    if (indent !== -1 && indent <= column) throw new Unusual();
  }
};

/** Spaces alone are white space in YAML; what else looks like one is text. */
export const withoutEnd = (text: string): string => {
  let end = text.length;
  while (text.charCodeAt(end - 1) === 32) end--;
  return text.slice(0, end);
};
