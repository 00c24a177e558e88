/**
 * How the owner says that lists go on.
 */

/** How a list goes on. Fields of a response and of a body may be nested: `pagination.next`. */
export interface PaginationScheme {
  /**
   * What the next page is asked for by: a `cursor` of the response, the `id` of the last item, the number
   * of the `page`, the number of items before it (`offset`), or a link (`url`). `single`: a list that is
   * one page; `none`: no list.
   */
  readonly by: "cursor" | "id" | "page" | "offset" | "url" | "single" | "none";
  /** The parameter, or the field of the body, that asks for a page. */
  readonly param?: string;
  /** The field with the items; `""` is the response itself. Default: its list. */
  readonly items?: string;
  /** The field with the next cursor, or with the link: without it, the header `Link` has that. */
  readonly next?: string;
  /** The field that is false on the last page. */
  readonly more?: string;
  /** The field with the number of all items, or of all pages where its name says so. */
  readonly total?: string;
  /** The field of an item that identifies it. Default: `id`. */
  readonly id?: string;
  /** Those of `next`, `more` and `total` that are headers of the response: `{ next: "X-Next" }`. */
  readonly headers?: Readonly<
    Partial<Record<"next" | "more" | "total", string>>
  >;
  /** With `by: "id"`, the parameter that asks for the page before: a list goes backward from there. */
  readonly previous?: string;
  /** Operations by operationId or `GET /path`, in which `*` is any text. Default: all that it fits. */
  readonly operations?: readonly string[];
}
