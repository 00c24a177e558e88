import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { OutputFile } from "../../generator/sdk/output.js";
import { OutputDirectory } from "../../generator/write/directory.js";
import { Bases } from "../../generator/write/edits/bases.js";
import { KnownFiles } from "../../generator/write/known-files.js";
import { planWrite } from "../../generator/write/plan/plan.js";
import { noEditRequests } from "../../generator/write/plan/planned-file.js";
import { Moves } from "../../generator/write/moves.js";
import { Staging } from "../../generator/write/staging.js";
import { makeFolder } from "./support.js";

const stagingOf = (root: string) => join(root, ".sdkwright-staging");

const entriesIn = (folder: string): readonly string[] =>
  existsSync(folder) ? readdirSync(folder) : [];

describe("staging", () => {
  it("keeps texts out of the package until they are moved", () => {
    const root = makeFolder();
    const staging = new Staging(new OutputDirectory(root));
    staging.put("src/a.ts", "a");
    expect(readdirSync(root)).toEqual([".sdkwright-staging"]);
    const moves = new Moves(staging);
    moves.makeParentOf("src/a.ts");
    moves.move("src/a.ts");
    expect(readFileSync(join(root, "src/a.ts"), "utf8")).toBe("a");
    expect(staging.close()).toBeUndefined();
    expect(readdirSync(root)).toEqual(["src"]);
  });

  it("leaves nothing, and takes nothing, once it is closed", () => {
    const root = makeFolder();
    const staging = new Staging(new OutputDirectory(root));
    staging.put("a", "a");
    staging.close();
    staging.put("b", "b");
    expect(readdirSync(root)).toEqual([]);
  });

  it("is each run's own", () => {
    const root = makeFolder();
    const first = new Staging(new OutputDirectory(root));
    first.put("a", "1");
    const second = new Staging(new OutputDirectory(root));
    second.removeLeftovers();
    second.put("a", "2");
    new Moves(second).move("a");
    second.close();
    new Moves(first).move("a");
    expect(readFileSync(join(root, "a"), "utf8")).toBe("1");
    first.close();
    expect(readdirSync(root)).toEqual(["a"]);
  });

  it("removes what is left of runs that are over, and of those alone", () => {
    const root = makeFolder();
    const { pid } = spawnSync(process.execPath, ["--version"]);
    // In containers a process often has the number of the one before it.
    for (const name of [`${pid}-a`, "unknown", `${process.pid}-a`])
      mkdirSync(join(stagingOf(root), name), { recursive: true });
    const other = new Staging(new OutputDirectory(root));
    other.put("a", "a");
    mkdirSync(join(stagingOf(root), `${process.ppid}-a`));
    new Staging(new OutputDirectory(root)).removeLeftovers();
    const left = entriesIn(stagingOf(root));
    expect(left).toHaveLength(2);
    expect(left).toContain(`${process.ppid}-a`);
    new Moves(other).move("a");
    expect(other.close()).toBeUndefined();
  });

  it("removes what a run has left that was killed at its very end", () => {
    const root = makeFolder({ ".sdkwright-staging/": "" });
    new Staging(new OutputDirectory(root)).removeLeftovers();
    expect(readdirSync(root)).toEqual([]);
  });

  it("removes the empty folders of a run that was killed, and no others", () => {
    const root = makeFolder({ "src/index.ts": "", "mine/": "" });
    const { pid } = spawnSync(process.execPath, ["--version"]);
    const own = join(stagingOf(root), `${pid}-a`);
    for (const path of ["new/src/pets/cats", "new/src/dogs", "old/docs"])
      mkdirSync(join(own, path), { recursive: true });
    for (const path of ["src/pets/cats", "src/dogs", "docs"])
      mkdirSync(join(root, path), { recursive: true });
    new Staging(new OutputDirectory(root)).removeLeftovers();
    expect(readdirSync(root).sort()).toEqual(["mine", "src"]);
    expect(readdirSync(join(root, "src"))).toEqual(["index.ts"]);
  });

  it("follows no link", () => {
    const root = makeFolder();
    const target = makeFolder({ "0/precious": "x" });
    symlinkSync(target, stagingOf(root));
    const staging = new Staging(new OutputDirectory(root));
    staging.removeLeftovers();
    staging.put("a", "a");
    staging.close();
    expect(readFileSync(join(target, "0/precious"), "utf8")).toBe("x");
    expect(readdirSync(target)).toEqual(["0"]);
    expect(existsSync(stagingOf(root))).toBe(false);
  });

  it("notes what the system refuses, and does not fail at its end", () => {
    const file = join(makeFolder({ sdk: "a file" }), "sdk");
    for (const root of [file, join(makeFolder(), "x".repeat(300))]) {
      const staging = new Staging(new OutputDirectory(root));
      staging.removeLeftovers();
      staging.put("a", "a");
      staging.put("b", "b");
      expect(staging.failure).toMatchObject({ path: ".sdkwright-staging" });
      expect(staging.close()).toBeUndefined();
    }
  });
});

describe("a plan that fails", () => {
  const file = (path: string): OutputFile => ({
    path,
    text: path,
    kind: "source",
  });

  it.each<[string, () => Iterable<OutputFile>]>([
    ["a file", () => ["a.ts", "slow.ts", "broken.ts", "b.ts"].map(file)],
    [
      "the emitter",
      function* () {
        yield* ["a.ts", "slow.ts", "broken.ts"].map(file);
        throw new Error("does not parse");
      },
    ],
  ])("by %s goes on with nothing", async (_, files) => {
    const root = makeFolder();
    const staging = new Staging(new OutputDirectory(root));
    const format = async ({ path }: OutputFile) => {
      if (path === "broken.ts") throw new Error("does not parse");
      if (path === "slow.ts") await new Promise((end) => setTimeout(end, 50));
      return path;
    };
    const directory = new OutputDirectory(root);
    const plan = planWrite({
      output: { files: files(), names: new Map() },
      ...{ directory, version: "1.0.0", lock: undefined },
      known: new KnownFiles(directory, undefined),
      bases: new Bases({
        ...{ directory, version: "1.0.0", format },
        regenerateAtCommit: () => Promise.resolve(undefined),
      }),
      isKept: () => false,
      requests: noEditRequests,
      isComparison: false,
      formatter: { format },
      formatterName: "prettier 3",
      stage: (path, text) => {
        staging.put(path, text);
      },
    });
    await expect(plan).rejects.toThrow("does not parse");
    staging.close();
    await new Promise((end) => setTimeout(end, 100));
    expect(readdirSync(root)).toEqual([]);
  });

  it("is told as it is where a text could not be staged", () => {
    const root = makeFolder();
    writeFileSync(join(root, "a"), "");
    const staging = new Staging(new OutputDirectory(root));
    staging.put("b".repeat(300), "");
    expect(staging.failure?.error).toMatchObject({ code: "ENAMETOOLONG" });
    staging.close();
    expect(readdirSync(root)).toEqual(["a"]);
  });
});
