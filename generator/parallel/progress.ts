/**
 * What a run of several targets is at, for those who show it.
 */
import type { Target } from "../config/targets.js";
import { displayPath } from "../diagnostics/paths.js";

export interface RunProgress {
  /** How many SDKs are done or being generated. */
  readonly begun: number;
  readonly total: number;
  /** The directories of those that are being generated, relative to the working directory. */
  readonly running: readonly string[];
}

export type OnProgress = (progress: RunProgress) => void;

export class ProgressTracker {
  #begun = 0;
  readonly #running = new Set<number>();

  constructor(
    readonly targets: readonly Target[],
    readonly onProgress: OnProgress,
  ) {}

  /** Of a target that has nothing to do: it takes no time to be shown. */
  skip(): void {
    this.#begun++;
  }

  start(index: number): void {
    this.#begun++;
    this.#running.add(index);
    this.#tell();
  }

  end(index: number): void {
    this.#running.delete(index);
    if (this.#running.size > 0) this.#tell();
  }

  #tell(): void {
    const { targets } = this;
    const running = targets.filter((_target, index) =>
      this.#running.has(index),
    );
    this.onProgress({
      begun: this.#begun,
      total: targets.length,
      running: running.map(({ output }) => displayPath(output)),
    });
  }
}
