/**
 * The surface that a package has in `sdkwright.surface.json`. A published package without that file, or
 * with that of another version, is read from its declarations (`.d.ts`).
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Diagnostics } from "../diagnostics/diagnostics.js";
import { printable } from "../diagnostics/printable.js";
import { readSurface } from "../surface/read-surface.js";
import type { Surface, SurfaceOrigin } from "../surface/surface.js";
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
  /** Text of a file of it; undefined where it has none. */
  readonly read: (path: string) => string | undefined;
}

export interface FoundSurface {
  readonly surface: Surface;
  /** The release that it is the surface of. */
  readonly version?: string;
  /** What it was made of and by, where its file says so. */
  readonly origin?: SurfaceOrigin;
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
    label,
    isOwn: false,
    read,
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

/** The last release of a package that this generator keeps. Undefined where there is none, which is reported. */
export const baselineIn = (
  found: FoundPackage,
  diagnostics: Diagnostics,
): FoundSurface | undefined => {
  if (found.surface !== undefined) return written(found, diagnostics);
  diagnostics.report("baseline-missing", { package: found.label });
  return undefined;
};

/** Of any package. Undefined where neither file nor declarations can be read, which is reported. */
export const surfaceIn = async (
  found: FoundPackage,
  diagnostics: Diagnostics,
): Promise<FoundSurface | undefined> => {
  const { version, surface: text, isOwn } = found;
  if (text === undefined)
    return declared(
      found,
      { code: "surface-missing", why: "it has no sdkwright.surface.json" },
      diagnostics,
    );
  const read = written(found, diagnostics);
  if (!read || isOwn || version === undefined || version === read.version)
    return read;
  const why = `its sdkwright.surface.json is that of version ${read.version}`;
  const details = { found: read.version, version };
  const occasion = { code: "surface-version", why, details } as const;
  return declared(found, occasion, diagnostics);
};

/** As the file has it. */
const written = (
  { label, surface: text = "", isOwn, names }: FoundPackage,
  diagnostics: Diagnostics,
): (FoundSurface & { readonly version: string }) | undefined => {
  const read = readSurface(text);
  if (read.kind === "unreadable") {
    const { reason } = read;
    diagnostics.report("surface-broken", {
      file: `${label}/${surfaceName}`,
      reason,
    });
    return undefined;
  }
  if (isOwn && !names) diagnostics.report("lock-missing", { package: label });
  return read;
};

/** Why the declarations are read, and what is reported where they cannot be. */
interface Occasion {
  readonly code: "surface-missing" | "surface-version";
  readonly why: string;
  readonly details?: Readonly<Record<string, string>>;
}

const declared = async (
  { label, version, read }: FoundPackage,
  { code, why, details }: Occasion,
  diagnostics: Diagnostics,
): Promise<FoundSurface | undefined> => {
  // The compiler is loaded for them alone.
  const { readDeclarations } =
    await import("../declarations/read-declarations.js");
  const found = readDeclarations(read);
  if (found.kind === "unreadable") {
    const reason = printable(found.reason);
    diagnostics.report(code, { package: label, reason, ...details });
    return undefined;
  }
  diagnostics.report("declarations-read", { package: label, why });
  const [outside] = found.outside;
  if (outside !== undefined)
    diagnostics.report("declarations-outside", {
      package: label,
      import: printable(outside),
    });
  return {
    surface: found.surface,
    ...(version !== undefined && { version }),
  };
};
