/**
 * ts-morph writes the TypeScript files from their structures. The tree that it reads them back into
 * is what gets laid out, and the proof that a file with a syntax error is never written.
 */
import type { StatementStructures, ts } from "ts-morph";
import type { TypeScriptFile } from "../sdk/output.js";
import { IndentationText, Project, typescript } from "./typescript.js";

export type Print = (file: TypeScriptFile) => ts.SourceFile;

/** @returns prints one file after the other, and keeps none of them */
export const openPrinter = (): Print => {
  const project = new Project({
    useInMemoryFileSystem: true,
    skipLoadingLibFiles: true,
    skipFileDependencyResolution: true,
    compilerOptions: {
      noLib: true,
      noResolve: true,
      target: typescript.ScriptTarget.Latest,
    },
    manipulationSettings: { indentationText: IndentationText.TwoSpaces },
  });
  return ({ path, statements }) => {
    const sourceFile = project.createSourceFile(path, {
      // What `emit` gives is made of these structures, readonly and with `Code` for strings.
      statements: statements as StatementStructures[],
    });
    const { compilerNode } = sourceFile;
    if (hasSyntaxError(compilerNode)) {
      const program = project.getProgram();
      const [problem] = program.getSyntacticDiagnostics(sourceFile);
      throw syntaxError(path, compilerNode, problem?.compilerObject);
    }
    sourceFile.forget();
    return compilerNode;
  };
};

/** The parser marks the node that it finishes after an error. A program for each file takes longer. */
const hasSyntaxError = (node: ts.Node): boolean =>
  (node.flags & typescript.NodeFlags.ThisNodeHasError) !== 0 ||
  typescript.forEachChild(
    node,
    (child) => hasSyntaxError(child) || undefined,
  ) === true;

const syntaxError = (
  path: string,
  { text }: ts.SourceFile,
  problem: ts.Diagnostic | undefined,
): Error => {
  const { messageText = "", start = 0 } = problem ?? {};
  const message = typescript.flattenDiagnosticMessageText(messageText, " ");
  const line = text.slice(0, start).split("\n").length;
  return new Error(
    `the generated ${path} does not parse: ${message} (${line}): ${text.split("\n")[line - 1] ?? ""}`,
  );
};
