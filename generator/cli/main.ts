#!/usr/bin/env node
/**
 * The command line: the only place that knows the process, its streams and its exit code.
 *
 * Nothing else is imported before Node's version is known to be enough, because an old Node would
 * fail at the imports with a message about syntax.
 */
import * as module from "node:module";
import { writeFileSync } from "node:fs";
import type { CommandCall, Terminal, ReportFile } from "./command.js";

/** Also in `package.json`. */
const minimum = { major: 20, minor: 19 };

/** A cancelled dialog ends as a program does that Ctrl-C has ended. */
const exit = { done: 0, failed: 1, usage: 2, bug: 3, cancelled: 130 } as const;

const main = async (argv: readonly string[]): Promise<number> => {
  const { parseArguments } = await import("./arguments.js");
  const parsed = parseArguments(argv);
  switch (parsed.kind) {
    case "call":
      return run(parsed.call);
    case "text":
      console.log(parsed.text);
      return exit.done;
    case "misuse":
      console.error(parsed.message);
      return exit.usage;
  }
};

const run = async ({ execute, debug }: CommandCall): Promise<number> => {
  const { progressOn } = await import("./progress-line.js");
  const progress = progressOn(process.stderr, process.env);
  try {
    const {
      ok,
      isCancelled,
      out,
      err,
      files = [],
    } = await execute({
      ...terminal,
      ...(progress && { progress }),
    });
    progress?.("");
    const isWritten = await writeReports(files);
    if (err !== "") console.error(err);
    if (out !== "") console.log(out);
    if (isCancelled) return exit.cancelled;
    return ok && isWritten ? exit.done : exit.failed;
  } catch (error) {
    progress?.("");
    const { UsageError } = await import("../index.js");
    if (error instanceof UsageError) {
      console.error(`error: ${error.message}`);
      return exit.usage;
    }
    const { printBug } = await import("./report-text.js");
    console.error(printBug(error, debug));
    return exit.bug;
  }
};

/** What a run is to leave for other programs; false when the system refused it, which is printed. */
const writeReports = async (files: readonly ReportFile[]): Promise<boolean> => {
  try {
    for (const { path, text, isAppended = false } of files)
      writeFileSync(path, text, { flag: isAppended ? "a" : "w" });
    return true;
  } catch (error) {
    const { systemReason } = await import("../diagnostics/system-reasons.js");
    const reason = systemReason(error);
    console.error(
      `error: cannot write ${files.map(({ path }) => path).join(", ")}: ${reason}`,
    );
    return false;
  }
};

const terminal: Terminal = {
  get out() {
    return hasColors(process.stdout);
  },
  get err() {
    return hasColors(process.stderr);
  },
  print: (text) => console.log(text),
  onEnd: (end) => {
    process.on("SIGINT", end);
    const { stdin } = process;
    if (stdin.isTTY) stdin.setRawMode(true);
    stdin.on("error", () => undefined);
    stdin.on("data", (keys: Buffer) => {
      // In raw mode Ctrl-C is a key.
      if (/[qQ\u0003]/.test(keys.toString("latin1"))) end();
    });
    return () => {
      if (stdin.isTTY) stdin.setRawMode(false);
      stdin.destroy();
      process.off("SIGINT", end);
    };
  },
};

const hasColors = ({ isTTY }: { readonly isTTY?: boolean }): boolean =>
  isTTY === true && !process.env.NO_COLOR && process.env.TERM !== "dumb";

const isOldNode = (): boolean => {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  return (
    major < minimum.major || (major === minimum.major && minor < minimum.minor)
  );
};

// A reader that closes the pipe (`| head`) has seen enough; the run goes on and keeps its exit code.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
}

if (isOldNode()) {
  console.error(
    `error: sdkwright needs Node ${minimum.major}.${minimum.minor} or later; this is ${process.version}`,
  );
  process.exitCode = exit.usage;
} else {
  const { tuneV8 } = await import("./v8-flags.js");
  tuneV8();
  // From Node 22.8 on, compiled code is kept between runs.
  if ("enableCompileCache" in module)
    (module.enableCompileCache as () => void)();
  process.exitCode = await main(process.argv.slice(2));
}
