/**
 * sdkwright as a library: what the command line does, without a console and without ending the
 * process. Several runs may go on at once, as long as each writes into a folder of its own.
 */
import { Diagnostics, printable } from "./diagnostics.js";
import { runTarget } from "./generate.js";
import type { RunOptions } from "./generate.js";
import { inheritedMember, own } from "./own.js";
import { withFrames } from "./printer.js";
import type { Report, SdkReport } from "./report.js";
import { findTargets, UsageError } from "./targets.js";
import type { Selection } from "./targets.js";

export { defineConfig } from "./config.js";
export type {
  Config,
  OperationFilter,
  PackageConfig,
  PublishConfig,
  SdkConfig,
} from "./config.js";
export type { Code, Diagnostic, Severity } from "./diagnostics.js";
export type { Pointer, Position } from "./document.js";
export type { Report, SdkReport } from "./report.js";
export { UsageError } from "./targets.js";
export type { Drift } from "./write/check.js";

export interface CheckOptions extends Selection {
  /** Warnings count as errors. */
  readonly strict?: boolean;
  /** Tell in the report how long each stage took. */
  readonly timings?: boolean;
}

export interface GenerateOptions extends CheckOptions {
  /** Say what would be written, and write nothing. */
  readonly dryRun?: boolean;
  /** Generate though nothing changed, over files changed by hand and over a broken lock file. */
  readonly force?: boolean;
}

/**
 * Writes the packages that the config, or `input` and `output`, ask for.
 * @throws UsageError when the options do not say what to generate
 */
export const generate = (options: GenerateOptions = {}): Promise<Report> =>
  run("generate", options);

/**
 * Compares the packages on disk with what `generate` would write; writes nothing.
 * @throws UsageError when the options do not say what to check
 */
export const check = (options: CheckOptions = {}): Promise<Report> =>
  run("check", { ...options, dryRun: true, force: false });

const run = async (
  command: RunOptions["command"],
  given: GenerateOptions,
): Promise<Report> => {
  const inherited = inheritedMember();
  if (inherited !== undefined)
    throw new UsageError(
      `every object here has a member \`${printable(inherited)}\`: something in this process added it to Object.prototype; start without that`,
    );
  const {
    dryRun = false,
    strict = false,
    force = false,
    timings = false,
    ...selection
  } = own(given);
  const options = { command, dryRun, strict, force, timings };
  const diagnostics = new Diagnostics();
  const sdks: SdkReport[] = [];
  for (const target of await findTargets(own(selection), diagnostics)) {
    sdks.push(await runTarget(target, options));
  }
  return {
    ok: !diagnostics.hasErrors && sdks.every(({ ok }) => ok),
    diagnostics: withFrames(diagnostics),
    sdks,
  };
};
