/**
 * What writes packages, or compares them with those on disk: `generate`, `check`, `reset`, `merge`.
 */
import { refuseInherited } from "../config/refuse-inherited.js";
import { requestedPaths } from "../config/requested-paths.js";
import { findTargets } from "../config/targets.js";
import type { Target } from "../config/targets.js";
import { UsageError } from "../config/usage-error.js";
import { withoutPrototype } from "../config/without-prototype.js";
import { Diagnostics } from "../diagnostics/diagnostics.js";
import { withFrames } from "../diagnostics/printer.js";
import { runTargets } from "../parallel/run-targets.js";
import { noEditRequests } from "../pipeline.js";
import type { EditRequests, RunOptions } from "../pipeline.js";
import type {
  CheckOptions,
  GenerateOptions,
  ReleaseOptions,
  Report,
} from "./library-types.js";

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
  run("check", options);

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
          { ...noEditRequests, reset: files },
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
          targets.map((target) => [
            target,
            { ...noEditRequests, merge: "all" },
          ]),
        )
      : new Map(
          [...requestedPaths(paths, targets, cwd)].map(([target, files]) => [
            target,
            { ...noEditRequests, merge: files },
          ]),
        ),
  );

/** Runs the pipeline for each package that the options select. */
export const run = async (
  mode: RunOptions["mode"],
  options: Omit<GenerateOptions, "dryRun"> & ReleaseOptions,
  requestsOf?: (
    targets: readonly Target[],
    cwd: string,
  ) => ReadonlyMap<Target, EditRequests>,
): Promise<Report> => {
  refuseInherited();
  const {
    strict = false,
    timings = false,
    rename = false,
    dropAliases = false,
    diff = false,
    changes = false,
    failOn,
    now,
    onProgress,
    ...selection
  } = withoutPrototype(options);
  const diagnostics = new Diagnostics();
  const targets = await findTargets(withoutPrototype(selection), diagnostics);
  if (Array.isArray(rename) && targets.length > 1)
    throw new UsageError(
      "the config has several SDKs: say with `-o DIR` in which one to rename",
    );
  const runOptions = {
    mode,
    strict,
    timings,
    diff,
    ...(failOn !== undefined && { failOn }),
    ...(changes && { runsEveryStage: true }),
    ...(now !== undefined && { day: now }),
    ...(rename !== false && { rename }),
    ...(dropAliases && { dropAliases }),
  };
  const requested = requestsOf?.(targets, selection.cwd ?? ".");
  const jobs = targets.flatMap((target) => {
    const requests = requested ? requested.get(target) : noEditRequests;
    return requests ? [{ target, options: { ...runOptions, requests } }] : [];
  });
  const sdks = await runTargets(jobs, onProgress);
  return {
    ok: !diagnostics.hasErrors && sdks.every(({ ok }) => ok),
    diagnostics: withFrames(diagnostics),
    sdks,
  };
};
