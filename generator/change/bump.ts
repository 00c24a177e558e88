/**
 * Which version a change asks for, by semver.
 */
import { assertNever } from "../sdk/sdk.js";
import type { ChangeClass } from "./change.js";
import {
  compareVersions,
  isNumeric,
  parseVersion,
  type SemanticVersion,
} from "./versions.js";

export type BumpLevel = "none" | "patch" | "minor" | "major";

/**
 * The number that a class moves. A caret range takes the second number of `0.y.z` for the major one, and
 * the third of `0.0.z`.
 * @param version the last release; what is no version counts as one from 1.0.0 on
 */
export const bumpOf = (heaviest: ChangeClass, version: string): BumpLevel => {
  const { major, minor } = parseVersion(version) ?? { major: 1, minor: 0 };
  switch (heaviest) {
    case "breaking":
      return major > 0 ? "major" : minor > 0 ? "minor" : "patch";
    case "feature":
      return major > 0 ? "minor" : "patch";
    case "fix":
      return "patch";
    case "none":
      return "none";
    default:
      return assertNever(heaviest);
  }
};

/**
 * The version after this one. A prerelease whose number covers the bump already goes on to the next of its
 * kind: `2.0.0-rc.1` to `2.0.0-rc.2`.
 * @returns the text as it is, where it is no version
 */
export const nextVersion = (text: string, level: BumpLevel): string => {
  const version = parseVersion(text);
  if (!version || level === "none") return text;
  const { prerelease } = version;
  if (prerelease.length === 0) return print(moved(version, level), []);
  return covers(version, level)
    ? print(version, followed(prerelease))
    : print(moved(version, level), begun(prerelease));
};

/** A step from one version to the next. */
export interface VersionStep {
  readonly level: BumpLevel;
  readonly next: string;
}

/**
 * The step that is due after a release.
 * @param announced the version that `sdkwright release` has named since then, which no release tool has set
 *   yet: what it covers moves nothing more
 */
export const stepAfter = (
  current: string,
  heaviest: ChangeClass,
  announced = current,
): VersionStep => {
  const level = bumpOf(heaviest, current);
  const next = nextVersion(current, level);
  return isLater(announced, next)
    ? { level: levelTo(current, announced), next: announced }
    : { level, next };
};

const levelTo = (current: string, next: string): BumpLevel =>
  (["patch", "minor"] as const).find(
    (level) => !isLater(next, nextVersion(current, level)),
  ) ?? "major";

/** False of what is no version. */
export const isLater = (one: string, other: string): boolean => {
  const [a, b] = [parseVersion(one), parseVersion(other)];
  return a !== undefined && b !== undefined && compareVersions(a, b) > 0;
};

/** True where the numbers before the prerelease have moved as far already. */
const covers = (
  { minor, patch }: SemanticVersion,
  level: Exclude<BumpLevel, "none">,
): boolean =>
  level === "patch" || (patch === 0 && (level === "minor" || minor === 0));

type Numbers = Pick<SemanticVersion, "major" | "minor" | "patch">;

const moved = (
  { major, minor, patch }: Numbers,
  level: Exclude<BumpLevel, "none">,
): Numbers => {
  switch (level) {
    case "major":
      return { major: major + 1, minor: 0, patch: 0 };
    case "minor":
      return { major, minor: minor + 1, patch: 0 };
    case "patch":
      return { major, minor, patch: patch + 1 };
    default:
      return assertNever(level);
  }
};

const print = (
  { major, minor, patch }: Numbers,
  prerelease: readonly string[],
): string =>
  `${major}.${minor}.${patch}${prerelease.length === 0 ? "" : `-${prerelease.join(".")}`}`;

/** The last number goes up, as `npm version prerelease` does it. */
const followed = (prerelease: readonly string[]): readonly string[] => {
  const last = prerelease.findLastIndex(isNumeric);
  return last < 0
    ? [...prerelease, "0"]
    : prerelease.map((one, index) =>
        index === last ? String(Number(one) + 1) : one,
      );
};

/** The first prerelease of the next number. */
const begun = (prerelease: readonly string[]): readonly string[] => {
  const last = prerelease.findLastIndex(isNumeric);
  return last < 0
    ? prerelease
    : prerelease.map((one, index) => (index === last ? "0" : one));
};
