/**
 * What a run changed, as a person reads it: names that users write, and files.
 */
import { printable } from "../diagnostics/printable.js";
import type { Paint, Style } from "../diagnostics/printer.js";
import type { NameChange, SdkReport } from "../index.js";

/** More are counted. */
const maxChanges = 20;

const signs = { added: "+", removed: "-", renamed: "~" } as const;
const styles = { added: "green", removed: "red", renamed: "yellow" } as const;

/** `+ rooms.rates.list  GET /rooms/{id}/rates`, a line each. */
export const printChanges = (
  { changes }: Pick<SdkReport, "changes">,
  paint: Paint,
): readonly string[] =>
  cut(
    changes.map(({ change, name, of, kind, before }) => {
      const old = before === undefined ? "" : `${printable(before)} -> `;
      const what = kind === "model" ? `schema ${of}` : of;
      const text = `${signs[change]} ${old}${printable(name)}`;
      return `${paint(styles[change], text)}  ${paint("dim", printable(what))}`;
    }),
    "names",
  );

/** Only the operations, without what they are in the document. */
export const shortChanges = (
  changes: readonly NameChange[],
): readonly string[] =>
  cut(
    changes
      .filter(({ kind }) => kind === "operation")
      .map(({ change, name, before }) =>
        printable(
          `${signs[change]} ${before === undefined ? "" : `${before} -> `}${name}`,
        ),
      ),
    "operations",
  );

/** The files that a dry run would write or remove. */
export const printPlannedFiles = (
  { written, removed, output }: SdkReport,
  paint: Paint,
): readonly string[] => [
  ...written.map((path) => `${paint("green", "write")}  ${output}/${path}`),
  ...removed.map((path) => `${paint("red", "remove")} ${output}/${path}`),
];

const diffStyles: Readonly<Record<string, Style>> = {
  "+": "green",
  "-": "red",
  "@": "cyan",
};

export const printDiff = (diff: string, paint: Paint): string =>
  diff
    .split("\n")
    .map((line) => {
      const style = diffStyles[line.charAt(0)];
      return style === undefined ? line : paint(style, line);
    })
    .join("\n");

const cut = (lines: readonly string[], noun: string): readonly string[] =>
  lines.length <= maxChanges
    ? lines
    : [
        ...lines.slice(0, maxChanges),
        `… and ${lines.length - maxChanges} ${noun} more (--json lists all)`,
      ];
