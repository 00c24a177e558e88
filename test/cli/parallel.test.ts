/**
 * Several SDKs of one config: with cores for it they are generated side by side, and nobody can tell
 * but by the clock, and by the line that a terminal shows.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { makeFolder, readFolder, writeFiles } from "../write/support.js";
import { licensed as museum } from "./museum.js";
import { runCli } from "./run.js";

/** So long that a thread is worth its start. */
const long = `${museum}# ${"x".repeat(310_000)}\n`;

const config = `
const of = (name, more) => ({ input: name + ".yaml", output: "sdk-" + name, ...more });
export default [
  of("a"),
  of("b", { methods: ({ name }) => name === "list" ? "all" : undefined }),
  of("c"),
  of("d", { clientName: "constructor" }),
  of("e", { resources: { Works: "works" } }),
];`;

/** The third has an error, the fourth a warning. */
const files = {
  "a.yaml": long,
  "b.yaml": long,
  "c.yaml": long.replace(/^openapi: .*/m, "openapi: 9.9.9"),
  "d.yaml": long.replace(
    "type: string",
    "type: string\n            example: 5",
  ),
  "e.yaml": long,
  "sdkwright.config.mjs": config,
};

/** A machine of so many cores, which notes the threads that are started. */
const machineOf = (cores: number, more = ""): string => `
  import fs from "node:fs";
  import os from "node:os";
  import { syncBuiltinESMExports } from "node:module";
  import threads from "node:worker_threads";
  os.availableParallelism = () => ${cores};
  const { Worker } = threads;
  threads.Worker = class extends Worker {
    constructor(url, options) {
      fs.appendFileSync("threads.log", String(url).split("/").at(-1) + "\\n");
      super(url, options);
    }
  };
  ${more}
  syncBuiltinESMExports();`;

const threadsIn = (cwd: string): readonly string[] => {
  const log = join(cwd, "threads.log");
  return existsSync(log) ? readFileSync(log, "utf8").trimEnd().split("\n") : [];
};

const withoutLog = (cwd: string) => {
  const { "threads.log": _log, ...others } = readFolder(cwd);
  return others;
};

describe("several SDKs side by side", () => {
  it("are what they are one after the other: files, texts, order, exit code", async () => {
    const [serial, parallel] = [makeFolder(files), makeFolder(files)];
    const run = async (...args: readonly string[]) => [
      await runCli(args, { cwd: serial, preload: machineOf(2) }),
      await runCli(args, { cwd: parallel, preload: machineOf(6) }),
    ];
    for (const args of [
      ["generate", "--dry-run", "--json"],
      ["generate"],
      ["check", "--strict"],
    ]) {
      const [one, other] = await run(...args);
      expect(other).toEqual(one);
      expect(one?.code).toBe(1);
    }
    expect(withoutLog(parallel)).toEqual(withoutLog(serial));
    expect(readFolder(serial)["sdk-b/src/resources/works.ts"]).toContain("all");
    expect(threadsIn(serial)).toEqual([]);
    expect(new Set(threadsIn(parallel))).toEqual(new Set(["target-worker.js"]));
  });

  it("start no thread for what is as it should be", async () => {
    const cwd = makeFolder({ "a.yaml": long, "b.yaml": long });
    writeFiles(cwd, {
      "sdkwright.config.json": JSON.stringify(
        ["a", "b"].map((name) => ({ input: `${name}.yaml`, output: name })),
      ),
    });
    const run = () =>
      runCli(["generate"], { cwd, preload: machineOf(4), env: { CI: "" } });
    expect((await run()).code).toBe(0);
    expect(threadsIn(cwd)).toEqual(["target-worker.js"]);
    expect((await run()).out).toMatch(
      /^a: .* 0 files written.*\nb: .* 0 files written/,
    );
    writeFiles(cwd, { "b.yaml": long.replace("What hangs", "All that hangs") });
    expect((await run()).out).toMatch(/\nb: .* [1-9]\d* files? written/);
    expect(threadsIn(cwd)).toEqual(["target-worker.js"]);
  });

  it.each([
    [
      "cannot start",
      'process.cwd = () => { throw new Error("boom") };',
      "boom",
    ],
    ["fails", 'fs.mkdtempSync = () => { throw new Error("boom") };', "boom"],
    [
      "ends",
      "fs.mkdtempSync = () => process.exit(0);",
      "a thread ended before its work was done",
    ],
  ])(
    "are a bug of ours where a thread %s",
    async (_name, sabotage, message) => {
      const { "b.yaml": b, "sdkwright.config.mjs": text } = files;
      const cwd = makeFolder({
        ...{ "a.yaml": b, "b.yaml": b, "c.yaml": b, "e.yaml": b, "d.yaml": b },
        "sdkwright.config.mjs": text,
      });
      const preload = machineOf(
        4,
        `if (!threads.isMainThread) { ${sabotage} }`,
      );
      const { code, err } = await runCli(["generate"], { cwd, preload });
      expect(code).toBe(3);
      expect(err).toContain(`sdkwright failed: ${message}\n`);
      expect(readFolder(cwd)["sdk-b/sdkwright.lock"]).toBeDefined();
    },
  );
});

describe("progress", () => {
  const folder = () =>
    makeFolder({
      ...{ "a.yaml": museum, "b.yaml": museum, "c.yaml": museum },
      "sdkwright.config.json": JSON.stringify(
        ["a", "b", "c"].map((name) => ({
          input: `${name}.yaml`,
          output: name,
        })),
      ),
    });
  const terminal = `process.stderr.isTTY = true; process.stderr.columns = 40;`;
  const env = { CI: "", TERM: "xterm", NO_COLOR: "1" };

  it("is a line on a terminal, which is gone at the end", async () => {
    const cwd = folder();
    const run = () => runCli(["generate"], { cwd, preload: terminal, env });
    const lines = ["1 of 3: a …", "2 of 3: b …", "3 of 3: c …", ""];
    const { code, out, err } = await run();
    expect({ code, err }).toEqual({
      code: 0,
      err: lines.map((line) => `\r\u001b[K${line}`).join(""),
    });
    expect(out).not.toContain("of 3");
    expect((await run()).err).toBe("");
  });

  it("is removed before a bug is told", async () => {
    const preload = `${terminal}
      import fs from "node:fs";
      import { syncBuiltinESMExports } from "node:module";
      fs.renameSync = () => { throw new TypeError("boom") };
      syncBuiltinESMExports();`;
    const { err } = await runCli(["generate"], { cwd: folder(), preload, env });
    expect(err).toContain(
      "\r\u001b[K1 of 3: a …\r\u001b[Ksdkwright failed: boom\n",
    );
  });

  it.each<[string, readonly string[], object]>([
    ["with --json", ["--json"], {}],
    ["in CI", [], { CI: "true" }],
    ["on a terminal that replaces nothing", [], { TERM: "dumb" }],
  ])("is nothing %s", async (_name, args, more) => {
    const { code, err } = await runCli(["generate", ...args], {
      ...{ cwd: folder(), preload: terminal, env: { ...env, ...more } },
    });
    expect({ code, err }).toEqual({ code: 0, err: "" });
  });

  it("is nothing in a file", async () => {
    const { code, err } = await runCli(["generate"], { cwd: folder(), env });
    expect({ code, err }).toEqual({ code: 0, err: "" });
  });
});
