/**
 * Joins what decides on old names: what the lock file has, what changed since the last release, and what
 * the owner wants.
 */
import { standardPolicy } from "../change/change.js";
import type { Target } from "../config/targets.js";
import type { AliasContext } from "../model/aliases/aliases.js";
import type { Sdk } from "../sdk/sdk.js";
import type { Surface } from "../surface/surface.js";

/** The SDK with the old names that callers have. */
export const aliased = async (
  sdk: Sdk,
  { config }: { readonly config: Pick<Target["config"], "aliases"> },
  { version, baseline, ...known }: Known,
): Promise<Sdk> => {
  const { aliases = { keep: 1 } } = config;
  const { withAliases } = await import("../model/aliases/aliases.js");
  const { reservedNames } = await import("../emit/reserved-names.js");
  const { pendingRelease } = await import("../change/pending-release.js");
  const policy = { ...standardPolicy, keepsAliases: aliases !== false };
  const { types, ...release } = pendingRelease(sdk, baseline, {
    ...{ version, policy },
  });
  return withAliases(sdk, {
    ...{ ...known, config: aliases, types, release, reserved: reservedNames },
  });
};

/** @param text of the file with the surface of the last release; one that cannot be read says nothing */
export const baselineIn = async (
  text: string | undefined,
): Promise<Surface | undefined> => {
  if (text === undefined) return undefined;
  const { readSurface } = await import("../surface/read-surface.js");
  const file = readSurface(text);
  return file.kind === "surface" ? file.surface : undefined;
};

/** What the last run left, and the last release. */
interface Known extends Pick<AliasContext, "names" | "noted"> {
  readonly version: string;
  readonly baseline?: Surface | undefined;
}
