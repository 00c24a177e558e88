import { mkdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { check, write } from "./run.js";
import type { Given } from "./run.js";
import { makeFolder, readFolder, readTimes, writeFiles } from "./support.js";

const given: Given = {
  files: { "src/index.ts": "export const a = 1", "README.md": "# A\n" },
};

const inputs = {
  generator: "g1",
  options: "o1",
  document: new Map([["openapi.yaml", "d1"]]),
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

  it("names files that were changed by hand, down to one byte", async () => {
    const root = await made();
    writeFiles(root, { "src/index.ts": "export const a = 1; \n" });
    expect(await check(root, given)).toEqual([
      "src/index.ts was changed by hand",
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

  it.each([
    [
      "the document",
      {
        inputs: { ...inputs, document: new Map([["openapi.yaml", "d2"]]) },
      },
      "the document changed (openapi.yaml)",
    ],
    [
      "files that the document refers to",
      {
        inputs: {
          ...inputs,
          document: new Map([
            ["openapi.yaml", "d1"],
            ["schemas/pet.yaml", "d2"],
          ]),
        },
      },
      "the document changed (schemas/pet.yaml)",
    ],
    [
      "the options",
      { inputs: { ...inputs, options: "o2" } },
      "the options changed",
    ],
    [
      "the version",
      { version: "2.0.0", inputs: { ...inputs, generator: "g2" } },
      "sdkwright changed (1.0.0 -> 2.0.0)",
    ],
    [
      "the generator",
      { inputs: { ...inputs, generator: "g2" } },
      "the generator changed",
    ],
    [
      "several at once",
      {
        inputs: {
          generator: "g2",
          options: "o2",
          document: new Map([["api.yaml", "d1"]]),
        },
      },
      "the document changed (api.yaml, openapi.yaml), the options changed, the generator changed",
    ],
  ])("says that %s changed", async (_, head, cause) => {
    const files = { "src/index.ts": "export const a = 2", new: "" };
    expect(await check(await made(), { files, head })).toEqual([
      `README.md is no longer generated: ${cause}`,
      "new is missing",
      `src/index.ts is out of date: ${cause}`,
      `sdkwright.lock is out of date: ${cause}`,
    ]);
  });

  it("finds a lock file that is out of date alone", async () => {
    const head = { inputs: { ...inputs, options: "o2" } };
    expect(await check(await made(), { ...given, head })).toEqual([
      "sdkwright.lock is out of date: the options changed",
    ]);
    expect(await check(await made(), { ...given, names: { a: "b" } })).toEqual([
      "sdkwright.lock is out of date",
    ]);
  });

  it("names files that are not ours", async () => {
    const root = makeFolder({ "README.md": "mine" });
    expect(await check(root, given)).toEqual([
      "README.md was not written by sdkwright",
      "src/index.ts is missing",
      "sdkwright.lock is missing",
    ]);
  });

  it("names what is no longer generated, changed or not", async () => {
    const root = await made();
    writeFiles(root, { "README.md": "mine" });
    expect(await check(root, { files: {} })).toEqual([
      "README.md is no longer generated, and was changed by hand",
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
