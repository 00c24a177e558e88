/**
 * Which SDKs a run generates: the options of the command line over those of the config.
 */
import { dirname, relative, resolve, sep } from "node:path";
import type { Config, OperationFilter, SdkConfig } from "./config.js";
import { checkConfig } from "./check.js";
import { findConfig, loadConfig, type LoadConfigOptions } from "./file.js";
import { onlyNamed } from "./only.js";
import { UsageError } from "./usage-error.js";
import type { Diagnostics } from "../diagnostics/diagnostics.js";
import { withoutPrototype } from "./without-prototype.js";
import { type DocumentInput, resolveInputs } from "./document-input.js";

/** One SDK with its paths resolved. */
export interface Target {
  readonly config: SdkConfig;
  /** The document, or the documents that are merged. */
  readonly inputs: readonly DocumentInput[];
  /** The package's directory, absolute. */
  readonly output: string;
  /** Absolute; absent where references stay below the document's directory. */
  readonly refRoot?: string;
  /** Absolute, in the order in which they are applied. */
  readonly overlays: readonly string[];
  /** Absolute; absent when there is none. */
  readonly configFile?: string;
}

export interface TargetSelection {
  /** Relative paths start here. Default: the working directory. */
  readonly cwd?: string;
  /** A config, or the path of a config file. Default: `sdkwright.config.*` in `cwd` or above. */
  readonly config?: Config | string;
  /** The document, instead of the config's; with several SDKs the one to work on. */
  readonly input?: SdkConfig["input"];
  /** The directory that references to other files may read, instead of the config's. */
  readonly refRoot?: string;
  /** Headers of the request for a document at a URL, over those of the config. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Origins that references may lead to, instead of the config's. */
  readonly allowRefOrigins?: readonly string[];
  /** Overlays to apply to the document, instead of the config's. */
  readonly overlays?: readonly string[];
  /** Only these operations, instead of the config's. */
  readonly include?: OperationFilter;
  /** Operations to exclude, instead of the config's. */
  readonly exclude?: OperationFilter;
  /** The package's directory, instead of the config's; with several SDKs the one to work on. */
  readonly output?: string;
  /**
   * With several SDKs those to work on, by the package's name, the client's, or the directory.
   * Default: all.
   */
  readonly only?: readonly string[];
}

/**
 * @param needs false for `needsOutput` where nothing is written: `output` of a config may be empty then;
 *   true for `isReload` in a process that has loaded the config before
 * @throws UsageError when the options do not say what to generate
 */
export const findTargets = async (
  selection: TargetSelection,
  diagnostics: Diagnostics,
  { needsOutput = true, isReload = false }: FindOptions = {},
): Promise<readonly Target[]> => {
  const cwd = resolve(selection.cwd ?? ".");
  const { input } = selection;
  const loaded = await findSdks(selection, { cwd, isReload }, diagnostics);
  if (loaded === undefined && diagnostics.hasErrors) return [];
  const targets = targetsOf(loaded, selection, cwd);
  if (!needsOutput && input !== undefined && isAlone(targets, selection, cwd))
    return targetsOf({ sdks: [{ input, output: "" }] }, selection, cwd);
  if (!loaded) throw nothingToDo(input);
  const chosen = choose(onlyNamed(targets, selection.only), selection, cwd);
  reportShared(chosen, cwd, diagnostics);
  return diagnostics.hasErrors ? [] : chosen;
};

interface FindOptions {
  readonly needsOutput?: boolean;
  readonly isReload?: boolean;
}

const targetsOf = (
  { sdks, file }: Sdks = { sdks: [] },
  selection: TargetSelection,
  cwd: string,
): readonly Target[] => {
  const base = file === undefined ? cwd : dirname(file);
  return sdks.map((sdk) => {
    const config = withSelection(sdk, selection, cwd);
    const { refRoot, overlays = [] } = config;
    return withoutPrototype({
      config,
      inputs: resolveInputs(base, config.input),
      output: resolve(base, config.output),
      overlays: overlays.map((path) => resolve(base, path)),
      ...(refRoot !== undefined && { refRoot: resolve(base, refRoot) }),
      ...(file !== undefined && { configFile: file }),
    });
  });
};

/** True of a document that the config here is not about. */
const isAlone = (
  targets: readonly Target[],
  { config, input = [], output }: TargetSelection,
  cwd: string,
): boolean => {
  if (config !== undefined || output !== undefined) return false;
  const wanted = resolveInputs(cwd, input);
  return !targets.some((target) => hasInputs(target, wanted));
};

const hasInputs = (
  { inputs }: Target,
  wanted: readonly DocumentInput[],
): boolean => wanted.every((one) => inputs.includes(one));

