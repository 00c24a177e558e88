/**
 * Places that changes tell of: a place is told of with what it is part of, or with something inside it.
 */
export class ToldPlaces {
  readonly #wheres = new Set<string>();
  /** What they are part of. */
  readonly #around = new Set<string>();

  constructor(wheres: Iterable<string>) {
    for (const where of wheres) {
      // What is given in another format is part of the result.
      const place = where.replace(/\.options\.accept$/, ".result");
      this.#wheres.add(where).add(place);
      for (const outer of partsAround(place)) this.#around.add(outer);
    }
  }

  has(place: string): boolean {
    return (
      this.#wheres.has(place) ||
      this.#around.has(place) ||
      partsAround(place).some((outer) => this.#wheres.has(outer))
    );
  }
}

/** `getPet` and `getPet.params` of `getPet.params.tags[]`, with `getPet.params.tags`. */
const partsAround = (place: string): readonly string[] =>
  [...place.matchAll(/[.[]/g)].map(({ index }) => place.slice(0, index));
