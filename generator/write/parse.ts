/**
 * Reads TypeScript that was emitted, with ts-morph: the tree that is laid out, and the proof that a
 * file with a syntax error is never written.
 */
import { existsSync } from "node:fs";
import { createRequire, Module } from "node:module";
import { dirname, join } from "node:path";
import type { ts } from "ts-morph";
import type { OutputFile } from "../output.js";

export type Parse = (file: OutputFile) => ts.SourceFile;

/** @throws when asked to parse what is no TypeScript: what we made is wrong */
export const openParser = async (): Promise<Parse> => {
  shareTypeScript();
  const { Project, ts } = await import("ts-morph");
  const project = new Project({
    useInMemoryFileSystem: true,
    skipLoadingLibFiles: true,
    skipFileDependencyResolution: true,
    compilerOptions: { noLib: true, noResolve: true },
  });
  return ({ path, text }) => {
    const file = project.createSourceFile(path, text, { overwrite: true });
    const { compilerNode } = file;
    file.forget();
    const [problem] = syntaxErrors(compilerNode);
    if (problem === undefined) return compilerNode;
    const message = ts.flattenDiagnosticMessageText(problem.messageText, " ");
    const { line } = ts.getLineAndCharacterOfPosition(
      compilerNode,
      problem.start ?? 0,
    );
    throw new Error(
      `the generated ${path} does not parse: ${message} (${line + 1}): ${text.split("\n")[line] ?? ""}`,
    );
  };
};

/** What the parser noted; asking the type checker instead would build a program. */
const syntaxErrors = (file: ts.SourceFile): readonly ts.Diagnostic[] => {
  const { parseDiagnostics = [] } = file as ts.SourceFile & {
    parseDiagnostics?: readonly ts.Diagnostic[];
  };
  return parseDiagnostics;
};

type TypeScript = typeof ts;

/**
 * ts-morph brings a copy of TypeScript, and the one that makes the types is in memory already: two
 * would cost a tenth of a second and 30 MB. The comments need not be parsed as JSDoc, which takes
 * longer than the code between them. Where the copy is not found, ts-morph uses its own.
 */
const shareTypeScript = (): void => {
  const require = createRequire(import.meta.url);
  const common = createRequire(require.resolve("ts-morph")).resolve(
    "@ts-morph/common",
  );
  const copy = join(dirname(common), "typescript.js");
  if (!existsSync(copy) || require.cache[copy]) return;
  const typescript = require("typescript") as TypeScript;
  const shared = new Module(copy);
  shared.loaded = true;
  shared.exports = {
    ...typescript,
    createLanguageServiceSourceFile: (
      ...[path, snapshot, target, version, , kind]: Parameters<
        TypeScript["createLanguageServiceSourceFile"]
      >
    ) =>
      typescript.createLanguageServiceSourceFile(
        path,
        snapshot,
        {
          ...(typeof target === "object"
            ? target
            : { languageVersion: target }),
          jsDocParsingMode: typescript.JSDocParsingMode.ParseNone,
        },
        version,
        false, // nothing here looks for the parent of a node
        kind,
      ),
  };
  require.cache[copy] = shared;
};
