import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { RegenerateAtCommit } from "../../../generator/write/edits/bases.js";
import { check, lockOf, outputFiles, write, type Given } from "../run.js";
import { makeFolder, readFolder, writeFiles } from "../support.js";

const lines = (...changed: readonly (readonly [number, string])[]): string => {
  const all = Array.from({ length: 12 }, (_, index) => `// line ${index}`);
  for (const [index, text] of changed) all[index] = text;
  return all.join("\n") + "\n";
};

const path = "src/a.ts";
const base = `.sdkwright/base/${path}`;
const given = (text: string, others: Partial<Given> = {}): Given => ({
  files: { [path]: `=${text}`, "src/b.ts": "=b\n" },
  ...others,
});

const first = given(lines());
const mine = lines([2, "// mine"]);
const next = given(lines([9, "// new"]));
const both = lines([2, "// mine"], [9, "// new"]);

const edited = async (text = mine): Promise<string> => {
  const root = makeFolder();
  await write(root, first);
  writeFiles(root, { [path]: text });
  return root;
};

const kept = (count: string) => `${path}: your change kept (${count})`;

describe("a generated file that its owner changed", () => {
  it("stays, with the text that the change started from beside the package", async () => {
    const root = await edited();
    expect(await write(root, first)).toEqual({
      ...{ written: [base], removed: [], unchanged: 3, reported: [] },
      said: [kept("1 line")],
    });
    expect(readFolder(root)).toMatchObject({ [path]: mine, [base]: lines() });
    expect(await write(root, first)).toEqual({
      ...{ written: [], removed: [], unchanged: 4, reported: [] },
    });
    expect(await check(root, first)).toEqual([]);
    expect(await check(root, { ...first, isFresh: true })).toEqual([]);
    expect([...lockOf(root).files]).toEqual([path, "src/b.ts"]);
  });

  it("takes what is new beside the change", async () => {
    const root = await edited();
    await write(root, first);
    expect(await check(root, next)).toEqual([
      `${base} is not what is generated: out of date, or changed by hand`,
      `${path} is out of date, beside your change`,
    ]);
    expect(await write(root, next)).toMatchObject({
      written: [base, path],
      said: [kept("1 line")],
    });
    expect(readFolder(root)).toMatchObject({
      ...{ [path]: both, [base]: lines([9, "// new"]) },
    });
    expect(await check(root, next)).toEqual([]);
  });

  it("with CRLF keeps it", async () => {
    const crlf = (text: string) => text.replaceAll("\n", "\r\n");
    const root = await edited(crlf(mine));
    await write(root, first);
    await write(root, next);
    expect(readFolder(root)[path]).toBe(crlf(both));
    expect(await check(root, next)).toEqual([]);
  });

  it("is ours again when the change is undone, or has become ours", async () => {
    const root = await edited();
    await write(root, first);
    writeFiles(root, { [path]: lines() });
    expect(await write(root, first)).toMatchObject({
      ...{ written: [], removed: [base] },
    });
    expect(readFolder(root)).not.toHaveProperty([base]);
    writeFiles(root, { [path]: mine });
    await write(root, first);
    expect(await write(root, given(mine))).toMatchObject({
      ...{ written: [], removed: [base] },
    });
    expect(await check(root, given(mine))).toEqual([]);
  });

  const clash = given(lines([2, "// theirs"]));
  const conflict =
    "edit-conflict: src/a.ts: your change and what is generated now are in the same lines: yours is kept";

  it("stays where both changed a line, and that is told until it is solved", async () => {
    const root = await edited();
    await write(root, first);
    for (let run = 0; run < 2; run++)
      expect(await write(root, clash)).toMatchObject({ reported: [conflict] });
    expect(readFolder(root)).toMatchObject({ [path]: mine, [base]: lines() });
    expect(await check(root, clash)).toEqual([]);
    expect(await write(root, { ...clash, strict: true })).toEqual({
      reported: [conflict],
    });
  });

  it.each([[new Set([path])], ["all" as const]])(
    "is written with both sides on demand",
    async (merge) => {
      const root = await edited();
      await write(root, first);
      expect(await write(root, { ...clash, merge })).toMatchObject({
        written: [base, path],
        said: [
          `${path}: your change and the generated text stand between conflict markers; solve them, then run sdkwright generate`,
        ],
      });
      expect(readFolder(root)[path]).toContain(
        "<<<<<<< yours\n// mine\n||||||| generated before\n// line 2\n=======\n// theirs\n>>>>>>> generated now\n",
      );
      expect(await write(root, clash)).toMatchObject({
        reported: ["edit-unsolved: src/a.ts has conflict markers"],
      });
      const solved = lines([2, "// ours"]);
      writeFiles(root, { [path]: solved });
      expect(await write(root, clash)).toMatchObject({ reported: [] });
      expect(readFolder(root)[path]).toBe(solved);
      expect(await check(root, clash)).toEqual([]);
    },
  );

  it("is as generated after reset", async () => {
    const root = await edited();
    await write(root, first);
    expect(await write(root, { ...next, reset: [path] })).toMatchObject({
      ...{ written: [path], removed: [base] },
      said: [`${path}: your change dropped (2 lines)`],
    });
    expect(readFolder(root)).toEqual({
      [path]: lines([9, "// new"]),
      "src/b.ts": "b\n",
      "sdkwright.lock": expect.any(String),
    });
  });

  it("is kept when it is no longer generated", async () => {
    const root = await edited();
    await write(root, first);
    const without: Given = { files: { "src/b.ts": "=b\n" } };
    expect(await write(root, without)).toMatchObject({
      removed: [base],
      reported: [
        "output-kept: src/a.ts is no longer generated, but was changed by hand: kept",
      ],
    });
    expect(readFolder(root)[path]).toBe(mine);
    expect(await write(root, without)).toMatchObject({ reported: [] });
  });

  it("fails the check without a base", async () => {
    expect(await check(await edited(), first)).toEqual([
      `${path} is not what is generated: out of date, or changed by hand`,
    ]);
  });

  it("does not lead out of the package through a link", async () => {
    const root = await edited();
    const elsewhere = makeFolder();
    symlinkSync(elsewhere, join(root, ".sdkwright"));
    expect(await write(root, first)).toEqual({
      reported: ["output-symlink: .sdkwright is a symbolic link"],
    });
    expect(readFolder(elsewhere)).toEqual({});
  });

  it("has no base where the file is somebody else's", async () => {
    const root = makeFolder({ [base]: lines(), ".sdkwright/base/x": "" });
    expect(await write(root, { files: {} })).toMatchObject({
      ...{ removed: [base, ".sdkwright/base/x"], reported: [] },
    });
  });
});

