/**
 * The TypeScript compiler over files in memory, under the flags that users of a package may have.
 */
import { dirname, join, resolve } from "node:path";
import ts from "typescript";
import { strictest } from "./compiler-options.js";

const options: ts.CompilerOptions = {
  ...strictest,
  skipLibCheck: false,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
};

/** Reading the library takes longer than everything else: once for all checks of a test file. */
const libraries = new Map<string, ts.SourceFile | undefined>();
const folder = dirname(ts.getDefaultLibFilePath(options));
const real = ts.createCompilerHost(options);
let last: ts.Program | undefined;

/**
 * @param files texts by their path in the package
 * @param lib what the platform has, where it is not what packages ask for: `es2022`
 * @returns `path:line: message`, in order
 */
export function typeErrors(
  files: Readonly<Record<string, string>>,
  lib?: readonly string[],
): string[] {
  const root = "/package";
  const sources = new Map(
    Object.entries({
      ...files,
      "package.json": '{ "type": "module" }',
    }).map(([path, text]) => [join(root, path), text]),
  );
  const host: ts.CompilerHost = {
    ...real,
    getCurrentDirectory: () => root,
    getDefaultLibLocation: () => folder,
    fileExists: (path) => sources.has(path) || isLibrary(path),
    directoryExists: (path) =>
      [...sources.keys()].some((file) => file.startsWith(resolve(path))),
    readFile: (path) => sources.get(path) ?? real.readFile(path),
    getSourceFile(path, language, ...rest) {
      const text = sources.get(path);
      if (text !== undefined)
        return ts.createSourceFile(path, text, language, true);
      if (!libraries.has(path))
        libraries.set(path, real.getSourceFile(path, language, ...rest));
      return libraries.get(path);
    },
  };
  const roots = [...sources.keys()].filter((path) => path.endsWith(".ts"));
  const chosen = lib && { lib: lib.map((name) => `lib.${name}.d.ts`) };
  const program = ts.createProgram(
    roots,
    { ...options, ...chosen },
    host,
    last,
  );
  last = program;
  // File by file: the library itself, which is nobody's to correct, is not checked.
  return [
    ...program.getOptionsDiagnostics(),
    ...program.getGlobalDiagnostics(),
    ...roots.flatMap((path) => {
      const file = program.getSourceFile(path);
      return [
        ...program.getSyntacticDiagnostics(file),
        ...program.getSemanticDiagnostics(file),
      ];
    }),
  ].map(({ file, start = 0, messageText }) => {
    const text = ts.flattenDiagnosticMessageText(messageText, " ");
    if (!file) return text;
    const { line } = file.getLineAndCharacterOfPosition(start);
    return `${file.fileName.slice(root.length + 1)}:${line + 1}: ${text}`;
  });
}

const isLibrary = (path: string): boolean =>
  dirname(path) === folder && ts.sys.fileExists(path);
