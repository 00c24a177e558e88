/**
 * Which sdkwright this is, as the build wrote it down in `dist/`: with it in the cache, a changed
 * sdkwright never counts as "nothing changed".
 */
import { existsSync, readFileSync } from "node:fs";

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

/**
 * As the lock names it. A checkout of sdkwright's own sources has one version for many states of its
 * code, which write different texts: there the code counts too.
 */
export const madeBy = ({ version, hash }: Fingerprint): string =>
  existsSync(new URL("../../generator/pipeline.ts", import.meta.url))
    ? `${version}+${hash.slice(0, 8)}`
    : version;
