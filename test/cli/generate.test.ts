import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  makeFolder,
  readFolder,
  readTimes,
  writeFiles,
} from "../write/support.js";
import { licensed as museum } from "./museum.js";
import { runCli } from "./run.js";

const generate = ["generate", "openapi.yaml", "-o", "sdk"];
const check = ["check", "openapi.yaml", "-o", "sdk"];

let original: string;

beforeAll(async () => {
  original = mkdtempSync(join(tmpdir(), "sdkwright-"));
  writeFiles(original, { "openapi.yaml": museum });
  const result = await runCli(generate, { cwd: original });
  expect(result).toMatchObject({ code: 0, err: "" });
});

afterAll(() => {
  rmSync(original, { recursive: true });
});

/** A folder with the document and its SDK, just generated. */
const made = (): string => {
  const cwd = makeFolder();
  cpSync(original, cwd, { recursive: true, preserveTimestamps: true });
  return cwd;
};

/** The number of files, the lock file among them. */
const sizeOf = (cwd: string): number =>
  Object.keys(readFolder(join(cwd, "sdk"))).length;

/** Those that every run looks at: CHANGELOG.md is its owner's once it was made. */
const watchedIn = (cwd: string): number => sizeOf(cwd) - 1;

const nextStep =
  "next: cd sdk && npm install && npm test, then commit it; `npx sdkwright init` makes a config, and workflows that keep it so\n";

