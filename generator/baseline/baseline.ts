/**
 * The last release of a package: `sdkwright.surface.json` has its surface, which changes are measured by.
 */
import { isLater } from "../change/bump.js";
import { compareVersions, parseVersion } from "../change/versions.js";
import type { Diagnostics } from "../diagnostics/diagnostics.js";
import type { TextFile } from "../sdk/output.js";
import { printSurface } from "../surface/print-surface.js";
import { readSurface } from "../surface/read-surface.js";
import { surfaceName } from "../surface/surface-name.js";
import type { Surface, SurfaceOrigin } from "../surface/surface.js";
import type { OutputDirectory } from "../write/directory.js";
import { hasMarkers, sidesOf, withLF } from "../write/edits/merge-text.js";
import type { WriteMode } from "../write/package-writer.js";
import type { OwnerRemark } from "../write/plan/planned-file.js";
import { isReleased, versionOf } from "../write/released.js";

export interface Baseline {
  /** As `package.json` has it. */
  readonly version: string;
  /** False while nobody can have the package. */
  readonly isReleased: boolean;
  /** Absent where none has been written yet, or where the version has moved since then. */
  readonly surface?: Surface;
  /** That of a release that no release tool has made yet. */
  readonly announced?: string;
  /** What the release was made of and by. */
  readonly origin?: SurfaceOrigin;
  /** The text of the file, with LF and without markers; absent where there is none. */
  readonly text?: string;
  /** True if the file cannot be read, which is reported. */
  readonly isBroken: boolean;
}

interface BaselineOptions {
  /** The file of the surface, as messages name it. */
  readonly file: string;
  /** The version that a package begins with. */
  readonly firstVersion: string;
}

export const openBaseline = (
  directory: OutputDirectory,
  { file, firstVersion }: BaselineOptions,
  diagnostics: Diagnostics,
): Baseline => {
  const isNew = directory.read("package.json") === undefined;
  const version = isNew ? firstVersion : versionOf(directory);
  const text = textOf(directory.read(surfaceName), version);
  const common = {
    version,
    isReleased: isReleased(directory.root),
    isBroken: false,
    ...(text !== undefined && { text }),
  };
  if (text === undefined || !common.isReleased) return common;
  const found = readSurface(text);
  if (found.kind === "unreadable") {
    const { reason } = found;
    diagnostics.report("baseline-broken", { file, reason });
    return { ...common, isBroken: true };
  }
  return isCurrent(found.version, version)
    ? {
        ...common,
        surface: found.surface,
        ...(isLater(found.version, version) && { announced: found.version }),
        ...(found.origin && { origin: found.origin }),
      }
    : common;
};

/**
 * With LF, as everything that is generated. Where branches met in the file, the side counts that is of
 * this version: a release has one surface.
 */
const textOf = (
  onDisk: string | undefined,
  version: string,
): string | undefined => {
  if (onDisk === undefined) return undefined;
  const text = withLF(onDisk);
  if (!hasMarkers(text)) return text;
  const sides = sidesOf(text).filter((side) => {
    const found = readSurface(side);
    return found.kind === "surface" && found.version === version;
  });
  return sides[0] ?? text;
};

/** After `sdkwright release`, the file has the version that the release tool is to set. */
const isCurrent = (ofFile: string, version: string): boolean => {
  const [a, b] = [parseVersion(ofFile), parseVersion(version)];
  return a && b ? compareVersions(a, b) >= 0 : ofFile === version;
};

interface Current {
  /** Asked only where it is written, as is the origin. */
  readonly surface: () => Surface;
  readonly isComparison: boolean;
  readonly originOf: (version: string) => SurfaceOrigin | undefined;
}

/**
 * The file that a run leaves: that of the last release stays until the version has moved. A comparison
 * never asks for another one than there is.
 *
 * @returns undefined where a comparison finds none
 */
export const surfaceFile = (
  baseline: Baseline,
  { surface, isComparison, originOf }: Current,
): TextFile | undefined => {
  const { text, version } = baseline;
  const isKept =
    isComparison || baseline.isBroken || baseline.surface !== undefined;
  if (isKept && text === undefined) return undefined;
  return {
    path: surfaceName,
    kind: "verbatim",
    text:
      isKept && text !== undefined
        ? text
        : printSurface(surface(), version, originOf(version)),
  };
};

interface Run {
  readonly mode: WriteMode;
  /** True where no earlier run has written the package. */
  readonly isNew: boolean;
}

/** What a run says about files of the owner's, and about a baseline that it began. */
export const withBaseline = (
  remarks: readonly OwnerRemark[] = [],
  { isReleased, isBroken, surface, version }: Baseline,
  { mode, isNew }: Run,
): readonly OwnerRemark[] =>
  mode === "write" && isReleased && !isNew && !isBroken && !surface
    ? [
        ...remarks,
        {
          path: surfaceName,
          message: `written for ${version}: from now on runs say what changes for callers since then`,
        },
      ]
    : remarks;
