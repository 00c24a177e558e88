/**
 * The write stage of one package: the state on disk that the last run left, whether anything has to
 * be done, and the writing itself.
 */
import { join } from "node:path";
import { Diagnostics } from "../diagnostics/diagnostics.js";
import { displayPath } from "../diagnostics/paths.js";
import type { OperationCount, Output } from "../sdk/output.js";
import { OutputDirectory } from "./directory.js";
import { findDrift, type Drift } from "./drift.js";
import { readFingerprint, type Fingerprint } from "./fingerprint.js";
import { Formatter } from "./formatter.js";
import { checkOutputDirectory, type PackageLocation } from "./guard.js";
import { hashJson, hashSources } from "./hash.js";
import { readLock, type Lock } from "./lock.js";
import { lockName } from "./package-path.js";
import { planWrite } from "./plan.js";
import { Staging } from "./staging.js";
import { applyPlan } from "./apply-plan.js";
import { isUpToDate } from "./up-to-date.js";

/** `dryRun` reports what would be written, `compare` reports drift; both write nothing. */
type WriteMode = "write" | "dryRun" | "compare";

export interface WriterOptions {
  readonly location: PackageLocation;
  /** The root document: an absolute path or a URL. */
  readonly document: string;
  /** JSON with everything of the config that decides what is written. */
  readonly outputOptions: object;
  readonly mode: WriteMode;
  /** Write nothing when there is a warning. */
  readonly strict: boolean;
  /** Write though nothing changed, over files changed by hand and over a broken lock file. */
  readonly force: boolean;
  /** Is given each text that is to be written. */
  readonly onText?: (path: string, text: string) => void;
}

export interface WriteResult {
  readonly written?: readonly string[];
  readonly removed?: readonly string[];
  readonly unchanged?: number;
  readonly drift?: readonly Drift[];
}

/** Below this size of the document, in characters, files are formatted before a worker starts. */
const workerThreshold = 500_000;

export class PackageWriter {
  /** Of the last run; undefined when there was none. */
  readonly lock: Lock | undefined;
  readonly #options: WriterOptions;
  readonly #diagnostics: Diagnostics;
  readonly #directory: OutputDirectory;
  readonly #staging: Staging | undefined;
  readonly #formatter = new Formatter();
  readonly #fingerprint: Fingerprint = readFingerprint();
  readonly #inputs: { readonly generator: string; readonly options: string };

  private constructor(options: WriterOptions, diagnostics: Diagnostics) {
    const { location, outputOptions, mode, force } = options;
    this.#options = options;
    this.#diagnostics = diagnostics;
    this.#directory = new OutputDirectory(location.directory);
    if (mode === "write") this.#staging = new Staging(this.#directory);
    this.#staging?.removeLeftovers();
    this.lock = readLock(
      this.#directory,
      this.#displayPath(lockName),
      force ? new Diagnostics() : diagnostics,
    );
    const generator = this.#fingerprint.hash;
    this.#inputs = { generator, options: hashJson(outputOptions) };
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

  /** The lock of the last run when the package is what a run of today would write. */
  upToDateLock(): Lock | undefined {
    const { document, force, strict } = this.#options;
    const { lock } = this;
    // With `strict`, warnings have to be found again to be reported.
    if (lock === undefined || force || (strict && lock.warnings > 0)) {
      return undefined;
    }
    const directory = this.#directory;
    const state = { lock, directory, inputs: this.#inputs };
    return isUpToDate(document, state) ? lock : undefined;
  }

  /**
   * Starts a worker thread for formatting when there will be much to format: few files differ in a
   * package that the same generator wrote with the same options.
   */
  prepare(): void {
    const { generator, options } = this.lock?.inputs ?? {};
    const isAllFormatted =
      generator === this.#inputs.generator && options === this.#inputs.options;
    const { length } = this.#diagnostics.sources;
    if (!isAllFormatted && length >= workerThreshold) {
      this.#formatter.startWorker();
    }
  }

  /** Writes the package, or compares it, as the mode says. */
  async write(
    output: Output,
    operations: OperationCount,
  ): Promise<WriteResult> {
    const { document, mode, strict, force } = this.#options;
    const { version, formatter } = this.#fingerprint;
    const diagnostics = this.#diagnostics;
    const { files } = diagnostics.sources;
    const plan = await planWrite({
      output,
      directory: this.#directory,
      lock: this.lock,
      head: {
        ...{ version, formatter, operations },
        inputs: { ...this.#inputs, document: hashSources(document, files) },
        warnings: diagnostics.warningCount,
      },
      formatter: this.#formatter,
      stage: (path, text) => {
        this.#staging?.put(path, text);
        this.#options.onText?.(path, text);
      },
    });
    if (mode === "compare") {
      const drift = findDrift(plan, this.lock);
      return { drift, unchanged: plan.files.length - drift.length };
    }
    const options = {
      staging: this.#staging,
      displayPath: (path: string) => this.#displayPath(path),
    };
    return applyPlan(plan, { strict, force, ...options }, diagnostics) ?? {};
  }

  /** Ends the worker thread and removes what was staged and not moved. */
  close(): void {
    this.#formatter.close();
    this.#staging?.close();
  }

  #displayPath(path: string): string {
    return displayPath(join(this.#options.location.directory, path));
  }
}
