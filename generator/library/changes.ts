/**
 * What changes for callers: between two states, since the last release, from another package.
 */
import { refuseInherited } from "../config/refuse-inherited.js";
import { withoutPrototype } from "../config/without-prototype.js";
import type { DiffOptions } from "../diff/diff.js";
import type { DiffReport } from "../diff/report.js";
import { sdkBuilder } from "../pipeline.js";
import type {
  CompareOptions,
  CompareReport,
  ReleaseOptions,
  ReleaseReport,
} from "./library-types.js";
import { run } from "./packages.js";

/**
 * Compares two states of the packages as their callers see them; writes nothing.
 * @throws UsageError when the options do not say what to compare
 */
export const diff = async (options: DiffOptions = {}): Promise<DiffReport> => {
  refuseInherited();
  const { diffSides } = await import("../diff/diff.js");
  return diffSides(withoutPrototype(options), sdkBuilder);
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
  const checked = await run("check", options);
  const written =
    checked.ok && dropAliases
      ? await run("write", { ...options, dropAliases })
      : checked;
  if (!written.ok)
    return { ok: false, diagnostics: [], sdks: [], check: written };
  const { releaseAll } = await import("../release/release-all.js");
  return releaseAll(withoutPrototype(options), sdkBuilder);
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
  const checked = await run("check", selection);
  if (!checked.ok) {
    const { emptyReport } = await import("../compare/report.js");
    return { ...emptyReport(published), check: checked };
  }
  const { comparePublished } = await import("../compare/compare.js");
  return comparePublished(
    { published, ...(atLeast !== undefined && { atLeast }) },
    selection,
  );
};
