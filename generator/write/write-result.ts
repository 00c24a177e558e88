/**
 * What was done to the files of a package, or would be done.
 */
import type { OperationCount } from "../sdk/output.js";
import type { Drift } from "./drift.js";
import type { OwnerRemark } from "./plan/planned-file.js";

/** A generated file that carries lines of its owner's. */
export interface OwnerEdit {
  /** Below the package's directory. */
  readonly path: string;
  readonly lines: number;
}

export interface WriteResult {
  readonly written?: readonly string[];
  readonly removed?: readonly string[];
  readonly unchanged?: number;
  readonly drift?: readonly Drift[];
  readonly edits?: readonly OwnerEdit[];
  readonly remarks?: readonly OwnerRemark[];
}

export interface UpToDate extends WriteResult {
  readonly upToDate: true;
  readonly operations: OperationCount;
  readonly warnings: number;
  /** JSON of what the run said that did it. */
  readonly said?: string;
}
