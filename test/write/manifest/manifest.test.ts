import { rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { check, lockOf, write } from "../run.js";
import { makeFolder, readFolder, writeFiles } from "../support.js";

const fields = {
  name: "@acme/sdk",
  version: "0.0.0",
  keywords: ["sdk"],
  type: "module",
  exports: { ".": { import: "./a.js" }, "./package.json": "./package.json" },
  files: ["dist", "docs"],
  scripts: { build: "node build.mjs" },
  engines: { node: ">=20" },
};

const file = (changes: object = {}) => ({
  files: { "package.json": { ...fields, ...changes } },
});

/** What the text on disk becomes, and what is said. */
const merge = async (onDisk: string, next: object = {}, base = fields) => {
  const root = makeFolder();
  await write(root, { files: { "package.json": base } });
  writeFiles(root, { "package.json": onDisk });
  const result = await write(root, file(next));
  const again = await write(root, file(next));
  expect(again).toMatchObject({ written: [], reported: [] });
  expect(again).not.toHaveProperty("said");
  expect(await check(root, file(next))).toEqual([]);
  return { text: readFolder(root)["package.json"], ...result };
};

const printed = (value: object, indent: string | number = 2): string =>
  JSON.stringify(value, undefined, indent) + "\n";

describe("package.json", () => {
  it("is written whole where there is none, a line a key in the lock", async () => {
    const root = makeFolder();
    await write(root, file());
    expect(readFolder(root)).toEqual({
      "package.json": printed(fields),
      "sdkwright.lock": `sdkwright-lock 2
made-by 1.0.0
file package.json
package engines.node = ">=20"
package exports["."].import = "./a.js"
package exports["./package.json"] = "./package.json"
package files = ["dist","docs"]
package keywords = ["sdk"]
package name = "@acme/sdk"
package scripts.build = "node build.mjs"
package type = "module"
`,
    });
  });

  it.each<[string, string]>([
    ["a version", printed({ ...fields, version: "1.2.0" })],
    ["tabs", printed({ ...fields, version: "1.2.0" }, "\t")],
    ["four spaces", printed(fields, 4)],
    ["no final newline", printed(fields).trimEnd()],
    ["CRLF", printed(fields).replaceAll("\n", "\r\n")],
    ["a byte order mark", `\uFEFF${printed(fields)}`],
    ["another order", printed({ ...{ type: "module" }, ...fields })],
    ["one line", JSON.stringify(fields)],
    [
      "keys of the owner",
      printed({
        ...fields,
        dependencies: { a: "1" },
        scripts: { ...fields.scripts, lint: "x" },
      }),
    ],
    [
      "keys of the owner in ours",
      printed({
        ...fields,
        exports: {
          ...fields.exports,
          ".": { browser: "./b.js", import: "./a.js" },
        },
      }),
    ],
    ["a removed key", printed({ ...fields, keywords: undefined })],
    ["a removed object", printed({ ...fields, engines: undefined })],
    ["a changed key", printed({ ...fields, type: "commonjs" })],
    ["another file", printed({ ...fields, files: ["dist", "lib"] })],
    ["hostile keys", '{"__proto__":{"a":1},"constructor":1,"version":"1.0.0"}'],
    ["a number as key", '{"b":1,"2":1,"1":1,"version":"1.0.0"}'],
  ])("stays as it is with %s", async (_, text) => {
    expect(await merge(text)).toMatchObject({
      ...{ text, written: [], reported: [] },
    });
  });

  it("takes new values where nobody changed them, and nothing else", async () => {
    const text = printed(
      { ...fields, version: "1.2.0", type: "commonjs" },
      "\t",
    );
    const next = { engines: { node: ">=22" }, name: "@acme/stay" };
    const result = await merge(text, next);
    expect(result.text).toBe(
      text.replace(">=20", ">=22").replace("@acme/sdk", "@acme/stay"),
    );
  });

  it("says once where both changed, and the owner wins", async () => {
    const text = printed({ ...fields, engines: { node: ">=20.19" } });
    const result = await merge(text, { engines: { node: ">=22" } });
    expect(result).toMatchObject({
      text,
      written: ["sdkwright.lock"],
      said: [
        'package.json: engines.node stays ">=20.19" (yours); generated now: ">=22"',
      ],
    });
  });

  it("says nothing where both changed to the same", async () => {
    const text = printed({ ...fields, type: "commonjs" });
    const result = await merge(text, { type: "commonjs" });
    expect(result.text).toBe(text);
    expect(result).not.toHaveProperty("said");
  });

  it("puts a new key behind its neighbour", async () => {
    const text = `{
  "version": "1.2.0",
  "type": "module",
  "private": true
}
`;
    const { name, version, keywords, type, ...rest } = fields;
    const root = makeFolder();
    await write(root, file());
    writeFiles(root, { "package.json": text });
    const next = {
      ...{ name, version, keywords, type },
      ...{ sideEffects: false, author: "Ann" },
      ...rest,
    };
    await write(root, { files: { "package.json": next } });
    expect(readFolder(root)["package.json"]).toBe(`{
  "version": "1.2.0",
  "type": "module",
  "sideEffects": false,
  "author": "Ann",
  "private": true
}
`);
  });

  it("puts a new key at the end, before a bracket, and into an empty object", async () => {
    const root = makeFolder({ "package.json": '{"a": 1, "scripts": {}}' });
    await write(root, {
      files: { "package.json": { scripts: { build: "x" }, version: "0.0.0" } },
    });
    expect(readFolder(root)["package.json"]).toBe(
      '{"a": 1, "scripts": {\n  "build": "x"\n}, "version": "0.0.0"}',
    );
  });

  it("removes a key that is no longer set, unless it was changed", async () => {
    const text = printed({
      ...fields,
      scripts: { build: "node build.mjs", mine: "x" },
    });
    const { type, engines, scripts, ...others } = fields;
    expect([type, engines, scripts]).toHaveLength(3);
    const root = makeFolder();
    await write(root, file());
    writeFiles(root, { "package.json": text });
    await write(root, { files: { "package.json": others } });
    expect(readFolder(root)["package.json"]).toBe(
      printed({ ...others, scripts: { mine: "x" } }),
    );
  });

  it("merges files and keywords as sets", async () => {
    const text = printed({ ...fields, files: ["lib", "docs"], keywords: [] });
    const result = await merge(text, {
      files: ["dist", "docs", "src"],
      keywords: ["sdk", "api"],
    });
    expect(result.text).toBe(
      printed({ ...fields, files: ["lib", "docs", "src"], keywords: ["api"] }),
    );
    const gone = await merge(
      printed({ ...fields, files: ["dist", "docs", "lib"] }),
      { files: ["dist"] },
    );
    expect(gone.text).toBe(printed({ ...fields, files: ["dist", "lib"] }));
  });

  it("sets what is absent where it was not ours, and keeps what is there", async () => {
    const root = makeFolder({
      "package.json": printed({ name: "mine", files: ["lib"] }),
    });
    const result = await write(root, file());
    expect(result).toMatchObject({ reported: [] });
    expect(JSON.parse(readFolder(root)["package.json"] ?? "")).toEqual({
      ...{ ...fields, name: "mine", files: ["lib"] },
    });
    expect(await write(root, file())).toMatchObject({ written: [] });
  });

  it("sets the version only where there is none", async () => {
    const root = makeFolder();
    await write(root, file());
    const without = printed({ ...fields, version: undefined });
    writeFiles(root, { "package.json": without });
    await write(root, file({ version: "3.0.0" }));
    const text = readFolder(root)["package.json"] ?? "";
    expect(JSON.parse(text)).toEqual({ ...fields, version: "3.0.0" });
    await write(root, file({ version: "4.0.0" }));
    expect(readFolder(root)["package.json"]).toBe(text);
  });

  it("keeps the owner's values when the lock was lost", async () => {
    const root = makeFolder();
    await write(root, file());
    const mine = printed({ ...fields, version: "1.0.0", type: "commonjs" });
    writeFiles(root, { "package.json": mine });
    rmSync(join(root, "sdkwright.lock"));
    await write(root, { ...file({ name: "other" }), isFresh: true });
    expect(readFolder(root)["package.json"]).toBe(mine);
  });

  it.each([
    [
      "markers",
      `{\n<<<<<<< a\n"x":1\n=======\n>>>>>>> b\n}`,
      "it has conflict markers",
      2,
    ],
    ["no JSON", '{\n"a": 1,\n}', "it is not a JSON object", 3],
    ["an array", "[]", "it is not a JSON object", 1],
    ["nothing", "", "it is not a JSON object", 1],
    ["depth", "[".repeat(100_000), "it is not a JSON object", 1],
  ])("with %s stops the run, with the way on", async (_, text, reason) => {
    const root = makeFolder({ "package.json": text });
    expect(await write(root, file())).toEqual({
      reported: [`manifest-broken: cannot read package.json: ${reason}`],
    });
    expect(readFolder(root)).toEqual({ "package.json": text });
  });

  it("does not mind hostile keys in the lock", async () => {
    const root = makeFolder();
    await write(root, file());
    const lock = readFolder(root)["sdkwright.lock"] ?? "";
    writeFiles(root, {
      "sdkwright.lock": `${lock}package __proto__.polluted = true\npackage name.x = 1\npackage [ = 1\n`,
    });
    await write(root, file());
    expect(readFolder(root)["package.json"]).toBe(printed(fields));
    expect({}).not.toHaveProperty("polluted");
    expect(lockOf(root).manifest.has("__proto__.polluted")).toBe(false);
  });

  it("takes our values again on reset; keys of the owner stay", async () => {
    const root = makeFolder();
    await write(root, file());
    writeFiles(root, {
      "package.json": printed({ version: "1.0.0", mine: 1, type: "commonjs" }),
    });
    await write(root, { ...file(), reset: ["package.json"] });
    expect(JSON.parse(readFolder(root)["package.json"] ?? "")).toEqual({
      ...fields,
      ...{ version: "1.0.0", mine: 1 },
    });
  });
});
