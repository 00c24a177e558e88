/**
 * The surface that a package has in `sdkwright.surface.json`.
 *
 * A package without that file, or with that of another version, is not read yet: its declarations
 * (`.d.ts`) would say the same, and `surfaceIn` is where they would be read.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Diagnostics } from "../diagnostics/diagnostics.js";
import { readSurface, type SurfaceFile } from "../surface/read-surface.js";
import { parseLock } from "../write/lock/read-lock.js";
import { surfaceName } from "../surface/surface-name.js";
import { lockName } from "../write/package-path.js";
import { manifestVersion } from "../write/released.js";

/** What a package has of what a comparison needs. */
export interface FoundPackage {
  /** As messages name it. */
  readonly label: string;
  /** Of `package.json`; absent without one. */
  readonly version?: string;
  /** Text of the file of its surface. */
  readonly surface?: string;
  /** Of its lock; absent without one. */
  readonly names?: ReadonlyMap<string, string>;
  /** The old names of its lock. */
  readonly aliases?: ReadonlyMap<string, string>;
  /** The baseline may be that of an earlier version: it is replaced by a release. */
  readonly isOwn: boolean;
}

/** @param directory absolute */
export const packageOnDisk = (
  directory: string,
  label: string,
): FoundPackage => ({
  ...packageOf((name) => textOf(join(directory, name)), label),
  isOwn: true,
});

/** @param read a file of the package; undefined where it has none */
export const packageOf = (
  read: (name: string) => string | undefined,
  label: string,
): FoundPackage => {
  const version = manifestVersion(read("package.json"));
  const surface = read(surfaceName);
  const lock = read(lockName);
  const { names, aliases } =
    (lock === undefined ? undefined : parseLock(lock)) ?? {};
  return {
    ...{ label, isOwn: false },
    ...(version !== undefined && { version }),
    ...(surface !== undefined && { surface }),
    ...(names && { names }),
    ...(aliases && { aliases }),
  };
};

const textOf = (path: string): string | undefined => {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
};

/** Undefined where there is none to be trusted, which is reported. */
export const surfaceIn = (
  { label, version, surface: text, isOwn, names }: FoundPackage,
  diagnostics: Diagnostics,
): Extract<SurfaceFile, { readonly kind: "surface" }> | undefined => {
  if (text === undefined) {
    diagnostics.report(isOwn ? "baseline-missing" : "surface-missing", {
      package: label,
    });
    return undefined;
  }
  const read = readSurface(text);
  if (read.kind === "unreadable") {
    const { reason } = read;
    diagnostics.report("surface-broken", {
      file: `${label}/${surfaceName}`,
      reason,
    });
    return undefined;
  }
  if (!isOwn && version !== undefined && version !== read.version) {
    const details = { package: label, found: read.version, version };
    diagnostics.report("surface-version", details);
    return undefined;
  }
  if (isOwn && !names) diagnostics.report("lock-missing", { package: label });
  return read;
};
