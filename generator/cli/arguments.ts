/**
 * What was asked for on the command line, as data.
 */
import { Command, CommanderError, InvalidArgumentError } from "commander";
import { readFileSync } from "node:fs";
import { originForm } from "../config/config.js";
import type { GenerateOptions, OperationFilter } from "../index.js";
import { own } from "../config/own.js";

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
  readonly overlay?: readonly string[];
  readonly header?: Readonly<Record<string, string>>;
  readonly allowRefOrigin?: readonly string[];
  readonly include?: OperationFilter;
  readonly exclude?: OperationFilter;
  readonly dryRun?: boolean;
  readonly strict?: boolean;
  readonly force?: boolean;
  readonly json?: boolean;
  readonly debug?: boolean;
  readonly timings?: boolean;
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
      .argument(
        "[spec]",
        "the OpenAPI document, a path or a URL; default: those of the config",
      )
      .option("-o, --output <dir>", "the package's folder")
      .option("-c, --config <file>", "default: sdkwright.config.* here")
      .option(
        "--ref-root <dir>",
        "folder that references may read; default: the document's",
      )
      .option(
        "--overlay <file>",
        "overlay to apply to the document first; repeatable, in order",
        addToList,
      )
      .option(
        "--header <header>",
        "'Name: value' to send with the request for a URL; ${NAME} is from the environment; repeatable",
        addHeader,
      )
      .option(
        "--allow-ref-origin <origin>",
        "origin that references may lead to; repeatable",
        addOrigin,
      )
      .option(
        "--include <what>",
        "only these operations: tag:NAME, path:/pets/**, operation:ID, deprecated; repeatable",
        addToFilter,
      )
      .option(
        "--exclude <what>",
        "leave these operations out; as --include",
        addToFilter,
      )
      .option("--strict", "treat warnings as errors")
      .option("--json", "print one JSON object")
      .option("--timings", "tell how long each stage took")
      .option("--debug", "print the stack when sdkwright itself fails")
      .action((spec: string | undefined, given: Flags) => {
        const { overlay, header, allowRefOrigin, ...flags } = own(given);
        run = toRun(
          command,
          spec,
          own({
            ...flags,
            ...(overlay && { overlays: overlay }),
            ...(header && { headers: header }),
            ...(allowRefOrigin && { allowRefOrigins: allowRefOrigin }),
          }),
        );
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

const addToList = (
  item: string,
  others?: readonly string[],
): readonly string[] => [...(others ?? []), item];

const addOrigin = (
  origin: string,
  others?: readonly string[],
): readonly string[] => {
  if (!originForm.test(origin)) {
    throw new InvalidArgumentError("It is like https://schemas.example.");
  }
  return addToList(origin, others);
};

/** The value is a secret: a mistake is reported later, without it. */
const addHeader = (
  header: string,
  others?: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> => {
  const [, name = "(no name)", value = ""] =
    /^([^:\s]+):\s*(.*)$/s.exec(header) ?? [];
  return { ...others, [name]: value };
};

const filterLists = {
  tag: "tags",
  path: "paths",
  operation: "operations",
} as const;

/** `tag:Pets` joins what was said before. */
const addToFilter = (
  what: string,
  filter: OperationFilter = {},
): OperationFilter => {
  if (what === "deprecated") return { ...filter, deprecated: true };
  const [, kind = "", pattern = ""] = /^([^:]*):(.*\S.*)$/s.exec(what) ?? [];
  if (!Object.hasOwn(filterLists, kind)) {
    throw new InvalidArgumentError(
      "It is tag:NAME, path:/pets/**, operation:ID or deprecated.",
    );
  }
  const list = filterLists[kind as keyof typeof filterLists];
  return { ...filter, [list]: [...(filter[list] ?? []), pattern] };
};

const toRun = (
  command: "generate" | "check",
  input: string | undefined,
  {
    json = false,
    debug = false,
    ...options
  }: GenerateOptions & Pick<Flags, "json" | "debug">,
): Arguments => ({
  kind: "run",
  command,
  options: own({ ...(input !== undefined && { input }), ...options }),
  json,
  debug,
});

const version = (): string => {
  const file = new URL("../../package.json", import.meta.url);
  return (JSON.parse(readFileSync(file, "utf8")) as { version: string })
    .version;
};
