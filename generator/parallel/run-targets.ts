/**
 * Runs the targets of a config: where there is enough to do, several at a time, in threads. What is
 * reported and written is the same as when they run one after the other.
 */
import { runTarget } from "../pipeline.js";
import type { SdkReport } from "../report.js";
import { reportCurrent } from "./current.js";
import { areIndependent, isPortable, sizeOf } from "./independence.js";
import { countLanes, hasSpareCores, machine } from "./lanes.js";
import { type OnProgress, ProgressTracker } from "./progress.js";
import { JobQueue } from "./queue.js";
import { hasThreads, runThread, type Job } from "./thread.js";

/** @returns the reports in the order of the jobs */
export const runTargets = async (
  jobs: readonly Job[],
  onProgress: OnProgress = () => undefined,
): Promise<readonly SdkReport[]> => {
  const [first] = jobs;
  if (first && jobs.length === 1)
    return [await runTarget(first.target, first.options)];
  const targets = jobs.map(({ target }) => target);
  const run = new Run(jobs, new ProgressTracker(targets, onProgress));
  const isParallel = hasThreads && areIndependent(targets);
  const plan = isParallel ? planOf(run) : undefined;
  if (plan) await run.inLanes(plan);
  else await run.inOrder();
  return run.reports;
};

/** Which jobs run where, by their numbers. */
interface Plan {
  /** Those that stay in this thread. */
  readonly own: readonly number[];
  /** Those that any thread takes; this one too, when it has none of its own left. */
  readonly shared: readonly number[];
  readonly threads: number;
}

/** Undefined where one lane is enough. What is current is reported on the way. */
const planOf = (run: Run): Plan | undefined => {
  const waiting = [...run.jobs.entries()]
    .filter(([index, job]) => {
      const report = reportCurrent(job);
      if (report) run.skip(index, report);
      return !report;
    })
    .map(([index, { target }]) => ({ index, target, size: sizeOf(target) }))
    // The longest first: at the end no lane has much more to do than the others.
    .sort((a, b) => b.size - a.size);
  const sizes = waiting.map(({ size }) => size);
  const indices = (isShared: boolean) =>
    waiting
      .filter(({ target }) => isPortable(target) === isShared)
      .map(({ index }) => index);
  const [own, shared] = [indices(false), indices(true)];
  const needed = shared.length - (own.length > 0 ? 0 : 1);
  const threads = Math.min(countLanes(sizes, machine()) - 1, needed);
  return threads > 0 ? { own, shared, threads } : undefined;
};

class Run {
  readonly #reports = new Map<number, SdkReport>();
  readonly #bugs = new Map<number, unknown>();

  constructor(
    readonly jobs: readonly Job[],
    readonly progress: ProgressTracker,
  ) {}

  /** @throws the bug of the first job that had one */
  get reports(): readonly SdkReport[] {
    const [bug] = [...this.#bugs].sort(([a], [b]) => a - b);
    if (bug) throw bug[1];
    return [...this.jobs.keys()].map((index) => {
      const report = this.#reports.get(index);
      if (!report) throw new Error("a thread ended before its work was done");
      return report;
    });
  }

  skip(index: number, report: SdkReport): void {
    this.progress.skip();
    this.#reports.set(index, report);
  }

  /** Everything that was not skipped. */
  async inOrder(): Promise<void> {
    for (const [index, job] of this.jobs.entries())
      if (!this.#reports.has(index)) await this.#one(index, job);
  }

  /** After a bug no job is begun; those on their way come to their end. */
  async inLanes({ own, shared, threads }: Plan): Promise<void> {
    const isSingleThreaded = !hasSpareCores(threads + 1, machine());
    const jobOf = (index: number): Job | undefined => {
      const job = this.jobs[index];
      return job && { ...job, options: { ...job.options, isSingleThreaded } };
    };
    const jobs = new Map(
      shared.flatMap((index) => {
        const job = jobOf(index);
        return job ? [[index, job]] : [];
      }),
    );
    const queue = JobQueue.of(shared);
    const onBug = (index: number, error: unknown): void => {
      queue.close();
      this.#bugs.set(index, error);
    };
    const listener = {
      onStart: (index: number) => this.progress.start(index),
      onReport: (index: number, report: SdkReport) => {
        this.#reports.set(index, report);
        this.progress.end(index);
      },
      onBug,
    };
    const ends = Array.from({ length: threads }, () =>
      runThread({ jobs, queue: queue.shared }, listener),
    );
    const here = async (index: number): Promise<void> => {
      const job = jobOf(index);
      if (job)
        await this.#one(index, job).catch((error: unknown) => {
          onBug(index, error);
        });
    };
    for (const index of own) if (this.#bugs.size === 0) await here(index);
    for (let at = queue.take(); at !== undefined; at = queue.take())
      await here(at);
    await Promise.all(ends);
  }

  async #one(index: number, { target, options }: Job): Promise<void> {
    this.progress.start(index);
    this.#reports.set(index, await runTarget(target, options));
    this.progress.end(index);
  }
}
