/**
 * Diagnostics as a person reads them: place, message, the lines around, what to do.
 *
 *     spec/openapi.yaml:42:14 error parameter-style: …
 *       41 | - name: tags
 *     > 42 |   style: comma
 *          |          ^
 *       43 |   in: query
 *       help: …
 */
import { printable } from "./printable.js";
import type { Diagnostic, Diagnostics } from "./diagnostics.js";
import type { Position } from "../openapi/document.js";
import type { Lines } from "./source-files.js";

/** The lines around a place, cut to a width and made printable. */
export interface Frame {
  readonly lines: readonly { readonly number: number; readonly text: string }[];
  /** The number of the line that has the problem, and the column in its cut text, from 0. */
  readonly line: number;
  readonly caret: number;
}

export interface FramedDiagnostic extends Diagnostic {
  readonly frame?: Frame;
}

export type Style = "bold" | "red" | "green" | "yellow" | "cyan" | "dim";
export type Paint = (style: Style, text: string) => string;

export const plain: Paint = (_, text) => text;

const codes = {
  bold: 1,
  dim: 2,
  red: 31,
  green: 32,
  yellow: 33,
  cyan: 36,
} as const;

export const colored: Paint = (style, text) =>
  `\u001b[${codes[style]}m${text}\u001b[0m`;

/** Adds the lines around each place, cut from the sources. */
export const withFrames = (
  diagnostics: Diagnostics,
): readonly FramedDiagnostic[] =>
  diagnostics.all().map((diagnostic) => {
    const { position } = diagnostic;
    const lines = position && diagnostics.sources.files.get(position.file);
    const frame = lines && frameOf(position, lines);
    return frame ? { ...diagnostic, frame } : diagnostic;
  });

/** A problem at the first of its places. */
export interface RepeatedDiagnostic extends FramedDiagnostic {
  /** How many places have the problem. Absent for one. */
  readonly count?: number;
}

/**
 * The same code with the same message has the same cause, wherever it shows. One that names a further
 * place, such as the first of two duplicates, is listed by itself.
 */
export const onceForEachCause = (
  list: readonly FramedDiagnostic[],
): readonly RepeatedDiagnostic[] => {
  const counts = new Map<string, number>();
  const causeOf = ({ code, message }: Diagnostic): string =>
    JSON.stringify([code, message]);
  const isAlone = ({ position, related }: Diagnostic): boolean =>
    position === undefined || related !== undefined;
  for (const diagnostic of list) {
    if (isAlone(diagnostic)) continue;
    const cause = causeOf(diagnostic);
    counts.set(cause, (counts.get(cause) ?? 0) + 1);
  }
  return list.flatMap((diagnostic) => {
    if (isAlone(diagnostic)) return diagnostic;
    const cause = causeOf(diagnostic);
    const count = counts.get(cause);
    counts.delete(cause);
    if (count === undefined) return [];
    return count > 1 ? { ...diagnostic, count } : diagnostic;
  });
};

/** Documents may be one line of megabytes: this much of a line is shown. */
const width = 100;

const frameOf = (
  { line, column }: Position,
  lines: Lines,
): Frame | undefined => {
  const target = lines.line(line);
  if (target === undefined) return undefined;
  const start = column > width - 20 ? column - width / 2 : 0;
  const cut = (text: string) => printable(text.slice(start, start + width));
  return {
    lines: [line - 1, line, line + 1].flatMap((number) => {
      const text = lines.line(number);
      return text === undefined ? [] : { number, text: cut(text) };
    }),
    line,
    caret: printable(target.slice(start, column - 1)).length,
  };
};

const colors = { error: "red", warning: "yellow", note: "cyan" } as const;

export const printDiagnostic = (
  {
    code,
    severity,
    message,
    help,
    position,
    related = [],
    count = 1,
    frame,
  }: RepeatedDiagnostic,
  paint: Paint,
): string => {
  const color = colors[severity];
  const place = position ? paint("bold", printPosition(position)) + " " : "";
  return [
    `${place}${paint(color, severity)} ${paint("dim", code)}: ${message}${more(count)}`,
    ...(frame ? printFrame(frame, color, paint) : []),
    ...related.map(
      (other) => `  ${paint("cyan", "see")}: ${printPosition(other)}`,
    ),
    `  ${paint("cyan", "help")}: ${help}`,
  ].join("\n");
};

const more = (count: number): string =>
  count > 1
    ? ` (and at ${count - 1} more ${count > 2 ? "places" : "place"})`
    : "";

const printPosition = ({ file, line, column }: Position): string =>
  `${printable(file)}:${line}:${column}`;

const printFrame = (
  { lines, line, caret }: Frame,
  color: Style,
  paint: Paint,
): readonly string[] => {
  const digits = String(lines.at(-1)?.number).length;
  return lines.flatMap(({ number, text }) => {
    const isTarget = number === line;
    const gutter = `${isTarget ? ">" : " "} ${String(number).padStart(digits)} |`;
    const row = (
      paint(isTarget ? color : "dim", gutter) +
      " " +
      text
    ).trimEnd();
    if (!isTarget) return [row];
    const blank = paint(color, " ".repeat(digits + 3) + "|");
    return [row, `${blank} ${" ".repeat(caret)}${paint(color, "^")}`];
  });
};
