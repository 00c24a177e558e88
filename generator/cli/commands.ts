/**
 * The commands, one row each.
 */
import { Argument, Option } from "commander";
import { type Command, defineCommand } from "./command.js";
import { printNames } from "./names-text.js";
import {
  documentOptions,
  ownerOptions,
  packageOptions,
  type PackageOptions,
  specArgument,
  toLibraryOptions,
} from "./package-options.js";
import { printReport } from "./report-text.js";

const generate = defineCommand({
  name: "generate",
  description: "Write the SDK, and only what changed of it.",
  arguments: [specArgument],
  options: [
    ...packageOptions,
    new Option("--dry-run", "print what would be written"),
  ],
  run: async (options: PackageOptions, spec?: string) => {
    const library = await import("../index.js");
    return library.generate(toLibraryOptions(options, spec));
  },
  print: (report, { dryRun = false, strict = false }, colors) =>
    printReport(report, { mode: dryRun ? "dryRun" : "write", strict, colors }),
});

const check = defineCommand({
  name: "check",
  description: "Exit with 1 when the SDK is not what generate would write.",
  arguments: [specArgument],
  options: packageOptions,
  run: async (options: PackageOptions, spec?: string) => {
    const library = await import("../index.js");
    return library.check(toLibraryOptions(options, spec));
  },
  print: (report, { strict = false }, colors) =>
    printReport(report, { mode: "compare", strict, colors }),
});

const reset = defineCommand({
  name: "reset",
  description: "Drop what was changed by hand in generated files.",
  arguments: [
    new Argument("<path...>", "files; a region as sdk/README.md#install"),
  ],
  options: ownerOptions,
  run: async (options: PackageOptions, paths: readonly string[]) => {
    const library = await import("../index.js");
    return library.reset(paths, toLibraryOptions(options, undefined));
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
  run: async (options: PackageOptions, paths: readonly string[] = []) => {
    const library = await import("../index.js");
    return library.merge(paths, toLibraryOptions(options, undefined));
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

export const commands: readonly Command[] = [
  ...[generate, check, names],
  ...[reset, merge],
];
