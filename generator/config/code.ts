/**
 * Runs a config that is code, TypeScript or JavaScript, and knows which files it was made of.
 */
import type { Jiti } from "jiti";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { types } from "node:util";
import { withImported } from "./imported-files.js";

export interface RunCode {
  readonly value: unknown;
  /** Absolute paths of the config and what it imports, as far as they are known. */
  readonly files: ReadonlySet<string>;
}

/** The place in a config where its code failed. */
export interface CodePlace {
  /** Absolute. */
  readonly file: string;
  readonly line: number;
  /** From 1. */
  readonly column: number;
}

/** A config that does not parse, or that throws. */
export class CodeError extends Error {
  readonly place: CodePlace | undefined;

  constructor(
    cause: unknown,
    readonly files: ReadonlySet<string>,
  ) {
    const text = cause instanceof Error ? cause.message : String(cause);
    super(
      text
        .replace(/^ParseError: /, "")
        .split("\n", 1)[0]
        ?.trimEnd(),
    );
    this.place =
      parsePlace(text) ??
      (cause instanceof Error ? thrownAt(cause, files) : undefined);
  }
}

/** Of the parser, whose columns begin at 0, in the last line of its message. */
const parsePlace = (message: string): CodePlace | undefined => {
  const [, file, line, column] =
    /^ParseError: [^]*\n (.+):(\d+):(\d+)$/.exec(message) ?? [];
  return file === undefined
    ? undefined
    : { file, line: Number(line), column: Number(column) + 1 };
};

/** The innermost call that stands in one of the files. The compiler puts code before the first line. */
const thrownAt = (
  { stack = "" }: Error,
  files: ReadonlySet<string>,
): CodePlace | undefined => {
  for (const frame of stack.split("\n")) {
    const [, location = "", line, column] =
      /(?:^|[\s(])((?:file:\/\/|\/|[a-z]:[\\/]).*):(\d+):(\d+)\)?$/i.exec(
        frame,
      ) ?? [];
    const file = location.startsWith("file://")
      ? fileURLToPath(location.replace(/[?#].*$/s, ""))
      : location;
    if (files.has(file))
      return {
        file,
        line: Number(line),
        column: line === "1" ? 1 : Number(column),
      };
  }
  return undefined;
};

/**
 * The default export of a module, or the exports of a CommonJS one.
 *
 * @param isReload the file was run before in this process: nothing that Node has kept of it counts
 * @throws CodeError
 */
export const runCode = async (
  file: string,
  isReload: boolean,
): Promise<RunCode> => {
  const { createJiti } = await import("jiti");
  const here = fileURLToPath(import.meta.url);
  const module = (name: string): string =>
    join(dirname(here), "..", name + here.slice(-3));
  const options = {
    // Nothing is left on the disk, and a changed config is read again.
    fsCache: false,
    moduleCache: false,
    interopDefault: false,
    // A config may import `defineConfig` where sdkwright is not installed, as with npx.
    alias: {
      "sdkwright/plugin": module("plugin/index"),
      sdkwright: module("index"),
    },
  };
  const files = new Set([file]);
  const compiler = createJiti(here, options);
  const jiti = createJiti(here, {
    ...options,
    transform: (input) => {
      if (input.filename !== undefined) files.add(input.filename);
      return { code: compiler.transform(input) };
    },
  });
  // CommonJS files that Node loads itself are in its cache, and stay there.
  const { cache } = createRequire(here);
  const earlier = new Set(Object.keys(cache));
  try {
    const loaded = (await (isReload
      ? reload(jiti, file)
      : jiti.import(file))) as Loaded;
    // A module that Node loads itself (`.mjs`, or `.js` of a package of modules) is not marked as one.
    const isModule =
      loaded.__esModule === true || types.isModuleNamespaceObject(loaded);
    return { value: isModule ? loaded.default : loaded, files };
  } catch (error) {
    throw new CodeError(error, files);
  } finally {
    for (const path of Object.keys(cache)) {
      if (earlier.has(path) || isInstalled(path)) continue;
      files.add(path);
      Reflect.deleteProperty(cache, path);
    }
    for (const path of withImported(files)) files.add(path);
  }
};

interface Loaded {
  readonly default?: unknown;
  readonly __esModule?: boolean;
}

/**
 * Node keeps ECMAScript modules for good. Compiled to CommonJS they are read again; what cannot be
 * compiled so, such as `await` outside of functions, is imported as the first time.
 */
const reload = async (jiti: Jiti, file: string): Promise<unknown> => {
  try {
    return jiti.evalModule(readFileSync(file, "utf8"), { filename: file });
  } catch {
    return jiti.import(file);
  }
};

const isInstalled = (path: string): boolean =>
  /[\\/]node_modules[\\/]/.test(path);
