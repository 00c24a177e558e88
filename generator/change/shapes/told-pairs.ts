/**
 * Pairs of types that are told of once, part by part, though they stand in many places and inside
 * themselves: anything else would have no end.
 */
import type { Finding } from "../finding.js";
import { repetitionOf, type Repetition } from "./repetitions.js";

interface Waiting {
  readonly key: string;
  /** Of the pair that it is inside, and has inside itself. */
  readonly depth: number;
}

export class ToldPairs {
  readonly #known = new Map<string, Repetition>();
  /** Pairs that are being compared, with how deep they are. */
  readonly #open = new Map<string, number>();
  /** Pairs in which nothing breaks, as long as nothing does in one that is still open. */
  #waiting: readonly Waiting[] = [];
  /** The outermost open pair that what was compared last leads back to. */
  #outermost = Infinity;

  /** Undefined of a pair that nothing was told of. */
  stateOf(key: string): { readonly repetition: Repetition } | undefined {
    const depth =
      this.#open.get(key) ??
      this.#waiting.find((one) => one.key === key)?.depth;
    if (depth === undefined)
      return this.#known.has(key)
        ? { repetition: this.#known.get(key) }
        : undefined;
    this.#outermost = Math.min(this.#outermost, depth);
    return { repetition: undefined };
  }

  /** @param isKept false of a pair that is told of wherever it stands, but in itself */
  tell(
    key: string,
    isKept: boolean,
    compare: () => readonly Finding[],
  ): readonly Finding[] {
    const depth = this.#open.size;
    const before = this.#outermost;
    this.#outermost = Infinity;
    this.#open.set(key, depth);
    const found = compare();
    this.#open.delete(key);
    const repetition = repetitionOf(found);
    const isWaiting = repetition === undefined && this.#outermost < depth;
    const inside = this.#waiting.filter((one) => one.depth >= depth);
    const own = isKept ? [key] : [];
    if (isWaiting) {
      const waiting = [...inside.map((one) => one.key), ...own];
      const outermost = this.#outermost;
      this.#waiting = [
        ...this.#waiting.filter((one) => one.depth < depth),
        ...waiting.map((one) => ({ key: one, depth: outermost })),
      ];
    } else {
      this.#waiting = this.#waiting.filter((one) => one.depth < depth);
      for (const one of [...inside.map((waiting) => waiting.key), ...own])
        this.#known.set(one, repetition);
    }
    this.#outermost = Math.min(
      before,
      this.#outermost < depth ? this.#outermost : Infinity,
    );
    return found;
  }
}
