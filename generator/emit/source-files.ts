/**
 * Modules become text: ts-morph writes each file from one structure and reads it again, so that a
 * file with a syntax error is found here and never written.
 */
import { Project, ts } from "ts-morph";
import type { OutputFile } from "../output.js";
import type { Module } from "./module.js";

export function writeModules(modules: readonly Module[]): OutputFile[] {
  const project = new Project({
    useInMemoryFileSystem: true,
    skipLoadingLibFiles: true,
    skipFileDependencyResolution: true,
    compilerOptions: { noLib: true, noResolve: true },
  });
  return modules.map((module): OutputFile => {
    const file = project.createSourceFile(module.path, {
      statements: module.statements(),
    });
    const text = file.getFullText();
    const [problem] = syntaxErrors(file.compilerNode);
    if (problem)
      throw new Error(
        `${module.path} would not parse: ${ts.flattenDiagnosticMessageText(problem.messageText, " ")} near ${JSON.stringify(text.slice(Math.max(0, (problem.start ?? 0) - 80), (problem.start ?? 0) + 80))}`,
      );
    file.forget();
    return { path: module.path, text, kind: "source" };
  });
}

/** What the parser noted; asking the type checker instead would build a program. */
function syntaxErrors(file: ts.SourceFile): readonly ts.Diagnostic[] {
  const { parseDiagnostics = [] } = file as ts.SourceFile & {
    parseDiagnostics?: readonly ts.Diagnostic[];
  };
  return parseDiagnostics;
}
