/**
 * Says that a package has no license, unless its owner wrote one into the manifest.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Diagnostics } from "../diagnostics/diagnostics.js";

interface GeneratedLicense {
  readonly license: string;
  /** What the document calls its license, where that is none that npm knows; empty if it names none. */
  readonly unknownLicense?: string;
}

export function reportLicense(
  { license, unknownLicense }: GeneratedLicense,
  root: string,
  diagnostics: Diagnostics,
): void {
  if (unknownLicense === undefined) return;
  const found = licenseOnDisk(root);
  if (found !== undefined && found !== license) return;
  if (unknownLicense === "")
    diagnostics.report("license-missing", {}, ["info"]);
  else
    diagnostics.report("license-unknown", { name: unknownLicense }, [
      "info",
      "license",
    ]);
}

function licenseOnDisk(root: string): unknown {
  try {
    const text = readFileSync(join(root, "package.json"), "utf8");
    const manifest: unknown = JSON.parse(text.replace(/^\uFEFF/, ""));
    return typeof manifest === "object" && manifest && "license" in manifest
      ? manifest.license
      : undefined;
  } catch {
    // There is none, or none that can be read: what that means is said elsewhere.
    return undefined;
  }
}