describe("`keep`", () => {
  it("is hands off: neither written, removed nor checked, but in the lock", async () => {
    const root = await edited();
    const kept = { keep: ["src/a.ts", "docs/"] };
    expect(await write(root, { ...next, ...kept })).toMatchObject({
      ...{ written: [], removed: [], reported: [] },
    });
    expect(await check(root, { ...next, ...kept })).toEqual([]);
    expect(await check(root, { files: {}, ...kept })).toEqual([
      "src/b.ts is no longer generated",
      "sdkwright.lock is out of date",
    ]);
    await write(root, { files: {}, ...kept });
    expect(readFolder(root)[path]).toBe(mine);
    expect([...lockOf(root).files]).toEqual([path]);
  });

  it("is no place for reset", async () => {
    const root = await edited();
    const result = await write(root, {
      ...{ ...first, keep: ["src/*"], reset: [path, "no.ts"] },
    });
    expect(result).toEqual({
      reported: [
        "reset-kept: src/a.ts is kept as it is by `keep` of the config",
        "reset-unknown: no.ts is not generated",
      ],
    });
  });
});

/** A repository with what `first` gives in it, changed as given, and no cache. */
const committed = async (files: Record<string, string> = {}) => {
  const root = makeFolder();
  await write(root, first);
  writeFiles(root, files);
  rmSync(join(root, ".sdkwright-cache"), { recursive: true });
  git(root, "init", "--quiet");
  commit(root);
  return root;
};

