/**
 * Which sdkwright this is, as the build wrote it down in `dist/`: with it in the cache, a changed
 * sdkwright never counts as "nothing changed".
 */
import { existsSync, readFileSync } from "node:fs";
import { ownFile } from "../own-files/own-file.js";

export interface Fingerprint {
  /** Of the package, as in its `package.json`. */
  readonly version: string;
  /** Of everything that decides what is written: code, templates, versions of dependencies. */
  readonly hash: string;
  /** What decides how a text is formatted. */
  readonly formatter: string;
}

export const readFingerprint = (): Fingerprint => {
  const text = readFileSync(ownFile("dist/fingerprint.json"), "utf8");
  return JSON.parse(text) as Fingerprint;
};

/**
 * As the lock names it. A checkout of sdkwright's own sources has one version for many states of its
 * code, which write different texts: there the code counts too.
 */
export const madeBy = ({ version, hash }: Fingerprint): string =>
  existsSync(ownFile("generator/pipeline.ts"))
    ? `${version}+${hash.slice(0, 8)}`
    : version;
