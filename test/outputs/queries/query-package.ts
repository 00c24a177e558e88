/** A package with queries: its files, and what libraries of npm make of them. */
import { readFileSync } from "node:fs";
import type { SdkConfig } from "../../../generator/config/config.js";
import { queryOutputs } from "../../../generator/outputs/queries/queries.js";
import type { PluginProblem } from "../../../generator/plugin/problems.js";
import { formatFile } from "../../../generator/write/format.js";
import { emitWith } from "../../support/emit.js";
import { sdkOf } from "../../support/pipeline.js";

export const pets = readFileSync(new URL("pets.yaml", import.meta.url), "utf8");

/** Of the lists that the document does not show to go on by links. */
export const pagination = {
  link: {
    ...({ by: "url", next: "next", items: "items" } as const),
    operations: ["listByLink"],
  },
  header: {
    ...({ by: "url", items: "" } as const),
    operations: ["listByHeader"],
  },
};

export interface QueryPackage {
  /** Formatted, by path. */
  readonly files: Readonly<Record<string, string>>;
  readonly problems: readonly PluginProblem[];
}

export const queryPackage = async (
  source: string,
  queries: SdkConfig["queries"],
  names?: ReadonlyMap<string, string>,
): Promise<QueryPackage> => {
  const sdk = await sdkOf(source, { pagination });
  const config = { input: "", output: "", ...(queries && { queries }) };
  const { files: made, problems } = emitWith(sdk, {
    builtIn: queryOutputs(config),
    ...(names && { names }),
  });
  const files: [string, string][] = [];
  for (const file of made) files.push([file.path, await formatFile(file)]);
  return { files: Object.fromEntries(files), problems };
};
