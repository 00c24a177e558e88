/**
 * What `watch` does: runs each SDK once, then those whose files change, one run at a time, in this
 * process. A run that is late is repeated: the newest state wins.
 */
import { statSync } from "node:fs";
import { findTargets, type Target } from "../../config/targets.js";
import type { TargetSelection } from "../../config/targets.js";
import { documentOf } from "../../config/target-options.js";
import { isUrl } from "../../diagnostics/paths.js";
import { Diagnostics } from "../../diagnostics/diagnostics.js";
import {
  type FramedDiagnostic,
  withFrames,
} from "../../diagnostics/printer.js";
import { noEditRequests, runTarget } from "../../pipeline.js";
import type { SdkReport } from "../../report.js";
import { FileWatcher } from "./file-watcher.js";

/** What happened, for those who print it. */
export interface WatchListener {
  /** Every SDK was run once. */
  readonly onStart: (
    reports: readonly SdkReport[],
    files: readonly string[],
  ) => void;
  /** A run after a change of these files. */
  readonly onRun: (report: SdkReport, run: RunFacts) => void;
  /** The config, or what it imports, is broken. */
  readonly onConfig: (problems: readonly FramedDiagnostic[]) => void;
}

export interface RunFacts {
  readonly changed: readonly string[];
  readonly milliseconds: number;
}

export interface WatchSettings {
  readonly selection: TargetSelection;
  readonly strict: boolean;
  readonly isPolling: boolean;
}

/** A file that is written in pieces may be seen between two of them: so long it is not complained of. */
const settleMilliseconds = 200;

/** What a half-written file looks like. */
const halfWritten: ReadonlySet<string> = new Set([
  "json-syntax",
  "yaml-syntax",
  "document-empty",
  "document-not-object",
  "version-missing",
  "file-unreadable",
  "ref-file-unreadable",
  "not-a-document",
  "file-not-utf8",
  "config-unreadable",
  "config-missing",
]);

interface Watched {
  readonly target: Target;
  /** What the last run read or looked for, and while it is broken also what the last good one did. */
  files: ReadonlySet<string>;
}

export class WatchSession {
  readonly #watcher: FileWatcher;
  #watched: Watched[] = [];
  #configFiles: ReadonlySet<string> = new Set();
  readonly #stale = new Set<string>();
  #running: Promise<void> | undefined;
  #isLate = false;
  #isEnded = false;

  constructor(
    readonly settings: WatchSettings,
    readonly listener: WatchListener,
  ) {
    this.#watcher = new FileWatcher({
      isPolling: settings.isPolling,
      onChange: () => this.#start(),
    });
  }

  /** The first run. @throws UsageError when the options do not say what to generate */
  async open(): Promise<void> {
    this.#running = this.#open().finally(() => (this.#running = undefined));
    await this.#running;
    // What was saved meanwhile.
    this.#start();
  }

  async #open(): Promise<void> {
    const problems = await this.#loadConfig(false);
    if (problems.length > 0) this.listener.onConfig(problems);
    this.#watchAll();
    const reports: SdkReport[] = [];
    for (const watched of this.#watched)
      reports.push(await this.#runOne(watched));
    this.#watchAll();
    this.listener.onStart(reports, [...this.#files()]);
  }

  /** Lets a run that is on its way come to its end. */
  async close(): Promise<void> {
    this.#isEnded = true;
    this.#watcher.close();
    await this.#running;
  }

  #start(): void {
    this.#isLate = this.#running !== undefined;
    if (this.#isLate || this.#isEnded) return;
    this.#running = this.#run().finally(() => {
      this.#running = undefined;
      if (this.#isLate) this.#start();
    });
    this.#running.catch((error: unknown) => {
      // An internal error ends the process as it does elsewhere.
      setImmediate(() => {
        throw error;
      });
    });
  }

  async #run(): Promise<void> {
    const changed = this.#watcher.takeChanges();
    if (changed.length === 0) {
      this.#watchAll();
      return;
    }
    const isOf = (files: ReadonlySet<string>) =>
      changed.some((file) => files.has(file));
    const isConfig = isOf(this.#configFiles);
    if (isConfig) {
      const problems = await this.#reload();
      if (problems.length > 0) {
        this.listener.onConfig(problems);
        this.#watchAll();
        return;
      }
    }
    for (const watched of this.#watched) {
      if (this.#isEnded) return;
      if (!isConfig && !isOf(watched.files)) continue;
      const start = performance.now();
      const report = await this.#runSettled(watched);
      const milliseconds = performance.now() - start;
      this.listener.onRun(report, { changed, milliseconds });
    }
    this.#watchAll();
  }

  /** Tries once more what may be half of a file. */
  async #runSettled(watched: Watched): Promise<SdkReport> {
    const report = await this.#runOne(watched);
    if (!report.diagnostics.some(({ code }) => halfWritten.has(code)))
      return report;
    await this.#settle();
    return this.#runOne(watched);
  }

  async #reload(): Promise<readonly FramedDiagnostic[]> {
    const problems = await this.#loadConfig(true);
    if (!problems.some(({ code }) => halfWritten.has(code))) return problems;
    await this.#settle();
    return this.#loadConfig(true);
  }

  #settle(): Promise<void> {
    const left = this.#watcher.lastEvent + settleMilliseconds - Date.now();
    return new Promise((resolve) => setTimeout(resolve, Math.max(left, 0)));
  }

  async #runOne(watched: Watched): Promise<SdkReport> {
    const diagnostics = new Diagnostics();
    const start = Date.now();
    const { strict } = this.settings;
    const report = await runTarget(
      watched.target,
      {
        mode: "write",
        strict,
        timings: false,
        runsEveryStage: true,
        requests: noEditRequests,
      },
      diagnostics,
    );
    const { visited } = diagnostics.sources;
    const added = [...visited].filter((file) => !watched.files.has(file));
    watched.files = diagnostics.hasErrors
      ? new Set([...watched.files, ...visited])
      : new Set([...inputsOf(watched.target), ...visited]);
    // Nobody watched these while they were read.
    for (const file of added) {
      if (!isNewer(file, start)) continue;
      this.#stale.add(file);
      this.#isLate = true;
    }
    return report;
  }

  /** Keeps the SDKs as they were when the config is broken. */
  async #loadConfig(isReload: boolean): Promise<readonly FramedDiagnostic[]> {
    const diagnostics = new Diagnostics();
    const targets = await findTargets(this.settings.selection, diagnostics, {
      isReload,
    });
    const { visited } = diagnostics.sources;
    if (diagnostics.hasErrors) {
      this.#configFiles = new Set([...this.#configFiles, ...visited]);
      return withFrames(diagnostics);
    }
    this.#configFiles = visited;
    this.#watched = targets.map((target) => ({
      target,
      files: inputsOf(target),
    }));
    return [];
  }

  #watchAll(): void {
    if (!this.#isEnded) this.#watcher.watch(this.#files(), this.#stale);
    this.#stale.clear();
  }

  #files(): ReadonlySet<string> {
    return new Set([
      ...this.#watched.flatMap(({ files }) => [...files]),
      ...this.#configFiles,
    ]);
  }
}

/** What is known before the first run. */
const inputsOf = (target: Target): ReadonlySet<string> =>
  new Set(
    [documentOf(target), ...target.overlays].filter((path) => !isUrl(path)),
  );

const isNewer = (file: string, time: number): boolean =>
  (statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0) >= time;