/** The selection is part of the config, because it decides the output wherever it was given. */
const withSelection = (
  config: SdkConfig,
  {
    refRoot,
    overlays,
    include,
    exclude,
    headers,
    allowRefOrigins,
  }: TargetSelection,
  cwd: string,
): SdkConfig =>
  withoutPrototype({
    ...config,
    ...(refRoot !== undefined && { refRoot: resolve(cwd, refRoot) }),
    ...(overlays && { overlays: overlays.map((path) => resolve(cwd, path)) }),
    ...(headers && { headers: { ...config.headers, ...headers } }),
    ...(allowRefOrigins && { allowRefOrigins }),
    ...(include && { include }),
    ...(exclude && { exclude }),
  });

interface Sdks {
  /** The config file they come from. */
  readonly file?: string;
  readonly sdks: readonly SdkConfig[];
}

/** Undefined when there are none, or something was reported. */
const findSdks = async (
  { config, input, output }: TargetSelection,
  options: LoadConfigOptions,
  diagnostics: Diagnostics,
): Promise<Sdks | undefined> => {
  const { cwd } = options;
  if (typeof config === "object") {
    const sdks = checkConfig(config, diagnostics);
    return sdks && { sdks };
  }
  // A document and a directory are enough: a config here is about something else, but for one that
  // names the directory, whose package has its names and options.
  if (config === undefined && input !== undefined && output !== undefined) {
    const own = await sdkOf(resolve(cwd, output), options, diagnostics);
    if (own || diagnostics.hasErrors) return own;
    return { sdks: [withoutPrototype({ input, output })] };
  }
  const file = config ?? findConfig(cwd, diagnostics);
  if (file !== undefined) return loadConfig(file, options, diagnostics);
  return undefined;
};

/** The SDK that the config here has for a directory. */
const sdkOf = async (
  output: string,
  options: LoadConfigOptions,
  diagnostics: Diagnostics,
): Promise<Sdks | undefined> => {
  const file = findConfig(options.cwd, diagnostics);
  if (file === undefined) return undefined;
  const loaded = await loadConfig(file, options, diagnostics);
  const sdks = loaded?.sdks.filter(
    (sdk) => resolve(dirname(file), sdk.output) === output,
  );
  return sdks?.length === 1 ? { file, sdks } : undefined;
};

const nothingToDo = (input: TargetSelection["input"]): UsageError =>
  new UsageError(
    input === undefined
      ? "no document: none was given, and there is no sdkwright.config.ts here or above; name one with `-o DIR` (`--input SPEC -o DIR` for `merge` and `reset`), or run `sdkwright init`"
      : "no output directory: add `-o DIR`, or write a sdkwright.config.ts",
  );

/** Chooses among several, and redirects a single one. */
const choose = (
  targets: readonly Target[],
  selection: TargetSelection,
  cwd: string,
): readonly Target[] => {
  const inputs = selection.input
    ? resolveInputs(cwd, selection.input)
    : undefined;
  const output = selection.output && resolve(cwd, selection.output);
  let chosen = targets;
  if (inputs !== undefined) {
    chosen = targets.filter((target) => hasInputs(target, inputs));
    // The options of a single SDK, for a document and a directory that it does not name.
    if (chosen.length === 0 && targets.length === 1 && output !== undefined) {
      chosen = targets.map((target) => ({ ...target, inputs }));
    }
  }
  if (output !== undefined) {
    const named = chosen.filter((target) => target.output === output);
    if (named.length > 0) return named;
    chosen =
      chosen.length === 1
        ? chosen.map((target) => ({ ...target, output }))
        : [];
  }
  if (chosen.length > 0) return chosen;
  const wanted = selection.input ?? selection.output ?? "";
  const known = targets.map(
    ({ config }) => `${namesOf(config.input)} -> ${config.output}`,
  );
  throw new UsageError(
    `the config has no SDK for ${namesOf(wanted)}: it has ${known.join(", ")}`,
  );
};

const namesOf = (input: SdkConfig["input"]): string =>
  [input]
    .flat()
    .map((one) => (typeof one === "string" ? one : "the given document"))
    .join(" and ");

const reportShared = (
  targets: readonly Target[],
  cwd: string,
  diagnostics: Diagnostics,
): void => {
  targets.forEach(({ output }, index) => {
    const other = targets
      .slice(index + 1)
      .find((next) => isNested(next.output, output));
    if (other) {
      diagnostics.report("config-shared-output", {
        first: relative(cwd, output) || ".",
        second: relative(cwd, other.output) || ".",
      });
    }
  });
};

const isNested = (a: string, b: string): boolean =>
  isInside(a, b) || isInside(b, a);

const isInside = (path: string, directory: string): boolean =>
  path === directory ||
  path.startsWith(directory.endsWith(sep) ? directory : directory + sep);
