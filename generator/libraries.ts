/**
 * TypeScript and the packages that speak its syntax tree, all with one copy of it, and loaded as the
 * CommonJS that they are: imported as modules, their ten megabytes would be parsed three times, to
 * find out what they are, what they export, and what they do, which takes longer than most runs.
 */
import { createRequire, Module } from "node:module";
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import type { transformSchemaObject as Transform } from "openapi-typescript";
import type * as Morph from "ts-morph";
import type ts from "typescript";

const require = createRequire(import.meta.url);

export const typescript = require("typescript") as typeof ts;

/** Apart from the rest of its package, which is a reader of documents that is not used here. */
export const loadTransform = (): typeof Transform => {
  const path = "openapi-typescript/dist/transform/schema-object.cjs";
  const pointers = createRequire(require.resolve(path)).resolve(
    "@redocly/openapi-core/lib/ref-utils.js",
  );
  provide(pointers, { parseRef, escapePointer });
  return (require(path) as { default: typeof Transform }).default;
};

/**
 * What the transform needs of that reader. It asks for the pointer of every property again and
 * again, and most of them hold nothing that is escaped.
 */
const parseRef = (ref: string) => {
  const [uri = "", pointer = ""] = ref.split("#/");
  const tokens = pointer.split("/");
  return {
    uri: (uri.endsWith("#") ? uri.slice(0, -1) : uri) || null,
    pointer: (/[~%]/.test(pointer)
      ? tokens.map((token) =>
          decodeURIComponent(token.replace(/~1/g, "/").replace(/~0/g, "~")),
        )
      : tokens
    ).filter((token) => token !== ""),
  };
};

const escapePointer = (token: string): string =>
  /[~/]/.test(token) ? token.replace(/~/g, "~0").replace(/\//g, "~1") : token;

/** Lets whoever requires a module have these exports, unless it is loaded already. */
const provide = (path: string, exports: unknown): void => {
  if (require.cache[path]) return;
  const provided = new Module(path);
  provided.loaded = true;
  provided.exports = exports;
  require.cache[path] = provided;
};

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
