/**
 * The pipeline: one document becomes one package, `load -> model -> emit -> write`.
 *
 * The stages are imported when they are reached: a run that finds nothing to do loads none of them.
 */
import { join } from "node:path";
import {
  loadOptions,
  outputOptions,
  protectedDirectory,
} from "./config/target-options.js";
import type { Target } from "./config/targets.js";
import { Diagnostics } from "./diagnostics/diagnostics.js";
import { displayPath, isUrl } from "./diagnostics/paths.js";
import { type FramedDiagnostic, withFrames } from "./diagnostics/printer.js";
import { StageTimer, type Timing } from "./diagnostics/timings.js";
import type { Resource, Sdk } from "./sdk/sdk.js";
import { findDrift, type Drift } from "./write/check.js";
import { takeFingerprint } from "./write/fingerprint.js";
import { Folder } from "./write/folder.js";
import { Formatter } from "./write/formatter.js";
import { guardFolder } from "./write/guard.js";
import { hashJson, hashSources } from "./write/hash.js";
import { lockName, type OperationCount } from "./write/lock.js";
import { readLock } from "./write/lock-read.js";
import { planWrite } from "./write/plan.js";
import { Staging } from "./write/staging.js";
import { sync } from "./write/sync.js";
import { isUpToDate } from "./write/up-to-date.js";

export type { Drift };

export interface RunOptions {
  /** `check` compares and writes nothing. */
  readonly command: "generate" | "check";
  /** Report what would be written, and write nothing. */
  readonly dryRun: boolean;
  /** Warnings stop the run as errors do. */
  readonly strict: boolean;
  /** Run though nothing changed, over files changed by hand and over a broken lock file. */
  readonly force: boolean;
  /** Report how long each stage took. */
  readonly timings: boolean;
}

/** What a run did for one package, as data: the command line prints it, programs read it. */
export interface SdkReport {
  /** True without errors and, for `check`, without drift. */
  readonly ok: boolean;
  /** The document, relative to the working directory. */
  readonly input: string;
  /** The package's directory, relative to the working directory. */
  readonly output: string;
  readonly diagnostics: readonly FramedDiagnostic[];
  /** Everything was as the lock file says: no stage was run, and warnings were not looked for. */
  readonly upToDate: boolean;
  /** Absent when the document could not be read. */
  readonly operations?: OperationCount;
  /** Warnings that the document has; `diagnostics` may leave them out when `upToDate`. */
  readonly warnings: number;
  /** Paths below the package's directory, sorted. */
  readonly written: readonly string[];
  readonly removed: readonly string[];
  /** How many files were as they should be. */
  readonly unchanged: number;
  /** For `check`: the files that are not what `generate` would leave. */
  readonly drift: readonly Drift[];
  /** How long each stage took; only where it was asked for. */
  readonly timings?: readonly Timing[];
}

type Outcome = Partial<Omit<SdkReport, "ok" | "diagnostics">>;

/** Generates one package, or checks it. What is wrong is in the report; only a bug of ours throws. */
export const runTarget = async (
  target: Target,
  options: RunOptions,
): Promise<SdkReport> => {
  const diagnostics = new Diagnostics();
  const timer = new StageTimer();
  const outcome = await runPipeline(target, options, { diagnostics, timer });
  const { drift = [], warnings = diagnostics.warningCount } = outcome;
  return {
    input: displayPath(target.input),
    output: displayPath(target.output),
    upToDate: false,
    written: [],
    removed: [],
    unchanged: 0,
    ...outcome,
    ok: !isStopped(diagnostics, options) && drift.length === 0,
    warnings,
    drift,
    diagnostics: withFrames(diagnostics),
    ...(options.timings && { timings: timer.timings }),
  };
};

/** What the stages of a run report to. */
interface Observers {
  readonly diagnostics: Diagnostics;
  readonly timer: StageTimer;
}

