/**
 * The callers of the pairs of documents, where they are there: each compiles against the package of its
 * old document, and against that of the new one, generated over it, as `expected.json` says.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { emit } from "../support/emit.js";
import type { Sdk } from "../../generator/sdk/sdk.js";
import { strictest } from "../support/compiler-options.js";
import { sdkOf } from "../support/pipeline.js";
import { printed } from "../support/printed.js";
import { releasedThen } from "../support/released.js";

const folder = join(import.meta.dirname, "../../../shared/change-pairs");
const pairs = existsSync(folder) ? readdirSync(folder).sort() : [];

interface Expected {
  readonly caller: { readonly old: boolean; readonly new: boolean };
}

const read = (pair: string, file: string): string =>
  readFileSync(join(folder, pair, file), "utf8");

/** One runtime for all packages: the files that they share are read once. */
const addPackage = (
  files: Map<string, string>,
  root: string,
  sdk: Sdk,
): void => {
  for (const file of emit(sdk).files) {
    if (!file.path.startsWith("src/")) continue;
    const text = printed(file);
    if (file.path.startsWith("src/core/"))
      files.set(`/packages/${file.path.slice("src/".length)}`, text);
    else
      files.set(
        `${root}/${file.path}`,
        text.replace(/(from ")\.{1,2}\/core\//g, "$1/packages/core/"),
      );
  }
};

const program = (files: ReadonlyMap<string, string>): ts.Program => {
  const options: ts.CompilerOptions = {
    ...strictest,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
  };
  const real = ts.createCompilerHost(options);
  const library = dirname(ts.getDefaultLibFilePath(options));
  const folders = new Set<string>();
  for (const path of files.keys())
    for (let at = dirname(path); !folders.has(at); at = dirname(at))
      folders.add(at);
  const isLibrary = (path: string): boolean =>
    dirname(path) === library && ts.sys.fileExists(path);
  return ts.createProgram(
    [...files.keys()].filter((path) => path.endsWith("/caller.ts")),
    options,
    {
      ...real,
      getCurrentDirectory: () => "/packages",
      getDefaultLibLocation: () => library,
      fileExists: (path) => files.has(path) || isLibrary(path),
      directoryExists: (path) => folders.has(path),
      readFile: (path) => files.get(path) ?? real.readFile(path),
      getSourceFile: (path, language) => {
        const text = files.get(path);
        return text === undefined
          ? real.getSourceFile(path, language)
          : ts.createSourceFile(path, text, language, true);
      },
    },
  );
};

const problemsOf = (of: ts.Program, path: string): readonly string[] => {
  const file = of.getSourceFile(path);
  if (!file) throw new Error(`there is no ${path}`);
  return [
    ...of.getSyntacticDiagnostics(file),
    ...of.getSemanticDiagnostics(file),
  ].map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, " "));
};

describe.skipIf(pairs.length === 0)("the caller of each pair", () => {
  it("compiles as the pair says", { timeout: 120_000 }, async () => {
    const files = new Map([["/packages/package.json", '{ "type": "module" }']]);
    for (const pair of pairs) {
      const [old, now] = [read(pair, "old.yaml"), read(pair, "new.yaml")];
      const [over] = await releasedThen(old, [{ source: now }]);
      if (!over) throw new Error("nothing was generated");
      for (const [side, sdk] of [
        ["old", await sdkOf(old)],
        ["new", over],
      ] as const) {
        const root = `/packages/${pair}/${side}`;
        addPackage(files, root, sdk);
        files.set(
          `${root}/caller.ts`,
          read(pair, "caller.ts").replaceAll('"demo-sdk"', '"./src/index.js"'),
        );
      }
    }
    const compiled = program(files);
    const wrong = pairs.flatMap((pair) => {
      const { caller } = JSON.parse(read(pair, "expected.json")) as Expected;
      return (["old", "new"] as const).flatMap((side) => {
        const problems = problemsOf(
          compiled,
          `/packages/${pair}/${side}/caller.ts`,
        );
        return (problems.length === 0) === caller[side]
          ? []
          : [`${pair} ${side}: ${problems.join("; ") || "it compiles"}`];
      });
    });
    expect(wrong).toEqual([]);
  });
});
