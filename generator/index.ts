/**
 * sdkwright as a library: what the command line does, without a console and without ending the
 * process. Several runs may go on at once, as long as each writes into a directory of its own.
 */
import { requestedPaths } from "./config/requested-paths.js";
import { findTargets, UsageError } from "./config/targets.js";
import type { Target, TargetSelection } from "./config/targets.js";
import {
  inheritedMember,
  withoutPrototype,
} from "./config/without-prototype.js";
import { Diagnostics } from "./diagnostics/diagnostics.js";
import { printable } from "./diagnostics/printable.js";
import { type FramedDiagnostic, withFrames } from "./diagnostics/printer.js";
import { listTarget, noRequests, runTarget } from "./pipeline.js";
import type { Requests, RunOptions, SdkNames, SdkReport } from "./pipeline.js";

export { defineConfig } from "./config/config.js";
export type {
  Config,
  DocumentTransform,
  OperationFilter,
  PackageConfig,
  PublishConfig,
  SdkConfig,
} from "./config/config.js";
export type {
  NamedModel,
  NamedOperation,
  NamedResource,
  NameFunction,
  NameOption,
  NamesByPattern,
} from "./config/naming.js";
export type { DocumentObject } from "./config/document-input.js";
export type {
  Diagnostic,
  DiagnosticCode,
  Severity,
} from "./diagnostics/diagnostics.js";
export type { Pointer, Position } from "./openapi/document.js";
export type {
  Drift,
  OwnerEdit,
  PublicNames,
  OwnerRemark,
  SdkNames,
  SdkReport,
} from "./pipeline.js";
export { UsageError } from "./config/targets.js";

export interface CheckOptions extends TargetSelection {
  /** Warnings count as errors. */
  readonly strict?: boolean;
  /** Report how long each stage took. */
  readonly timings?: boolean;
}

export interface GenerateOptions extends CheckOptions {
  /** Report what would be written, and write nothing. */
  readonly dryRun?: boolean;
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
export const generate = (options: GenerateOptions = {}): Promise<Report> => {
  const { dryRun = false, ...others } = withoutPrototype(options);
  return run(dryRun ? "dryRun" : "write", others);
};

/**
 * Compares the packages on disk with what `generate` would write; writes nothing.
 * @throws UsageError when the options do not say what to check
 */
export const check = (options: CheckOptions = {}): Promise<Report> =>
  run("compare", options);

/**
 * Drops changes that were made to generated files by hand, and writes what is generated.
 * @param paths of files, from the working directory; of a region as `sdk/README.md#install`
 * @throws UsageError when a path is in no package
 */
export const reset = (
  paths: readonly string[],
  options: CheckOptions = {},
): Promise<Report> =>
  run(
    "write",
    options,
    (targets, cwd) =>
      new Map(
        [...requestedPaths(paths, targets, cwd)].map(([target, files]) => [
          target,
          { ...noRequests, reset: files },
        ]),
      ),
  );

/**
 * Writes both sides, between conflict markers, where a change by hand and what is generated are in the
 * same lines.
 * @param paths of files, from the working directory; none for every file in conflict
 * @throws UsageError when a path is in no package
 */
export const merge = (
  paths: readonly string[] = [],
  options: CheckOptions = {},
): Promise<Report> =>
  run("write", options, (targets, cwd) =>
    paths.length === 0
      ? new Map(
          targets.map((target) => [target, { ...noRequests, merge: "all" }]),
        )
      : new Map(
          [...requestedPaths(paths, targets, cwd)].map(([target, files]) => [
            target,
            { ...noRequests, merge: files },
          ]),
        ),
  );

/** The public names of the SDKs, as data. */
export interface NamesReport {
  /** True without errors. */
  readonly ok: boolean;
  /** Problems of the config; those of a document are in `sdks`. */
  readonly diagnostics: readonly FramedDiagnostic[];
  readonly sdks: readonly SdkNames[];
}

/**
 * Lists the public names of the packages that `generate` would write, also without `output`; writes nothing.
 * @throws UsageError when the options do not say of which document
 */
export const names = async (
  options: TargetSelection = {},
): Promise<NamesReport> => {
  refuseInherited();
  const diagnostics = new Diagnostics();
  const targets = await findTargets(withoutPrototype(options), diagnostics, {
    needsOutput: false,
  });
  const sdks: SdkNames[] = [];
  for (const target of targets) sdks.push(await listTarget(target));
  return {
    ok: !diagnostics.hasErrors && sdks.every(({ ok }) => ok),
    diagnostics: withFrames(diagnostics),
    sdks,
  };
};

/** @throws UsageError where code that lists members would list what nobody wrote */
const refuseInherited = (): void => {
  const inherited = inheritedMember();
  if (inherited !== undefined)
    throw new UsageError(
      `every object here has a member \`${printable(inherited)}\`: something in this process added it to Object.prototype; start without that`,
    );
};

const run = async (
  mode: RunOptions["mode"],
  options: Omit<GenerateOptions, "dryRun">,
  requestsOf?: (
    targets: readonly Target[],
    cwd: string,
  ) => ReadonlyMap<Target, Requests>,
): Promise<Report> => {
  refuseInherited();
  const {
    strict = false,
    timings = false,
    ...selection
  } = withoutPrototype(options);
  const diagnostics = new Diagnostics();
  const targets = await findTargets(withoutPrototype(selection), diagnostics);
  const requested = requestsOf?.(targets, selection.cwd ?? ".");
  const sdks: SdkReport[] = [];
  for (const target of targets) {
    const requests = requested ? requested.get(target) : noRequests;
    if (!requests) continue;
    sdks.push(await runTarget(target, { mode, strict, timings, requests }));
  }
  return {
    ok: !diagnostics.hasErrors && sdks.every(({ ok }) => ok),
    diagnostics: withFrames(diagnostics),
    sdks,
  };
};
