/**
 * The release that a package is on its way to, as its aliases need to know it.
 */
import { applyApprovals, type Approval } from "./approvals.js";
import { bumpOf, nextVersion } from "./bump.js";
import { heaviestClass, type Change, type ChangePolicy } from "./change.js";
import { judgeChanges, type FoundChanges } from "./compare-surfaces.js";
import { verdictIn } from "./verdicts.js";

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
export const pendingRelease = (
  found: FoundChanges | undefined,
  { version, policy, approvals }: PendingRelease,
): ReleaseFacts => {
  const isBreaking =
    found !== undefined &&
    heaviestClass(judged(found, policy, approvals)) === "breaking";
  // An alias is a feature itself.
  const bump = bumpOf(isBreaking ? "breaking" : "feature", version);
  return {
    ...{ version, isBreaking },
    next: nextVersion(version, bump),
    types: found?.renamedModels ?? new Map(),
    credentials: found?.renamedCredentials ?? new Map(),
  };
};

const judged = (
  found: FoundChanges,
  policy: ChangePolicy,
  approvals: readonly Approval[],
): readonly Pick<Change, "class">[] => {
  const corrected = approvals.filter(({ as }) => as !== undefined);
  // What is generated is the same on any day.
  return corrected.length === 0
    ? found.findings.map((finding) =>
        verdictIn(finding, found.surfaces, policy),
      )
    : applyApprovals(judgeChanges(found, policy), corrected, { day: "" })
        .changes;
};
