/**
 * Runs plugins, and joins what they give for the package. The order in which a config names them
 * changes nothing: they run in the order of their names.
 */
import type { PluginUse } from "../config/plugin-use.js";
import type { Contributions } from "../emit/contributions.js";
import type { Statement } from "../emit/structures.js";
import type { OutputFile } from "../sdk/output.js";
import type { Sdk } from "../sdk/sdk.js";
import { generatedPaths } from "./paths.js";
import type { PluginOutput } from "./plugin.js";
import { PluginFailure, reasonOf } from "./failure.js";
import { placesOf } from "./plugin-file.js";
import {
  CollectedOutput,
  type PendingFile,
  type Shared,
} from "./plugin-output.js";
import type { PluginProblem } from "./problems.js";

export interface PluginRun {
  /** Outputs of ours. */
  readonly builtIn: readonly PluginUse[];
  readonly plugins: readonly PluginUse[];
  /** Names of earlier runs, as the lock file has them. */
  readonly names: ReadonlyMap<string, string>;
}

export interface Collected {
  readonly contributions: Contributions;
  /** The names that were claimed, by their keys in the lock file. */
  readonly names: ReadonlyMap<string, string>;
  /** The plugin of each file, without outputs of ours. */
  readonly writers: ReadonlyMap<string, string>;
  readonly problems: readonly PluginProblem[];
}

type Emit = (sdk: Sdk, out: PluginOutput, options: object) => unknown;

const generated = "the package";

export const collect = (sdk: Sdk, run: PluginRun): Collected => {
  const { builtIn, plugins, names } = run;
  const shared: Shared = {
    context: { sdk, places: placesOf(sdk), names },
    owners: new Map([
      ...[...generatedPaths(sdk)].map(
        (path) => [`write ${path}`, generated] as const,
      ),
      ...[...sdk.package.exports.keys()].map(
        (entry) => [`export ${entry}`, generated] as const,
      ),
    ]),
    peers: new Map(),
    buildDependencies: new Map(),
    problems: [],
  };
  const sorted = [...builtIn, ...plugins].sort((a, b) => order(a.name, b.name));
  sorted.forEach(({ name }, index) => {
    if (sorted[index + 1]?.name === name)
      shared.problems.push({
        kind: "conflict",
        first: name,
        second: name,
        action: "have the same name",
      });
  });
  const outputs = sorted.map((use) => {
    const out = new CollectedOutput(use.name, builtIn.includes(use), shared);
    try {
      const given = (use.emit as Emit)(sdk, out, use.options);
      if (given instanceof Promise) {
        given.catch(() => undefined);
        throw new TypeError("emit must not be async: nobody waits for it");
      }
    } catch (error) {
      // An internal error is thrown, with its stack.
      if (builtIn.includes(use)) throw error;
      const reason = reasonOf(error);
      shared.problems.push({ kind: "failed", plugin: use.name, reason });
    }
    return out;
  });
  return {
    contributions: joined(outputs, shared),
    names: new Map(
      outputs.flatMap(({ modules }) =>
        modules.flatMap(({ claimed }) => [...claimed]),
      ),
    ),
    writers: new Map(
      outputs
        .filter(({ isBuiltIn }) => !isBuiltIn)
        .flatMap(({ files, plugin }) =>
          files.map(({ path }) => [path, plugin] as const),
        ),
    ),
    problems: shared.problems,
  };
};

const joined = (
  outputs: readonly CollectedOutput[],
  { peers, buildDependencies }: Shared,
): Contributions => {
  const modules = outputs.flatMap((output) =>
    output.modules.map(({ module }) => module),
  );
  return {
    files: filesOf(outputs),
    exports: sortedMap(outputs.flatMap(({ exports }) => [...exports])),
    peers: sortedMap(peers),
    // The build compiles the files that import the peers.
    buildDependencies: sortedMap([...buildDependencies, ...peers]),
    skipsLibCheck: outputs.some(({ skipsLibCheck }) => skipsLibCheck),
    packageFiles: sortedSet(outputs.flatMap(({ published }) => published)),
    keywords: sortedSet(outputs.flatMap(({ keywords }) => keywords)),
    sections: outputs.flatMap(({ sections }) => sections),
    runtime: modules.flatMap(({ dependencies }) =>
      dependencies.flatMap(
        (path) => /^src\/core\/([\w-]+)\.ts$/.exec(path)?.slice(1) ?? [],
      ),
    ),
    usesWithRequired: modules.some((module) => module.mentions("WithRequired")),
  };
};

/** Those that are formatted come first: that goes on while the others are made. */
const filesOf = (
  outputs: readonly CollectedOutput[],
): Iterable<OutputFile<Statement>> => {
  const pending = outputs.flatMap(({ files, isBuiltIn }) =>
    files.map((file) => ({ ...file, isBuiltIn })),
  );
  pending.sort(
    (a, b) =>
      Number(a.isFormatted) - Number(b.isFormatted) || order(a.path, b.path),
  );
  return {
    *[Symbol.iterator]() {
      for (const file of pending) yield made(file);
    },
  };
};

const made = ({
  plugin,
  isBuiltIn,
  make,
}: PendingFile & {
  readonly isBuiltIn: boolean;
}): OutputFile<Statement> => {
  try {
    const file = make();
    if ("text" in file && typeof (file.text as unknown) !== "string")
      throw new TypeError(`${file.path} has no text`);
    return file;
  } catch (error) {
    throw isBuiltIn ? error : new PluginFailure(plugin, error);
  }
};

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const sortedSet = (list: readonly string[]): string[] =>
  [...new Set(list)].sort(order);

const sortedMap = (
  entries: Iterable<readonly [string, string]>,
): ReadonlyMap<string, string> =>
  new Map([...entries].sort(([a], [b]) => order(a, b)));
