/**
 * The declaration files that a package's types are made of: its entry, and whatever that leads to by
 * relative imports. They come from the package alone, and there is an end to how many.
 */
import { posix } from "node:path";
import type { ts } from "ts-morph";
import { typescript } from "../write/typescript.js";

/** Text of a file of the package; undefined where it has none. */
export type ReadFile = (path: string) => string | undefined;

/** The folder of the package, as the compiler sees it. */
export const packageRoot = "/package/";

export type DeclarationFiles =
  | {
      readonly kind: "files";
      /** Under the root. */
      readonly entry: string;
      /** By their paths under the root, in the order in which they are reached. */
      readonly texts: ReadonlyMap<string, string>;
      /** Imports that lead out of the package, which are not followed: `a.d.ts imports "../b"`. */
      readonly outside: readonly string[];
    }
  | { readonly kind: "unreadable"; readonly reason: string };

/** Beyond the largest packages there are, and soon read. */
const limits = { files: 10_000, length: 32 * 1024 * 1024 };

export const compilerOptions: ts.CompilerOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  target: typescript.ScriptTarget.ES2022,
  module: typescript.ModuleKind.ESNext,
  moduleResolution: typescript.ModuleResolutionKind.Bundler,
  // What types are made with. Names of platforms are kept as they are.
  lib: [
    "lib.es5.d.ts",
    "lib.es2015.symbol.d.ts",
    "lib.es2015.symbol.wellknown.d.ts",
    "lib.es2015.iterable.d.ts",
    "lib.es2015.promise.d.ts",
    "lib.es2018.asynciterable.d.ts",
    "lib.es2018.asyncgenerator.d.ts",
  ],
  types: [],
  noEmit: true,
};

/** @param entries paths below the package, of which the first that is there counts */
export const declarationFiles = (
  entries: readonly string[],
  read: ReadFile,
): DeclarationFiles => {
  const known = new Map<string, string | undefined>();
  const textOf = (path: string): string | undefined => {
    if (!path.startsWith(packageRoot)) return undefined;
    if (!known.has(path)) known.set(path, read(path.slice(packageRoot.length)));
    return known.get(path);
  };
  const entry = entries
    .filter((path) => !path.split("/").includes(".."))
    .map((path) => packageRoot + path)
    .find((path) => isDeclaration(path) && textOf(path) !== undefined);
  if (entry === undefined)
    return { kind: "unreadable", reason: "it declares no types" };
  const host: ts.ModuleResolutionHost = {
    fileExists: (path) => textOf(path) !== undefined,
    readFile: textOf,
  };
  const texts = new Map<string, string>();
  const outside: string[] = [];
  const waiting = [entry];
  let length = 0;
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const text = textOf(path);
    if (text === undefined || texts.has(path)) continue;
    texts.set(path, text);
    length += text.length;
    if (texts.size > limits.files || length > limits.length)
      return { kind: "unreadable", reason: "its declarations are too large" };
    for (const specifier of specifiersOf(text))
      if (!posix.join(path, "..", specifier).startsWith(packageRoot))
        outside.push(
          `${path.slice(packageRoot.length)} imports ${JSON.stringify(specifier)}`,
        );
    waiting.push(...leadingTo(text, path, host));
  }
  return { kind: "files", entry, texts, outside };
};

const isDeclaration = (path: string): boolean => /\.d\.[cm]?ts$/.test(path);

const specifiersOf = (text: string): readonly string[] => {
  const { importedFiles, referencedFiles } = typescript.preProcessFile(text);
  return [
    ...importedFiles.map(({ fileName }) => fileName),
    ...referencedFiles.map(({ fileName }) =>
      fileName.startsWith(".") ? fileName : `./${fileName}`,
    ),
  ].filter((specifier) => /^\.{1,2}\//.test(specifier));
};

const leadingTo = (
  text: string,
  from: string,
  host: ts.ModuleResolutionHost,
): readonly string[] =>
  specifiersOf(text).flatMap((specifier) => {
    const { resolvedModule } = typescript.resolveModuleName(
      ...[specifier, from, compilerOptions, host],
    );
    const path = resolvedModule?.resolvedFileName;
    return path !== undefined && isDeclaration(path) ? [path] : [];
  });
