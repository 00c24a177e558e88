/**
 * Compiles callers against the sources of packages, all of them in memory.
 */
import type { Diagnostic, SourceFile } from "ts-morph";
import { Project, typescript } from "../write/typescript.js";
import type { Caller } from "./write-caller.js";
import type { Use } from "./use.js";

/** What no longer compiles. */
export interface FailedUse {
  readonly use: Use;
  /** What TypeScript says of it, each message once. */
  readonly messages: readonly string[];
}

export interface CompiledCaller {
  readonly failed: readonly FailedUse[];
  /** What TypeScript says of the declarations of the caller: nothing, or the caller proves nothing. */
  readonly broken: readonly string[];
}

export interface CallerOfPackage {
  readonly caller: Caller;
  /** Texts of the package by path: `src/index.ts`; the caller stands beside `src`. */
  readonly sources: ReadonlyMap<string, string>;
}

/** Each against its own package, in one program: most of the time goes into the types of the platform. */
export const compileCallers = (
  packages: readonly CallerOfPackage[],
): readonly CompiledCaller[] => {
  const project = new Project({
    useInMemoryFileSystem: true,
    compilerOptions: callerOptions,
  });
  project
    .getFileSystem()
    .writeFileSync("/package.json", '{ "type": "module" }');
  const files = packages.map(({ caller, sources }, index) => {
    for (const [path, text] of sources)
      project.createSourceFile(`/${index}/${path}`, text);
    return project.createSourceFile(`/${index}/caller.ts`, caller.text);
  });
  const program = project.getProgram();
  return packages.map(({ caller }, index) => {
    const file = files[index];
    return file
      ? sorted(caller, file, [
          ...program.getSyntacticDiagnostics(file),
          ...program.getSemanticDiagnostics(file),
        ])
      : { failed: [], broken: [] };
  });
};

/** The problems by the use that they stand in. */
const sorted = (
  caller: Caller,
  file: SourceFile,
  problems: readonly Diagnostic[],
): CompiledCaller => {
  const failed = new Map<Use, Set<string>>();
  const broken: string[] = [];
  for (const { compilerObject } of problems) {
    const { messageText, start = 0 } = compilerObject;
    const text = typescript.flattenDiagnosticMessageText(messageText, " ");
    const use = caller.useAt(file.getLineAndColumnAtPos(start).line);
    if (use) failed.set(use, (failed.get(use) ?? new Set()).add(text));
    else broken.push(text);
  }
  return {
    failed: [...failed].map(([use, messages]) => ({
      use,
      messages: [...messages],
    })),
    broken,
  };
};

/** As a careful owner of the calling code has them. */
const callerOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  skipLibCheck: true,
  module: typescript.ModuleKind.NodeNext,
  moduleResolution: typescript.ModuleResolutionKind.NodeNext,
  target: typescript.ScriptTarget.ES2022,
  lib: [
    "lib.es2022.d.ts",
    "lib.esnext.disposable.d.ts",
    "lib.dom.d.ts",
    "lib.dom.iterable.d.ts",
    "lib.dom.asynciterable.d.ts",
  ],
  types: [],
  noEmit: true,
};
