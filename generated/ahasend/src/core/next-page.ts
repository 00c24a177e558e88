/**
 * Finds the next page of a list in a response, as the operation's `paging`
 * describes it.
 */
import type { Paging } from "./operation.js";

/** The next page: params to request it with, or a link to it. */
export interface NextPage {
  /**
   * Identifies the page. A token that comes twice means that the list never
   * ends.
   */
  readonly token: unknown;
  readonly params?: object;
  /**
   * As the server wrote it: it may be relative, and it may lead to another
   * origin.
   */
  readonly link?: string;
  /**
   * True if the server has not said that there is such a page: it may be past
   * the end of the list.
   */
  readonly isGuess?: boolean;
}

/** The value at a path of property names; inherited properties are not read. */
export function valueAt(body: unknown, path: readonly string[]): unknown {
  return path.reduce(
    (value, key) =>
      Object(value) === value && Object.hasOwn(value as object, key)
        ? Reflect.get(value as object, key)
        : undefined,
    body,
  );
}

/**
 * The next page; undefined at the end of the list.
 *
 * @param count how many items this page has
 */
export function nextPage(
  paging: Paging,
  params: object | undefined,
  body: unknown,
  count: number,
  headers: Headers,
): NextPage | undefined {
  if (paging.by === "url") {
    const link = paging.next
      ? valueAt(body, paging.next)
      : nextLink(headers.get("link") ?? "");
    return typeof link === "string" && link ? { token: link, link } : undefined;
  }
  const { param, more } = paging;
  const hasMore = more && valueAt(body, more);
  if (hasMore === false) return undefined;
  let token: unknown;
  if (paging.by === "cursor") token = valueAt(body, paging.next);
  else if (count > 0) {
    const offset = paging.by === "offset";
    const { first = offset ? 0 : 1 } = paging;
    token = Number(valueAt(params, [param]) ?? first) + (offset ? count : 1);
  }
  if (token === undefined || token === null || token === "" || token === false)
    return undefined;
  return {
    token,
    params: { ...params, [param]: token },
    isGuess: paging.by !== "cursor" && hasMore !== true,
  };
}

/**
 * True if a page has the items of the one before it. Items that are no objects,
 * or that are all alike, may well come again.
 */
export function isRepeated(
  page: readonly unknown[],
  before: readonly unknown[],
): boolean {
  const [first] = page;
  return (
    Object(first) === first &&
    (page.length === 1 || !isEqual(first, page[page.length - 1])) &&
    isEqual(page, before)
  );
}

/** Compares values of JSON. */
function isEqual(one: unknown, other: unknown): boolean {
  if (Object(one) !== one || Object(other) !== other) return one === other;
  const entries = Object.entries(one as object);
  return (
    entries.length === Object.keys(other as object).length &&
    entries.every(([key, value]) => isEqual(value, valueAt(other, [key])))
  );
}

/**
 * True if an error says that a guessed page is past the end: a server has
 * nothing there (404), or refuses the number (400) after a page that was
 * shorter than one before it.
 *
 * @param count how many items the page before has
 * @param longest how many items the longest page before that has; 0 if none
 */
export function isPastEnd(
  status: number | undefined,
  count: number,
  longest: number,
): boolean {
  return (
    (count < longest && status === 400) ||
    ((count < longest || longest === 0) && status === 404)
  );
}

/** The target of `rel="next"` in a `Link` header (RFC 8288). */
function nextLink(header: string): string | undefined {
  for (const [, target, parameters = ""] of header.matchAll(
    /<([^<>]*)>([^<]*)/g,
  ))
    if (/;\s*rel\s*=\s*("[^"]*\bnext\b|next\b)/i.test(parameters))
      return target;
  return undefined;
}
