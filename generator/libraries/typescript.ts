/**
 * TypeScript and ts-morph on one copy of it, loaded as the CommonJS that they are: imported as
 * modules, their ten megabytes would be parsed three times, to find out what they are, what they
 * export, and what they do, which takes longer than most runs.
 */
import { createRequire } from "node:module";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import type * as Morph from "ts-morph";
import type ts from "typescript";
import { provide } from "./provide.js";

const require = createRequire(import.meta.url);

export const typescript = require("typescript") as typeof ts;

/** ts-morph, on the TypeScript above; where its own copy is not found, on that one. */
export const loadMorph = (): typeof Morph => {
  const common = createRequire(require.resolve("ts-morph")).resolve(
    "@ts-morph/common",
  );
  const copy = join(dirname(common), "typescript.js");
  if (existsSync(copy))
    provide(copy, { ...typescript, createLanguageServiceSourceFile });
  return require("ts-morph") as typeof Morph;
};

/** Comments are not parsed as JSDoc, which takes longer than the code between them. */
const createLanguageServiceSourceFile: (typeof ts)["createLanguageServiceSourceFile"] =
  (path, snapshot, target, version, _, kind) =>
    typescript.createLanguageServiceSourceFile(
      path,
      snapshot,
      {
        ...(typeof target === "object" ? target : { languageVersion: target }),
        jsDocParsingMode: typescript.JSDocParsingMode.ParseNone,
      },
      version,
      false, // nothing here looks for the parent of a node
      kind,
    );
