/**
 * The declarations of a package as the compiler sees them.
 */
import type { ts } from "ts-morph";
import { Project } from "../write/typescript.js";
import {
  compilerOptions,
  packageRoot,
  type DeclarationFiles,
} from "./declaration-files.js";

export interface OpenDeclarations {
  readonly checker: ts.TypeChecker;
  /** The module that callers import. */
  readonly entry: ts.Symbol;
}

/** The declarations, or why the compiler cannot read them. */
export const openDeclarations = ({
  entry,
  texts,
}: Extract<DeclarationFiles, { readonly kind: "files" }>):
  OpenDeclarations | string => {
  const project = new Project({ useInMemoryFileSystem: true, compilerOptions });
  for (const [path, text] of texts) project.createSourceFile(path, text);
  const program = project.getProgram().compilerObject;
  for (const path of texts.keys()) {
    const file = program.getSourceFile(path);
    const [problem] = file ? program.getSyntacticDiagnostics(file) : [];
    if (!file || !problem) continue;
    const { line } = file.getLineAndCharacterOfPosition(problem.start);
    const { messageText } = problem;
    const reason =
      typeof messageText === "string" ? messageText : messageText.messageText;
    return `${path.slice(packageRoot.length)}:${String(line + 1)}: ${reason}`;
  }
  const checker = program.getTypeChecker();
  const file = program.getSourceFile(entry);
  const symbol = file && checker.getSymbolAtLocation(file);
  return symbol
    ? { checker, entry: symbol }
    : `${entry.slice(packageRoot.length)} exports nothing`;
};

/** True of what the compiler's own library declares. */
export const isOfLibrary = ({ declarations = [] }: ts.Symbol): boolean =>
  declarations.length > 0 &&
  declarations.every(
    (one) => !one.getSourceFile().fileName.startsWith(packageRoot),
  );
