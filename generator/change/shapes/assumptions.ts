/**
 * Answers about pairs of types that may be inside themselves: a pair that is being looked at counts as
 * true, as TypeScript has it.
 */
export class Assumptions {
  readonly #known = new Map<string, boolean>();
  /** What is true as long as the pairs that are being looked at are. */
  #provisional: string[] = [];
  #depth = 0;

  /** @param look finds the answer, where it is not known; it may ask for others, and for the same */
  decide(key: string, look: () => boolean): boolean {
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const start = this.#provisional.length;
    this.#provisional.push(key);
    this.#known.set(key, true);
    this.#depth += 1;
    const isTrue = look();
    this.#depth -= 1;
    if (!isTrue) {
      // What relied on it has to be looked at again; what is false is so for good.
      for (const other of this.#provisional.splice(start))
        this.#known.delete(other);
      this.#known.set(key, false);
    } else if (this.#depth === 0) {
      this.#provisional = [];
    }
    return isTrue;
  }
}
