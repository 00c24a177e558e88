/**
 * The release that a package is on its way to, as its aliases need to know it.
 */
import { surfaceOf } from "../surface/surface-of.js";
import type { Surface } from "../surface/surface.js";
import type { Sdk } from "../sdk/sdk.js";
import { bumpOf, nextVersion } from "./bump.js";
import { heaviestClass, type ChangePolicy } from "./change.js";
import { compareSurfaces } from "./compare-surfaces.js";
import { findModelRenames } from "./model-renames.js";

export interface ReleaseFacts {
  readonly version: string;
  readonly next: string;
  readonly isBreaking: boolean;
  /** New names of types by their old ones. */
  readonly types: ReadonlyMap<string, string>;
}

/**
 * @param baseline the surface of the last release, where it is known
 * @param version the version of the last release
 */
export const pendingRelease = (
  sdk: Sdk,
  baseline: Surface | undefined,
  {
    version,
    policy,
  }: { readonly version: string; readonly policy: ChangePolicy },
): ReleaseFacts => {
  const now = baseline && surfaceOf(sdk);
  const heaviest =
    baseline && now
      ? heaviestClass(compareSurfaces(baseline, now, policy))
      : "none";
  const isBreaking = heaviest === "breaking";
  // An alias is a feature itself.
  const bump = bumpOf(isBreaking ? heaviest : "feature", version);
  return {
    ...{ version, isBreaking },
    next: nextVersion(version, bump),
    types: baseline && now ? findModelRenames(baseline, now) : new Map(),
  };
};
