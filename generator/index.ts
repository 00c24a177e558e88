/**
 * sdkwright as a library: what the command line does, without a console and without ending the
 * process. Several runs may go on at once, as long as each writes into a directory of its own.
 */
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { requestedPaths } from "./config/requested-paths.js";
import { findTargets } from "./config/targets.js";
import { UsageError } from "./config/usage-error.js";
import type { Target, TargetSelection } from "./config/targets.js";
import {
  inheritedMember,
  withoutPrototype,
} from "./config/without-prototype.js";
import type { DiffReport } from "./diff/report.js";
import type { DiffOptions } from "./diff/diff.js";
import { Diagnostics } from "./diagnostics/diagnostics.js";
import { displayPath } from "./diagnostics/paths.js";
import { printable } from "./diagnostics/printable.js";
import { type FramedDiagnostic, withFrames } from "./diagnostics/printer.js";
import type { FailOn } from "./diff/make-report.js";
import type { SideBuilder } from "./diff/side-builder.js";
import type { ReleasedSdk } from "./release/release.js";
import type { OnProgress } from "./parallel/progress.js";
import { runTargets } from "./parallel/run-targets.js";
import { StageTimer } from "./diagnostics/timings.js";
import { buildSdk, listTarget, loadTarget, noRequests } from "./pipeline.js";
import type { Requests, RunOptions } from "./pipeline.js";
import type { SdkNames, SdkReport } from "./report.js";

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
  NamedModel,
  NamedOperation,
  NamedResource,
  NameFunction,
  NameOption,
  NamesByPattern,
} from "./config/naming.js";
export type { ChangeConfig, ReleaseConfig } from "./config/change-options.js";
export type { Approval } from "./change/approvals.js";
export type {
  Change,
  ChangeClass,
  ChangeKind,
  Strictness,
} from "./change/change.js";
export type { ReleasedSdk } from "./release/release.js";
export type { DiffOptions } from "./diff/diff.js";
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
export type { RunProgress } from "./parallel/progress.js";
export type { NameChange } from "./names/name-changes.js";
export type { RenamedName, SdkNames, SdkReport } from "./report.js";
export type { Drift } from "./write/drift.js";
export type { OwnerEdit } from "./write/package-writer.js";
export type { OwnerRemark } from "./write/plan/planned-file.js";
export { UsageError } from "./config/usage-error.js";

export interface CheckOptions extends TargetSelection {
  /** Warnings count as errors. */
  readonly strict?: boolean;
  /** Report how long each stage took. */
  readonly timings?: boolean;
  /** For `check`: report what differs of each file, as a unified diff. */
  readonly diff?: boolean;
  /**
   * For `check`: not ok with a change of this class or above since the last release that is not approved.
   */
  readonly failOn?: FailOn;
  /** The day for which approvals hold, `2027-01-31`. Default: today. */
  readonly now?: string;
  /** Called where there are several SDKs, when one of them is begun or done. */
  readonly onProgress?: OnProgress;
}

export interface GenerateOptions extends CheckOptions {
  /** Report what would be written, and write nothing. */
  readonly dryRun?: boolean;
  /**
   * Give names anew that are kept since they were published: all (`true`), or these, as `names` has
   * them (`rooms.list`) or by operation (`GET /rooms`). It breaks callers.
   */
  readonly rename?: boolean | readonly string[];
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

/** The files that decide what is generated, as data. */
export interface InputsReport {
  /** True without errors. */
  readonly ok: boolean;
  readonly diagnostics: readonly FramedDiagnostic[];
  /** Configs, documents and what they refer to, overlays: relative to the working directory, sorted. */
  readonly inputs: readonly string[];
}

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
  return diffSides(withoutPrototype(options), sideBuilder);
};

/** What a release is, of each package. */
export interface ReleaseReport {
  readonly ok: boolean;
  readonly diagnostics: readonly FramedDiagnostic[];
  readonly sdks: readonly ReleasedSdk[];
  /** Where a package is not what `generate` gives: what `check` says. Nothing was written. */
  readonly check?: Report;
}

/**
 * Makes what is there now the release that later changes are measured by: replaces
 * `sdkwright.surface.json`, and writes what `release.changelog` says and `docs/migration.md`. It never
 * writes a version.
 * @throws UsageError when the options do not say which package
 */
export const release = async (
  options: CheckOptions = {},
): Promise<ReleaseReport> => {
  const checked = await run("compare", options);
  if (!checked.ok)
    return { ok: false, diagnostics: [], sdks: [], check: checked };
  const { releaseTarget } = await import("./release/release.js");
  const { now, ...selection } = withoutPrototype(options);
  const day = now ?? new Date().toISOString().slice(0, 10);
  const diagnostics = new Diagnostics();
  const sdks: ReleasedSdk[] = [];
  for (const target of await findTargets(selection, diagnostics)) {
    const cwd = resolve(options.cwd ?? ".");
    const released = await releaseTarget(
      target,
      { builder: sideBuilder, day, cwd },
      diagnostics,
    );
    if (released) sdks.push(released);
  }
  return {
    ok: !diagnostics.hasErrors && sdks.every(({ ok }) => ok),
    diagnostics: withFrames(diagnostics),
    sdks,
  };
};

const sideBuilder: SideBuilder = {
  build: (target, names, diagnostics) =>
    buildSdk({ target, names }, { diagnostics, timer: new StageTimer() }),
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
    rename = false,
    diff = false,
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
    ...(now !== undefined && { day: now }),
    ...(rename !== false && { rename }),
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
