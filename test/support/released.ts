/** A package that was released, and generated again from later states of its document. */
import { keepOldNames } from "../../generator/aliases/keep-old-names.js";
import { findChanges } from "../../generator/change/compare-surfaces.js";
import type { ChangeConfig } from "../../generator/config/change-options.js";
import type { AliasesConfig } from "../../generator/config/config.js";
import { notedAliases } from "../../generator/sdk/aliases.js";
import type { Sdk } from "../../generator/sdk/sdk.js";
import { surfaceOf } from "../../generator/surface/surface-of.js";
import { sdkOf, type Options, type Source } from "./pipeline.js";

export interface Release {
  readonly source: Source;
  /** What `package.json` has when the document is generated. Default: 1.0.0. */
  readonly version?: string;
}

interface History extends Options {
  readonly aliases?: AliasesConfig;
  readonly change?: ChangeConfig;
}

/**
 * @param first the document of the first release
 * @param states later ones, each with the names and the aliases of the one before; the surface is that
 *   of the last state that was generated for an earlier version
 * @returns the SDK of each state after the first
 */
export async function releasedThen(
  first: Source,
  states: readonly Release[],
  options: History = {},
): Promise<readonly Sdk[]> {
  const { aliases, change, ...building } = options;
  let last = await sdkOf(first, building);
  let released = { version: states[0]?.version ?? "1.0.0", sdk: last };
  const sdks: Sdk[] = [];
  for (const { source, version = "1.0.0" } of states) {
    if (version !== released.version) released = { version, sdk: last };
    const { names } = last;
    const sdk = await sdkOf(source, { ...building, names });
    last = await keepOldNames(
      sdk,
      {
        config: {
          ...(aliases !== undefined && { aliases }),
          ...(change && { change }),
        },
      },
      {
        ...{ names, version, noted: notedAliases(last.aliases) },
        found: findChanges(surfaceOf(released.sdk), surfaceOf(sdk)),
      },
    );
    sdks.push(last);
  }
  return sdks;
}

/** The lines of the lock file. */
export const linesOf = ({ aliases }: Sdk): readonly string[] =>
  [...notedAliases(aliases)].map(([name, to]) => `${name} = ${to}`);
