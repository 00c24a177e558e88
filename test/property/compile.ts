/**
 * Type-checks many packages at once: all of them share one copy of the runtime.
 */
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { strictest } from "../support/compiler-options.js";

const options: ts.CompilerOptions = {
  ...strictest,
  skipLibCheck: true,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  // As "type": "module" of the package says, even of a file without exports.
  moduleDetection: ts.ModuleDetectionKind.Force,
};

const runtime = fileURLToPath(
  new URL("../../templates/runtime/", import.meta.url),
);
const real = ts.createCompilerHost(options);
/** The library and the runtime, read once. */
const kept = new Map<string, ts.SourceFile | undefined>();

/** @returns `package/path:line: message` */
export function batchErrors(
  packages: readonly ReadonlyMap<string, string>[],
): string[] {
  const sources = new Map(
    packages.flatMap((files, index) =>
      [...files]
        .filter(([path]) => !path.startsWith("src/core/"))
        .map(([path, text]): [string, string] => [`/${index}/${path}`, text]),
    ),
  );
  const host: ts.CompilerHost = {
    ...real,
    getCurrentDirectory: () => "/",
    fileExists: (path) => sources.has(path) || real.fileExists(path),
    readFile: (path) => sources.get(path) ?? real.readFile(path),
    getSourceFile(path, language, ...rest) {
      const text = sources.get(path);
      if (text !== undefined)
        return ts.createSourceFile(path, text, language, true);
      if (!kept.has(path))
        kept.set(
          path,
          path.startsWith(runtime)
            ? ts.createSourceFile(path, readFileSync(path, "utf8"), language)
            : real.getSourceFile(path, language, ...rest),
        );
      return kept.get(path);
    },
    resolveModuleNameLiterals: (literals, from) =>
      literals.map(({ text }) => {
        const file = text.replace(/\.js$/, ".ts");
        const resolvedFileName =
          from.startsWith(runtime) || /(?:^|\/)core\//.test(file)
            ? runtime + basename(file)
            : new URL(file, `file://${encodeURI(from)}`).pathname;
        return {
          resolvedModule: {
            resolvedFileName: decodeURI(resolvedFileName),
            extension: ts.Extension.Ts,
          },
        };
      }),
  };
  const program = ts.createProgram([...sources.keys()], options, host);
  return [...sources.keys()]
    .flatMap((path) => {
      const file = program.getSourceFile(path);
      return [
        ...program.getSyntacticDiagnostics(file),
        ...program.getSemanticDiagnostics(file),
      ];
    })
    .map(({ file, start = 0, messageText }) => {
      const text = ts.flattenDiagnosticMessageText(messageText, " ");
      const line = file?.getLineAndCharacterOfPosition(start).line ?? 0;
      return `${file?.fileName ?? ""}:${line + 1}: ${text}`;
    });
}
