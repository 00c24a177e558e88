/** All files of a package, in the order of their paths. */
import { emitFiles } from "../../generator/emit/emit.js";
import type { Statement } from "../../generator/emit/structures.js";
import { standardOutputs } from "../../generator/outputs/outputs.js";
import {
  collect,
  type Collected,
  type PluginRun,
} from "../../generator/plugin/collect.js";
import { notedAliases } from "../../generator/sdk/aliases.js";
import type { Output, OutputFile } from "../../generator/sdk/output.js";
import type { Sdk } from "../../generator/sdk/sdk.js";

interface Emitted extends Output {
  readonly files: readonly OutputFile<Statement>[];
}

export const emit = (sdk: Sdk): Emitted => {
  const { files } = emitWith(sdk, {});
  return { files, names: sdk.names, aliases: notedAliases(sdk.aliases) };
};

/** With outputs besides, and what these claimed and did wrong. */
export const emitWith = (
  sdk: Sdk,
  { builtIn = [], plugins = [], names = new Map() }: Partial<PluginRun>,
): Emitted & Omit<Collected, "contributions"> => {
  const { contributions, ...collected } = collect(sdk, {
    builtIn: [...standardOutputs({ mocks: false }), ...builtIn],
    ...{ plugins, names },
  });
  const files = [...emitFiles(sdk, { contributions })].sort((a, b) =>
    a.path < b.path ? -1 : 1,
  );
  return { files, ...collected };
};
