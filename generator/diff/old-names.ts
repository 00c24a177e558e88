/**
 * How long a package keeps the old name of what is renamed, in words.
 */
import type { Change } from "../change/change.js";
import { aliasIdOf } from "../change/old-names.js";
import { aliasId } from "../sdk/aliases.js";
import type { Sdk } from "../sdk/sdk.js";
import type { SdkConfig } from "../config/config.js";

export interface KeptNames {
  /** By what the lock has them under: the version that drops the name, where that is known. */
  readonly until: ReadonlyMap<string, string | undefined>;
  readonly keep: SdkConfig["aliases"];
}

/** Those of a package that was built. */
export const keptNames = (
  { aliases }: Pick<Sdk, "aliases">,
  { aliases: keep }: Pick<SdkConfig, "aliases">,
): KeptNames => ({
  until: new Map(aliases.map((one) => [aliasId(one), one.until])),
  keep,
});

/** A renaming with the release that drops the old name, where the package has it until then. */
export const withOldName = (change: Change, kept: KeptNames): Change => {
  const id = aliasIdOf(change);
  if (id === undefined || !kept.until.has(id)) return change;
  const until = kept.until.get(id);
  const phrase = `${change.phrase}; the old name ${stay(until, kept.keep)}`;
  return {
    ...change,
    phrase,
    message: `\`${change.subject}\` ${phrase}.`,
    alias: { ...(until !== undefined && { until }) },
  };
};

const stay = (
  until: string | undefined,
  keep: SdkConfig["aliases"] = { keep: 1 },
): string => {
  if (keep === "forever" || keep === false) return "stays";
  if (until !== undefined) return `goes with ${until}`;
  return keep.keep === 1
    ? "goes with the next major version"
    : `stays for ${keep.keep} major versions`;
};
