/**
 * Places that findings report. A place also counts as reported where a finding is about something that
 * encloses it, or about a part of it.
 */
export class ReportedPlaces {
  readonly #wheres = new Set<string>();
  /** The places that enclose them. */
  readonly #enclosing = new Set<string>();

  constructor(wheres: Iterable<string>) {
    for (const where of wheres) {
      // The media type that is asked for decides the result.
      const place = where.replace(/\.options\.accept$/, ".result");
      this.#wheres.add(where).add(place);
      for (const outer of enclosingPlaces(place)) this.#enclosing.add(outer);
    }
  }

  has(place: string): boolean {
    return (
      this.#wheres.has(place) ||
      this.#enclosing.has(place) ||
      enclosingPlaces(place).some((outer) => this.#wheres.has(outer))
    );
  }
}

/** `getPet.params.tags[]` is in `getPet`, in `getPet.params` and in `getPet.params.tags`. */
const enclosingPlaces = (place: string): readonly string[] =>
  [...place.matchAll(/[.[]/g)].map(({ index }) => place.slice(0, index));
