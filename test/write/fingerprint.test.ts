import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import {
  readFingerprint,
  type Fingerprint,
} from "../../generator/write/fingerprint.js";
import { makeFolder, writeFiles } from "./support.js";

const project = {
  "package.json":
    '{ "version": "1.2.3", "dependencies": { "prettier": "3.0.0" } }',
  ".compiled/pipeline.js":
    'import { a } from "./load/a.js";\nconst b = await import("./emit/b.js");\n',
  ".compiled/load/a.js": 'export { c } from "../c.js";\nimport "yaml";\n',
  ".compiled/emit/b.js": 'import { c } from "../c.js";\n// from "./gone.js"\n',
  ".compiled/c.js": "export const c = 1;\n",
  ".compiled/cli/main.js": 'import "./pipeline.js";\n',
  "templates/runtime/http.ts": "export {};\n",
};

const takeFingerprint = (root: string): Fingerprint => {
  const script = resolve(".build/write-fingerprint.mjs");
  execFileSync(process.execPath, [script, root]);
  const file = join(root, "dist/fingerprint.json");
  return JSON.parse(readFileSync(file, "utf8")) as Fingerprint;
};

const hashAfter = (changes: Readonly<Record<string, string>>): string => {
  const root = makeFolder(project);
  writeFiles(root, changes);
  return takeFingerprint(root).hash;
};

describe("the fingerprint", () => {
  const original = hashAfter({});

  it("is the same wherever the project stands", () => {
    expect(hashAfter({})).toBe(original);
  });

  it("says which version and which formatter it is of", () => {
    const root = makeFolder(project);
    expect(takeFingerprint(root)).toMatchObject({
      version: "1.2.3",
      formatter: expect.stringMatching(/^prettier 3\.0\.0, \w{12}$/),
    });
  });

  it("says another formatter where the code of the layout is another", () => {
    const formatterOf = (changes: Record<string, string>): string => {
      const root = makeFolder({ ...project, ...changes });
      return takeFingerprint(root).formatter;
    };
    const generate = 'import "./write/format.js"; import "./c.js";';
    const layout = {
      ".compiled/pipeline.js": generate,
      ".compiled/write/format.js": 'await import("./layout/layout.js");',
      ".compiled/write/layout/layout.js": "export const a = 1;",
    };
    expect(formatterOf({ ...layout, ".compiled/c.js": "" })).toBe(
      formatterOf(layout),
    );
    expect(
      formatterOf({ ...layout, ".compiled/write/layout/layout.js": "" }),
    ).not.toBe(formatterOf(layout));
  });

  it.each([
    ["the pipeline", { ".compiled/pipeline.js": 'import "./load/a.js";' }],
    ["a module that is loaded late", { ".compiled/emit/b.js": "export {};" }],
    ["a module behind others", { ".compiled/c.js": "export const c = 2;\n" }],
    ["a template", { "templates/runtime/http.ts": "export { };\n" }],
    ["a new template", { "templates/package/README.md": "" }],
    [
      "a version of a package",
      {
        "package.json":
          '{ "version": "1.2.3", "dependencies": { "prettier": "3.0.1" } }',
      },
    ],
  ])("changes with %s", (_, changes) => {
    expect(hashAfter(changes)).not.toBe(original);
  });

  it.each([
    ["the command line", { ".compiled/cli/main.js": "" }],
    ["a module whose source is gone", { ".compiled/load/old.js": "" }],
    [
      "scripts of the package",
      {
        "package.json":
          '{ "scripts": {}, "version": "1.2.3", "dependencies": { "prettier": "3.0.0" } }',
      },
    ],
  ])("does not change with %s", (_, changes) => {
    expect(hashAfter(changes)).toBe(original);
  });

  it("is read where the build wrote it", () => {
    expect(readFingerprint().hash).toMatch(/^[0-9a-f]{64}$/);
  });
});
