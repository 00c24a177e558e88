/**
 * The write stage of one package: the state on disk that the last run left, whether anything has to
 * be done, and the writing itself.
 */
import { join } from "node:path";
import type { Diagnostics } from "../diagnostics/diagnostics.js";
import { isCI } from "../diagnostics/is-ci.js";
import { displayPath } from "../diagnostics/paths.js";
import type { OperationCount, Output, OutputFile } from "../sdk/output.js";
import { applyPlan } from "./apply-plan.js";
import {
  hashLib,
  hashReporting,
  printCache,
  printPending,
  readCache,
} from "./cache.js";
import type { Cache, Inputs, ReportOptions } from "./cache.js";
import { removeDrafts, removePending, writeCacheFile } from "./cache-file.js";
import { OutputDirectory } from "./directory.js";
import { findDrift } from "./drift.js";
import { Bases, type RegenerateAtCommit } from "./edits/bases.js";
import { madeBy, readFingerprint, type Fingerprint } from "./fingerprint.js";
import { Formatter } from "./formatter.js";
import { checkOutputDirectory, type PackageLocation } from "./guard.js";
import { hashJson, hashSources, hashText } from "./hash.js";
import { KnownFiles } from "./known-files.js";
import { unlistedEffects } from "./lib-effects.js";
import { readOrRestoreLock } from "./lock/committed-lock.js";
import { printLock, type Lock } from "./lock/lock.js";
import { readLock } from "./lock/read-lock.js";
import { reportObstacles } from "./obstacles.js";
import { cachePath, lockName, pendingPath } from "./package-path.js";
import { planWrite, type Plan } from "./plan/plan.js";
import type { OwnerRemark, EditRequests } from "./plan/planned-file.js";
import { Staging, type WriteFailure } from "./staging.js";
import { systemReason } from "../diagnostics/system-reasons.js";
import { isUpToDate } from "./up-to-date.js";
import type { OwnerEdit, UpToDate, WriteResult } from "./write-result.js";

/** `dryRun` reports what would be written, `check` reports drift; both write nothing. */
export type WriteMode = "write" | "dryRun" | "check";

export interface WriterOptions {
  readonly location: PackageLocation;
  /** The root document: an absolute path or a URL. */
  readonly document: string;
  /** JSON with everything of the config that decides what is written. */
  readonly outputOptions: object;
  /** JSON with what else decides what a run reports, and the files that it names. */
  readonly reportOptions: ReportOptions;
  readonly mode: WriteMode;
  /** Write nothing when there is a warning. */
  readonly strict: boolean;
  /** Is given each text that is to be written. */
  readonly onText?: (path: string, text: string) => void;
  /** Files that their owner keeps from us altogether. */
  readonly isKept: (path: string) => boolean;
  readonly requests: EditRequests;
  readonly regenerateAtCommit: RegenerateAtCommit;
}

/** What a run writes, and what it has to say of it. */
interface Written {
  readonly output: Output;
  readonly operations: OperationCount;
  /** JSON, which a run that has nothing to do says again. */
  readonly said?: string;
}

/** Below this size of the document, in characters, files are formatted before a worker starts. */
const workerThreshold = 500_000;

export class PackageWriter {
  /** Of the last run; undefined when there was none. */
  readonly lock: Lock | undefined;
  readonly directory: OutputDirectory;
  readonly #options: WriterOptions;
  readonly #diagnostics: Diagnostics;
  readonly #staging: Staging | undefined;
  readonly #formatter = new Formatter();
  readonly #fingerprint: Fingerprint = readFingerprint();
  readonly #inputs: Omit<Inputs, "document" | "lib">;
  readonly #cache: Cache | undefined;
  readonly #known: KnownFiles;
  /** `check` in CI trusts no cache. */
  readonly #usesCache: boolean;
  readonly #reported = new Set<string>();

  private constructor(options: WriterOptions, diagnostics: Diagnostics) {
    const { location, outputOptions, reportOptions, mode } = options;
    this.#options = options;
    this.#diagnostics = diagnostics;
    const directory = new OutputDirectory(location.directory);
    this.directory = directory;
    if (mode === "write") this.#staging = new Staging(directory);
    this.#staging?.removeLeftovers();
    if (mode === "write") removeDrafts(directory);
    const file = this.#displayPath(lockName);
    const read = mode === "check" ? readLock : readOrRestoreLock;
    const { lock, hashes } = read(directory, file, diagnostics);
    this.lock = lock;
    this.#usesCache = mode !== "check" || !isCI(process.env);
    // A check uses the cache only to save time, and can do without one that cannot be read.
    const cacheRoot =
      mode === "check" ? new OutputDirectory(directory.root) : directory;
    this.#cache = this.#usesCache ? readCache(cacheRoot) : undefined;
    this.#known = new KnownFiles(cacheRoot, this.#cache, hashes);
    this.#reportRefused();
    const generator = this.#fingerprint.hash;
    this.#inputs = {
      generator,
      options: hashJson(outputOptions),
      reporting: hashReporting(reportOptions, this.#cache?.said),
    };
  }

  /** Undefined when the directory is no place for a package, which is reported. */
  static open(
    options: WriterOptions,
    diagnostics: Diagnostics,
  ): PackageWriter | undefined {
    return checkOutputDirectory(options.location, diagnostics)
      ? new PackageWriter(options, diagnostics)
      : undefined;
  }