const git = (cwd: string, ...args: readonly string[]): string =>
  execFileSync(
    "git",
    ["-c", "user.name=A", "-c", "user.email=a@b.c", ...args],
    { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] },
  );

const commit = (root: string): void => {
  git(root, "add", "--all");
  git(root, "commit", "--quiet", "-m", "x");
};

const past =
  (files: Given["files"]): RegenerateAtCommit =>
  () =>
    Promise.resolve({ files: outputFiles(files), names: new Map() });

/** A package of a commit; a later run, with another document or sdkwright, which git takes back. */
const takenBack = async (later: Given, text = lines()): Promise<string> => {
  const root = makeFolder();
  await write(root, first);
  writeFiles(root, { [path]: text, ".gitignore": ".sdkwright-cache/\n" });
  git(root, "init", "--quiet");
  commit(root);
  await write(root, later);
  git(root, "checkout", "--quiet", ".");
  git(root, "clean", "--quiet", "--force", "-d");
  return root;
};

describe("what git has taken back", () => {
  it.each<[string, Partial<Given>]>([
    ["where the commit's document tells", { past: past(first.files) }],
    ["of another sdkwright", { version: "2.0.0" }],
  ])("is no change of the owner's, %s", async (_, others) => {
    const run = { ...next, ...others };
    const root = await takenBack(run);
    expect(readFolder(root)[path]).toBe(lines());
    expect(await write(root, run)).toMatchObject({ reported: [] });
    expect(readFolder(root)[path]).toBe(lines([9, "// new"]));
    expect(readFolder(root)).not.toHaveProperty([base]);
  });

  it("is none either when the document changes again", async () => {
    const root = await takenBack({ ...next, version: "2.0.0" });
    const again = given(lines([10, "// newer"]), { version: "2.0.0" });
    expect(await write(root, again)).toMatchObject({
      said: [`${path}: rewritten; git has the old text`],
    });
    expect(readFolder(root)[path]).toBe(lines([10, "// newer"]));
  });

  it("keeps a change that the commit has", async () => {
    const run = { ...next, past: past(first.files) };
    const root = await takenBack(run, mine);
    expect(readFolder(root)[path]).toBe(mine);
    expect(await write(root, run)).toMatchObject({
      said: [kept("1 line")],
    });
    expect(readFolder(root)[path]).toBe(both);
  });

  it("keeps a change made after it", async () => {
    const root = await takenBack({ ...next, version: "2.0.0" });
    writeFiles(root, { [path]: mine });
    await write(root, { ...next, version: "2.0.0", past: past(first.files) });
    expect(readFolder(root)[path]).toContain("// mine\n");
  });
});

