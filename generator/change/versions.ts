/**
 * Version numbers, as semver has them.
 */
import { byCodeUnit } from "../diagnostics/code-units.js";

export interface SemanticVersion {
  readonly major: number;
  readonly minor: number;
  readonly patch: number;
  /** `["rc", "1"]` of `2.0.0-rc.1`. */
  readonly prerelease: readonly string[];
}

/** As semver has it, with or without `v`. */
export const versionForm =
  /^v?(\d+)\.(\d+)\.(\d+)(?:-([\dA-Za-z-]+(?:\.[\dA-Za-z-]+)*))?(?:\+[\dA-Za-z.-]+)?$/;

/** Undefined of what is no version. */
export const parseVersion = (text: string): SemanticVersion | undefined => {
  const [match, major, minor, patch, prerelease = ""] =
    versionForm.exec(text) ?? [];
  if (match === undefined) return undefined;
  return {
    major: Number(major),
    minor: Number(minor),
    patch: Number(patch),
    prerelease: prerelease === "" ? [] : prerelease.split("."),
  };
};

/** Less than zero where the first is the earlier one. */
export const compareVersions = (
  a: SemanticVersion,
  b: SemanticVersion,
): number =>
  a.major - b.major ||
  a.minor - b.minor ||
  a.patch - b.patch ||
  comparePrereleases(a.prerelease, b.prerelease);

const comparePrereleases = (
  a: readonly string[],
  b: readonly string[],
): number => {
  // A release comes after its prereleases.
  if (a.length === 0 || b.length === 0) return b.length - a.length;
  for (const [index, one] of a.entries()) {
    const other = b[index];
    if (other === undefined) return 1;
    const order = compareIdentifiers(one, other);
    if (order !== 0) return order;
  }
  return a.length - b.length;
};

const compareIdentifiers = (a: string, b: string): number => {
  const [isNumber, isOtherNumber] = [isNumeric(a), isNumeric(b)];
  if (isNumber && isOtherNumber) return Number(a) - Number(b);
  if (isNumber !== isOtherNumber) return isNumber ? -1 : 1;
  return byCodeUnit(a, b);
};

export const isNumeric = (identifier: string): boolean =>
  /^\d+$/.test(identifier);
