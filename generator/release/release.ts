/**
 * `sdkwright release`: makes what is there now the release that later changes are measured by, and
 * writes what tells of it. The version is the release tool's: it is never written.
 */
import { existsSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { isLater } from "../change/bump.js";
import type { Target } from "../config/targets.js";
import { displayPath } from "../diagnostics/paths.js";
import { compareTarget } from "../diff/compare-targets.js";
import { printConventional } from "../diff/formats/commits.js";
import { originOfRelease } from "../diff/origin.js";
import { packageOnDisk } from "../diff/package-surface.js";
import type { ChangeReport } from "../diff/report.js";
import type { SdkBuilder } from "../diff/sdk-builder.js";
import { writeFiles } from "../init/write-files.js";
import { printSurface } from "../surface/print-surface.js";
import { readSurface } from "../surface/read-surface.js";
import { surfaceName } from "../surface/surface-name.js";
import { releaseTexts } from "./release-texts.js";

/** What a release of one package is. */
export interface ReleasedSdk {
  readonly ok: boolean;
  /** The package's directory, relative to the working directory. */
  readonly output: string;
  /** What changes for callers; of the first release nothing is compared. */
  readonly change: ChangeReport;
  /** The version that is due: the release tool writes it. */
  readonly version: string;
  /** True where `package.json` has that version: somebody has set it, or nothing has changed. */
  readonly isVersionSet: boolean;
  /** The files that were written, relative to the working directory. */
  readonly written: readonly string[];
  /** The commit message, where the config asks for it. */
  readonly message?: string;
}

interface Options {
  readonly builder: SdkBuilder;
  /** Today, `2027-01-31`. */
  readonly day: string;
  /** Absolute; `.changeset/` is there. */
  readonly cwd: string;
}

/** @returns what was released; nothing is written where the package cannot be built */
export const releaseTarget = async (
  target: Target,
  { builder, day, cwd }: Options,
): Promise<ReleasedSdk> => {
  const output = displayPath(target.output);
  const {
    report: change,
    surface,
    document,
  } = await compareTarget(target, {
    old: { kind: "baseline", source: output },
    new: { kind: "current", source: output },
    builder,
    day,
    policy: {},
  });
  const found = packageOnDisk(target.output, output);
  const { version: set = "0.0.0" } = found;
  const due = change.bump?.next ?? set;
  // Who has set a later one has decided.
  const version = isLater(set, due) ? set : due;
  const isVersionSet = version === set;
  const released = { output, change, version, isVersionSet };
  if (!surface) return { ok: false, ...released, written: [] };
  const named = readSurface(found.surface ?? "");
  const isPending =
    named.kind === "surface" && isLater(named.version, found.version ?? "");
  const { changelog = "print" } = target.config.release ?? {};
  const texts = [
    {
      path: join(target.output, surfaceName),
      text: printSurface(
        surface,
        version,
        document && originOfRelease(version, target, document),
      ),
    },
    ...releaseTexts(change, {
      changelog,
      output: target.output,
      isPending,
      root: target.configFile === undefined ? cwd : dirname(target.configFile),
    }),
  ];
  const problems = writeFiles(
    cwd,
    texts.map(({ path, text }) => ({
      path: relative(cwd, path),
      text,
      state: existsSync(path) ? "added-to" : "written",
    })),
  );
  return {
    ok: problems.length === 0,
    ...released,
    change: { ...change, diagnostics: [...change.diagnostics, ...problems] },
    written:
      problems.length === 0 ? texts.map(({ path }) => displayPath(path)) : [],
    ...(changelog === "conventional" && { message: printConventional(change) }),
  };
};
