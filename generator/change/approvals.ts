/**
 * Breaks that the owner of a package intends: an approved change stays in every report and counts for the
 * version; it no longer fails a check.
 */
import { changeClasses } from "./change.js";
import type { Change, ChangeClass, ChangeKind } from "./change.js";
import { compareVersions, parseVersion } from "./versions.js";

/** One change that is intended, by its id or by kind and place. */
export interface Approval {
  readonly kind?: ChangeKind;
  /** As reports name it: `Pet.kind`. Of an operation that goes, with what it takes along. */
  readonly where?: string;
  /** The new name or the value, where kind and place are those of several changes. */
  readonly to?: string;
  /** As reports have it, in place of kind and place. */
  readonly id?: string;
  readonly reason: string;
  readonly issue?: string;
  /** The last version, or the last day (`2027-01-31`), for which it holds. */
  readonly until: string;
  /** The class instead, of a document that was wrong before. */
  readonly as?: ChangeClass;
}

export interface GivenApproval {
  readonly reason: string;
  readonly issue?: string;
  readonly until: string;
  /** The approval gave the class: the old document was wrong. */
  readonly isCorrected: boolean;
}

export interface JudgedChange extends Change {
  readonly approval?: GivenApproval;
}

export interface Judged {
  readonly changes: readonly JudgedChange[];
  readonly unused: readonly Approval[];
  /** Those of changes that an entry before them approves. */
  readonly repeated: readonly Approval[];
  readonly expired: readonly Approval[];
}

export interface Release {
  /** The version that is being made; absent where it is not known. */
  readonly version?: string;
  /** Today, `2027-01-31`. */
  readonly day: string;
}

/** Each approval is given to one change, and to what follows from it. */
export const applyApprovals = (
  changes: readonly Change[],
  approvals: readonly Approval[],
  release: Release,
): Judged => {
  const given = new Map<string, Approval>();
  const unused: Approval[] = [];
  const repeated: Approval[] = [];
  const expired: Approval[] = [];
  for (const approval of approvals) {
    const found = changes.find(
      (change) => !given.has(change.id) && isMeant(change, approval),
    );
    const isRepeated =
      !found && changes.some((change) => isMeant(change, approval));
    if (!found) (isRepeated ? repeated : unused).push(approval);
    else if (isPast(approval.until, release)) expired.push(approval);
    else given.set(found.id, approval);
  }
  return {
    changes: changes.map((change) => {
      const approval = given.get(change.id) ?? given.get(change.cause ?? "");
      return approval ? approved(change, approval) : change;
    }),
    unused,
    repeated,
    expired,
  };
};

const approved = (
  change: Change,
  { reason, issue, until, as }: Approval,
): JudgedChange => {
  const isCorrected = as !== undefined && isLighter(as, change.class);
  return {
    ...change,
    ...(isCorrected && { class: as }),
    approval: {
      reason,
      until,
      isCorrected,
      ...(issue !== undefined && { issue }),
    },
  };
};

const isLighter = (one: ChangeClass, other: ChangeClass): boolean =>
  changeClasses.indexOf(one) > changeClasses.indexOf(other);

const isMeant = (change: Change, { id, kind, where, to }: Approval): boolean =>
  id !== undefined
    ? change.id === id
    : change.kind === kind &&
      change.where === where &&
      (to === undefined ||
        [to, JSON.stringify(to)].some(
          (text) => text === change.to || text === change.value,
        ));

/** An end that is neither a day nor a version has been refused by the config. */
const isPast = (until: string, { version = "", day }: Release): boolean => {
  if (isDay(until)) return day > until;
  const [end, made] = [parseVersion(until), parseVersion(version)];
  return (
    end !== undefined && made !== undefined && compareVersions(made, end) > 0
  );
};

/** The day that it is, in UTC: `2027-01-31`. */
export const today = (): string => new Date().toISOString().slice(0, 10);

/** `2027-01-31` */
export const dayForm = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

export const isDay = (text: string): boolean => dayForm.test(text);
