/**
 * Makes the report of two sides and of what the rules found between them.
 */
import { applyApprovals, type Approval } from "../change/approvals.js";
import type { JudgedChange } from "../change/approvals.js";
import { bumpOf, stepAfter } from "../change/bump.js";
import { changeClasses, heaviestClass } from "../change/change.js";
import type { Change, ChangeClass } from "../change/change.js";
import type { Diagnostics } from "../diagnostics/diagnostics.js";
import type { Proof } from "../prove/prove.js";
import { withFrames } from "../diagnostics/printer.js";
import { locationIn, underBothNames, type LocatedSide } from "./location.js";
import type {
  Bump,
  ChangeReport,
  ComparedSide,
  ReportedChange,
} from "./report.js";

export interface ReportInput {
  readonly changes: readonly Change[];
  readonly old: LocatedSide & ComparedSide & Announcement;
  readonly new: LocatedSide & ComparedSide;
  readonly approvals: readonly Approval[];
  /** The version of sdkwright that all changes come from, where the document is the same. */
  readonly generator?: string | undefined;
  /** Today, `2027-01-31`. */
  readonly day: string;
  /** Changes of this class and above have to be approved. */
  readonly failOn?: FailOn;
  readonly proof?: Proof;
}

/** Of the package that is compared with. */
interface Announcement {
  /** The version of a release that no release tool has made yet. */
  readonly announced?: string;
}

export type FailOn = Exclude<ChangeClass, "none">;

/** @param diagnostics also gets what is wrong with approvals */
export const makeReport = (
  {
    changes: found,
    approvals,
    generator,
    day,
    failOn,
    proof,
    ...sides
  }: ReportInput,
  diagnostics: Diagnostics,
): ChangeReport => {
  const pending = bumpFrom(sides.old, heaviestClass(found));
  const judged = applyApprovals(found, approvals, {
    day,
    ...(pending.next !== undefined && { version: pending.next }),
  });
  for (const approval of judged.unused)
    diagnostics.report("approval-unused", { entry: nameOf(approval) });
  for (const approval of judged.repeated)
    diagnostics.report("approval-repeated", { entry: nameOf(approval) });
  for (const approval of judged.expired) {
    const { until } = approval;
    diagnostics.report("approval-expired", { entry: nameOf(approval), until });
  }
  // In the order of the rules, where no approval has lowered a class.
  const changes = changeClasses.flatMap((one) =>
    judged.changes.filter((change) => change.class === one),
  );
  const heaviest = heaviestClass(changes);
  const located = underBothNames(changes, sides);
  return {
    formatVersion: 1,
    ok:
      !diagnostics.hasErrors &&
      (!proof || proof.unpredicted.length === 0) &&
      (failOn === undefined || !changes.some((one) => fails(one, failOn))),
    package: sides.new.surface.package.name,
    old: comparedSide(sides.old),
    new: comparedSide(sides.new),
    generator: generator ?? null,
    class: heaviest,
    bump: bumpFrom(sides.old, heaviest),
    counts: countsOf(changes),
    changes: changes.map((change) => reported(change, located)),
    ...(proof && { proof: reportedProof(proof) }),
    diagnostics: withFrames(diagnostics),
  };
};

/** The report of sides that could not be compared. */
export const failedReport = (
  sides: Readonly<Record<"old" | "new", ComparedSide>>,
  diagnostics: ChangeReport["diagnostics"],
): ChangeReport => ({
  formatVersion: 1,
  ok: diagnostics.every(({ severity }) => severity !== "error"),
  package: null,
  old: comparedSide(sides.old),
  new: comparedSide(sides.new),
  generator: null,
  class: null,
  bump: null,
  counts: countsOf([]),
  changes: [],
  diagnostics,
});

/** True of a change that nobody approved and that is of this class or above. */
const fails = (
  { class: found, approval }: JudgedChange,
  failOn: FailOn,
): boolean =>
  approval === undefined &&
  changeClasses.indexOf(found) <= changeClasses.indexOf(failOn);

const bumpFrom = (
  { version: current, announced }: ComparedSide & Announcement,
  heaviest: ChangeClass,
): Bump =>
  current === undefined
    ? { level: bumpOf(heaviest, "") }
    : { current, ...stepAfter(current, heaviest, announced) };

const reportedProof = ({
  uses,
  failed,
  unpredicted,
  compiling,
}: Proof): NonNullable<ChangeReport["proof"]> => ({
  uses,
  failed,
  unpredicted: unpredicted.map(({ use: { where }, messages }) => ({
    where,
    messages,
  })),
  compiling: compiling.map(({ id }) => id),
});

/** `enum-value-added Pet.kind (fish)` */
const nameOf = ({ id, kind, where = "", to }: Approval): string =>
  id ?? `${kind ?? ""} ${where}${to === undefined ? "" : ` (${to})`}`;

const comparedSide = ({ source, version }: ComparedSide): ComparedSide => ({
  source,
  ...(version !== undefined && { version }),
});

const countsOf = (changes: readonly JudgedChange[]): ChangeReport["counts"] => {
  const countOf = (wanted: ChangeClass): number =>
    changes.filter((change) => change.class === wanted).length;
  return {
    breaking: countOf("breaking"),
    feature: countOf("feature"),
    fix: countOf("fix"),
    none: countOf("none"),
    approved: changes.filter(({ approval }) => approval !== undefined).length,
  };
};

const reported = (
  change: JudgedChange,
  sides: Readonly<Record<"old" | "new", LocatedSide>>,
): ReportedChange => {
  const { isRisky, isUndecided, isAnnounced, isOverridden, ...others } = change;
  const { isUnstable, alias, approval, cause = null, ...common } = others;
  return {
    ...common,
    location: {
      old: locationIn(change, sides.old),
      new: locationIn(change, sides.new),
    },
    risk: isRisky,
    undecided: isUndecided,
    announced: isAnnounced,
    overridden: isOverridden,
    unstable: isUnstable,
    alias: alias ? { until: alias.until ?? null } : null,
    approval: approval ? reportedApproval(approval) : null,
    cause,
  };
};

const reportedApproval = ({
  isCorrected,
  ...approval
}: NonNullable<JudgedChange["approval"]>): ReportedChange["approval"] => ({
  ...approval,
  corrected: isCorrected,
});