describe("a change without a base and without a cache", () => {
  it("is found by what the last commit's document gives", async () => {
    const root = await committed({ [path]: mine });
    const run = { ...next, past: past(first.files) };
    expect(await write(root, run)).toMatchObject({
      ...{ written: [base, path], said: [kept("1 line")] },
    });
    expect(readFolder(root)[path]).toBe(both);
  });

  it.each<[string, Given["files"]]>([
    ["gives other files", {}],
    ["gives another text", next.files],
  ])(
    "is found where its commit has a document that %s, and nothing was generated",
    async (_, later) => {
      const root = await committed();
      const head = git(root, "rev-parse", "HEAD");
      writeFiles(root, { [path]: mine });
      commit(root);
      const run: Given = {
        ...next,
        past: (_git, of, known) =>
          past(of === head.trim() ? first.files : later)(_git, of, known),
      };
      expect(await write(root, run)).toMatchObject({
        ...{ written: [base, path], said: [kept("1 line")] },
      });
      expect(readFolder(root)[path]).toBe(both);
    },
  );

  it("is none where the text is what that document gives", async () => {
    const root = await committed();
    const run = { ...next, past: past(first.files) };
    const result = await write(root, run);
    expect(result).toMatchObject({ written: [path], reported: [] });
    expect(result).not.toHaveProperty("said");
  });

  it.each<[string, Partial<Given>]>([
    ["another sdkwright", { version: "2.0.0", past: past(first.files) }],
    ["a document that gives other files", { past: past({}) }],
    ["no document", {}],
  ])("and with %s is rewritten where git has it", async (_, others) => {
    const root = await committed({ [path]: mine });
    expect(await write(root, { ...next, ...others })).toMatchObject({
      said: [`${path}: rewritten; git has the old text`],
    });
    expect(readFolder(root)[path]).toBe(lines([9, "// new"]));
  });

  const unknown =
    "edit-kept: src/a.ts is not what was generated, and what was is not known: kept as it is";

  it("is kept where git does not have it, with the ways on", async () => {
    const root = await committed();
    writeFiles(root, { [path]: mine });
    for (let run = 0; run < 2; run++)
      expect(await write(root, next)).toMatchObject({ reported: [unknown] });
    expect(readFolder(root)[path]).toBe(mine);
    const merge = new Set([path]);
    expect(await write(root, { ...next, merge })).toMatchObject({
      reported: [],
    });
    expect(readFolder(root)[path]).toContain("// mine\n");
    expect(readFolder(root)[base]).toBe(lines([9, "// new"]));
  });

  it("is kept without git", async () => {
    const root = await edited();
    rmSync(join(root, ".sdkwright-cache"), { recursive: true });
    expect(await write(root, next)).toMatchObject({ reported: [unknown] });
    expect(await write(root, { ...next, reset: [path] })).toMatchObject({
      reported: [],
    });
    expect(readFolder(root)[path]).toBe(lines([9, "// new"]));
  });

  it("is never thrown away where the cache tells that it is one", async () => {
    const root = await edited();
    git(root, "init", "--quiet");
    commit(root);
    expect(await write(root, next)).toMatchObject({ reported: [unknown] });
    expect(readFolder(root)[path]).toBe(mine);
  });

  it("is kept when the file is no longer generated", async () => {
    const without: Given = { files: { "src/b.ts": "=b\n" } };
    const run = { ...without, past: past(first.files) };
    const root = await committed({ [path]: mine });
    expect(await write(root, run)).toMatchObject({
      reported: [expect.stringContaining("output-kept: src/a.ts")],
    });
    const untouched = await committed();
    expect(await write(untouched, run)).toMatchObject({ removed: [path] });
    const blind = await committed({ [path]: mine });
    expect(await write(blind, without)).toMatchObject({
      said: [`${path}: removed; git has the old text`],
    });
  });

  it("runs nothing that the repository names", async () => {
    const root = await committed({
      ".gitattributes": "* filter=evil diff=evil\n",
    });
    const touch = (name: string) => `touch '${join(root, name)}'; cat`;
    for (const [key, command] of [
      ["filter.evil.clean", touch("clean")],
      ["filter.evil.smudge", touch("smudge")],
      ["diff.evil.textconv", touch("textconv")],
      ["diff.external", touch("external")],
      ["core.fsmonitor", touch("monitor")],
      ["core.pager", touch("pager")],
      ["core.hooksPath", join(root, "hooks")],
    ] as const)
      git(root, "config", key, command);
    writeFiles(root, { [path]: mine });
    mkdirSync(join(root, "sub"));
    await write(root, { ...next, past: past(first.files) });
    await write(root, { files: {} });
    expect(
      ["clean", "smudge", "textconv", "external", "monitor", "pager"].filter(
        (name) => name in readFolder(root),
      ),
    ).toEqual([]);
  });
});

