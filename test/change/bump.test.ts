import { describe, expect, it } from "vitest";
import { bumpOf, nextVersion, stepAfter } from "../../generator/change/bump.js";
import {
  compareVersions,
  parseVersion,
} from "../../generator/change/versions.js";

describe("bumpOf", () => {
  it.each([
    ["1.4.2", ["major", "minor", "patch", "none"]],
    ["0.4.2", ["minor", "patch", "patch", "none"]],
    ["0.0.3", ["patch", "patch", "patch", "none"]],
    ["not a version", ["major", "minor", "patch", "none"]],
  ])("of %s", (version, levels) => {
    const classes = ["breaking", "feature", "fix", "none"] as const;
    expect(classes.map((one) => bumpOf(one, version))).toEqual(levels);
  });
});

describe("nextVersion", () => {
  it.each([
    ["1.4.2", "major", "2.0.0"],
    ["1.4.2", "minor", "1.5.0"],
    ["1.4.2", "patch", "1.4.3"],
    ["1.4.2", "none", "1.4.2"],
    ["0.4.2", "minor", "0.5.0"],
    ["1.4.2+build.7", "patch", "1.4.3"],
    ["2.0.0-rc.1", "major", "2.0.0-rc.2"],
    ["2.0.0-rc.1", "patch", "2.0.0-rc.2"],
    ["2.1.0-rc.1", "minor", "2.1.0-rc.2"],
    ["2.1.0-rc.1", "major", "3.0.0-rc.0"],
    ["2.1.1-beta", "minor", "2.2.0-beta"],
    ["2.1.1-beta", "patch", "2.1.1-beta.0"],
    ["0.5.0-next.9", "minor", "0.5.0-next.10"],
    ["latest", "major", "latest"],
  ] as const)("%s, %s: %s", (version, level, next) => {
    expect(nextVersion(version, level)).toBe(next);
  });
});

describe("compareVersions", () => {
  it("orders as semver does", () => {
    const ordered = [
      ...["1.0.0-alpha", "1.0.0-alpha.1", "1.0.0-alpha.beta", "1.0.0-beta"],
      ...["1.0.0-beta.2", "1.0.0-beta.11", "1.0.0-rc.1", "1.0.0", "1.0.1"],
      ...["1.2.0", "1.10.0", "2.0.0"],
    ];
    const parsed = ordered.flatMap((text) => parseVersion(text) ?? []);
    expect(
      [...parsed]
        .reverse()
        .sort(compareVersions)
        .map((one) => ordered[parsed.indexOf(one)]),
    ).toEqual(ordered);
  });
});

describe("stepAfter", () => {
  it.each([
    ["1.4.2", "feature", undefined, "minor", "1.5.0"],
    ["1.4.2", "feature", "2.0.0", "major", "2.0.0"],
    ["1.4.2", "none", "1.5.0", "minor", "1.5.0"],
    ["1.4.2", "breaking", "1.5.0", "major", "2.0.0"],
    ["0.4.2", "feature", "0.5.0", "minor", "0.5.0"],
    ["1.4.2", "fix", "1.4.3", "patch", "1.4.3"],
    ["1.4.2", "fix", "latest", "patch", "1.4.3"],
  ] as const)(
    "%s with a %s, %s named before: %s %s",
    (current, heaviest, announced, level, next) => {
      expect(stepAfter(current, heaviest, announced)).toEqual({ level, next });
    },
  );
});
