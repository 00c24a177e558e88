/**
 * Finds and reads `sdkwright.config.*`.
 *
 * TypeScript and JavaScript are run, JSON and YAML are read. What only one kind of file needs is
 * loaded when such a file is there.
 */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { checkConfig } from "./check.js";
import type { ConfigPath, ConfigSource } from "./check.js";
import type { SdkConfig } from "./config.js";
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

/** The config file in `cwd`; undefined without a report when there is none. */
export const findConfig = (
  cwd: string,
  diagnostics: Diagnostics,
): string | undefined => {
  const [first, second] = configNames.filter((name) =>
    existsSync(join(cwd, name)),
  );
  if (first === undefined) return undefined;
  if (second !== undefined) {
    diagnostics.report("config-ambiguous", { first, second, directory: cwd });
    return undefined;
  }
  return join(cwd, first);
};

/** Reads and checks a config file; undefined when something was reported. */
export const loadConfig = async (
  path: string,
  cwd: string,
  diagnostics: Diagnostics,
): Promise<LoadedConfig | undefined> => {
  const file = resolve(cwd, path);
  const shown = relative(cwd, file) || file;
  if (!existsSync(file)) {
    diagnostics.report("config-missing", { file: shown });
    return undefined;
  }
  try {
    const [value, source] = /\.(?:json|ya?ml)$/i.test(file)
      ? await readData(file, shown, diagnostics)
      : [await runCode(file), { file: shown }];
    const sdks = checkConfig(value, diagnostics, source);
    return sdks && { file, sdks };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    diagnostics.report("config-unreadable", {
      file: shown,
      reason: reason.split("\n", 1)[0] ?? "",
    });
    return undefined;
  }
};

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
  if (problem) throw problem;
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

/** The default export of a module, or the exports of a CommonJS one. */
const runCode = async (file: string): Promise<unknown> => {
  const { createJiti } = await import("jiti");
  const here = fileURLToPath(import.meta.url);
  const jiti = createJiti(here, {
    // Nothing is left on the disk, and a changed config is read again.
    fsCache: false,
    moduleCache: false,
    interopDefault: false,
    // A config may import `defineConfig` where sdkwright is not installed, as with npx.
    alias: { sdkwright: join(dirname(here), "..", "index" + here.slice(-3)) },
  });
  const loaded = await jiti.import<{
    readonly default?: unknown;
    readonly __esModule?: boolean;
  }>(file);
  return loaded.__esModule ? loaded.default : loaded;
};
