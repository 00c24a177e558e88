/**
 * A published version, as `npm pack` gets it: npm knows the registry and the credentials.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Diagnostics } from "../diagnostics/diagnostics.js";
import { printable } from "../diagnostics/printable.js";
import { type FoundPackage, packageOf } from "./package-surface.js";
import { filesOfTarball } from "./tarball.js";

/** Undefined where npm does not get it, which is reported. */
export const npmPackage = (
  spec: string,
  diagnostics: Diagnostics,
): FoundPackage | undefined => {
  const files = npmFiles(spec, filesOfTarball, diagnostics);
  // All files of a package stand in one folder of the tarball.
  return files && packageOf((name) => files.get(name), spec);
};

/**
 * Files of a published version by their path in the package; undefined where npm does not get it, which
 * is reported.
 * @param spec `@acme/sdk@1.4.0`
 * @param read takes the files out of the tarball
 */
export const npmFiles = (
  spec: string,
  read: (tarball: Uint8Array) => ReadonlyMap<string, string>,
  diagnostics: Diagnostics,
): ReadonlyMap<string, string> | undefined => {
  const folder = mkdtempSync(join(tmpdir(), "sdkwright-"));
  try {
    const { status, stderr, error } = spawnSync(
      "npm",
      [
        "pack",
        "--ignore-scripts",
        "--loglevel=error",
        `--pack-destination=${folder}`,
        "--",
        spec,
      ],
      {
        encoding: "utf8",
        windowsHide: true,
        // `npm` is a script there.
        shell: process.platform === "win32",
      },
    );
    const [tarball] = readdirSync(folder);
    if (status !== 0 || tarball === undefined) {
      const reason = reasonOf(error?.message ?? stderr);
      diagnostics.report("side-npm", { package: spec, reason });
      return undefined;
    }
    const files = readTarball(join(folder, tarball), read);
    if (!files) {
      const reason = "what it gave is no tarball";
      diagnostics.report("side-npm", { package: spec, reason });
    }
    return files;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

const readTarball = (
  path: string,
  read: (tarball: Uint8Array) => ReadonlyMap<string, string>,
): ReadonlyMap<string, string> | undefined => {
  const bytes = readFileSync(path);
  try {
    return read(bytes);
  } catch {
    return undefined;
  }
};

/** The first line that says something: npm writes many. */
const reasonOf = (text: string): string => {
  const lines = text
    .split("\n")
    .map((line) => line.replace(/^npm (?:error|ERR!)\s*/, "").trim())
    .filter((line) => line !== "" && !line.startsWith("code "));
  return printable(lines[0] ?? "it gave no reason");
};
