/**
 * Decides which old names the SDK goes on exporting: by what the lock file has, what changed since the
 * last release, and what the owner wants.
 */
import type { FoundChanges } from "../change/compare-surfaces.js";
import { policyOf } from "../config/change-options.js";
import type { Target } from "../config/targets.js";
import type { AliasContext } from "../model/aliases/aliases.js";
import type { Sdk } from "../sdk/sdk.js";

/** The SDK with the old names that callers have. */
export const keepOldNames = async (
  sdk: Sdk,
  { config }: { readonly config: Pick<Target["config"], "aliases" | "change"> },
  { version, found, ...known }: Known,
): Promise<Sdk> => {
  const { aliases = { keep: 1 } } = config;
  const { withAliases } = await import("../model/aliases/aliases.js");
  const { reservedNames } = await import("../emit/reserved-names.js");
  const { pendingRelease } = await import("../change/pending-release.js");
  const { types, credentials, ...release } = await pendingRelease(found, {
    version,
    policy: policyOf(config),
    approvals: config.change?.approve ?? [],
  });
  return withAliases(sdk, {
    ...known,
    config: aliases,
    types,
    credentials,
    release,
    reserved: reservedNames,
  });
};

/** What the last run left, and the last release. */
interface Known extends Pick<AliasContext, "names" | "noted" | "isDropping"> {
  readonly version: string;
  readonly found?: FoundChanges | undefined;
}
