/**
 * What changed between two sides, with the old names that the new one keeps for callers of the old one.
 */
import type { FoundChanges } from "../change/compare-surfaces.js";
import { changesBetween } from "../checker/decide-types.js";
import { withOldNames } from "../change/old-names.js";
import type { Target } from "../config/targets.js";
import { notedAliases } from "../sdk/aliases.js";
import type { Sdk } from "../sdk/sdk.js";
import { keptNames, type KeptNames } from "./old-names.js";
import type { SideContent } from "./read-side.js";
import type { SdkBuilder } from "./sdk-builder.js";

interface Request {
  readonly target: Target;
  readonly builder: SdkBuilder;
  /** True where the new side is what the config gives now: its lock has its old names. */
  readonly isOwn: boolean;
}

interface Kept {
  readonly found: FoundChanges;
  readonly kept: KeptNames;
  /** With the old names; absent of a package that was not built. */
  readonly sdk?: Sdk;
}

/** A document that nobody has published counts as if it were published at this version. */
const anyVersion = "1.0.0";

export const withKept = async (
  old: SideContent,
  now: SideContent,
  { target, builder, isOwn }: Request,
): Promise<Kept> => {
  const found = await changesBetween(old.surface, now.surface);
  const { aliases: keep } = target.config;
  // Without names of the old side nothing is known of those that would stay.
  if (!now.sdk || old.names.size === 0) {
    const until = new Map([...now.aliases.keys()].map((id) => [id, undefined]));
    return {
      found: now.sdk ? found : withOldNames(found, now.aliases),
      kept: { until, keep },
      ...(now.sdk && { sdk: now.sdk }),
    };
  }
  const sdk = await builder.alias(now.sdk, target, {
    names: old.names,
    found,
    version: old.version ?? anyVersion,
    noted: isOwn ? now.aliases : old.aliases,
  });
  const kept = keptNames(sdk, target.config);
  return {
    sdk,
    found: withOldNames(found, notedAliases(sdk.aliases)),
    kept:
      old.version === undefined
        ? {
            ...kept,
            until: new Map([...kept.until.keys()].map((id) => [id, undefined])),
          }
        : kept,
  };
};
