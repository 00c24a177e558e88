/** What an editor shows in code that uses a package, both in memory. */
import { join } from "node:path";
import ts from "typescript";
import { strictest } from "./compiler-options.js";
import type { Options, Source } from "./pipeline.js";
import { sourcesOf } from "./sources.js";

interface Hovers {
  /** What the compiler says of the code. */
  readonly errors: readonly string[];
  /** What is shown over the last letter of `text`, where it stands for the first time. */
  readonly over: (text: string) => string;
}

/**
 * @param code TypeScript beside `src/`, as a user of the package would write it
 */
export async function hovers(
  source: Source,
  code: string,
  options: Options = {},
): Promise<Hovers> {
  const root = "/package";
  const use = join(root, "use.ts");
  const files = new Map([
    [use, code],
    [join(root, "package.json"), '{ "type": "module" }'],
  ]);
  for (const [path, text] of Object.entries(await sourcesOf(source, options)))
    files.set(join(root, path), text);
  const readFile = (path: string): string | undefined =>
    files.get(path) ?? ts.sys.readFile(path);
  const service = ts.createLanguageService({
    getCompilationSettings: () => ({
      ...strictest,
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
    }),
    getScriptFileNames: () =>
      [...files.keys()].filter((path) => path.endsWith(".ts")),
    getScriptVersion: () => "1",
    getScriptSnapshot: (path) => {
      const text = readFile(path);
      return text === undefined
        ? undefined
        : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => root,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: (path) => files.has(path) || ts.sys.fileExists(path),
    readFile,
  });
  return {
    errors: service
      .getSemanticDiagnostics(use)
      .map(({ messageText }) =>
        ts.flattenDiagnosticMessageText(messageText, " "),
      ),
    over: (text) => {
      const start = code.indexOf(text);
      const info = service.getQuickInfoAtPosition(use, start + text.length - 1);
      if (start < 0 || !info) throw new Error(`nothing to show over ${text}`);
      return ts.displayPartsToString(info.displayParts);
    },
  };
}
