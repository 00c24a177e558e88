/**
 * Whether a target has anything to do, before any of its stages is run: what has not, gets no thread.
 */
import { Diagnostics } from "../diagnostics/diagnostics.js";
import { StageTimer } from "../diagnostics/timings.js";
import { canSkipStages, writerOptions } from "../pipeline.js";
import { reportOf, resultOfLastRun, type SdkReport } from "../report.js";
import { PackageWriter } from "../write/package-writer.js";
import type { Job } from "./thread.js";

/** What a run reports that finds everything as it should be; undefined where there is more to do. */
export const reportCurrent = ({
  target,
  options,
}: Job): SdkReport | undefined => {
  if (!canSkipStages(target, options)) return undefined;
  const diagnostics = new Diagnostics();
  const timer = new StageTimer();
  const writer = PackageWriter.open(
    { ...writerOptions(target, diagnostics, options.day), ...options },
    diagnostics,
  );
  const current = diagnostics.hasErrors ? undefined : writer?.upToDate();
  writer?.close();
  timer.lap("lock");
  const { mode, strict, timings } = options;
  return (
    current &&
    reportOf(target, resultOfLastRun(current), {
      diagnostics,
      mode,
      strict,
      ...(timings && { timings: timer.timings }),
    })
  );
};
