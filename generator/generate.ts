/**
 * The pipeline: one document becomes one package.
 *
 * `load`, `model` and `emit` are loaded when they are needed: a run that finds nothing to do starts
 * none of them.
 */
import { join } from "node:path";
import { Diagnostics } from "./diagnostics.js";
import { withFrames } from "./printer.js";
import type { SdkReport } from "./report.js";
import {
  guarded,
  hashOptions,
  hashSources,
  isUrl,
  loadOptionsOf,
  seenFromHere,
} from "./run-inputs.js";
import type { Resource, Sdk } from "./sdk.js";
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
  const { input, output: root, config } = target;
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
    lock && !force && isUpToDate({ lock, folder, input, inputs });
  watch.lap("lock");
  if (upToDate) {
    const { operations, warnings, files } = lock;
    if (warnings === 0 || !strict) {
      const unchanged = files.size + 1;
      return { upToDate: true, operations, warnings, unchanged };
    }
  }

  const { load } = await import("./load/load.js");
  const document = await load(
    isUrl(input) ? input : seenFromHere(input),
    loadOptionsOf(target),
    diagnostics,
  );
  watch.lap("load");
  if (!document) return {};
  const { openFormatter } = await import("./write/formatter.js");
  // Of a package that is there, a changed document changes few files.
  const isAnew =
    lock?.inputs.generator !== generator ||
    lock.inputs.options !== inputs.options;
  const formatter = openFormatter(isAnew ? diagnostics.sources.values() : []);
  try {
    const { buildSdk } = await import("./model/build.js");
    const names = lock?.names ?? new Map<string, string>();
    const sdk = buildSdk(document, config, names, diagnostics);
    watch.lap("model");
    const operations = countOperations(sdk, document.leftOut);
    if (isStopped(diagnostics, options)) return { operations };

    const { emitFiles } = await import("./emit/emit.js");
    const sources = hashSources(input, diagnostics.sources);
    const plan = await planWrite({
      output: {
        files: watch.through("emit", emitFiles(sdk)),
        names: sdk.names,
      },
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
        const result = sync(
          plan,
          { strict, force, staging, show },
          diagnostics,
        );
        watch.lap("write");
        return { operations, ...result };
      }
    }
  } finally {
    formatter.close();
    staging?.close();
  }
};

const isStopped = (diagnostics: Diagnostics, { strict }: RunOptions): boolean =>
  diagnostics.hasErrors || (strict && diagnostics.warningCount > 0);

const countOperations = (
  { operationCount, resources, webhooks }: Sdk,
  leftOut: number,
) => {
  const count = (list: readonly Resource[]): number =>
    list.reduce(
      (sum, { operations, children }) =>
        sum + operations.length + count(children),
      0,
    );
  return {
    total: operationCount,
    generated: count(resources) + webhooks.length,
    ...(leftOut > 0 && { leftOut }),
  };
};
