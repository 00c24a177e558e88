/**
 * What a run did, as data: the command line prints it, programs read it.
 */
import type { FramedDiagnostic } from "./printer.js";
import type { Drift } from "./write/check.js";
import type { Timing } from "./timings.js";
import type { OperationCount } from "./write/lock.js";

export interface Report {
  /** No errors, and for `check` no drift. */
  readonly ok: boolean;
  /** Problems of the config; those of a document are in `sdks`. */
  readonly diagnostics: readonly FramedDiagnostic[];
  readonly sdks: readonly SdkReport[];
}

export interface SdkReport {
  readonly ok: boolean;
  /** The document, seen from the working directory. */
  readonly input: string;
  /** The package's folder, seen from the working directory. */
  readonly output: string;
  readonly diagnostics: readonly FramedDiagnostic[];
  /** Everything was as the lock file says: no stage was run, and warnings were not looked for. */
  readonly upToDate: boolean;
  /** Absent when the document could not be read. */
  readonly operations?: OperationCount;
  /** Warnings that the document has, `diagnostics` may leave them out when `upToDate`. */
  readonly warnings: number;
  /** Paths below the package's folder, in order. */
  readonly written: readonly string[];
  readonly removed: readonly string[];
  /** How many files were as they should be. */
  readonly unchanged: number;
  /** For `check`: the files that are not what `generate` would leave. */
  readonly drift: readonly Drift[];
  /** How long each stage took; only where it was asked for. */
  readonly timings?: readonly Timing[];
}
