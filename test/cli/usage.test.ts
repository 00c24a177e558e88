import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { makeFolder, readFolder } from "../write/support.js";
import { licensed as museum } from "./museum.js";
import { runCli } from "./run.js";

describe("wrong use ends with 2 and one message", () => {
  it.each([
    [
      "an unknown option",
      ["generate", "--otput", "sdk"],
      "error: unknown option '--otput'\n(Did you mean --output?)\n",
    ],
    [
      "an option of another command",
      ["check", "--dry-run"],
      "error: unknown option '--dry-run'\n  help: `sdkwright check --help` lists what there is\n",
    ],
    [
      "an unknown command",
      ["generat"],
      "error: unknown command 'generat'\n(Did you mean generate?)\n",
    ],
    [
      "another unknown command",
      ["publish"],
      "error: unknown command 'publish'\n  help: `sdkwright --help` lists what there is\n",
    ],
    [
      "an option without its value",
      ["generate", "--output"],
      "error: option '-o, --output <dir>' argument missing\n  help: `sdkwright generate --help` lists what there is\n",
    ],
    [
      "too many arguments",
      ["generate", "a.yaml", "b.yaml"],
      "error: too many arguments for 'generate'. Expected 1 argument but got 2.\n  help: `sdkwright generate --help` lists what there is\n",
    ],
    [
      "nothing to generate",
      ["generate"],
      "error: no document: none was given, and there is no sdkwright.config.ts here or above; name one with `-o DIR` (`--input SPEC -o DIR` for `merge` and `reset`), or run `sdkwright init`\n",
    ],
    [
      "no folder",
      ["generate", "a.yaml"],
      "error: no output directory: add `-o DIR`, or write a sdkwright.config.ts\n",
    ],
  ])("%s", async (_, args, err) => {
    const cwd = makeFolder();
    expect(await runCli(args, { cwd })).toEqual({ code: 2, out: "", err });
    expect(readFolder(cwd)).toEqual({});
  });

  it("no command, with the help", async () => {
    const { code, out, err } = await runCli([], { cwd: makeFolder() });
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(/^Usage: sdkwright /);
  });
});

describe("help and version", () => {
  it.each([
    ["--help"],
    ["generate", "--help"],
    ["check", "-h"],
    ["names", "-h"],
    ["init", "-h"],
    ["import", "-h"],
    ["watch", "-h"],
    ["reset", "-h"],
    ["merge", "-h"],
  ])("%s %s", async (...args) => {
    const { code, out, err } = await runCli(args, { cwd: makeFolder() });
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(/^Usage: sdkwright /);
  });

  it("--version", async () => {
    expect(await runCli(["--version"], { cwd: makeFolder() })).toEqual({
      code: 0,
      out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
      err: "",
    });
  });
});

describe("what surrounds a run", () => {
  it("is an old Node, which is said first", async () => {
    const preload = `Object.defineProperty(process, "versions", { value: { ...process.versions, node: "20.18.3" } })`;
    const result = await runCli(["--help"], { cwd: makeFolder(), preload });
    expect(result).toEqual({
      code: 2,
      out: "",
      err: expect.stringMatching(
        /^error: sdkwright needs Node 20\.19 or later; this is v[\d.]+\n$/,
      ),
    });
  });

  it("is a bug of ours: one line, no stack, 3", async () => {
    const preload = `process.cwd = () => { throw new Error("boom") }`;
    const cwd = makeFolder();
    expect(await runCli(["generate"], { cwd, preload })).toEqual({
      code: 3,
      out: "",
      err: "sdkwright failed: boom\n  This is a bug of sdkwright. Please report it, with the document if you can.\n  To see where it happened, run it again with --debug.\n",
    });
    const { err } = await runCli(["generate", "--debug"], { cwd, preload });
    expect(err).toContain("\n    at ");
  });

  it("is a reader that stopped reading", async () => {
    const cwd = makeFolder({ "openapi.yaml": museum });
    const args = ["generate", "openapi.yaml", "-o", "sdk"];
    expect(await runCli(args, { cwd, closed: true })).toMatchObject({
      code: 0,
    });
    expect(readFolder(cwd)["sdk/sdkwright.lock"]).toBeDefined();
    expect(
      await runCli(["generate", "none.yaml", "-o", "sdk"], {
        cwd,
        closed: true,
      }),
    ).toMatchObject({ code: 1 });
  });
});

describe("--timings", () => {
  const spent = "since the start \\d+ ms, cpu \\d+ ms, peak \\d+ MiB\\n$";

  it("tells how long each stage took, and nothing that is written depends on it", async () => {
    const cwd = makeFolder({ "museum.yaml": museum });
    const args = ["generate", "museum.yaml", "-o"];
    const { err } = await runCli([...args, "a", "--timings"], { cwd });
    expect(err).toMatch(
      new RegExp(
        `^lock \\d+ ms, load \\d+ ms, model \\d+ ms, emit \\d+ ms, write \\d+ ms, ${spent}`,
      ),
    );
    await runCli([...args, "b"], { cwd });
    expect(readFolder(join(cwd, "b"))).toEqual(readFolder(join(cwd, "a")));
  });

  it("runs one stage where nothing changed", async () => {
    const cwd = makeFolder({ "museum.yaml": museum });
    const args = ["museum.yaml", "-o", "sdk"];
    await runCli(["generate", ...args], { cwd });
    const { err } = await runCli(["check", ...args, "--timings"], { cwd });
    expect(err).toMatch(new RegExp(`^lock \\d+ ms, ${spent}`));
  });
});
