/**
 * The release that a package is on its way to, as its aliases need to know it.
 */
import { bumpOf, nextVersion } from "./bump.js";
import { heaviestClass, type ChangePolicy } from "./change.js";
import { verdictOn } from "./classes.js";
import type { FoundChanges } from "./compare-surfaces.js";

export interface ReleaseFacts {
  readonly version: string;
  readonly next: string;
  readonly isBreaking: boolean;
  /** New names of types by their old ones. */
  readonly types: ReadonlyMap<string, string>;
}

/**
 * @param found what changed since the last release, where that is known
 * @param version the version of the last release
 */
export const pendingRelease = (
  found: FoundChanges | undefined,
  {
    version,
    policy,
  }: { readonly version: string; readonly policy: ChangePolicy },
): ReleaseFacts => {
  const verdicts = found?.findings.map((finding) => verdictOn(finding, policy));
  const isBreaking = heaviestClass(verdicts ?? []) === "breaking";
  // An alias is a feature itself.
  const bump = bumpOf(isBreaking ? "breaking" : "feature", version);
  return {
    ...{ version, isBreaking },
    next: nextVersion(version, bump),
    types: found?.renamedModels ?? new Map(),
  };
};
