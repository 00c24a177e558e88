/**
 * sdkwright as a library: what the command line does, without a console and without ending the
 * process. Several runs may go on at once, as long as each writes into a folder of its own.
 */
import { Diagnostics, printable } from "./diagnostics/diagnostics.js";
import { runTarget } from "./pipeline.js";
import type { RunOptions, SdkReport } from "./pipeline.js";
import { inheritedMember, own } from "./config/own.js";
import { type FramedDiagnostic, withFrames } from "./diagnostics/printer.js";
import { findTargets, UsageError } from "./config/targets.js";
import type { Selection } from "./config/targets.js";

export { defineConfig } from "./config/config.js";
export type {
  Config,
  OperationFilter,
  PackageConfig,
  PublishConfig,
  SdkConfig,
} from "./config/config.js";
export type { Code, Diagnostic, Severity } from "./diagnostics/diagnostics.js";
export type { Pointer, Position } from "./openapi/document.js";
export type { SdkReport } from "./pipeline.js";
export { UsageError } from "./config/targets.js";
export type { Drift } from "./pipeline.js";

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

/** What a run did, as data. */
export interface Report {
  /** True without errors and, for `check`, without drift. */
  readonly ok: boolean;
  /** Problems of the config; those of a document are in `sdks`. */
  readonly diagnostics: readonly FramedDiagnostic[];
  readonly sdks: readonly SdkReport[];
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
