/**
 * Whether a package has been released: from then on its names bind, because callers have them.
 *
 * The first act of every release tool is to raise the version, so the version in `package.json` says
 * it, and no command, network or tag is needed.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { OutputDirectory } from "./directory.js";

/**
 * True from the first version above `0.0.0`. Pre-releases of `0.0.0` come before it (SemVer 2.0.0,
 * section 11) and are not above. A file that cannot be read, or a version that cannot be understood,
 * belongs to a package that may have callers: its names bind.
 *
 * @param directory the package's, absolute
 */
export const isReleased = (directory: string): boolean => {
  let text: string;
  try {
    text = readFileSync(join(directory, "package.json"), "utf8");
  } catch (error) {
    return !(error instanceof Error && "code" in error && isAbsent(error.code));
  }
  return isReleasedBy(text);
};

/** @param text of `package.json` */
export const isReleasedBy = (text: string): boolean => {
  let manifest: unknown;
  try {
    manifest = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return true;
  }
  if (typeof manifest !== "object" || manifest === null) return true;
  const version: unknown = Object.hasOwn(manifest, "version")
    ? (manifest as { version: unknown }).version
    : "0.0.0";
  return !(typeof version === "string" && unreleased.test(version));
};

const isAbsent = (code: unknown): boolean =>
  code === "ENOENT" || code === "ENOTDIR";

/** As npm reads it: with spaces around, with `v` or `=` before. */
const unreleased = /^[\s=v]*0\.0\.0(?:[-+][\w.+-]*)?\s*$/;

/** The version in `package.json`: that of the last release. */
export const versionOf = (directory: OutputDirectory): string =>
  versionIn(directory.read("package.json"));

/** @param text of a `package.json`; without one it is no release */
export const versionIn = (text?: string): string =>
  manifestVersion(text) ?? "0.0.0";

/** @param text of a `package.json`; undefined where it says no version */
export const manifestVersion = (text = ""): string | undefined => {
  let manifest: unknown;
  try {
    manifest = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    return undefined;
  }
  return typeof manifest === "object" &&
    manifest !== null &&
    "version" in manifest &&
    typeof manifest.version === "string"
    ? manifest.version
    : undefined;
};

/** The names of the last run that callers may have: those of a package that was released. */
export const releasedNames = (
  directory: OutputDirectory,
  names: ReadonlyMap<string, string> = new Map(),
): ReadonlyMap<string, string> => {
  const text = directory.read("package.json");
  const isBound =
    text === undefined ? isReleased(directory.root) : isReleasedBy(text);
  return isBound ? names : new Map();
};
