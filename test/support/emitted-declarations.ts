/** The declarations that TypeScript makes of a package, as its users' compilers come to them. */
import ts from "typescript";
import { strictest } from "./compiler-options.js";

type Texts = Readonly<Record<string, string>>;

const options: ts.CompilerOptions = {
  ...strictest,
  skipLibCheck: false,
  isolatedDeclarations: true,
  declaration: true,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
};

/**
 * @param sources by path: `src/index.ts`
 * @returns declarations by path: `src/index.d.ts`
 */
export function declarationsOf(sources: Texts): Texts {
  const declarations: Record<string, string> = {};
  programOf(sources, Object.keys(sources), {
    ...options,
    noEmit: false,
    emitDeclarationOnly: true,
  }).emit(undefined, (path, text) => {
    declarations[path.replace("/package/", "")] = text;
  });
  return declarations;
}

/**
 * What the compiler says of code beside the declarations, and of those that the code leads to: others
 * are not there for it.
 */
export function errorsBeside(declarations: Texts, code: string): string[] {
  const { isolatedDeclarations: _, ...own } = options;
  const program = programOf({ ...declarations, "use.ts": code }, ["use.ts"], {
    ...own,
    declaration: false,
  });
  return program
    .getSourceFiles()
    .filter(({ fileName }) => fileName.startsWith("/package/"))
    .flatMap((file) => [
      ...program.getSyntacticDiagnostics(file),
      ...program.getSemanticDiagnostics(file),
    ])
    .map(
      ({ file, messageText }) =>
        `${file?.fileName ?? ""}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`,
    );
}

const programOf = (
  files: Texts,
  roots: readonly string[],
  compilerOptions: ts.CompilerOptions,
): ts.Program => {
  const host = ts.createCompilerHost(compilerOptions);
  const texts = new Map(
    Object.entries({ ...files, "package.json": '{ "type": "module" }' }).map(
      ([path, text]) => [`/package/${path}`, text],
    ),
  );
  return ts.createProgram(
    roots.map((path) => `/package/${path}`),
    compilerOptions,
    {
      ...host,
      getCurrentDirectory: () => "/package",
      directoryExists: (path) => path.startsWith("/package"),
      fileExists: (path) => texts.has(path) || host.fileExists(path),
      readFile: (path) => texts.get(path) ?? host.readFile(path),
      getSourceFile: (path, language, ...rest) => {
        const text = texts.get(path);
        return text === undefined
          ? host.getSourceFile(path, language, ...rest)
          : ts.createSourceFile(path, text, language, true);
      },
    },
  );
};
