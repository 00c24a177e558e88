/**
 * What the pipeline takes, and what its first half gives.
 */
import type { FailOn } from "./diff/make-report.js";
import type { Diagnostics } from "./diagnostics/diagnostics.js";
import type { StageTimer } from "./diagnostics/timings.js";
import type { Target } from "./config/targets.js";
import type { Document } from "./openapi/document.js";
import type { OperationCount } from "./sdk/output.js";
import type { Sdk } from "./sdk/sdk.js";
import type { WriterOptions } from "./write/package-writer.js";
import type { EditRequests } from "./write/plan/planned-file.js";

export interface RunOptions extends Pick<WriterOptions, "mode" | "strict"> {
  /** Changes by hand to be dropped, and conflicts to be written out. */
  readonly requests: EditRequests;
  /** Report how long each stage took. */
  readonly timings: boolean;
  /** Gives these names anew, or all of them, instead of keeping them. */
  readonly rename?: BuildInput["rename"];
  /** Deprecated names that a release has had end now. */
  readonly dropAliases?: boolean;
  /** Report what differs of each file that drifted. */
  readonly diff?: boolean;
  /** The run is not ok with a change of this class or above that is not approved. */
  readonly failOn?: FailOn;
  /** The day for which approvals hold, `2027-01-31`. Default: today. */
  readonly day?: string;
  /** Run every stage though nothing has changed, to know what is read, what the warnings are and what changes for callers. */
  readonly runsEveryStage?: boolean;
  /** Formatting gets no thread of its own: other runs have the other cores. */
  readonly isSingleThreaded?: boolean;
}

/** A document with the options of its SDK. */
export interface BuildInput {
  readonly target: Target;
  /** Public names that were published before, as the lock file has them. */
  readonly names: ReadonlyMap<string, string>;
  /** Those of them to give anew: as `listTarget` has them, or `GET /path`; `true` for all. */
  readonly rename?: true | readonly string[];
}

export interface BuildResult {
  readonly sdk: Sdk;
  readonly document: Document;
  readonly operations: OperationCount;
}

/** What the stages of a run report to. */
export interface Observers {
  readonly diagnostics: Diagnostics;
  readonly timer: StageTimer;
}
