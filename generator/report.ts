/**
 * The report of a run.
 */
import { join } from "node:path";
import { locationOf } from "./config/document-input.js";
import type { Target } from "./config/targets.js";
import { isAboutOutput, type Diagnostics } from "./diagnostics/diagnostics.js";
import { displayPath } from "./diagnostics/paths.js";
import { withFrames, type FramedDiagnostic } from "./diagnostics/printer.js";
import type { ChangeReport } from "./diff/report.js";
import type { Timing } from "./diagnostics/timings.js";
import type { PublicNames } from "./names/list-names.js";
import type { NameChange } from "./names/name-changes.js";
import type { OperationCount } from "./sdk/output.js";
import { diffWithDisk } from "./write/disk-diff.js";
import type { Drift } from "./write/drift.js";
import type { WriterOptions } from "./write/package-writer.js";
import type { OwnerEdit, UpToDate } from "./write/write-result.js";
import type { OwnerRemark } from "./write/plan/planned-file.js";
import { isReleased } from "./write/released.js";

/** What a run did for one package, as data: the command line prints it, programs read it. */
export interface SdkReport {
  /** True without errors and, when packages are compared, without drift. */
  readonly ok: boolean;
  /** Why it is not: errors, warnings that count as errors, files that `generate` would change, or changes that callers would notice. */
  readonly reason?: "errors" | "warnings" | "drift" | "changes";
  /** The document, relative to the working directory; several have commas between them. */
  readonly input: string;
  /** The config file, relative to the working directory; absent where there was none. */
  readonly config?: string;
  /** True when no earlier run has written the package. */
  readonly isNew?: boolean;
  /** The package's directory, relative to the working directory. */
  readonly output: string;
  readonly diagnostics: readonly FramedDiagnostic[];
  /** Everything was as the lock file says: no stage was run, and warnings were not looked for. */
  readonly upToDate: boolean;
  /** Absent when the document could not be read. */
  readonly operations?: OperationCount;
  /** Warnings that the document has; `diagnostics` has none of them when `upToDate`. */
  readonly warnings: number;
  /** Paths below the package's directory, sorted. */
  readonly written: readonly string[];
  readonly removed: readonly string[];
  /** How many files were as they should be. */
  readonly unchanged: number;
  /** What is new, gone or renamed of the names that users write; empty for a new package. */
  readonly changes: readonly NameChange[];
  /** What changes for callers since the last release; absent before the first. */
  readonly change?: ChangeReport;
  /** Generated files that carry lines of the owner's. */
  readonly edits: readonly OwnerEdit[];
  /** What the run says once about files of the owner's; the path is empty where it is about all. */
  readonly remarks: readonly OwnerRemark[];
  /** For `check`: the files that are not what `generate` would leave. */
  readonly drift: readonly Drift[];
  /** True from the first version above 0.0.0, from which on names are kept. */
  readonly released: boolean;
  /** Names that are given anew; only where that was asked for. */
  readonly renamed?: readonly RenamedName[];
  /** How long each stage took; only where it was asked for. */
  readonly timings?: readonly Timing[];
}

/** `rooms.list` -> `rooms.search`. */
export interface RenamedName {
  readonly before: string;
  readonly now: string;
}

/** The public names of one SDK. */
export interface SdkNames {
  readonly ok: boolean;
  /** The document, relative to the working directory; several have commas between them. */
  readonly input: string;
  /** The package's directory; absent where none was named. */
  readonly output?: string;
  readonly diagnostics: readonly FramedDiagnostic[];
  /** Absent when the document could not be read. */
  readonly names?: PublicNames;
}

export const isStopped = (
  diagnostics: Diagnostics,
  { strict }: Strictness,
): boolean => diagnostics.hasErrors || (strict && diagnostics.warningCount > 0);

/** Documents, as reports name them. */
export const inputLabel = ({ inputs }: Target): string =>
  inputs.map((input) => displayPath(locationOf(input))).join(", ");

/** What the stages say of a run. */
export type PipelineResult = Partial<Omit<SdkReport, "ok" | "diagnostics">>;

/** What a run that has nothing to do says again. Each asks for itself which changes fail. */
export const printChangeReport = (change: ChangeReport): string =>
  JSON.stringify({
    ...change,
    ok: change.diagnostics.every(({ severity }) => severity !== "error"),
  });

/** What changes for callers is as it was when the package was last written. */
export const resultOfLastRun = ({
  said,
  ...current
}: UpToDate): PipelineResult => ({
  ...current,
  ...(said !== undefined && { change: JSON.parse(said) as ChangeReport }),
});

interface Run extends Strictness {
  readonly mode: WriterOptions["mode"];
  readonly diagnostics: Diagnostics;
  readonly timings?: readonly Timing[];
}

/** A comparison tells of the output, and of the document only what it stops at. */
export const reportOf = (
  target: Target,
  result: PipelineResult,
  { diagnostics, mode, strict, timings }: Run,
): SdkReport => {
  const { drift = [], edits = [], remarks = [] } = result;
  const reason = reasonOf(diagnostics, { strict }, result);
  return {
    ok: reason === undefined,
    ...(reason !== undefined && { reason }),
    input: inputLabel(target),
    output: displayPath(target.output),
    ...(target.configFile !== undefined && {
      config: displayPath(target.configFile),
    }),
    upToDate: false,
    warnings: diagnostics.warningCount,
    written: [],
    removed: [],
    unchanged: 0,
    changes: [],
    ...result,
    drift,
    edits,
    remarks,
    released: isReleased(target.output),
    diagnostics: withFrames(diagnostics).filter(
      ({ code, severity }) =>
        mode !== "check" ||
        strict ||
        severity === "error" ||
        isAboutOutput(code),
    ),
    ...(timings && { timings }),
  };
};

/** Whether warnings count as errors. */
interface Strictness {
  readonly strict: boolean;
}

const reasonOf = (
  diagnostics: Diagnostics,
  options: Strictness,
  { drift = [], change }: PipelineResult,
): SdkReport["reason"] => {
  if (diagnostics.hasErrors) return "errors";
  if (isStopped(diagnostics, options)) return "warnings";
  if (drift.length > 0) return "drift";
  return change?.ok === false ? "changes" : undefined;
};

/** With the paths that a person opens, and what differs where that was asked for. */
export const shownDrift = (
  drift: readonly Drift[],
  { output }: Target,
  texts: ReadonlyMap<string, string>,
): readonly Drift[] =>
  drift.map((one) => {
    const file = displayPath(join(output, one.path));
    const text = texts.get(one.path);
    const diff = text === undefined ? "" : diffWithDisk(output, one.path, text);
    return { ...one, file, ...(diff !== "" && { diff }) };
  });
