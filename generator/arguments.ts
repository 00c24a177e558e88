/**
 * What was asked for on the command line, as data.
 */
import { Command, CommanderError } from "commander";
import { readFileSync } from "node:fs";
import type { GenerateOptions } from "./index.js";

export type Arguments =
  | {
      readonly kind: "run";
      readonly command: "generate" | "check";
      readonly options: GenerateOptions;
      /** One JSON object instead of text. */
      readonly json: boolean;
      /** Show the stack of a bug. */
      readonly debug: boolean;
    }
  /** Help or version. */
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "misuse"; readonly message: string };

/** As commander gives them. */
interface Flags {
  readonly output?: string;
  readonly config?: string;
  readonly refRoot?: string;
  readonly dryRun?: boolean;
  readonly strict?: boolean;
  readonly force?: boolean;
  readonly json?: boolean;
  readonly debug?: boolean;
}

/** @param argv without the program's name */
export const parseArguments = (argv: readonly string[]): Arguments => {
  let run: Arguments | undefined;
  let printed = "";
  const program = new Command("sdkwright")
    .description("Turns an OpenAPI document into a TypeScript SDK.")
    .version(version(), "-v, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .helpCommand(false)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => (printed += text),
      writeErr: (text) => (printed += text),
    });
  const add = (command: "generate" | "check", description: string): Command =>
    program
      .command(command)
      .description(description)
      .argument("[spec]", "the OpenAPI document; default: those of the config")
      .option("-o, --output <dir>", "the package's folder")
      .option("-c, --config <file>", "default: sdkwright.config.* here")
      .option(
        "--ref-root <dir>",
        "folder that references may read; default: the document's",
      )
      .option("--strict", "treat warnings as errors")
      .option("--json", "print one JSON object")
      .option("--debug", "print the stack when sdkwright itself fails")
      .action((spec: string | undefined, flags: Flags) => {
        run = toRun(command, spec, flags);
      });
  add("generate", "Write the SDK, and only what changed of it.")
    .option("--dry-run", "say what would be written")
    .option("--force", "generate anew, over files that were changed by hand");
  add("check", "Exit with 1 when the SDK is not what generate would write.");
  try {
    program.parse(argv, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    const text = printed.trimEnd();
    return error.exitCode === 0
      ? { kind: "text", text }
      : { kind: "misuse", message: text };
  }
  return (
    run ?? { kind: "misuse", message: program.helpInformation().trimEnd() }
  );
};

const toRun = (
  command: "generate" | "check",
  input: string | undefined,
  { output, config, refRoot, dryRun, strict, force, json, debug }: Flags,
): Arguments => ({
  kind: "run",
  command,
  options: {
    ...(input !== undefined && { input }),
    ...(output !== undefined && { output }),
    ...(config !== undefined && { config }),
    ...(refRoot !== undefined && { refRoot }),
    ...(dryRun && { dryRun }),
    ...(strict && { strict }),
    ...(force && { force }),
  },
  json: json ?? false,
  debug: debug ?? false,
});

const version = (): string => {
  const file = new URL("../package.json", import.meta.url);
  return (JSON.parse(readFileSync(file, "utf8")) as { version: string })
    .version;
};
