/**
 * From which version on the names of a package bind.
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isReleased } from "../../generator/write/released.js";
import { makeFolder } from "./support.js";

const isReleasedAs = (text: string): boolean =>
  isReleased(makeFolder({ "package.json": text }));

describe("a package is released", () => {
  it.each([
    ...["0.0.1", "0.1.0", "1.0.0", "10.0.0", "0.0.10", "v1.2.3"],
    // A pre-release binds like others: 0.1.0-beta.1 comes after 0.0.0.
    ...["0.1.0-beta.1", "1.0.0-rc.1", "0.0.1-0"],
    // What cannot be understood may have callers.
    ...["1.0", "latest", "0.0", "", "workspace:*"],
  ])("at %j", (version) => {
    expect(isReleasedAs(JSON.stringify({ version }))).toBe(true);
  });

  it.each([
    "0.0.0",
    "0.0.0-beta.1",
    "0.0.0-snapshot.20260101",
    "0.0.0+build.7",
    "v0.0.0",
    " 0.0.0 ",
  ])("not at %j", (version) => {
    expect(isReleasedAs(JSON.stringify({ version }))).toBe(false);
  });

  it("not without a version, nor without a package.json", () => {
    expect(isReleasedAs('{ "name": "x" }')).toBe(false);
    expect(isReleased(makeFolder())).toBe(false);
    expect(isReleased(join(makeFolder(), "absent"))).toBe(false);
    expect(isReleased(join(makeFolder({ file: "" }), "file"))).toBe(false);
  });

  it.each([
    ["<<<<<<< HEAD\n"],
    ["null"],
    ['{ "version": 0 }'],
    ['{ "version": null }'],
  ])("where package.json is %j, since its names may be in use", (text) => {
    expect(isReleasedAs(text)).toBe(true);
  });

  it("where package.json cannot be read", () => {
    const folder = makeFolder();
    mkdirSync(join(folder, "package.json"));
    expect(isReleased(folder)).toBe(true);
  });

  it("by what stands after a byte order mark", () => {
    expect(isReleasedAs('\uFEFF{ "version": "0.0.0" }')).toBe(false);
  });
});
