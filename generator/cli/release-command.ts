/**
 * The command `release`: what it prints.
 */
import { Option } from "commander";
import { printable } from "../diagnostics/printable.js";
import { colored, plain } from "../diagnostics/printer.js";
import type { ReleaseOptions, ReleaseReport } from "../index.js";
import { dayOption } from "./change-options.js";
import { printChangeReport } from "./change-report-text.js";
import { type Colors, defineCommand, type Texts } from "./command.js";
import {
  documentOptions,
  type PackageOptions,
  specArgument,
  toLibraryOptions,
} from "./package-options.js";
import { printDiagnostics, printReport } from "./report-text.js";

type ReleaseFlags = PackageOptions & Pick<ReleaseOptions, "dropAliases">;

export const releaseCommand = defineCommand({
  name: "release",
  description:
    "Make what is there now the release that later changes are measured by.",
  arguments: [specArgument],
  options: [
    ...documentOptions,
    new Option(
      "--drop-aliases",
      "end deprecated names now, and write the package without them",
    ),
    dayOption,
  ],
  run: async (options: ReleaseFlags, spec?: string) => {
    const library = await import("../index.js");
    const { dropAliases = false, ...others } = options;
    return library.release({
      ...toLibraryOptions(others, spec),
      ...(dropAliases && { dropAliases }),
    });
  },
  print: (report, _options, colors) => print(report, colors),
});

const print = (report: ReleaseReport, colors: Colors): Texts => {
  if (report.check)
    return printReport(report.check, {
      mode: "check",
      strict: false,
      colors,
      isConfigNamed: true,
    });
  const paint = colors.err ? colored : plain;
  const paintOut = colors.out ? colored : plain;
  return {
    err: [
      ...report.diagnostics,
      ...report.sdks.flatMap(({ change }) => change.diagnostics),
    ]
      .flatMap((one) => printDiagnostics([one], paint))
      .join("\n"),
    out: report.sdks
      .flatMap(
        ({ output, change, version, isVersionSet, written, message }) => [
          ...(change.bump === null
            ? []
            : printChangeReport(change, "usual", paintOut)),
          ...written.map((path) => `${printable(path)} written`),
          `${printable(output)}: ${versionLine(version, { isVersionSet, output })}`,
          ...(message === undefined ? [] : ["", message]),
        ],
      )
      .join("\n"),
  };
};

const versionLine = (
  version: string,
  { isVersionSet, output }: { isVersionSet: boolean; output: string },
): string =>
  isVersionSet
    ? `the version is ${printable(version)}, as package.json has it`
    : `the next version is ${printable(version)}; your release tool sets it, or \`npm version ${printable(version)}\` in ${printable(output)}`;
