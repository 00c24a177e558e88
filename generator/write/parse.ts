/**
 * Reads TypeScript that was emitted, with ts-morph: the tree that is laid out, and the proof that a
 * file with a syntax error is never written.
 */
import type ts from "typescript";
import { loadMorph, typescript } from "../libraries/typescript.js";
import type { OutputFile } from "../sdk/output.js";

export type Parse = (file: OutputFile) => ts.SourceFile;

export const openParser = (): Parse => {
  const { Project } = loadMorph();
  const project = new Project({
    useInMemoryFileSystem: true,
    skipLoadingLibFiles: true,
    skipFileDependencyResolution: true,
    compilerOptions: { noLib: true, noResolve: true },
  });
  return ({ path, text }) => {
    const file = project.createSourceFile(path, text, { overwrite: true });
    const compilerNode = file.compilerNode as unknown as ts.SourceFile;
    file.forget();
    const [problem] = syntaxErrors(compilerNode);
    if (problem === undefined) return compilerNode;
    const message = typescript.flattenDiagnosticMessageText(
      problem.messageText,
      " ",
    );
    const line = text.slice(0, problem.start).split("\n").length;
    throw new Error(
      `the generated ${path} does not parse: ${message} (${line}): ${text.split("\n")[line - 1] ?? ""}`,
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
