/** A package as it is published: what it declares, its package.json, and its surface. */
import ts from "typescript";
import { emit } from "./emit.js";
import type { Sdk } from "../../generator/sdk/sdk.js";
import { printed } from "./printed.js";

/** What all packages share is compiled once. */
const declared = new Map<string, string>();

/**
 * Its files by their paths, without the surface.
 *
 * @param version of package.json
 */
export const publishedFiles = (
  sdk: Sdk,
  version = "1.0.0",
): ReadonlyMap<string, string> => {
  const files = new Map<string, string>();
  for (const file of emit(sdk).files) {
    if (file.path.startsWith("src/")) {
      const path = file.path.replace(/^src\/(.*)\.ts$/, "dist/esm/$1.d.ts");
      files.set(path, declarationsOf(printed(file)));
    } else if (file.path === "package.json") {
      const fields = JSON.parse(printed(file)) as object;
      files.set(file.path, JSON.stringify({ ...fields, version }));
    }
  }
  return files;
};

/** What the compiler declares of a module: it needs no other one, since types are written out. */
const declarationsOf = (source: string): string => {
  const known = declared.get(source);
  if (known !== undefined) return known;
  const { outputText } = ts.transpileDeclaration(source, {
    compilerOptions: {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      isolatedDeclarations: true,
    },
  });
  declared.set(source, outputText);
  return outputText;
};
