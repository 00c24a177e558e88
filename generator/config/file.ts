/**
 * Finds and reads `sdkwright.config.*`.
 *
 * TypeScript and JavaScript are run, JSON and YAML are read. What only one kind of file needs is
 * loaded when such a file is there.
 */
import { existsSync, readFileSync, type Stats, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { checkConfig } from "./check.js";
import type { ConfigPath, ConfigSource } from "./check.js";
import { CodeError, type CodePlace, runCode } from "./code.js";
import type { SdkConfig } from "./config.js";
import { nearestFile } from "./nearest-file.js";
import { conflictIn } from "../diagnostics/conflict-markers.js";
import type { Diagnostics } from "../diagnostics/diagnostics.js";

/** The names looked for in the working directory. */
const configNames = ["ts", "js", "mjs", "json", "yaml", "yml"].map(
  (extension) => `sdkwright.config.${extension}`,
);

export interface LoadedConfig {
  /** Absolute path of the config file. */
  readonly file: string;
  readonly sdks: readonly SdkConfig[];
}

export interface LoadConfigOptions {
  /** What a relative path starts from, and paths of messages. */
  readonly cwd: string;
  /** True when this process has loaded it before. */
  readonly isReload?: boolean;
}

/**
 * The config file in `cwd` or the nearest directory above that has one, up to the root of the
 * repository; undefined without a report when there is none.
 */
export const findConfig = (
  cwd: string,
  diagnostics: Diagnostics,
): string | undefined => {
  let directory = cwd;
  for (;;) {
    const [first, second] = configNames.filter((name) =>
      isOurs(join(directory, name), directory === cwd ? undefined : cwd),
    );
    if (first !== undefined && second === undefined)
      return join(directory, first);
    if (first !== undefined && second !== undefined) {
      const found = { first, second, directory };
      diagnostics.report("config-ambiguous", found);
      return undefined;
    }
    const parent = dirname(directory);
    if (parent === directory || statsOf(join(directory, ".git")))
      return undefined;
    directory = parent;
  }
};

/** A config is run: one above a directory counts only where its owner is the directory's. */
const isOurs = (file: string, below: string | undefined): boolean => {
  const stats = statsOf(file);
  if (!stats) return false;
  return below === undefined || stats.uid === statsOf(below)?.uid;
};

/** Undefined where there is nothing, or nothing that this process may look at. */
const statsOf = (path: string): Stats | undefined => {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
};

/** Reads and checks a config file; undefined when something was reported. */
export const loadConfig = async (
  path: string,
  { cwd, isReload = false }: LoadConfigOptions,
  diagnostics: Diagnostics,
): Promise<LoadedConfig | undefined> => {
  const file = resolve(cwd, path);
  const shown = relative(cwd, file) || file;
  diagnostics.sources.visit(file);
  if (!existsSync(file)) {
    const similar = nearestFile(file, shown);
    const hint =
      similar === undefined
        ? "Check the path given with --config."
        : `Did you mean ${similar}?`;
    diagnostics.report("config-missing", { file: shown, hint });
    return undefined;
  }
  try {
    if (isInConflict(file, shown, diagnostics)) return undefined;
    const [value, source] = /\.(?:json|ya?ml)$/i.test(file)
      ? await readData(file, shown, diagnostics)
      : await readCode(file, { shown, isReload }, diagnostics);
    const sdks = checkConfig(value, diagnostics, source);
    return sdks && { file, sdks };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    diagnostics.report(
      "config-unreadable",
      { file: shown, reason: reason.split("\n", 1)[0] ?? "" },
      placeOf(error, cwd, diagnostics),
    );
    return undefined;
  }
};

/** True of a config that branches met in, which is reported: some of those could be read, and say something else. */
const isInConflict = (
  file: string,
  shown: string,
  diagnostics: Diagnostics,
): boolean => {
  const text = readFileSync(file, "utf8");
  const at = conflictIn(text);
  if (at === -1) return false;
  const place = diagnostics.sources.add(shown, text).placeOf(at);
  diagnostics.report(
    "file-conflict",
    { file: shown },
    { file: shown, ...place },
  );
  return true;
};

const readCode = async (
  file: string,
  { shown, isReload }: { readonly shown: string; readonly isReload: boolean },
  diagnostics: Diagnostics,
): Promise<[unknown, ConfigSource]> => {
  let files: ReadonlySet<string> = new Set();
  try {
    const run = await runCode(file, isReload);
    ({ files } = run);
    return [run.value, { file: shown }];
  } catch (error) {
    if (error instanceof CodeError) ({ files } = error);
    throw error;
  } finally {
    for (const path of files) diagnostics.sources.visit(path);
  }
};

/** Where a config failed, when that is known; its text is kept for the lines around. */
const placeOf = (error: unknown, cwd: string, diagnostics: Diagnostics) => {
  const place =
    error instanceof CodeError
      ? error.place
      : error instanceof DataError
        ? error.place
        : undefined;
  if (place === undefined) return undefined;
  const { file, line, column } = place;
  const shown = relative(cwd, file) || file;
  try {
    diagnostics.sources.add(shown, readFileSync(file, "utf8"));
  } catch {
    // It was removed meanwhile.
  }
  return { file: shown, line, column };
};

/** A config that is no YAML. */
class DataError extends Error {
  constructor(
    reason: string,
    readonly place: CodePlace,
  ) {
    super(reason);
  }
}

/** JSON is read as YAML too, for the positions of its values. */
const readData = async (
  file: string,
  shown: string,
  diagnostics: Diagnostics,
): Promise<[unknown, ConfigSource]> => {
  const { LineCounter, isMap, isNode, isScalar, parseDocument } =
    await import("yaml");
  const text = readFileSync(file, "utf8");
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const [problem] = document.errors;
  if (problem) {
    const { line, col } = lines.linePos(problem.pos[0]);
    const reason = problem.message.replace(
      / at line \d+, column \d+:[^]*$/,
      "",
    );
    throw new DataError(reason, { file, line, column: col });
  }
  diagnostics.sources.add(shown, text);
  const positionAt = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { file: shown, line, column: col };
  };
  const locate = (path: ConfigPath) => {
    const parent = document.getIn(path.slice(0, -1), true);
    const step = path.at(-1);
    if (isMap(parent)) {
      for (const { key } of parent.items) {
        if (isScalar(key) && key.value === step && key.range) {
          return positionAt(key.range[0]);
        }
      }
    }
    const node = document.getIn(path, true);
    return isNode(node) && node.range ? positionAt(node.range[0]) : undefined;
  };
  return [document.toJS(), { file: shown, locate }];
};