describe("sdkwright generate", () => {
  it("needs a document and a folder, no config", async () => {
    const cwd = makeFolder({ "openapi.yaml": museum });
    const { code, out, err } = await runCli(generate, { cwd });
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toBe(
      `sdk: 2 of 2 operations, ${sizeOf(cwd)} files written, 0 unchanged; names are provisional until 0.1.0\n${nextStep}`,
    );
    expect(readFolder(cwd)["openapi.yaml"]).toBe(museum);
    expect(Object.keys(readFolder(join(cwd, "sdk")))).toEqual(
      expect.arrayContaining(["package.json", "src/index.ts"]),
    );
  });

  it("writes nothing when nothing changed", async () => {
    const cwd = made();
    const before = readTimes(cwd);
    const unchanged = `sdk: 2 of 2 operations, 0 files written, ${watchedIn(cwd)} unchanged\n`;
    const again = await runCli(generate, { cwd });
    expect(again).toEqual({ code: 0, out: unchanged, err: "" });
    rmSync(join(cwd, "sdk/.sdkwright-cache"), { recursive: true });
    const full = await runCli(generate, { cwd });
    expect(full).toEqual({ code: 0, out: unchanged, err: "" });
    expect(readTimes(cwd)).toEqual(before);
  });

  it("gives the same bytes anywhere", async () => {
    const one = made();
    const env = {
      TZ: "Pacific/Kiritimati",
      LANG: "tr_TR.UTF-8",
      NO_COLOR: "1",
    };
    const other = makeFolder({ "a b/%41 ü/openapi.yaml": museum });
    const cwd = join(other, "a b", "%41 ü");
    expect(await runCli(generate, { cwd, env })).toMatchObject({ code: 0 });
    expect(readFolder(join(cwd, "sdk"))).toEqual(readFolder(join(one, "sdk")));
  });

  it("writes what a change of the document changes, and no lock", async () => {
    const cwd = made();
    const before = readTimes(join(cwd, "sdk"));
    writeFiles(cwd, {
      "openapi.yaml": museum.replace("What it is called.", "Its name."),
    });
    const { code } = await runCli(generate, { cwd });
    expect(code).toBe(0);
    const after = readTimes(join(cwd, "sdk"));
    const changed = Object.keys(after).filter(
      (path) => after[path] !== before[path],
    );
    expect(changed).toEqual(
      expect.arrayContaining(["docs/models.md", "src/models.ts"]),
    );
    expect(changed).not.toContain("sdkwright.lock");
    expect(changed.length).toBeLessThan(Object.keys(after).length / 2);
  });

  it.each([
    ["a comment", "List the works.", "List all works."],
    ["a parameter", "- name: room", "- name: floor"],
    ["a type", "What it is called.\n", "Its name.\n          minLength: 1\n"],
  ])("gives after a change of %s what a first run gives", async (_, a, b) => {
    const document = museum.replace(a, b);
    expect(document).not.toBe(museum);
    const cwd = made();
    writeFiles(cwd, { "openapi.yaml": document });
    const first = makeFolder({ "openapi.yaml": document });
    for (const folder of [cwd, first])
      expect(await runCli(generate, { cwd: folder })).toMatchObject({
        code: 0,
      });
    expect(readFolder(cwd)).toEqual(readFolder(first));
  });

  it("says what it would do in a dry run", async () => {
    const cwd = makeFolder({ "openapi.yaml": museum });
    const { code, out } = await runCli([...generate, "--dry-run"], { cwd });
    expect(code).toBe(0);
    expect(out).toMatch(
      /^(?:write {2}sdk\/\S+\n)+sdk: 2 of 2 operations, \d+ files to be written, 0 unchanged\n$/,
    );
    expect(existsSync(join(cwd, "sdk"))).toBe(false);
  });

  it("keeps a change by hand, until it is reset", async () => {
    const cwd = made();
    const good = readFolder(cwd);
    const index = "sdk/src/index.ts";
    const mine = `${good[index] ?? ""}// mine\n`;
    writeFiles(cwd, { [index]: mine });
    const { code, out, err } = await runCli(generate, { cwd });
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(/^sdk\/src\/index\.ts: your change kept \(1 line\)\n/);
    expect(readFolder(cwd)[index]).toBe(mine);
    expect(await runCli(check, { cwd })).toMatchObject({
      ...{ code: 0, err: "" },
      out: expect.stringMatching(/; your changes: 1 file, 1 line\n$/),
    });
    writeFiles(cwd, {
      "sdkwright.config.json": JSON.stringify({
        ...{ input: "openapi.yaml", output: "sdk" },
      }),
    });
    const reset = await runCli(["reset", index], { cwd });
    expect(reset).toMatchObject({ code: 0, err: "" });
    expect(reset.out).toMatch(/^sdk\/src\/index\.ts: your change dropped/);
    expect(readFolder(cwd)).toMatchObject(good);
  });

  it("keeps hand-written code in src/lib", async () => {
    const cwd = made();
    writeFiles(cwd, { "sdk/src/lib/mine.ts": "mine" });
    await runCli(generate, { cwd });
    expect(readFolder(cwd)["sdk/src/lib/mine.ts"]).toBe("mine");
    expect(await runCli(check, { cwd })).toMatchObject({ code: 0 });
  });

  it("is told about several SDKs by a config", async () => {
    const cwd = makeFolder({
      "api.yaml": museum,
      "sdkwright.config.ts": `
        import { defineConfig } from "sdkwright";
        export default defineConfig(["a", "b"].map((name) => ({
          input: "api.yaml",
          output: \`sdks/\${name}\`,
          clientName: name.toUpperCase() + "Museum",
        })));`,
    });
    const { code, out, err } = await runCli(["generate"], { cwd });
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(
      /^sdks\/a: 2 of 2 .*\nnext: cd sdks\/a .*\nsdks\/b: 2 of 2 .*\nnext: cd sdks\/b .*\n$/,
    );
    expect(readFolder(cwd)["sdks/b/src/index.ts"]).toContain("BMuseum");
    const one = await runCli(["check", "-o", "sdks/b"], { cwd });
    expect(one.out).toMatch(/^sdks\/b: matches api\.yaml: .*\n$/);
  });
});