  /** What a run would say when the package is what a run of today would write. */
  upToDate(): UpToDate | undefined {
    const { document, mode, strict, requests } = this.#options;
    const cache = this.#cache;
    // With `strict`, warnings have to be found again to be reported.
    if (cache === undefined || (strict && cache.warnings > 0)) return undefined;
    if (requests.reset.size > 0 || requests.merge === "all") return undefined;
    if (requests.merge.size > 0 || !this.lock) return undefined;
    const state = {
      cache,
      directory: this.directory,
      inputs: this.#inputs,
    };
    if (!isUpToDate(document, state)) return undefined;
    if (mode === "check" && unlistedEffects(this.directory).length > 0)
      return undefined;
    const { operations, warnings, files, edits, said } = cache;
    // Left by a run that was killed after its last write.
    if (mode === "write" && this.#known.pending.length > 0)
      removePending(this.directory);
    return {
      upToDate: true,
      operations,
      warnings,
      unchanged: files.size + 1,
      edits: toEdits(edits),
      ...(said !== undefined && { said }),
    };
  }

  /**
   * Starts a worker thread for formatting when there will be much to format: few files differ in a
   * package that the same generator wrote with the same options.
   */
  prepare(): void {
    const { generator, options } = this.#cache?.inputs ?? {};
    const isAllFormatted =
      generator === this.#inputs.generator && options === this.#inputs.options;
    const { length } = this.#diagnostics.sources;
    if (!isAllFormatted && length >= workerThreshold) {
      this.#formatter.startWorker();
    }
  }

  /** Writes the package, or compares it, as the mode says. */
  async write({ output, operations, said }: Written): Promise<WriteResult> {
    const { document, mode, strict, isKept, requests } = this.#options;
    const diagnostics = this.#diagnostics;
    const warnings = diagnostics.warningCount;
    const { files } = diagnostics.sources;
    const directory = this.directory;
    const version = madeBy(this.#fingerprint);
    const format = (file: OutputFile) => this.#formatter.format(file);
    const plan = await planWrite({
      output,
      version,
      directory,
      lock: this.lock,
      isKept,
      requests,
      known: this.#known,
      bases: new Bases({
        directory,
        version,
        format,
        regenerateAtCommit: this.#options.regenerateAtCommit,
      }),
      formatter: { format },
      formatterName: this.#fingerprint.formatter,
      isComparison: mode === "check",
      stage: (path, text) => {
        this.#staging?.put(path, text);
        this.#options.onText?.(path, text);
      },
    });
    const saveCache = (): WriteFailure | undefined => {
      const cache: Cache = {
        formatter: this.#fingerprint.formatter,
        inputs: {
          ...this.#inputs,
          reporting: hashReporting(this.#options.reportOptions, said),
          document: hashSources(document, files),
          lib: hashLib(directory),
        },
        lock: hashText(printLock(plan.lock)),
        operations,
        warnings,
        isSettled: isSettled(plan),
        edits: plan.edits,
        files: plan.cached,
        ...(said !== undefined && { said }),
      };
      return this.#usesCache
        ? writeCacheFile(directory, cachePath, printCache(cache))
        : undefined;
    };
    const display = (path: string) => this.#displayPath(path);
    const edits = toEdits(plan.edits);
    if (mode === "check") {
      const drift = findDrift(plan, this.lock);
      const left = plan.files.filter(({ kind }) => kind !== "blocked");
      reportObstacles({ ...plan, files: left }, display, diagnostics);
      for (const path of unlistedEffects(directory))
        diagnostics.report("lib-side-effects", { path: display(path) });
      this.#reportRefused();
      if (drift.length === 0 && !diagnostics.hasErrors) saveCache();
      return { drift, edits, unchanged: plan.files.length - drift.length };
    }
    this.#reportRefused();
    const result = applyPlan(
      plan,
      {
        staging: this.#staging,
        strict,
        displayPath: display,
        beforeMoves: () => this.#staging && this.#savePending(plan),
      },
      diagnostics,
    );
    if (result && mode === "write") {
      // With an old cache, the next run has to know what this one wrote.
      if (!saveCache()) removePending(directory);
    }
    return result ? { ...result, edits, remarks: this.#remarksOf(plan) } : {};
  }

  /** Ends the worker thread and removes what was staged and not moved. */
  close(): void {
    this.#formatter.close();
    this.#staging?.close();
  }

  /** With what earlier runs that were killed may have written too. */
  #savePending({ pending }: Plan): WriteFailure | undefined {
    const all = [...this.#known.pending, ...pending];
    return writeCacheFile(this.directory, pendingPath, printPending(all));
  }

  /** What the system did not let us read: once, and before anything is written. */
  #reportRefused(): void {
    for (const [path, error] of this.directory.refused) {
      if (this.#reported.has(path)) continue;
      this.#reported.add(path);
      const reason = systemReason(error);
      const file = this.#displayPath(path);
      this.#diagnostics.report("output-unreadable", { path: file, reason });
    }
  }

  #remarksOf({ remarks, healed }: Plan): readonly OwnerRemark[] {
    const [were, files] = healed === 1 ? ["was", "file"] : ["were", "files"];
    const source = displayPath(this.#options.document);
    const message = `${healed} ${files} ${were} in conflict: written from ${source}`;
    return healed === 0 ? remarks : [...remarks, { path: "", message }];
  }

  #displayPath(path: string): string {
    return displayPath(join(this.#options.location.directory, path));
  }
}

const toEdits = (edits: ReadonlyMap<string, number>): readonly OwnerEdit[] =>
  [...edits].map(([path, lines]) => ({ path, lines }));

/** False when the next run would say something again. */
const isSettled = ({ files, problems, hasMarked }: Plan): boolean =>
  problems.length === 0 &&
  !hasMarked &&
  files.every(
    ({ kind }) => !["foreign", "edited", "unsolved", "conflict"].includes(kind),
  );
