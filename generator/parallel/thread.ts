/**
 * Starts a thread that takes jobs from the queue, and tells what becomes of them.
 */
import { existsSync } from "node:fs";
import { Worker } from "node:worker_threads";
import type { Target } from "../config/targets.js";
import type { RunOptions } from "../pipeline.js";
import type { SdkReport } from "../report.js";
import type { SharedQueue } from "./queue.js";

export interface Job {
  readonly target: Target;
  readonly options: RunOptions;
}

/** What a thread is given. */
export interface ThreadData {
  /** By their numbers in the queue; those that cannot be given are left out. */
  readonly jobs: ReadonlyMap<number, Job>;
  readonly queue: SharedQueue;
}

export type ThreadMessage = { readonly index: number } & (
  | { readonly kind: "start" }
  | { readonly kind: "report"; readonly report: SdkReport }
  | { readonly kind: "bug"; readonly error: unknown }
);

export interface ThreadListener {
  readonly onStart: (index: number) => void;
  readonly onReport: (index: number, report: SdkReport) => void;
  readonly onBug: (index: number, error: unknown) => void;
}

const url = new URL("../parallel/target-worker.js", import.meta.url);

/** Run from its own sources, as in tests, or bundled, the generator has no code that a thread could load. */
export const hasThreads = existsSync(url);

/** Resolves when the thread has ended, however. */
export const runThread = (
  data: ThreadData,
  { onStart, onReport, onBug }: ThreadListener,
): Promise<void> =>
  new Promise((resolve) => {
    const worker = new Worker(url, { workerData: data });
    let current = Infinity;
    worker.on("message", (message: ThreadMessage) => {
      const { index } = message;
      switch (message.kind) {
        case "start":
          current = index;
          return onStart(index);
        case "report":
          return onReport(index, message.report);
        case "bug":
          return onBug(index, message.error);
      }
    });
    // Out of memory, for example.
    worker.on("error", (error) => {
      onBug(current, error);
    });
    worker.on("exit", () => {
      resolve();
    });
  });
