/**
 * The definition of a command of the command line; `commands.ts` lists them.
 */
import type { Argument, Option } from "commander";

/** What a command prints: results on standard output; problems, and what explains the exit code, on the other. */
export interface Texts {
  readonly out: string;
  readonly err: string;
}

/** Which of the two streams show colors. */
export interface Colors {
  readonly out: boolean;
  readonly err: boolean;
}

/** The exit code is 0 with `ok`, 1 without, and 130 when a person has cancelled. */
export interface Outcome extends Texts, Ended, Pick<Extras, "files"> {}

interface Ended {
  readonly ok: boolean;
  readonly isCancelled?: true;
}

/** What a command tells besides its result, also with `--json`. */
export interface Extras {
  /** Lines on standard error. */
  readonly err?: readonly string[];
  /** Files that the user has asked for. */
  readonly files?: readonly ReportFile[];
}

export interface ReportFile {
  readonly path: string;
  readonly text: string;
  /** What is there stays. */
  readonly isAppended?: true;
}

/** What a long-running command needs of the process. */
export interface Terminal extends Colors {
  /** Prints at once. */
  readonly print: (text: string) => void;
  /** Shows a line that the next one replaces, and the end removes; absent where nobody waits. */
  readonly progress?: (line: string) => void;
  /** Calls back when the user wants the command to end: `q`, Ctrl-C. Returns what ends the waiting. */
  readonly onEnd: (end: () => void) => () => void;
}

/** A command with its arguments, ready to run. */
export interface CommandCall {
  /** @throws UsageError when the options do not fit together */
  readonly execute: (terminal: Terminal) => Promise<Outcome>;
  /** Print the stack of a bug. */
  readonly debug: boolean;
}

export interface Command {
  readonly name: string;
  readonly description: string;
  readonly arguments: readonly Argument[];
  readonly options: readonly Option[];
  /** @param options as commander has parsed them by `options` */
  readonly call: (operands: readonly unknown[], options: object) => CommandCall;
}

/** The options that every command has. */
export interface CommonOptions {
  /** Print one JSON object instead of text. */
  readonly json?: boolean;
  readonly debug?: boolean;
}

interface CommandDefinition<
  Operands extends readonly unknown[],
  Options,
  Result,
> extends Omit<Command, "call"> {
  readonly run: (
    options: Options & { readonly terminal: Terminal },
    ...operands: Operands
  ) => Promise<Result>;
  readonly print: (result: Result, options: Options, colors: Colors) => Texts;
  readonly annotate?: (result: Result, options: Options) => Extras;
  /** What `--json` prints of the result. Default: all. */
  readonly json?: (result: Result) => unknown;
}

/**
 * A row of the command table. `run` does the work and gives data, which `--json` prints as it is and
 * `print` for people.
 */
export const defineCommand = <
  Operands extends readonly unknown[],
  Options extends CommonOptions,
  Result extends Ended,
>({
  run,
  print,
  annotate,
  json: dataOf = (result) => result,
  ...command
}: CommandDefinition<Operands, Options, Result>): Command => ({
  ...command,
  call: (operands, given) => {
    // Commander has parsed both by the definition.
    const options = given as Options;
    const { json = false, debug = false } = options;
    return {
      debug,
      execute: async (terminal) => {
        const result = await run(
          { ...options, terminal },
          ...(operands as Operands),
        );
        const { out, err } = json
          ? { out: printJson(dataOf(result)), err: "" }
          : print(result, options, terminal);
        const { err: more = [], files = [] } =
          annotate?.(result, options) ?? {};
        const { ok, isCancelled } = result;
        return {
          ok,
          ...(isCancelled && { isCancelled }),
          out,
          files,
          err: [...(err === "" ? [] : [err]), ...more].join("\n"),
        };
      },
    };
  },
});

/** Frames are for people; a program has the position. */
const printJson = (result: unknown): string =>
  JSON.stringify(
    result,
    (key, value: unknown) => (key === "frame" ? undefined : value),
    2,
  );
