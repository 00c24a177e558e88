/**
 * What the command line asks for, as data.
 */
import { Command as Parser, CommanderError, Option } from "commander";
import { withoutPrototype } from "../config/without-prototype.js";
import type { Command, CommandCall } from "./command.js";
import { commands } from "./commands.js";
import { version } from "./version.js";

export type ParsedArguments =
  | { readonly kind: "call"; readonly call: CommandCall }
  /** Help or version. */
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "misuse"; readonly message: string };

/** @param argv without the program's name */
export const parseArguments = (argv: readonly string[]): ParsedArguments => {
  let call: CommandCall | undefined;
  let printed = "";
  const parser = new Parser("sdkwright")
    .description("Turns an OpenAPI document into a TypeScript SDK.")
    .version(version(), "-v, --version", "print the version")
    .helpOption("-h, --help", "print this help")
    .helpCommand(false)
    .addHelpText("after", examples)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => (printed += text),
      writeErr: (text) => (printed += text),
    });
  for (const command of commands) {
    addCommand(parser, command, (made) => (call = made));
  }
  try {
    parser.parse(argv, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    const text = printed.trimEnd();
    return error.exitCode === 0
      ? { kind: "text", text }
      : { kind: "misuse", message: withHelp(text, argv) };
  }
  return call
    ? { kind: "call", call }
    : {
        kind: "misuse",
        message: `${parser.helpInformation().trimEnd()}\n${examples}`,
      };
};

/** Where nothing else says how to go on. */
const withHelp = (message: string, [first]: readonly string[]): string => {
  // A value that is refused comes with what it may be.
  if (/Did you mean|is invalid\./.test(message)) return message;
  const command = commands.find(({ name }) => name === first);
  const help = ["sdkwright", ...(command ? [command.name] : []), "--help"];
  return `${message}\n  help: \`${help.join(" ")}\` lists what there is`;
};

const addCommand = (
  parser: Parser,
  command: Command,
  onCall: (call: CommandCall) => void,
): void => {
  const subcommand = parser
    .command(command.name)
    .description(command.description);
  for (const argument of command.arguments) subcommand.addArgument(argument);
  for (const option of [...command.options, ...commonOptions]) {
    subcommand.addOption(option);
  }
  subcommand.action(() => {
    const options = withoutPrototype(subcommand.opts());
    onCall(command.call(subcommand.processedArgs, options));
  });
};

const examples = `
Examples:
  npx sdkwright init                          asks, then writes a config, an SDK and its workflows
  npx sdkwright generate openapi.yaml -o sdk  writes an SDK into sdk/`;

const commonOptions = [
  new Option("--json", "print one JSON object"),
  new Option("--debug", "print the stack when sdkwright itself fails"),
];