const runPipeline = async (
  target: Target,
  options: RunOptions,
  observers: Observers,
): Promise<Outcome> => {
  const { diagnostics, timer } = observers;
  const { command, strict, force } = options;
  if (!guardFolder(protectedDirectory(target), diagnostics)) return {};
  const folder = new Folder(target.output);
  const staging = options.dryRun ? undefined : new Staging(folder);
  staging?.removeLeftovers();
  const show = (path: string) => displayPath(join(target.output, path));
  const lockProblems = force ? new Diagnostics() : diagnostics;
  const lock = readLock(folder, show(lockName), lockProblems);
  const { hash: generator, ...writer } = takeFingerprint();
  const inputs = { generator, options: hashJson(outputOptions(target)) };
  const isCurrent =
    lock && !force && isUpToDate(target.input, { lock, folder, inputs });
  timer.lap("lock");
  if (isCurrent && !(strict && lock.warnings > 0)) {
    const { operations, warnings, files } = lock;
    return { upToDate: true, operations, warnings, unchanged: files.size + 1 };
  }
  // Few files differ in a package that was written with the same generator and options.
  const isFullRun =
    lock?.inputs.generator !== generator ||
    lock.inputs.options !== inputs.options;
  const formatter = new Formatter();
  try {
    const built = await buildSdk(
      { target, names: lock?.names ?? new Map<string, string>() },
      observers,
      () => {
        if (isFullRun && isLarge(diagnostics.sources)) formatter.startWorker();
      },
    );
    if (!built) return {};
    const { sdk, leftOut } = built;
    const operations = countOperations(sdk, leftOut);
    if (isStopped(diagnostics, options)) return { operations };
    const { emitFiles } = await import("./emit/emit.js");
    const plan = await planWrite({
      output: {
        files: timer.through("emit", emitFiles(sdk)),
        names: sdk.names,
      },
      folder,
      lock,
      head: {
        ...writer,
        inputs: {
          ...inputs,
          document: hashSources(target.input, diagnostics.sources),
        },
        operations,
        warnings: diagnostics.warningCount,
      },
      formatter,
      stage: (path, text) => staging?.put(path, text),
    });
    if (command === "check") {
      const drift = findDrift(plan, lock);
      const unchanged = plan.entries.length - drift.length;
      return { operations, drift, unchanged };
    }
    const syncOptions = { strict, force, staging, show };
    return { operations, ...sync(plan, syncOptions, diagnostics) };
  } finally {
    timer.lap("write");
    formatter.close();
    staging?.close();
  }
};

/** A document with the options of its SDK. */
export interface BuildInput {
  readonly target: Target;
  /** Public names that were published before, as the lock file has them. */
  readonly names: ReadonlyMap<string, string>;
}

/**
 * The first half of the pipeline: a document becomes the SDK that is to be written.
 *
 * @param onLoad called between the two stages, when it is known how much there is to do
 * @returns undefined when the document has errors that make it useless; they are reported
 */
export const buildSdk = async (
  { target, names }: BuildInput,
  { diagnostics, timer }: Observers,
  onLoad: () => void = () => undefined,
): Promise<{ sdk: Sdk; leftOut: number } | undefined> => {
  const { input, config } = target;
  const { load } = await import("./load/load.js");
  const document = await load(
    // A URL is requested with its query, which messages do not show.
    isUrl(input) ? input : displayPath(input),
    loadOptions(target),
    diagnostics,
  );
  timer.lap("load");
  if (!document) return undefined;
  onLoad();
  const { buildModel } = await import("./model/build.js");
  const sdk = buildModel(document, config, names, diagnostics);
  timer.lap("model");
  return { sdk, leftOut: document.leftOut };
};

/** Below this size, in characters, formatting is done before a worker has started. */
const largeDocument = 500_000;

const isLarge = (sources: Diagnostics["sources"]): boolean => {
  let size = 0;
  for (const { text } of sources.values()) size += text.length;
  return size >= largeDocument;
};

const isStopped = (diagnostics: Diagnostics, { strict }: RunOptions): boolean =>
  diagnostics.hasErrors || (strict && diagnostics.warningCount > 0);

const countOperations = (
  { operationCount, resources, webhooks }: Sdk,
  leftOut: number,
): OperationCount => {
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
