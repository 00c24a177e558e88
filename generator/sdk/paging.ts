/**
 * Lists in pages, as the document or the config describes them.
 */
import type { Text, Type } from "./types.js";

/** How a list goes on, and how its end is known. Paths are names of properties in the body. */
export interface Paging {
  /** `id`: by the last item of a page; `single`: a page that none follows. */
  readonly by: "cursor" | "id" | "offset" | "page" | "url" | "single";
  /** The keys in `params`, one inside the other, of what asks for the next page. */
  readonly param?: readonly Text[];
  /** The path of the items; empty when the body is the array. */
  readonly items: readonly Text[];
  readonly item: Type;
  /** The path of the next cursor or URL; for numbers, of what is null on the last page. */
  readonly next?: readonly Text[];
  /** The path of the id in an item. */
  readonly id?: readonly Text[];
  /** The number of the first page or item; absent where it is 1 for pages and 0 for items. */
  readonly first?: number;
  /** The path of the number of this page, where the document does not say which is the first. */
  readonly current?: readonly Text[];
  /** The path of the boolean that says whether there are more pages. */
  readonly more?: readonly Text[];
  /** The path of the boolean that says that this is the last page. */
  readonly last?: readonly Text[];
  /** The path of the number of all pages. */
  readonly pages?: readonly Text[];
  /** The path of the number of all items. */
  readonly total?: readonly Text[];
  /** The path of a number of items, of the list or of this page: the document does not say. */
  readonly count?: readonly Text[];
  /**
   * The keys in `params` of what asks for the page before: a list by `id` goes backward, by the first item
   * of a page, where it is passed.
   */
  readonly previous?: readonly Text[];
  /** Members of the body that are headers of the response: the paths above lead to them. */
  readonly headers?: readonly (readonly [member: Text, header: Text])[];
  /** Pages have methods, as those of an earlier SDK. */
  readonly hasMethods?: true;
}
