#!/usr/bin/env node
/**
 * The command line: the only place that knows the process, its streams and its exit code.
 *
 * Nothing of ours is imported before Node's version is known to be enough, because an old Node would
 * fail at the imports with a message about syntax.
 */
import * as module from "node:module";
import process from "node:process";
import * as v8 from "node:v8";
import type { Arguments } from "./arguments.js";

/** Also in `package.json`. */
const minimum = { major: 20, minor: 19 };

const exit = { done: 0, failed: 1, usage: 2, bug: 3 } as const;

const main = async (argv: readonly string[]): Promise<number> => {
  const { parseArguments } = await import("./arguments.js");
  const parsed = parseArguments(argv);
  switch (parsed.kind) {
    case "text":
      console.log(parsed.text);
      return exit.done;
    case "misuse":
      console.error(parsed.message);
      return exit.usage;
    case "run":
      return run(parsed);
  }
};

const run = async (parsed: Arguments & { readonly kind: "run" }) => {
  const { command, options, json, debug } = parsed;
  const { check, generate, UsageError } = await import("../index.js");
  const { printJson, printReport } = await import("./report-text.js");
  try {
    const report = await (command === "check" ? check : generate)(options);
    if (json) {
      console.log(printJson(report));
    } else {
      const { out, err } = printReport(report, {
        command,
        dryRun: options.dryRun ?? false,
        strict: options.strict ?? false,
        colors: {
          out: hasColors(process.stdout),
          err: hasColors(process.stderr),
        },
      });
      if (err !== "") console.error(err);
      if (out !== "") console.log(out);
    }
    return report.ok ? exit.done : exit.failed;
  } catch (error) {
    if (error instanceof UsageError) {
      console.error(`error: ${error.message}`);
      return exit.usage;
    }
    const { printBug } = await import("./report-text.js");
    console.error(printBug(error, debug));
    return exit.bug;
  }
};

const hasColors = ({ isTTY }: { readonly isTTY?: boolean }): boolean =>
  isTTY === true && !process.env.NO_COLOR && process.env.TERM !== "dumb";

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);

const isOldNode = (): boolean =>
  major < minimum.major || (major === minimum.major && minor < minimum.minor);

/** Bun and Deno call themselves Node too. */
const isNode = !("bun" in process.versions) && !("deno" in process.versions);

/**
 * A run ends before the last and dearest optimisation of most code pays: later and smaller, it saves
 * a fifth of the processor's time. Other versions of Node may not know the flags, and say so.
 */
const tuneCompiler = (): void => {
  v8.setFlagsFromString("--invocation-count-for-turbofan=8000");
  v8.setFlagsFromString("--max-inlined-bytecode-size-cumulative=300");
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
  if (isNode && major >= 22 && major <= 24) tuneCompiler();
  // From Node 22.8 on, compiled code is kept between runs.
  if ("enableCompileCache" in module)
    (module.enableCompileCache as () => void)();
  process.exitCode = await main(process.argv.slice(2));
}
