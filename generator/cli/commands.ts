/**
 * The commands, one row each.
 */
import { Option } from "commander";
import { type Command, defineCommand } from "./command.js";
import { initOptions, type InitFlags, runInit } from "./init-options.js";
import { printInit } from "./init-text.js";
import { printNames } from "./names-text.js";
import {
  documentOptions,
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
    new Option("--force", "regenerate, over files that were changed by hand"),
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

export const commands: readonly Command[] = [init, generate, check, names];
