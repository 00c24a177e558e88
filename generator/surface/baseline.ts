/**
 * `sdkwright.surface.json` of a package: the surface of its last release, which changes are measured by.
 */
import { printSurface } from "./print-surface.js";
import { readSurface, type SurfaceFile } from "./read-surface.js";
import type { Surface } from "./surface.js";

/** Beside the lock file; committed and published. */
export const surfaceFileName = "sdkwright.surface.json";

export interface Baseline {
  readonly surface: Surface;
  /** The release that it is the surface of. */
  readonly version: string;
  readonly text: string;
}

export type FoundBaseline =
  | (Baseline & { readonly kind: "surface" })
  | Extract<SurfaceFile, { readonly kind: "unreadable" }>
  | { readonly kind: "none" };

/** @param text of the file; undefined where there is none */
export const readBaseline = (text: string | undefined): FoundBaseline => {
  if (text === undefined) return { kind: "none" };
  const found = readSurface(text.replaceAll("\r\n", "\n"));
  return found.kind === "surface" ? { ...found, text } : found;
};

interface Release {
  /** As `package.json` has it. */
  readonly version: string;
  /** False while nobody can have the package. */
  readonly isReleased: boolean;
}

/**
 * The text that the file has after a run: that of the last release stays until the version has moved, or
 * until there is a first release.
 */
export const baselineText = (
  found: FoundBaseline,
  now: Surface,
  { version, isReleased }: Release,
): string =>
  found.kind === "surface" && isReleased && found.version === version
    ? found.text
    : printSurface(now, version);
