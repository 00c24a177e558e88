/**
 * Which sdkwright this is, as the build wrote it down in `dist/`: with it in the lock file, a changed
 * sdkwright never counts as "nothing changed".
 */
import { readFileSync } from "node:fs";

export interface Fingerprint {
  /** Of the package, as in its `package.json`. */
  readonly version: string;
  /** Of everything that decides what is written: code, templates, versions of dependencies. */
  readonly hash: string;
  /** What decides how a text is formatted. */
  readonly formatter: string;
}

export const readFingerprint = (): Fingerprint => {
  const file = new URL("../../dist/fingerprint.json", import.meta.url);
  return JSON.parse(readFileSync(file, "utf8")) as Fingerprint;
};
