/**
 * Pairs of types that are told of once, part by part, though they stand in many places and inside
 * themselves: anything else would have no end.
 */
import type { Finding } from "../finding.js";

interface Waiting {
  readonly key: string;
  /** Of the pair that it is inside, and has inside itself. */
  readonly depth: number;
}

export class ToldPairs {
  readonly #isBreaking: (finding: Finding) => boolean;
  /** Whether something inside a pair breaks callers. */
  readonly #known = new Map<string, boolean>();
  /** Pairs that are being compared, with how deep they are. */
  readonly #open = new Map<string, number>();
  /** Pairs in which nothing breaks, as long as nothing does in one that is still open. */
  #waiting: readonly Waiting[] = [];
  /** The outermost open pair that what was compared last leads back to. */
  #outermost = Infinity;

  constructor(isBreaking: (finding: Finding) => boolean) {
    this.#isBreaking = isBreaking;
  }

  /** Undefined of a pair that nothing was told of; true if it was, and breaks callers. */
  stateOf(key: string): boolean | undefined {
    const depth =
      this.#open.get(key) ??
      this.#waiting.find((one) => one.key === key)?.depth;
    if (depth === undefined) return this.#known.get(key);
    this.#outermost = Math.min(this.#outermost, depth);
    return false;
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
    const isBroken = found.some(this.#isBreaking);
    const isWaiting = !isBroken && this.#outermost < depth;
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
        this.#known.set(one, isBroken);
    }
    this.#outermost = Math.min(
      before,
      this.#outermost < depth ? this.#outermost : Infinity,
    );
    return found;
  }
}