describe("a merge that git left in conflict", () => {
  const inConflict = async (changes: {
    readonly ours: Readonly<Record<string, string>>;
    readonly theirs: Readonly<Record<string, string>>;
  }): Promise<string> => {
    const root = await committed();
    git(root, "branch", "theirs");
    writeFiles(root, changes.ours);
    commit(root);
    git(root, "switch", "--quiet", "theirs");
    writeFiles(root, changes.theirs);
    commit(root);
    git(root, "switch", "--quiet", "-");
    try {
      git(root, "merge", "theirs");
    } catch {
      // That is the point.
    }
    expect(readFolder(root)[path]).toContain("<<<<<<< ");
    return root;
  };

  it("is written anew where nobody changed the file by hand", async () => {
    const root = await inConflict({
      ours: { [path]: lines([3, "// ours"]) },
      theirs: { [path]: lines([3, "// theirs"]) },
    });
    expect(await write(root, next)).toMatchObject({ written: [path] });
    expect(readFolder(root)[path]).toBe(lines([9, "// new"]));
  });

  it("is merged from our side where the file carries a change", async () => {
    const root = await inConflict({
      ours: {
        [path]: lines([2, "// mine"], [9, "// a"]),
        [base]: lines([9, "// a"]),
      },
      theirs: { [path]: lines([9, "// b"]) },
    });
    expect(await write(root, next)).toMatchObject({ said: [kept("1 line")] });
    expect(readFolder(root)).toMatchObject({
      ...{ [path]: both, [base]: lines([9, "// new"]) },
    });
  });

  const theirs = {
    [path]: lines([3, "// theirs"], [9, "// b"]),
    [base]: lines([9, "// b"]),
  };

  it("keeps the change of the other branch", async () => {
    const root = await inConflict({
      ours: { [path]: lines([9, "// a"]) },
      theirs,
    });
    expect(await write(root, next)).toMatchObject({ said: [kept("1 line")] });
    expect(readFolder(root)).toMatchObject({
      [path]: lines([3, "// theirs"], [9, "// new"]),
    });
  });

  it("keeps the changes of both branches", async () => {
    const root = await inConflict({
      ours: {
        [path]: lines([6, "// ours"], [9, "// a"]),
        [base]: lines([9, "// a"]),
      },
      theirs,
    });
    expect(await write(root, next)).toMatchObject({ said: [kept("2 lines")] });
    expect(readFolder(root)).toMatchObject({
      [path]: lines([3, "// theirs"], [6, "// ours"], [9, "// new"]),
      [base]: lines([9, "// new"]),
    });
  });

  it("has both changes between markers where they meet, and leaves what was solved of it", async () => {
    const root = await inConflict({
      ours: {
        [path]: lines([3, "// ours"], [9, "// a"]),
        [base]: lines([9, "// a"]),
      },
      theirs,
    });
    expect(await write(root, next)).toMatchObject({
      said: [
        `${path}: your changes on both branches stand between conflict markers; solve them, then run sdkwright generate`,
      ],
    });
    const marked = readFolder(root)[path];
    expect(marked).toBe(
      lines(
        [
          3,
          "<<<<<<< ours\n// ours\n||||||| generated now\n// line 3\n=======\n// theirs\n>>>>>>> theirs",
        ],
        [9, "// new"],
      ),
    );
    expect(await write(root, next)).toMatchObject({
      written: [],
      reported: [`edit-unsolved: ${path} has conflict markers`],
    });
    expect(readFolder(root)[path]).toBe(marked);
    writeFiles(root, { [path]: lines([3, "// solved"], [9, "// new"]) });
    expect(await write(root, next)).toMatchObject({ reported: [] });
    expect(await check(root, next)).toEqual([]);
  });
});
