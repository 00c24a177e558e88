/**
 * The report of what changes for callers, as data: `--json` prints it, the formats are made of it.
 */
import type { Change, ChangeClass } from "../change/change.js";
import type { BumpLevel } from "../change/bump.js";
import type { FramedDiagnostic } from "../diagnostics/printer.js";

/** Of every SDK that was compared. */
export interface DiffReport {
  /** True without errors, and without changes that `failOn` does not let pass. */
  readonly ok: boolean;
  /** Problems of the config; those of the sides are in `sdks`. */
  readonly diagnostics: readonly FramedDiagnostic[];
  readonly sdks: readonly ChangeReport[];
}

export interface ChangeReport {
  readonly formatVersion: 1;
  /** False with errors, and with changes that `failOn` does not let pass. */
  readonly ok: boolean;
  /** The name of the package; null where a side could not be read. */
  readonly package: string | null;
  readonly old: ComparedSide;
  readonly new: ComparedSide;
  /** The version of sdkwright that all changes come from, where the document is the same; null elsewhere. */
  readonly generator: string | null;
  /** The heaviest class; null where a side could not be read. */
  readonly class: ChangeClass | null;
  readonly bump: Bump | null;
  readonly counts: Readonly<Record<ChangeClass | "approved", number>>;
  readonly changes: readonly ReportedChange[];
  /** What the compiler says of the changes; absent unless it was asked for. */
  readonly proof?: ReportedProof;
  readonly diagnostics: readonly FramedDiagnostic[];
}

export interface ReportedProof {
  /** How many things a caller of the old side uses, and how many of these no longer compile. */
  readonly uses: number;
  readonly failed: number;
  /** What no longer compiles though no breaking change says so. */
  readonly unpredicted: readonly {
    readonly where: string;
    readonly messages: readonly string[];
  }[];
  /** The ids of breaking changes that compile: they show when the code runs. */
  readonly compiling: readonly string[];
}

export interface ComparedSide {
  /** As the user named it, without secrets. */
  readonly source: string;
  readonly version?: string;
}

export interface Bump {
  readonly level: BumpLevel;
  /** The version of the old side; absent where only documents are compared. */
  readonly current?: string;
  readonly next?: string;
}

/** A change as JSON has it: facts that may be missing are null, and flags have short names. */
export interface ReportedChange extends Omit<
  Change,
  | "isRisky"
  | "isUnstable"
  | "isUndecided"
  | "isAnnounced"
  | "isOverridden"
  | "alias"
  | "cause"
> {
  readonly location: {
    readonly old: ReportedLocation | null;
    readonly new: ReportedLocation | null;
  };
  readonly risk: boolean;
  readonly undecided: boolean;
  readonly announced: boolean;
  readonly overridden: boolean;
  /** It is about operations alone that the document calls alpha or beta. */
  readonly unstable: boolean;
  /** Where the old name stays: until which version, or null where none is set to drop it. */
  readonly alias: { readonly until: string | null } | null;
  readonly approval: ReportedApproval | null;
  /** The id of the change that it follows from. */
  readonly cause: string | null;
}

export interface ReportedApproval {
  readonly reason: string;
  readonly issue?: string;
  readonly until: string;
  /** The approval lowered the class, since the old document was wrong. */
  readonly corrected: boolean;
}

export interface ReportedLocation {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** `/components/schemas/Pet/properties/kind` */
  readonly pointer: string;
}
