/**
 * The release that a package is on its way to, as its aliases need to know it.
 */
import { applyApprovals, type Approval } from "./approvals.js";
import { bumpOf, nextVersion } from "./bump.js";
import { heaviestClass, type Change, type ChangePolicy } from "./change.js";
import type { FoundChanges } from "./compare-surfaces.js";

export interface ReleaseFacts {
  readonly version: string;
  readonly next: string;
  readonly isBreaking: boolean;
  /** New names of types by their old ones. */
  readonly types: ReadonlyMap<string, string>;
  /** New options of credentials by their old ones. */
  readonly credentials: ReadonlyMap<string, string>;
}

interface PendingRelease {
  /** The version of the last release. */
  readonly version: string;
  readonly policy: ChangePolicy;
  readonly approvals: readonly Approval[];
}

/** @param found what changed since the last release, where that is known */
export const pendingRelease = async (
  found: FoundChanges | undefined,
  { version, policy, approvals }: PendingRelease,
): Promise<ReleaseFacts> => {
  const isBreaking =
    found !== undefined &&
    heaviestClass(await judged(found, policy, approvals)) === "breaking";
  // An alias is a feature itself.
  const bump = bumpOf(isBreaking ? "breaking" : "feature", version);
  return {
    version,
    isBreaking,
    next: nextVersion(version, bump),
    types: found ? oldTypes(found) : new Map(),
    credentials: found?.renamedCredentials ?? new Map(),
  };
};

/** Models under other names, and types that stay for callers alone. */
const oldTypes = ({
  renamedModels,
  findings,
  surfaces,
}: FoundChanges): ReadonlyMap<string, string> =>
  new Map([
    ...renamedModels,
    ...findings
      .filter(({ degree }) => degree === "kept")
      .map(
        ({ where }) =>
          [where, `${surfaces.now.client.coreName}Options`] as const,
      ),
  ]);

/** Loads the rules: most runs have found nothing to judge. */
const judged = async (
  found: FoundChanges,
  policy: ChangePolicy,
  approvals: readonly Approval[],
): Promise<readonly Pick<Change, "class">[]> => {
  const corrected = approvals.filter(({ as }) => as !== undefined);
  if (corrected.length === 0) {
    const { verdictIn } = await import("./verdicts.js");
    return found.findings.map((finding) =>
      verdictIn(finding, found.surfaces, policy),
    );
  }
  const { judgeChanges } = await import("./compare-surfaces.js");
  const changes = judgeChanges(found, policy);
  // What is generated is the same on any day.
  return applyApprovals(changes, corrected, { day: "" }).changes;
};
