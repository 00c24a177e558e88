/**
 * The pipeline: one document becomes one package.
 */
import { join } from "node:path";
import { Diagnostics } from "./diagnostics.js";
import { withFrames } from "./printer.js";
import { isStopped, makeAnew, makeRevision, type Run } from "./make.js";
import type { SdkReport } from "./report.js";
import { guarded, hashOptions, seenFromHere } from "./run-inputs.js";
import type { Target } from "./targets.js";
import { Stopwatch } from "./timings.js";
import { findDrift } from "./write/check.js";
import { takeFingerprint } from "./write/fingerprint.js";
import { Folder } from "./write/folder.js";
import { guardFolder } from "./write/guard.js";
import { lockName } from "./write/lock.js";
import { readLock } from "./write/lock-read.js";
import { planWrite } from "./write/plan.js";
import { Staging } from "./write/staging.js";
import { sync } from "./write/sync.js";
import { isUpToDate } from "./write/up-to-date.js";

export interface RunOptions {
  /** `check` compares and writes nothing. */
  readonly command: "generate" | "check";
  /** Say what would be written, and write nothing. */
  readonly dryRun: boolean;
  /** Warnings stop the run as errors do. */
  readonly strict: boolean;
  /** Do it though nothing changed, over files changed by hand and over a broken lock file. */
  readonly force: boolean;
  /** Tell how long each stage took. */
  readonly timings: boolean;
}

type Outcome = Partial<Omit<SdkReport, "ok" | "diagnostics">>;

/** Makes one package, or checks it. What is wrong is in the report; only a bug of ours throws. */
export const runTarget = async (
  target: Target,
  options: RunOptions,
): Promise<SdkReport> => {
  const diagnostics = new Diagnostics();
  const watch = new Stopwatch();
  const outcome = await runStages(target, options, diagnostics, watch);
  const { drift = [], warnings = diagnostics.warningCount } = outcome;
  return {
    input: seenFromHere(target.input),
    output: seenFromHere(target.output),
    upToDate: false,
    written: [],
    removed: [],
    unchanged: 0,
    ...outcome,
    ok: !isStopped(diagnostics, options) && drift.length === 0,
    warnings,
    drift,
    diagnostics: withFrames(diagnostics),
    ...(options.timings && { timings: watch.laps }),
  };
};

const runStages = async (
  target: Target,
  options: RunOptions,
  diagnostics: Diagnostics,
  watch: Stopwatch,
): Promise<Outcome> => {
  const { input, output: root } = target;
  const { command, strict, force } = options;
  const show = (path: string) => seenFromHere(join(root, path));
  if (!guardFolder(guarded(target), diagnostics)) return {};

  const folder = new Folder(root);
  const staging = options.dryRun ? undefined : new Staging(folder);
  staging?.removeLeftovers();
  const lockProblems = force ? new Diagnostics() : diagnostics;
  const lock = readLock(folder, show(lockName), lockProblems);
  const { hash: generator, ...writer } = takeFingerprint();
  const inputs = { generator, options: hashOptions(target) };
  const upToDate =
    lock && !force && isUpToDate(input, { lock, folder, inputs });
  watch.lap("lock");
  if (upToDate) {
    const { operations, warnings, files } = lock;
    if (warnings === 0 || !strict) {
      const unchanged = files.size + 1;
      return { upToDate: true, operations, warnings, unchanged };
    }
  }

  const run: Run = { target, options, folder, lock, inputs };
  const made =
    (await makeRevision(run, diagnostics, watch)) ??
    (await makeAnew(run, diagnostics, watch));
  if (!made?.toWrite) return { ...made };
  const { operations, toWrite } = made;
  const { sources, formatter, remember, ...toPlan } = toWrite;
  try {
    const plan = await planWrite({
      ...toPlan,
      folder,
      lock,
      head: {
        ...writer,
        inputs: { ...inputs, document: sources },
        operations,
        warnings: diagnostics.warningCount,
      },
      formatter,
      stage: (path, text) => staging?.put(path, text),
    });
    switch (command) {
      case "check": {
        const drift = findDrift(plan, lock);
        const unchanged = plan.entries.length - drift.length;
        watch.lap("write");
        return { operations, drift, unchanged };
      }
      case "generate": {
        const how = { strict, force, staging, show };
        const result = sync(plan, how, diagnostics);
        if (result && staging) remember(plan.lock);
        watch.lap("write");
        return { operations, ...result };
      }
    }
  } finally {
    formatter.close();
    staging?.close();
  }
};
