import { mkdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { check, write } from "./run.js";
import type { Given } from "./run.js";
import { makeFolder, readFolder, readTimes, writeFiles } from "./support.js";

const given: Given = {
  files: { "src/index.ts": "export const a = 1", "README.md": "# A\n" },
};

const made = async (): Promise<string> => {
  const root = makeFolder();
  await write(root, given);
  return root;
};

describe("check", () => {
  it("finds nothing when nothing changed", async () => {
    expect(await check(await made(), given)).toEqual([]);
  });

  it("writes nothing", async () => {
    const root = await made();
    writeFiles(root, { "README.md": "# B\n" });
    const before = [readFolder(root), readTimes(root)];
    await check(root, { files: { "src/index.ts": "export {}", new: "" } });
    expect([readFolder(root), readTimes(root)]).toEqual(before);
  });

  it("names files that differ, down to one byte", async () => {
    const root = await made();
    writeFiles(root, { "src/index.ts": "export const a = 1; \n" });
    expect(await check(root, given)).toEqual([
      "src/index.ts is not what is generated: out of date, or changed by hand",
    ]);
  });

  it("names files that are missing", async () => {
    const root = await made();
    rmSync(join(root, "src"), { recursive: true });
    rmSync(join(root, "sdkwright.lock"));
    expect(await check(root, given)).toEqual([
      "src/index.ts is missing",
      "sdkwright.lock is missing",
    ]);
  });

  it("says that sdkwright changed", async () => {
    const files = { "src/index.ts": "export const a = 2", new: "" };
    const cause = "sdkwright changed (1.0.0 -> 2.0.0)";
    expect(await check(await made(), { files, version: "2.0.0" })).toEqual([
      `README.md is no longer generated: ${cause}`,
      "new is missing",
      `src/index.ts is not what is generated: ${cause}`,
      `sdkwright.lock is not what is generated: ${cause}`,
    ]);
  });

  it("does not depend on options, documents and caches", async () => {
    const root = await made();
    const inputs = { generator: "g2", options: "o2", document: new Map() };
    expect(await check(root, { ...given, inputs })).toEqual([]);
    expect(await check(root, { ...given, isFresh: true })).toEqual([]);
    writeFiles(root, { "src/index.ts": "mine\n" });
    const differs = await check(root, { ...given, isFresh: true });
    expect(await check(root, given)).toEqual(differs);
  });

  it("finds a lock file that is out of date alone", async () => {
    expect(await check(await made(), { ...given, names: { a: "b" } })).toEqual([
      "sdkwright.lock is out of date",
    ]);
  });

  it("takes line ends of another system for the same", async () => {
    const root = await made();
    writeFiles(root, { "src/index.ts": "export const a = 1;\r\n" });
    expect(await check(root, given)).toEqual([]);
    expect(await write(root, given)).toMatchObject({ written: [] });
  });

  it("leaves files that are not ours", async () => {
    const root = makeFolder({ "README.md": "mine" });
    expect(await check(root, given)).toEqual([
      "src/index.ts is missing",
      "sdkwright.lock is missing",
    ]);
  });

  it("names what is no longer generated", async () => {
    const root = await made();
    writeFiles(root, { "README.md": "mine" });
    expect(await check(root, { files: {} })).toEqual([
      "README.md is no longer generated",
      "src/index.ts is no longer generated",
      "sdkwright.lock is out of date",
    ]);
  });

  it("names a file made once only until it was made", async () => {
    const once = { files: { ...given.files, "CHANGELOG.md": "+# 1\n" } };
    const root = await made();
    expect(await check(root, once)).toEqual([
      "CHANGELOG.md is missing",
      "sdkwright.lock is out of date",
    ]);
    await write(root, once);
    expect(await check(root, once)).toEqual([]);
    writeFiles(root, { "CHANGELOG.md": "mine" });
    expect(await check(root, once)).toEqual([]);
    rmSync(join(root, "CHANGELOG.md"));
    expect(await check(root, once)).toEqual([]);
  });

  it("names links", async () => {
    const root = await made();
    rmSync(join(root, "src"), { recursive: true });
    mkdirSync(join(root, "other"));
    symlinkSync(join(root, "other"), join(root, "src"));
    expect(await check(root, given)).toEqual([
      "src is in the way: it is a symbolic link",
    ]);
  });
});
