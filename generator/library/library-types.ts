/**
 * What programs give to the library, and what they get.
 */
import type { ComparedPackage } from "../compare/compare.js";
import type { CallReport } from "../compare/report.js";
import type { TargetSelection } from "../config/targets.js";
import type { FramedDiagnostic } from "../diagnostics/printer.js";
import type { FailOn } from "../diff/make-report.js";
import type { OnProgress } from "../parallel/progress.js";
import type { ReleasedSdk } from "../release/release.js";
import type { SdkNames, SdkReport } from "../report.js";

export type { Approval } from "../change/approvals.js";
export type { ChangeConfig, ReleaseConfig } from "../config/change-options.js";
export type {
  NamedModel,
  NamedOperation,
  NamedResource,
  NameFunction,
  NameOption,
  NamesByPattern,
} from "../config/naming.js";
export type { DiffOptions } from "../diff/diff.js";
export type { ImportReport } from "../import/import.js";
export type { ImportOptions } from "../import/import-options.js";
export type { LedgerEntry } from "../import/ledger.js";
export type { RunProgress } from "../parallel/progress.js";
export type { ReleasedSdk } from "../release/release.js";
export type { Miss } from "../compare/comparison.js";
export type { ComparedPackage } from "../compare/compare.js";
export type {
  CallCounts,
  CallReport,
  ComparedResource,
} from "../compare/report.js";

export interface CheckOptions extends TargetSelection {
  /** Warnings count as errors. */
  readonly strict?: boolean;
  /** Report how long each stage took. */
  readonly timings?: boolean;
  /** For `check`: report what differs of each file, as a unified diff. */
  readonly diff?: boolean;
  /**
   * For `check`: not ok with a change of this class or above since the last release that is not approved.
   */
  readonly failOn?: FailOn;
  /** The day for which approvals hold, `2027-01-31`. Default: today. */
  readonly now?: string;
  /** Report what changes for callers also of a package that is up to date, which takes every stage. */
  readonly changes?: boolean;
  /** Called where there are several SDKs, when one of them is begun or done. */
  readonly onProgress?: OnProgress;
}

export interface GenerateOptions extends CheckOptions {
  /** Report what would be written, and write nothing. */
  readonly dryRun?: boolean;
  /**
   * Give names anew that are kept since they were published: all (`true`), or these, as `names` has
   * them (`rooms.list`) or by operation (`GET /rooms`). It breaks callers.
   */
  readonly rename?: boolean | readonly string[];
}

export interface ReleaseOptions extends CheckOptions {
  /** End all deprecated names that a release has had: callers who still write them break. */
  readonly dropAliases?: boolean;
}

/** What a run did, as data. */
export interface Report {
  /** True without errors and, for `check`, without drift. */
  readonly ok: boolean;
  /** Problems of the config; those of a document are in `sdks`. */
  readonly diagnostics: readonly FramedDiagnostic[];
  readonly sdks: readonly SdkReport[];
}

/** The public names of the SDKs, as data. */
export interface NamesReport {
  /** True without errors. */
  readonly ok: boolean;
  /** Problems of the config; those of a document are in `sdks`. */
  readonly diagnostics: readonly FramedDiagnostic[];
  readonly sdks: readonly SdkNames[];
}

/** The files that decide what is generated, as data. */
export interface InputsReport {
  /** True without errors. */
  readonly ok: boolean;
  readonly diagnostics: readonly FramedDiagnostic[];
  /** Configs, documents and what they refer to, overlays: relative to the working directory, sorted. */
  readonly inputs: readonly string[];
}

/** What a release is, of each package. */
export interface ReleaseReport {
  readonly ok: boolean;
  readonly diagnostics: readonly FramedDiagnostic[];
  readonly sdks: readonly ReleasedSdk[];
  /** Where a package is not what `generate` gives: what `check` says. Nothing was written. */
  readonly check?: Report;
}

export interface CompareOptions extends CheckOptions, ComparedPackage {}

/** Whether the calls of a published package's callers compile. */
export interface CompareReport extends CallReport {
  /** Where our package is not what `generate` gives: what `check` says. Nothing was compared. */
  readonly check?: Report;
}
