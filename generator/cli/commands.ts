/**
 * The commands, one row each.
 */
import { Argument, Option } from "commander";
import { annotate } from "./annotations/option.js";
import { dayOption, failOnOption } from "./change-options.js";
import { type Command, defineCommand, type Terminal } from "./command.js";
import { compareCommand } from "./compare-command.js";
import { diffCommand } from "./diff-command.js";
import { importCommand } from "./import-command.js";
import { initOptions, type InitFlags, runInit } from "./init-options.js";
import { printInit } from "./init-text.js";
import type { Report } from "../index.js";
import { printNames } from "./names-text.js";
import {
  documentOptions,
  ownerOptions,
  packageOptions,
  type OwnerOptions,
  type PackageOptions,
  specArgument,
  toLibraryOptions,
} from "./package-options.js";
import { progressOptions } from "./progress-line.js";
import { printInputs, printReport } from "./report-text.js";
import { releaseCommand } from "./release-command.js";
import { watch } from "./watch/watch.js";

type InTerminal<Options> = Options & { readonly terminal: Terminal };

interface GenerateFlags extends PackageOptions {
  readonly changes?: boolean;
}

const changesOption = new Option(
  "--changes",
  "print every change for callers since the last release",
);

const generate = defineCommand({
  name: "generate",
  description: "Write the SDK, and only what changed of it.",
  arguments: [specArgument],
  options: [
    ...packageOptions,
    changesOption,
    new Option("--dry-run", "print what would be written"),
    new Option(
      "--rename [names...]",
      "give names anew that are kept since they were published: all, or these",
    ),
  ],
  run: async (options: InTerminal<GenerateFlags>, spec?: string) => {
    const library = await import("../index.js");
    return library.generate({
      ...toLibraryOptions(options, spec),
      ...progressOptions(options),
    });
  },
  print: (
    report,
    { dryRun = false, strict = false, config, changes = false },
    colors,
  ) =>
    printReport(report, {
      mode: dryRun ? "dryRun" : "write",
      strict,
      colors,
      isConfigNamed: config !== undefined,
      isEveryChange: changes,
    }),
  annotate: (report, options: GenerateFlags) => annotate(report, options),
});

/** What check says is the same whether a shortcut led to it. */
const withoutShortcut = (report: Report): Report => ({
  ...report,
  sdks: report.sdks.map((sdk) => ({ ...sdk, upToDate: sdk.ok })),
});

interface CheckOptions extends PackageOptions {
  readonly changes?: boolean;
  readonly printInputs?: boolean;
}

const check = defineCommand({
  name: "check",
  description: "Exit with 1 when the SDK is not what generate would write.",
  arguments: [specArgument],
  options: [
    ...packageOptions,
    failOnOption,
    dayOption,
    changesOption,
    new Option("--diff", "print what generate would change, as a unified diff"),
    new Option(
      "--print-inputs",
      "print the files that are read, relative, and compare nothing",
    ),
  ],
  run: async (options: InTerminal<CheckOptions>, spec?: string) => {
    const library = await import("../index.js");
    const selection = toLibraryOptions(options, spec);
    return options.printInputs
      ? library.inputs(selection)
      : withoutShortcut(
          await library.check({ ...selection, ...progressOptions(options) }),
        );
  },
  print: (report, { strict = false, config, changes = false }, colors) =>
    "inputs" in report
      ? printInputs(report, colors)
      : printReport(report, {
          mode: "check",
          strict,
          colors,
          isConfigNamed: config !== undefined,
          isEveryChange: changes,
        }),
  annotate: (report, options) =>
    "inputs" in report ? {} : annotate(report, options),
});

const reset = defineCommand({
  name: "reset",
  description: "Drop what was changed by hand in generated files.",
  arguments: [
    new Argument("<path...>", "files; a region as sdk/README.md#install"),
  ],
  options: ownerOptions,
  run: async (options: OwnerOptions, paths: readonly string[]) => {
    const library = await import("../index.js");
    return library.reset(paths, toLibraryOptions(options, options.input));
  },
  print: (report, _options, colors) =>
    printReport(report, { mode: "write", strict: false, colors }),
});

const merge = defineCommand({
  name: "merge",
  description:
    "Write both sides, between conflict markers, where a change by hand and the generated text meet.",
  arguments: [new Argument("[path...]", "files; default: all in conflict")],
  options: ownerOptions,
  run: async (options: OwnerOptions, paths: readonly string[] = []) => {
    const library = await import("../index.js");
    return library.merge(paths, toLibraryOptions(options, options.input));
  },
  print: (report, _options, colors) =>
    printReport(report, { mode: "write", strict: false, colors }),
});

const names = defineCommand({
  name: "names",
  description: "List every public name, and the config line that changes it.",
  arguments: [specArgument],
  options: documentOptions,
  run: async (options: PackageOptions, spec?: string) => {
    const library = await import("../index.js");
    return library.names(toLibraryOptions(options, spec));
  },
  print: (report, _options, colors) => printNames(report, colors),
});

const init = defineCommand({
  name: "init",
  description:
    "Set up a package and its repository: config, workflows, releases.",
  arguments: [specArgument],
  options: initOptions,
  run: (options: InitFlags, spec?: string) => runInit(options, spec),
  print: (report, { dryRun = false }, colors) =>
    printInit(report, dryRun, colors),
});

export const commands: readonly Command[] = [
  init,
  importCommand,
  generate,
  check,
  watch,
  diffCommand,
  compareCommand,
  names,
  releaseCommand,
  reset,
  merge,
];
