import { readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { OutputDirectory } from "../../generator/write/directory.js";
import { hashDocument, hashDocumentFile } from "../../generator/write/hash.js";
import { readCache } from "../../generator/write/cache.js";
import { printLock } from "../../generator/write/lock/lock.js";
import { cachePath } from "../../generator/write/package-path.js";
import { isUpToDate } from "../../generator/write/up-to-date.js";
import { lockOf, write } from "./run.js";
import { makeFolder, writeFiles } from "./support.js";

const inputs = { generator: "g1", options: "o1", reporting: "r1" };

const made = async () => {
  const folder = makeFolder({
    "spec/openapi.yaml": "openapi: 3.1.0\n",
    "spec/pet.yaml": "type: object\n",
  });
  const document = new Map([
    ["openapi.yaml", hashDocument("openapi: 3.1.0\n")],
    ["pet.yaml", hashDocument("type: object\n")],
  ]);
  const root = join(folder, "sdk");
  await write(root, {
    files: { "src/index.ts": "export {}", "CHANGELOG.md": "+# 1\n" },
    names: { "schema Pet": "Pet" },
    inputs: { ...inputs, document },
  });
  return folder;
};

const ask = (folder: string, now = inputs, spec = "openapi.yaml"): boolean => {
  const directory = new OutputDirectory(join(folder, "sdk"));
  const cache = readCache(directory);
  return (
    cache !== undefined &&
    isUpToDate(join(folder, "spec", spec), { cache, directory, inputs: now })
  );
};

describe("up to date", () => {
  it("is what was just written", async () => {
    expect(ask(await made())).toBe(true);
  });

  it("is a document with other line ends", async () => {
    const folder = await made();
    writeFiles(folder, { "spec/openapi.yaml": "\uFEFFopenapi: 3.1.0\r\n" });
    expect(ask(folder)).toBe(true);
  });

  it.each<[string, Readonly<Record<string, string>>]>([
    ["the document", { "spec/openapi.yaml": "openapi: 3.1.1\n" }],
    ["a file of the document", { "spec/pet.yaml": "type: string\n" }],
    ["the owner's module", { "sdk/src/lib/index.ts": "export {};\n" }],
    ["a generated file", { "sdk/src/index.ts": "export { };\n" }],
  ])("is not when %s changed", async (_, changes) => {
    const folder = await made();
    writeFiles(folder, changes);
    expect(ask(folder)).toBe(false);
  });

  it("is a scaffolded file that its owner changed or removed", async () => {
    const folder = await made();
    writeFiles(folder, { "sdk/CHANGELOG.md": "mine" });
    expect(ask(folder)).toBe(true);
    rmSync(join(folder, "sdk/CHANGELOG.md"));
    expect(ask(folder)).toBe(true);
  });

  it("is not with another generator, other options, other reports or another document", async () => {
    const folder = await made();
    expect(ask(folder, { ...inputs, generator: "g2" })).toBe(false);
    expect(ask(folder, { ...inputs, options: "o2" })).toBe(false);
    expect(ask(folder, { ...inputs, reporting: "r2" })).toBe(false);
    expect(ask(folder, inputs, "other.yaml")).toBe(false);
  });

  it.each(["spec/openapi.yaml", "spec/pet.yaml", "sdk/src/index.ts"])(
    "is not without %s",
    async (path) => {
      const folder = await made();
      rmSync(join(folder, path));
      expect(ask(folder)).toBe(false);
    },
  );

  it("does not read what the cache says is a document and cannot be one", async () => {
    const folder = await made();
    const big = join(folder, "spec", "big.yaml");
    writeFileSync(big, "");
    truncateSync(big, 64 * 1024 * 1024 + 1);
    expect(hashDocumentFile(big)).toBeUndefined();
    expect(hashDocumentFile(folder)).toBeUndefined();
    expect(hashDocumentFile("/dev/zero")).toBeUndefined();
  });

  it("is not when names in the lock were changed by hand", async () => {
    const folder = await made();
    const lock = lockOf(join(folder, "sdk"));
    const names = new Map([["schema Pet", "Animal"]]);
    writeFiles(folder, { "sdk/sdkwright.lock": printLock({ ...lock, names }) });
    expect(ask(folder)).toBe(false);
  });

  it("is not when a byte of the lock was changed", async () => {
    const folder = await made();
    const text = printLock(lockOf(join(folder, "sdk")));
    writeFiles(folder, { "sdk/sdkwright.lock": text + "\n" });
    expect(ask(folder)).toBe(false);
  });

  it.each([
    ["nothing", ""],
    ["no JSON", "{"],
    ["null", "null"],
    ["another version", '{"version":0}'],
    ["a list", "[]"],
    ["half of it", '{"version":1,"formatter":"f","inputs":{}}'],
  ])("is not with a cache of %s", async (_, text) => {
    const folder = await made();
    writeFiles(folder, { [`sdk/${cachePath}`]: text });
    expect(ask(folder)).toBe(false);
  });

  it("is not with hashes that are none", async () => {
    const folder = await made();
    const file = join(folder, "sdk", cachePath);
    const text = readFileSync(file, "utf8");
    writeFileSync(file, text.replace(/"[0-9a-f]{64}"/, '"__proto__"'));
    expect(ask(folder)).toBe(false);
  });
});
