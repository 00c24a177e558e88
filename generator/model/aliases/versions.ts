/**
 * The versions between which an alias lives. Below 1.0 the second number plays the part of the first.
 */

type Numbers = readonly [major: number, minor: number, patch: number];

/** Undefined for what is no version. */
const numbersOf = (version: string): Numbers | undefined => {
  const [, major, minor, patch] =
    /^[\s=v]*(\d+)\.(\d+)\.(\d+)(?:[-+][\w.+-]*)?\s*$/.exec(version) ?? [];
  return patch === undefined
    ? undefined
    : [Number(major), Number(minor), Number(patch)];
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

/** Without what makes it a prerelease: `2.0.0` of `2.0.0-rc.1`. */
export const releaseOf = (version: string): string =>
  (numbersOf(version) ?? [0, 0, 0]).join(".");
