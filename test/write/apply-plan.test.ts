import {
  chmodSync,
  existsSync,
  mkdirSync,
  readlinkSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { printCache, readCache } from "../../generator/write/cache.js";
import { OutputDirectory } from "../../generator/write/directory.js";
import { hashText } from "../../generator/write/hash.js";
import { cachePath } from "../../generator/write/package-path.js";
import { check, lockOf, write } from "./run.js";
import { makeFolder, readFolder, readTimes, writeFiles } from "./support.js";

const files = {
  "src/index.ts": "export const a={b:1}",
  "src/core/http.ts": "=// as   it is\n",
  LICENSE: "MIT",
};

const written = {
  "src/index.ts": "export const a = { b: 1 };\n",
  "src/core/http.ts": "// as   it is\n",
  LICENSE: "MIT",
};

/** The files without the lock. */
const filesIn = (root: string) => {
  const { "sdkwright.lock": lock, ...others } = readFolder(root);
  expect(lock).toBeDefined();
  return others;
};

describe("writing", () => {
  it("makes the folder, formats, and writes every file and the lock", async () => {
    const root = join(makeFolder(), "a", "sdk");
    expect(await write(root, { files })).toEqual({
      written: [
        "LICENSE",
        "src/core/http.ts",
        "src/index.ts",
        "sdkwright.lock",
      ],
      removed: [],
      unchanged: 0,
      reported: [],
    });
    expect(filesIn(root)).toEqual(written);
  });

  it("writes nothing the second time", async () => {
    const root = makeFolder();
    await write(root, { files });
    const before = readTimes(root);
    expect(await write(root, { files })).toEqual({
      written: [],
      removed: [],
      unchanged: 4,
      reported: [],
    });
    expect(readTimes(root)).toEqual(before);
  });

  it("writes only what changed", async () => {
    const root = makeFolder();
    await write(root, { files });
    const { LICENSE, ...before } = readTimes(root);
    const next = { ...files, LICENSE: "BSD" };
    expect(await write(root, { files: next })).toMatchObject({
      written: ["LICENSE"],
      unchanged: 3,
    });
    const { LICENSE: now, ...after } = readTimes(root);
    expect(now).not.toBe(LICENSE);
    expect(after).toEqual(before);
  });

  it("writes again what is missing", async () => {
    const root = makeFolder();
    await write(root, { files });
    rmSync(join(root, "src"), { recursive: true });
    expect(await write(root, { files })).toMatchObject({
      written: ["src/core/http.ts", "src/index.ts"],
      unchanged: 2,
    });
    expect(filesIn(root)).toEqual(written);
  });

  it("says what it would write in a dry run", async () => {
    const root = join(makeFolder(), "sdk");
    expect(await write(root, { files, dryRun: true })).toMatchObject({
      written: [
        "LICENSE",
        "src/core/http.ts",
        "src/index.ts",
        "sdkwright.lock",
      ],
    });
    expect(existsSync(root)).toBe(false);
  });

  it("formats again when the formatter is another one", async () => {
    const root = makeFolder();
    await write(root, { files });
    // Formatted as an older prettier could have done it, and noted so.
    const old = "export const a = {b: 1};\n";
    writeFiles(root, { "src/index.ts": old });
    const directory = new OutputDirectory(root);
    const cache = readCache(directory);
    const hash = hashText(old);
    const cached = new Map(cache?.files);
    const { unformatted = "" } = cached.get("src/index.ts") ?? {};
    cached.set("src/index.ts", { unformatted, generated: hash, onDisk: hash });
    if (cache)
      writeFiles(root, {
        [cachePath]: printCache({ ...cache, files: cached }),
      });
    expect(await write(root, { files })).toMatchObject({ written: [] });
    expect(await write(root, { files, formatter: "prettier 4" })).toMatchObject(
      { written: ["src/index.ts"] },
    );
    expect(filesIn(root)).toEqual(written);
  });
});

describe("files that are no longer generated", () => {
  it("are removed, with folders that are empty then", async () => {
    const root = makeFolder();
    const more = { "docs/a/b.md": "# b\n", "docs/c.md": "# c\n" };
    await write(root, { files: { ...files, ...more } });
    writeFiles(root, { "docs/mine.md": "mine" });
    expect(await write(root, { files })).toMatchObject({
      written: ["sdkwright.lock"],
      removed: ["docs/a/b.md", "docs/c.md"],
    });
    expect(filesIn(root)).toEqual({ ...written, "docs/mine.md": "mine" });
    expect(existsSync(join(root, "docs/a"))).toBe(false);
  });

  it("are kept when they were changed by hand", async () => {
    const root = makeFolder();
    await write(root, { files: { ...files, "a.md": "# a\n" } });
    writeFiles(root, { "a.md": "# mine\n" });
    expect(await write(root, { files, strict: true })).toEqual({
      reported: [
        "output-kept: a.md is no longer generated, but was changed by hand: kept",
      ],
    });
    expect([...lockOf(root).files]).toContain("a.md");
    expect(await write(root, { files })).toMatchObject({
      removed: [],
      reported: [
        "output-kept: a.md is no longer generated, but was changed by hand: kept",
      ],
    });
    expect(filesIn(root)).toEqual({ ...written, "a.md": "# mine\n" });
    expect([...lockOf(root).files]).not.toContain("a.md");
  });

  it("are nothing to do when they are gone", async () => {
    const root = makeFolder();
    await write(root, { files: { ...files, "a.md": "# a\n" } });
    rmSync(join(root, "a.md"));
    expect(await write(root, { files })).toMatchObject({
      removed: [],
      reported: [],
    });
  });
});

describe("files that are made once", () => {
  const once = { ...files, "CHANGELOG.md": "+# First\n" };
  const first = { ...written, "CHANGELOG.md": "# First\n" };

  it("are written as they are, then left alone, whatever is generated", async () => {
    const root = makeFolder();
    expect(await write(root, { files: once })).toMatchObject({
      written: [
        "CHANGELOG.md",
        "LICENSE",
        "src/core/http.ts",
        "src/index.ts",
        "sdkwright.lock",
      ],
    });
    expect(filesIn(root)).toEqual(first);
    const next = { ...once, "CHANGELOG.md": "+# Second\n" };
    expect(await write(root, { files: next })).toMatchObject({ written: [] });
    expect(filesIn(root)).toEqual(first);
  });

  it("are there in another case too", async () => {
    const root = makeFolder({ "changelog.md": "mine" });
    await write(root, { files: once });
    expect(filesIn(root)).toMatchObject({ "changelog.md": "mine" });
    expect(filesIn(root)).not.toHaveProperty("CHANGELOG.md");
  });

  it("stay as their owner has them", async () => {
    const root = makeFolder();
    await write(root, { files: once });
    writeFiles(root, { "CHANGELOG.md": "mine" });
    const next = { ...once, LICENSE: "BSD" };
    expect(await write(root, { files: next })).toMatchObject({
      removed: [],
      reported: [],
    });
    const mine = { "CHANGELOG.md": "mine", LICENSE: "BSD" };
    expect(filesIn(root)).toEqual({ ...written, ...mine });
  });

  it("are not made again when their owner removed them", async () => {
    const root = makeFolder();
    await write(root, { files: once });
    rmSync(join(root, "CHANGELOG.md"));
    expect(await write(root, { files: once })).toMatchObject({ written: [] });
    expect(filesIn(root)).toEqual(written);
  });

  it("are not written over one that was there before", async () => {
    const root = makeFolder({ "CHANGELOG.md": "mine" });
    expect(await write(root, { files: once })).toMatchObject({ reported: [] });
    expect(filesIn(root)).toEqual({ ...written, "CHANGELOG.md": "mine" });
    rmSync(join(root, "CHANGELOG.md"));
    await write(root, { files: once });
    expect(filesIn(root)).toEqual(written);
  });

  it("are not written through a link, nor in the way of one", async () => {
    const elsewhere = makeFolder();
    const root = makeFolder();
    symlinkSync(join(elsewhere, "a.md"), join(root, "CHANGELOG.md"));
    expect(await write(root, { files: once })).toMatchObject({ reported: [] });
    expect(readFolder(elsewhere)).toEqual({});
    expect(filesIn(root)).toEqual(written);
  });

  it("stay when they were generated every time before, or are no longer made", async () => {
    const root = makeFolder();
    await write(root, { files: { ...files, "CHANGELOG.md": "=# First\n" } });
    expect(await write(root, { files: once })).toMatchObject({ removed: [] });
    expect(filesIn(root)).toEqual(first);
    expect(await write(root, { files })).toMatchObject({ removed: [] });
    expect(filesIn(root)).toEqual(first);
  });
});

describe("files of others", () => {
  it("are kept", async () => {
    const mine = {
      "notes.txt": "mine",
      "src/lib/retry.ts": "export  const mine = 1",
      ".env": "KEY=1",
    };
    const root = makeFolder(mine);
    await write(root, { files });
    await write(root, { files: { LICENSE: "MIT" } });
    expect(filesIn(root)).toEqual({ ...mine, LICENSE: "MIT" });
  });

  it("are kept when they are in the way", async () => {
    const root = makeFolder({ LICENSE: "mine", other: "" });
    const kept =
      "output-foreign: LICENSE exists and was not written by sdkwright: kept";
    for (let run = 0; run < 2; run++)
      expect(await write(root, { files })).toMatchObject({ reported: [kept] });
    expect(filesIn(root)).toEqual({ ...written, LICENSE: "mine", other: "" });
    expect([...lockOf(root).files]).not.toContain("LICENSE");
    expect(await write(root, { files, strict: true })).toEqual({
      reported: [kept],
    });
    expect(await check(root, { files })).toEqual([]);
    expect(await write(root, { files, reset: ["LICENSE"] })).toMatchObject({
      written: ["LICENSE", "sdkwright.lock"],
    });
    expect(filesIn(root)).toEqual({ ...written, other: "" });
  });

  it("are kept in the place of a source too, with what that means", async () => {
    const root = makeFolder({ "src/resources/rates.ts": "mine" });
    const given = { ...files, "src/resources/rates.ts": "export {};\n" };
    expect(await write(root, { files: given })).toMatchObject({
      reported: [
        "output-foreign-source: src/resources/rates.ts exists and was not written by sdkwright: kept; the sources that are generated import it, and need ours",
      ],
    });
    expect(readFolder(root)["src/resources/rates.ts"]).toBe("mine");
  });

  it("stop the run where the package does not work without ours", async () => {
    const mine = { "src/index.ts": "mine" };
    const root = makeFolder(mine);
    expect(await write(root, { files })).toEqual({
      reported: [
        "output-essential: src/index.ts exists and was not written by sdkwright, and the package does not work without ours",
      ],
    });
    expect(readFolder(root)).toEqual(mine);
    await write(root, { files, reset: ["src/index.ts"] });
    expect(filesIn(root)).toEqual(written);
  });

  it("are ours when the lock was lost and the cache knows them", async () => {
    const root = makeFolder();
    await write(root, { files });
    rmSync(join(root, "sdkwright.lock"));
    const next = { ...files, LICENSE: "BSD" };
    expect(await write(root, { files: next })).toMatchObject({
      written: ["LICENSE", "sdkwright.lock"],
      reported: [],
    });
  });

  it("are taken over when they are what would be written", async () => {
    const root = makeFolder(written);
    expect(await write(root, { files })).toMatchObject({
      written: ["sdkwright.lock"],
      unchanged: 3,
      reported: [],
    });
  });
});

describe("generated files that were changed by hand", () => {
  it("are fine when the change is what would be written", async () => {
    const next = { ...files, "src/index.ts": "export const a = 2", more: "" };
    const root = makeFolder();
    await write(root, { files });
    writeFiles(root, { "src/index.ts": "export const a = 2;\n" });
    expect(await write(root, { files: next })).toMatchObject({
      written: ["more", "sdkwright.lock"],
      reported: [],
    });
  });
});

describe("links and things in the way", () => {
  it.each(["src", "src/index.ts", "src/core", "sdkwright.lock"])(
    "a link at %s is named, and never followed",
    async (path) => {
      const elsewhere = makeFolder({
        "index.ts": "theirs",
        "http.ts": "theirs",
      });
      const before = readFolder(elsewhere);
      const root = makeFolder();
      mkdirSync(join(root, path, ".."), { recursive: true });
      const target = path.includes(".")
        ? join(elsewhere, "index.ts")
        : elsewhere;
      symlinkSync(target, join(root, path));
      const { reported } = await write(root, { files });
      expect(new Set(reported)).toEqual(
        new Set([`output-symlink: ${path} is a symbolic link`]),
      );
      expect(readFolder(elsewhere)).toEqual(before);
      expect(readlinkSync(join(root, path))).toBe(target);
      expect(readFolder(root)).toEqual({});
    },
  );

  it("removes nothing through a link", async () => {
    const root = makeFolder();
    await write(root, { files: { ...files, "docs/a.md": "# a\n" } });
    const elsewhere = makeFolder({ "a.md": "# a\n" });
    rmSync(join(root, "docs"), { recursive: true });
    symlinkSync(elsewhere, join(root, "docs"));
    expect(await write(root, { files })).toEqual({
      reported: ["output-symlink: docs is a symbolic link"],
    });
    expect(readFolder(elsewhere)).toEqual({ "a.md": "# a\n" });
  });

  it.each([
    [
      "a folder where a file goes",
      { "LICENSE/": "" },
      "LICENSE",
      "a directory",
    ],
    ["a file where a folder goes", { src: "" }, "src", "a file"],
  ])("%s is named", async (_, given, path, found) => {
    const root = makeFolder(given);
    const { reported } = await write(root, { files });
    expect(new Set(reported)).toEqual(
      new Set([`output-not-a-file: ${path} is in the way: it is ${found}`]),
    );
  });
});

describe("a write that fails", () => {
  it("changes nothing, and leaves nothing behind", async () => {
    const root = makeFolder();
    await write(root, { files });
    const before = readFolder(root);
    const path = `docs/${"n".repeat(300)}.md`;
    expect(
      await write(root, { files: { LICENSE: "BSD", [path]: "# a\n" } }),
    ).toEqual({
      reported: [expect.stringMatching(/^output-unwritable: cannot write .*/)],
    });
    expect(readFolder(root)).toEqual(before);
    expect(existsSync(join(root, ".sdkwright-staging"))).toBe(false);
  });

  it("says what is in the way of the folder itself", async () => {
    const root = join(makeFolder({ sdk: "a file" }), "sdk", "acme");
    expect(await write(root, { files })).toEqual({
      reported: [
        "output-unwritable: cannot write .sdkwright-staging: a file is in the way",
      ],
    });
  });

  // The superuser may write anywhere.
  it.skipIf(process.getuid?.() === 0)(
    "says when it may not write",
    async () => {
      const root = makeFolder();
      chmodSync(root, 0o500);
      expect(await write(root, { files })).toEqual({
        reported: [
          "output-unwritable: cannot write .sdkwright-staging: permission denied",
        ],
      });
    },
  );

  it("is finished by the next run after an interruption", async () => {
    const root = makeFolder();
    await write(root, { files });
    // As if killed between two renames: one file is new, the lock is old, texts are staged.
    writeFiles(root, {
      LICENSE: "BSD",
      ".sdkwright-staging/0": "export",
    });
    const next = { ...files, LICENSE: "BSD", "src/b.ts": "export {}" };
    expect(await write(root, { files: next })).toMatchObject({
      written: ["src/b.ts", "sdkwright.lock"],
      reported: [],
    });
    expect(filesIn(root)).toEqual({
      ...written,
      LICENSE: "BSD",
      "src/b.ts": "export {};\n",
    });
  });

  it("removes a staging folder that is a link, not what it leads to", async () => {
    const elsewhere = makeFolder({ "0": "theirs" });
    const root = makeFolder();
    symlinkSync(elsewhere, join(root, ".sdkwright-staging"));
    expect(await write(root, { files })).toMatchObject({ reported: [] });
    expect(readFolder(elsewhere)).toEqual({ "0": "theirs" });
    expect(filesIn(root)).toEqual(written);
  });
});

describe("paths that no package may hold", () => {
  it.each([
    "../a.ts",
    "a/../../b.ts",
    "/etc/passwd",
    "a//b",
    "./a",
    "",
    "C:/a",
    "a\\b",
    "a\0b",
    ".git/hooks/pre-commit",
    "docs/.GIT/x",
    ".sdkwright-staging/a",
    ".sdkwright-cache/a",
    ".sdkwright/base/a",
    "src/lib/a.ts",
    "test/lib/a.mjs",
    "examples/a.ts",
    "src/LIB/a.ts",
    "sdkwright.lock",
  ])("%j", async (path) => {
    const root = makeFolder();
    await expect(write(root, { files: { [path]: "a" } })).rejects.toThrow(
      `the package may not hold ${JSON.stringify(path)}`,
    );
    expect(readFolder(root)).toEqual({});
  });

  it.each([
    ["User.ts", "user.ts"],
    ["\u00e9.ts", "e\u0301.ts"],
  ])("%j and %j, which may be one file", async (a, b) => {
    await expect(
      write(makeFolder(), { files: { [a]: "", [b]: "" } }),
    ).rejects.toThrow(`are one file`);
  });
});
