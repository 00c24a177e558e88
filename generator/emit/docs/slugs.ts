/**
 * The anchors of headings in a page of Markdown.
 */

/** As GitHub makes them: lower case, letters, digits, `-` and `_`; the second of a kind is numbered. */
export class Slugs {
  readonly #taken = new Map<string, number>();

  next(heading: string): string {
    const slug = heading
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, "")
      .replaceAll(" ", "-");
    const count = this.#taken.get(slug) ?? 0;
    this.#taken.set(slug, count + 1);
    return count === 0 ? slug : `${slug}-${count}`;
  }
}
