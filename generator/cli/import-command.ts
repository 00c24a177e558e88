/**
 * The command `import`: its options, and the list that it ends with.
 */
import { Argument, Option } from "commander";
import { printable } from "../diagnostics/printable.js";
import { colored, type Paint, plain } from "../diagnostics/printer.js";
import type { ImportReport } from "../import/import.js";
import type { ImportOptions } from "../import/import-options.js";
import type { LedgerEntry } from "../import/ledger.js";
import {
  type Colors,
  type CommonOptions,
  defineCommand,
  type Texts,
} from "./command.js";
import { printDiagnostics } from "./report-text.js";

interface ImportFlags
  extends CommonOptions, Omit<ImportOptions, "cwd" | "file"> {}

export const importCommand = defineCommand({
  name: "import",
  description:
    "Write a config from that of another generator, and say what became of each key.",
  arguments: [
    new Argument(
      "<file>",
      "stainless.yml, gen.yaml, generators.yml, or api.md of an SDK",
    ),
  ],
  options: [
    new Option(
      "--spec <file>",
      "the OpenAPI document; default: the one beside it",
    ),
    new Option(
      "--types <dir>",
      "the published package, for names and arguments",
    ),
    new Option("--api <file>", "api.md of the published SDK, for the same"),
    new Option("-o, --output <file>", "default: sdkwright.config.ts"),
    new Option("--strict", "write nothing when something is lost"),
    new Option("--force", "write over files that are there"),
  ],
  run: async (
    { spec, types, api, output, strict, force }: ImportFlags,
    file: string,
  ) => {
    const { importConfig } = await import("../import/import.js");
    return importConfig({ file, spec, types, api, output, strict, force });
  },
  print: (report, { strict = false }, colors) => print(report, strict, colors),
});

const print = (
  report: ImportReport,
  isStrict: boolean,
  colors: Colors,
): Texts => {
  const { ok, diagnostics, entries, written } = report;
  const lost = entries.filter(({ fate }) => fate === "lost").length;
  const paint = colors.out ? colored : plain;
  const err = printDiagnostics(diagnostics, colors.err ? colored : plain);
  return {
    out: [
      ...printEntries(entries, paint),
      ...written.map((path) => `${printable(path)} written`),
      ...(ok ? ["next: npx sdkwright generate"] : []),
    ].join("\n"),
    err: [
      ...err,
      ...(ok
        ? []
        : [
            isStrict &&
            lost > 0 &&
            diagnostics.every(({ severity }) => severity !== "error")
              ? `nothing written: ${lost} ${lost === 1 ? "key is" : "keys are"} lost; write by hand what you need, and run without --strict`
              : "nothing written",
          ]),
    ].join("\n"),
  };
};

const titles = {
  kept: "green",
  "not needed": "dim",
  lost: "yellow",
} as const satisfies Record<LedgerEntry["fate"], Parameters<Paint>[0]>;

const printEntries = (
  entries: readonly LedgerEntry[],
  paint: Paint,
): readonly string[] =>
  (Object.keys(titles) as LedgerEntry["fate"][]).flatMap((fate) => {
    const own = entries.filter((entry) => entry.fate === fate);
    if (own.length === 0) return [];
    return [
      paint(titles[fate], fate),
      ...own.map(
        ({ file, line, key, note }) =>
          `  ${printable(file)}:${line}  ${printable(key)}: ${printable(note)}`,
      ),
    ];
  });
