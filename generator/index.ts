/**
 * sdkwright as a library: what the command line does, without a console and without ending the
 * process. Several runs may go on at once, as long as each writes into a directory of its own.
 */
import { existsSync } from "node:fs";
import { requestedPaths } from "./config/requested-paths.js";
import { findTargets } from "./config/targets.js";
import { UsageError } from "./config/usage-error.js";
import type { Target, TargetSelection } from "./config/targets.js";
import { refuseInherited } from "./config/refuse-inherited.js";
import { withoutPrototype } from "./config/without-prototype.js";
import type { DiffReport } from "./diff/report.js";
import type { DiffOptions } from "./diff/diff.js";
import { Diagnostics } from "./diagnostics/diagnostics.js";
import { displayPath } from "./diagnostics/paths.js";
import { withFrames } from "./diagnostics/printer.js";
import type {
  CheckOptions,
  CompareOptions,
  CompareReport,
  GenerateOptions,
  ImportOptions,
  ImportReport,
  InputsReport,
  NamesReport,
  ReleaseOptions,
  ReleaseReport,
  Report,
} from "./library-types.js";
import { runTargets } from "./parallel/run-targets.js";
import { listTarget } from "./list-target.js";
import { loadTarget } from "./build-sdk.js";
import { builder, noRequests } from "./pipeline.js";
import type { Requests, RunOptions } from "./pipeline.js";
import type { SdkNames } from "./report.js";

export { defineConfig } from "./config/config.js";
export type {
  Bugs,
  Config,
  DocumentTransform,
  OperationFilter,
  PackageConfig,
  PublishConfig,
  Repository,
  SdkConfig,
} from "./config/config.js";
export type {
  Change,
  ChangeClass,
  ChangeKind,
  Strictness,
} from "./change/change.js";
export type * from "./library-types.js";
export type {
  ChangeReport,
  DiffReport,
  ReportedChange,
} from "./diff/report.js";
export type { DocumentObject } from "./config/document-input.js";
export type {
  Diagnostic,
  DiagnosticCode,
  Severity,
} from "./diagnostics/diagnostics.js";
export type { Pointer, Position } from "./openapi/document.js";
export type { PublicNames } from "./names/list-names.js";
export type { NameChange } from "./names/name-changes.js";
export type { RenamedName, SdkNames, SdkReport } from "./report.js";
export type { Drift } from "./write/drift.js";
export type { OwnerEdit } from "./write/write-result.js";
export type { OwnerRemark } from "./write/plan/planned-file.js";
export { UsageError } from "./config/usage-error.js";

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

/**
 * Lists the files that `generate` would read, but for the packages themselves; writes nothing.
 * @throws UsageError when the options do not say of which document
 */
export const inputs = async (
  options: TargetSelection = {},
): Promise<InputsReport> => {
  refuseInherited();
  const diagnostics = new Diagnostics();
  const targets = await findTargets(withoutPrototype(options), diagnostics, {
    needsOutput: false,
  });
  const visited = new Set(diagnostics.sources.visited);
  const problems = [...withFrames(diagnostics)];
  for (const target of targets) {
    const found = new Diagnostics();
    await loadTarget(target, found);
    for (const path of found.sources.visited) visited.add(path);
    problems.push(
      ...withFrames(found).filter(({ severity }) => severity === "error"),
    );
  }
  return {
    ok: problems.every(({ severity }) => severity !== "error"),
    diagnostics: problems,
    inputs: [...visited]
      .filter((path) => existsSync(path))
      .map(displayPath)
      .sort(),
  };
};

/**
 * Compares two states of the packages as their callers see them; writes nothing.
 * @throws UsageError when the options do not say what to compare
 */
export const diff = async (options: DiffOptions = {}): Promise<DiffReport> => {
  refuseInherited();
  const { diffSides } = await import("./diff/diff.js");
  return diffSides(withoutPrototype(options), builder);
};

/**
 * Makes what is there now the release that later changes are measured by: replaces
 * `sdkwright.surface.json`, and writes what `release.changelog` says and `docs/migration.md`. It never
 * writes a version. With `dropAliases` the package is written once more, without its deprecated names.
 * @throws UsageError when the options do not say which package
 */
export const release = async ({
  dropAliases = false,
  ...options
}: ReleaseOptions = {}): Promise<ReleaseReport> => {
  const checked = await run("compare", options);
  const written =
    checked.ok && dropAliases
      ? await run("write", { ...options, dropAliases })
      : checked;
  if (!written.ok)
    return { ok: false, diagnostics: [], sdks: [], check: written };
  const { releaseAll } = await import("./release/release-all.js");
  return releaseAll(withoutPrototype(options), builder);
};

/**
 * Tries the calls of a published package's callers on the package of the config, by TypeScript's
 * checker; writes nothing. That package has to be on disk, as `generate` gives it.
 * @throws UsageError when the options do not say which packages
 */
export const compare = async (
  options: CompareOptions,
): Promise<CompareReport> => {
  const { published, atLeast, ...selection } = withoutPrototype(options);
  const checked = await run("compare", selection);
  if (!checked.ok) {
    const { emptyReport } = await import("./compare/report.js");
    return { ...emptyReport(published), check: checked };
  }
  const { comparePublished } = await import("./compare/compare.js");
  return comparePublished(
    { published, ...(atLeast !== undefined && { atLeast }) },
    selection,
  );
};

/**
 * Writes a config from that of another generator, as `sdkwright import` does, and tells what became of
 * each of its keys. Files that are there stay, unless `force` is given.
 * @throws UsageError when the options do not fit
 */
export const importConfig = async (
  options: ImportOptions,
): Promise<ImportReport> => {
  refuseInherited();
  const { importConfig: runImport } = await import("./import/import.js");
  return runImport(withoutPrototype(options));
};

const run = async (
  mode: RunOptions["mode"],
  options: Omit<GenerateOptions, "dryRun"> & ReleaseOptions,
  requestsOf?: (
    targets: readonly Target[],
    cwd: string,
  ) => ReadonlyMap<Target, Requests>,
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
    ...{ mode, strict, timings, diff },
    ...(failOn !== undefined && { failOn }),
    ...(changes && { isFresh: true }),
    ...(now !== undefined && { day: now }),
    ...(rename !== false && { rename }),
    ...(dropAliases && { dropAliases }),
  };
  const requested = requestsOf?.(targets, selection.cwd ?? ".");
  const jobs = targets.flatMap((target) => {
    const requests = requested ? requested.get(target) : noRequests;
    return requests ? [{ target, options: { ...runOptions, requests } }] : [];
  });
  const sdks = await runTargets(jobs, onProgress);
  return {
    ok: !diagnostics.hasErrors && sdks.every(({ ok }) => ok),
    diagnostics: withFrames(diagnostics),
    sdks,
  };
};
