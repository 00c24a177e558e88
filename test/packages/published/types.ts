/** The declarations, as every kind of project finds them, and the code of the READMEs under them. */
import { copyFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { apis, root } from "../support/apis.js";
import { readOperations } from "../support/document.js";
import { samplesOf, errorsNamedIn, wholeCode } from "../support/readme.js";
import { errorsOf, resolvesTo } from "../support/typescript.js";
import { fixture, installed, projects, readInstalled } from "./setup.js";

/** How the projects that use the packages are compiled. */
const strict: ts.CompilerOptions = {
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  target: ts.ScriptTarget.ES2022,
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: false,
  noEmit: true,
};
const nodeTypes = join(root, "node_modules/@types");

describe("the types of all three", () => {
  const consumer = fixture("consumer.ts");

  const { NodeNext, Node16, ESNext } = ts.ModuleKind;
  const resolution = ts.ModuleResolutionKind;

  it.each([
    ["nodenext", "module", "esm", NodeNext, resolution.NodeNext],
    ["nodenext", "commonjs", "cjs", NodeNext, resolution.NodeNext],
    ["node16", "module", "esm", Node16, resolution.Node16],
    ["node16", "commonjs", "cjs", Node16, resolution.Node16],
    ["bundler", "module", "esm", ESNext, resolution.Bundler],
    ["bundler", "commonjs", "esm", ESNext, resolution.Bundler],
  ] as const)(
    "resolve under %s in a project of type %s to %s",
    (_, type, half, module, moduleResolution) => {
      const path = join(projects[type], "consumer.ts");
      copyFileSync(consumer, path);
      const options = { ...strict, module, moduleResolution, types: [] };
      expect(errorsOf({ files: [path], options })).toEqual([]);
      for (const api of apis)
        expect(resolvesTo(api.packageName, path, options)).toBe(
          join(installed(api, type), "dist", half, "index.d.ts"),
        );
    },
  );

  it("need no DOM where Node's types are", () => {
    const path = join(projects.module, "node.mts");
    copyFileSync(consumer, path);
    const options = {
      ...strict,
      lib: ["lib.es2023.d.ts"],
      typeRoots: [nodeTypes],
      types: ["node"],
    };
    expect(errorsOf({ files: [path], options })).toEqual([]);
  });
});

describe.each(apis)("the README of $packageName", (api) => {
  it("has only code that compiles, and errors that are there", () => {
    const readme = readInstalled(api, "README.md");
    const path = join(projects.module, `${api.name}-readme.mts`);
    const names = errorsNamedIn(readme);
    const exported = `export { ${names.join(", ")} } from "${api.packageName}";\n`;
    writeFileSync(path, wholeCode(readme) + exported);
    const types = ["node"];
    const options = { ...strict, types, typeRoots: [nodeTypes] };
    expect(errorsOf({ files: [path], options })).toEqual([]);
    expect(names.length).toBeGreaterThan(10);
  });
});

describe.each(apis)("the docs of $packageName", (api) => {
  it("have only samples that compile", () => {
    const pages = readdirSync(join(installed(api), "docs"));
    const samples = pages.flatMap((name) =>
      samplesOf(readInstalled(api, `docs/${name}`)),
    );
    const files = samples.map((sample, index) => {
      const path = join(projects.module, `${api.name}-sample-${index}.mts`);
      writeFileSync(path, sample);
      return path;
    });
    const options = { ...strict, types: ["node"], typeRoots: [nodeTypes] };
    expect(errorsOf({ files, options })).toEqual([]);
    expect(files).toHaveLength(readOperations(api.document).length);
  });
});
