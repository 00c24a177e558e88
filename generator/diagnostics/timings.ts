/**
 * How long the stages of a run took, for `--timings`. Nothing that is written depends on it.
 */
export interface Timing {
  /** `lock` is the comparison with the state on disk. */
  readonly stage: "lock" | "load" | "model" | "emit" | "write";
  readonly milliseconds: number;
}

export class StageTimer {
  readonly #timings: Timing[] = [];
  #start = performance.now();

  /** Assigns the time since the last lap to a stage. */
  lap(stage: Timing["stage"]): void {
    const now = performance.now();
    this.#timings.push({ stage, milliseconds: Math.round(now - this.#start) });
    this.#start = now;
  }

  /** Assigns to a stage the time that computing the items takes, without that between them. */
  *through<T>(stage: Timing["stage"], items: Iterable<T>): Generator<T> {
    let spent = 0;
    let before = performance.now();
    for (const item of items) {
      spent += performance.now() - before;
      yield item;
      before = performance.now();
    }
    spent += performance.now() - before;
    this.#timings.push({ stage, milliseconds: Math.round(spent) });
    this.#start += spent;
  }

  get timings(): readonly Timing[] {
    return this.#timings;
  }
}
