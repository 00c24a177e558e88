/**
 * The command `compare`: its options, and its report as lines for a person.
 */
import { Argument, InvalidArgumentError, Option } from "commander";
import { printable } from "../diagnostics/printable.js";
import { colored, type Paint, plain } from "../diagnostics/printer.js";
import type { CompareReport, ComparedResource, Miss } from "../index.js";
import { type Colors, defineCommand, type Texts } from "./command.js";
import {
  documentOptions,
  type PackageOptions,
  toLibraryOptions,
} from "./package-options.js";
import { printDiagnostics, printReport } from "./report-text.js";

interface CompareFlags extends PackageOptions {
  readonly atLeast?: number;
}

const percent = (text: string): number => {
  const value = Number(text);
  if (text.trim() !== "" && value >= 0 && value <= 100) return value;
  throw new InvalidArgumentError("It is a number from 0 to 100.");
};

export const compareCommand = defineCommand({
  name: "compare",
  description:
    "Tell which calls of a published SDK's users compile with the package.",
  arguments: [
    new Argument(
      "<package>",
      "the published SDK: a folder, @acme/sdk or @acme/sdk@1.4.0 from npm",
    ),
  ],
  options: [
    ...documentOptions,
    new Option(
      "--at-least <percent>",
      "exit with 1 when fewer of its methods compile",
    ).argParser(percent),
  ],
  run: async (flags: CompareFlags, published: string) => {
    const library = await import("../index.js");
    const { atLeast, ...others } = flags;
    return library.compare({
      ...toLibraryOptions(others, undefined),
      published,
      ...(atLeast !== undefined && { atLeast }),
    });
  },
  print: (report, _flags, colors) => print(report, colors),
});

const print = (report: CompareReport, colors: Colors): Texts => {
  if (report.check)
    return printReport(report.check, {
      mode: "check",
      strict: false,
      colors,
      isConfigNamed: true,
    });
  const paint = colors.err ? colored : plain;
  const shown = report.resources.flatMap((resource) =>
    printResource(resource, colors.out ? colored : plain),
  );
  return {
    err: printDiagnostics(report.diagnostics, paint).join("\n"),
    out:
      report.counts.methods === 0
        ? ""
        : [...shown, ...summary(report)].join("\n"),
  };
};

/** Only the methods with calls that do not compile. */
const printResource = (
  { name, methods }: ComparedResource,
  paint: Paint,
): readonly string[] => {
  const missed = methods.filter(({ misses }) => misses.length > 0);
  if (missed.length === 0) return [];
  const compiling = methods.length - missed.length;
  const title = name === "" ? "the client itself" : printable(name);
  return [
    `${paint("bold", title)}: ${compiling} of ${methods.length} methods compile`,
    ...missed.flatMap((method) =>
      method.misses.map((miss) => `  ${printMiss(method.name, miss)}`),
    ),
    "",
  ];
};

const printMiss = (name: string, { reason, call, detail }: Miss): string =>
  [call ?? name, reason, ...(detail === undefined ? [] : [detail])]
    .map(printable)
    .join(": ");

const summary = ({
  published: { source, name, version },
  output,
  counts,
}: CompareReport): readonly string[] => {
  const share = Math.floor((counts.compiling * 100) / counts.methods);
  const known =
    name === null || version === null ? source : `${name} ${version}`;
  const reasons = [
    [counts.notFound, "not found"],
    [counts.arguments, "arguments"],
    [counts.options, "options"],
    [counts.result, "result"],
    [counts.iteration, "iteration"],
    [counts.types, "types"],
  ] as const;
  const named = reasons
    .filter(([count]) => count > 0)
    .map(([count, reason]) => `${count} ${reason}`);
  return [
    `${printable(output ?? "")}: ${counts.compiling} of ${counts.methods} methods of ${printable(known)} compile (${share} %)`,
    ...(named.length > 0 ? [`not compiling: ${named.join(", ")}`] : []),
  ];
};
