/**
 * Between the model and what is emitted of it: what the last release had, what has changed since, and
 * the old names that callers keep.
 */
import { join } from "node:path";
import { keepOldNames } from "../aliases/keep-old-names.js";
import type { Baseline } from "../baseline/baseline.js";
import type { FoundChanges } from "../change/compare-surfaces.js";
import { changesBetween } from "../checker/decide-types.js";
import type { Target } from "../config/targets.js";
import type { Diagnostics } from "../diagnostics/diagnostics.js";
import { displayPath } from "../diagnostics/paths.js";
import { onlyGenerator } from "../diff/origin.js";
import type { ChangeReport } from "../diff/report.js";
import type { BuildResult, RunOptions } from "../pipeline-options.js";
import { inputLabel } from "../report.js";
import type { Sdk } from "../sdk/sdk.js";
import { surfaceName } from "../surface/surface-name.js";
import type { Surface } from "../surface/surface.js";
import type { PackageWriter } from "../write/package-writer.js";

export interface SinceRelease {
  /** With the old names that callers keep. */
  readonly sdk: Sdk;
  readonly baseline: Baseline;
  /** That of the SDK, with its old names. */
  readonly surface: () => Surface;
  /** Absent before the first release. */
  readonly differences: FoundChanges | undefined;
}

interface Run {
  readonly target: Target;
  readonly writer: PackageWriter;
  /** Names of earlier runs that this one keeps. */
  readonly names: ReadonlyMap<string, string>;
  readonly document: BuildResult["document"];
  readonly options: RunOptions;
}

/** A baseline that cannot be read is reported. */
export const compareWithRelease = async (
  built: BuildResult,
  { target, writer, names, options }: Run,
  diagnostics: Diagnostics,
): Promise<SinceRelease> => {
  const { openBaseline } = await import("../baseline/baseline.js");
  const { surfaceOf, surfaceWithAliases } =
    await import("../surface/surface-of.js");
  const baseline = openBaseline(
    writer.directory,
    {
      file: displayPath(join(target.output, surfaceName)),
      firstVersion: target.config.package?.version ?? "0.0.0",
    },
    diagnostics,
  );
  let withoutAliases: Surface | undefined;
  const surfaceWithoutAliases = () => (withoutAliases ??= surfaceOf(built.sdk));
  const found =
    baseline.surface &&
    (await changesBetween(baseline.surface, surfaceWithoutAliases()));
  const sdk = await keepOldNames(built.sdk, target, {
    names,
    noted: writer.lock?.aliases ?? new Map(),
    version: baseline.version,
    found,
    ...(options.dropAliases && { isDropping: true }),
  });
  const surface = () => surfaceWithAliases(surfaceWithoutAliases(), sdk);
  const differences =
    found &&
    (await import("../change/old-names.js")).withOldNames(
      found,
      surface().aliases ?? new Map(),
    );
  return { sdk, baseline, surface, differences };
};

/** What changes for callers; undefined before the first release. */
export const changesForCallers = async (
  { sdk, baseline, differences }: SinceRelease,
  { target, document, options }: Run,
): Promise<ChangeReport | undefined> => {
  if (!differences) return undefined;
  const { changeReportSince } = await import("../baseline/changes-since.js");
  return changeReportSince(differences, {
    target,
    sdk,
    document,
    source: inputLabel(target),
    version: baseline.version,
    announced: baseline.announced,
    generator: onlyGenerator(baseline.origin, target, document),
    options,
  });
};
