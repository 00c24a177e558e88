/**
 * Says that a published package names no repository: npm shows its README, whose links into the package
 * lead somewhere only from there.
 */
import type { Diagnostics } from "../diagnostics/diagnostics.js";
import type { OutputDirectory } from "./directory.js";
import { isReleasedBy } from "./released.js";

/** @param file the manifest, as messages name it */
export function reportRepository(
  directory: OutputDirectory,
  file: string,
  diagnostics: Diagnostics,
): void {
  const text = directory.read("package.json");
  if (text === undefined || !isReleasedBy(text)) return;
  const manifest = parsed(text);
  if (typeof manifest !== "object" || manifest === null) return;
  if ("private" in manifest && manifest.private === true) return;
  if ("repository" in manifest && manifest.repository) return;
  diagnostics.report("repository-missing", { path: file });
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    // What a broken manifest means is said elsewhere.
    return undefined;
  }
};
