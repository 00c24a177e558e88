/**
 * The versions between which an alias lives. Below 1.0 the second number plays the part of the first.
 */

/** What callers have to expect of the next release. */
export type ReleaseLevel = "major" | "minor" | "patch";

type Numbers = readonly [major: number, minor: number, patch: number];

/** Undefined for what is no version. */
const numbersOf = (version: string): Numbers | undefined => {
  const [, major, minor, patch] =
    /^[\s=v]*(\d+)\.(\d+)\.(\d+)(?:[-+][\w.+-]*)?\s*$/.exec(version) ?? [];
  return patch === undefined
    ? undefined
    : [Number(major), Number(minor), Number(patch)];
};

const isPrerelease = (version: string): boolean => /^[^+]*\d-/.test(version);

/** The version of a release of this level after another version; of a prerelease, what it leads to. */
export const nextVersion = (version: string, level: ReleaseLevel): string => {
  const [major, minor, patch] = numbersOf(version) ?? [0, 0, 0];
  if (isPrerelease(version)) return [major, minor, patch].join(".");
  if (level === "patch") return `${major}.${minor}.${patch + 1}`;
  if (major > 0)
    return level === "major" ? `${major + 1}.0.0` : `${major}.${minor + 1}.0`;
  // Of 0.0.z every release may break.
  return level === "major" && minor > 0
    ? `0.${minor + 1}.0`
    : `0.${minor}.${patch + 1}`;
};

/** The version that no longer has an alias that was first in another. */
export const removalOf = (since: string, majors: number): string => {
  const [major, minor] = numbersOf(since) ?? [0, 0];
  return major > 0 ? `${major + majors}.0.0` : `0.${minor + majors}.0`;
};

/** True of versions in order of their numbers; a prerelease counts as what it leads to. */
export const isBefore = (version: string, other: string): boolean => {
  const [a, b] = [numbersOf(version) ?? [], numbersOf(other) ?? []];
  const index = [0, 1, 2].find((place) => a[place] !== b[place]);
  return index !== undefined && (a[index] ?? 0) < (b[index] ?? 0);
};

export const isVersion = (text: string): boolean =>
  numbersOf(text) !== undefined;