describe("what is wrong ends with 1, writes nothing, and shows no stack", () => {
  it.each([
    [
      "a missing file",
      undefined,
      "error file-unreadable: cannot read openapi.yaml: there is no such file\n",
    ],
    [
      "broken YAML",
      "openapi: [3.1.0\ninfo: {}\n",
      /^openapi\.yaml:\d+:\d+ error yaml-/,
    ],
    [
      "a document without a version",
      "info:\n  title: A\n  version: '1'\npaths: {}\n",
      /^openapi\.yaml:1:1 error /,
    ],
    [
      "what is no reference",
      museum.replace("#/components/schemas/Problem", "#components/Problem"),
      /^openapi\.yaml:56:17 error ref-malformed: #components\/Problem is not a reference into this document\n/,
    ],
  ])("%s", async (_, text, message) => {
    const cwd = makeFolder(text === undefined ? {} : { "openapi.yaml": text });
    const { code, out, err } = await runCli(generate, { cwd });
    expect({ code, out }).toEqual({ code: 1, out: "" });
    if (typeof message === "string") expect(err.startsWith(message)).toBe(true);
    else expect(err).toMatch(message);
    expect(err).toMatch(/\nsdk: nothing written: \d+ errors?\n$/);
    expect(err).not.toContain("\n    at ");
    expect(err).not.toContain("\u001b");
    expect(existsSync(join(cwd, "sdk"))).toBe(false);
  });

  it.each([
    [".", "will not write into .: it is the working directory"],
    ["..", "will not write into ..: it contains the working directory"],
    ["/", "is the root of the file system"],
  ])("the output folder %s", async (folder, message) => {
    const cwd = makeFolder({ "openapi.yaml": museum });
    for (const flags of [[], ["--dry-run"]]) {
      const args = ["generate", "openapi.yaml", "-o", folder, ...flags];
      const { code, err } = await runCli(args, { cwd });
      expect(code).toBe(1);
      expect(err).toContain(message);
    }
    expect(Object.keys(readFolder(cwd))).toEqual(["openapi.yaml"]);
  });
});

describe("sdkwright check", () => {
  it("ends with 0 when the SDK is what the document gives", async () => {
    const cwd = made();
    expect(await runCli(check, { cwd })).toEqual({
      code: 0,
      out: `sdk: matches openapi.yaml: 2 of 2 operations, ${watchedIn(cwd)} files\n`,
      err: "",
    });
  });

  it("names a file in which one byte changed", async () => {
    const cwd = made();
    const text = readFolder(cwd)["sdk/src/index.ts"] ?? "";
    writeFiles(cwd, { "sdk/src/index.ts": text.replace(" ", "\t") });
    const before = readTimes(cwd);
    expect(await runCli(check, { cwd })).toEqual({
      code: 1,
      out: "",
      err: `sdk/src/index.ts is not what is generated: out of date, or changed by hand\nsdk: 1 of ${watchedIn(cwd)} files differs from what openapi.yaml gives; run \`sdkwright generate\`: it keeps your changes, and says which files need \`merge\` or \`reset\`\n`,
    });
    expect(readTimes(cwd)).toEqual(before);
  });

  it("names the files that a word of the document changes", async () => {
    const cwd = made();
    writeFiles(cwd, {
      "openapi.yaml": museum.replace("What it is called.", "What it is named."),
    });
    const { code, err } = await runCli(check, { cwd });
    expect(code).toBe(1);
    expect(err.split("\n").slice(0, -2).length).toBeGreaterThan(1);
    for (const line of err.split("\n").slice(0, -2)) {
      expect(line).toMatch(
        /^sdk\/\S+ is not what is generated: out of date, or changed by hand$/,
      );
    }
  });

  it("names the options", async () => {
    const cwd = made();
    writeFiles(cwd, {
      "c.json":
        '{ "input": "openapi.yaml", "output": "sdk", "clientName": "M" }',
    });
    const { code, err } = await runCli(["check", "-c", "c.json"], { cwd });
    expect(code).toBe(1);
    expect(err).toContain(
      "sdk/src/index.ts is not what is generated: out of date",
    );
  });

  it("does not need a lock file to tell a difference", async () => {
    const cwd = makeFolder({ "openapi.yaml": museum, "sdk/mine": "" });
    const { code, err } = await runCli(check, { cwd });
    expect(code).toBe(1);
    expect(err).toContain("sdk/package.json is missing\n");
    expect(Object.keys(readFolder(cwd))).toEqual(["openapi.yaml", "sdk/mine"]);
  });

  it("prints JSON for programs", async () => {
    const cwd = made();
    writeFiles(cwd, { "sdk/build.mjs": "" });
    const { code, out, err } = await runCli([...check, "--json"], { cwd });
    expect({ code, err }).toEqual({ code: 1, err: "" });
    expect(JSON.parse(out)).toMatchObject({
      ok: false,
      diagnostics: [],
      sdks: [
        {
          ok: false,
          input: "openapi.yaml",
          output: "sdk",
          operations: { total: 2, generated: 2 },
          drift: [
            {
              path: "build.mjs",
              kind: "outdated",
              message:
                "is not what is generated: out of date, or changed by hand",
            },
          ],
        },
      ],
    });
  });
});
