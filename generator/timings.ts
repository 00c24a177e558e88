/**
 * How long the stages of a run took, for `--timings`. Nothing that is written depends on it.
 */
export interface Timing {
  /** `lock` is the comparison with the last run. */
  readonly stage: "lock" | "load" | "model" | "emit" | "write";
  readonly milliseconds: number;
}

export class Stopwatch {
  readonly #laps: Timing[] = [];
  #start = performance.now();

  /** The time since the last lap was this stage's. */
  lap(stage: Timing["stage"]): void {
    const now = performance.now();
    this.#laps.push({ stage, milliseconds: Math.round(now - this.#start) });
    this.#start = now;
  }

  /** A lap when all of these have been taken. */
  *lapAfter<T>(stage: Timing["stage"], items: Iterable<T>): Generator<T> {
    yield* items;
    this.lap(stage);
  }

  get laps(): readonly Timing[] {
    return this.#laps;
  }
}
