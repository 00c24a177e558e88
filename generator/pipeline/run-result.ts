/**
 * What a run that went through all stages reports.
 */
import { withBaseline } from "../baseline/baseline.js";
import type { Target } from "../config/targets.js";
import type { ChangeReport } from "../diff/report.js";
import { changedNames } from "../model/names/changed-names.js";
import { nameChanges } from "../names/name-changes.js";
import type { RunOptions } from "../pipeline-options.js";
import { shownDrift, type PipelineResult } from "../report.js";
import type { OperationCount } from "../sdk/output.js";
import { ownerExportsRemark } from "../write/lib.js";
import type { PackageWriter } from "../write/package-writer.js";
import type { WriteResult } from "../write/write-result.js";
import type { EmittedPackage } from "./emit-package.js";
import type { SinceRelease } from "./since-release.js";

interface Run {
  readonly target: Target;
  readonly writer: PackageWriter;
  readonly options: Pick<RunOptions, "mode" | "rename">;
}

/** What the stages gave. */
interface StageResults {
  readonly operations: OperationCount;
  readonly since: SinceRelease;
  readonly emitted: EmittedPackage;
  readonly change: ChangeReport | undefined;
  readonly written: WriteResult;
  /** Path -> what `generate` would write; only where that is asked for. */
  readonly texts: ReadonlyMap<string, string>;
}

export const runResult = (
  { target, writer, options: { mode, rename } }: Run,
  { operations, since, emitted, change, written, texts }: StageResults,
): PipelineResult => {
  const isNew = mode === "write" && writer.lock === undefined;
  const before = writer.lock?.names ?? new Map<string, string>();
  const now = since.sdk.names;
  const { drift } = written;
  return {
    operations,
    changes: nameChanges(since.sdk, before),
    ...(isNew && { isNew }),
    ...written,
    remarks: [
      ...withBaseline(written.remarks, since.baseline, { mode, isNew }),
      ...ownerExportsRemark(emitted.takenNames, written.written),
    ],
    ...(drift && { drift: shownDrift(drift, target, texts) }),
    ...(change && { change }),
    ...(rename !== undefined && {
      renamed: changedNames(before, now).map((name) => ({
        before: name.before,
        now: name.now,
      })),
    }),
  };
};
