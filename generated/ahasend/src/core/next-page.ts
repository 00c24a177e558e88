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
  if (more && !valueAt(body, more)) return undefined;
  let token: unknown;
  if (paging.by === "cursor") token = valueAt(body, paging.next);
  else if (count > 0) {
    const offset = paging.by === "offset";
    const { first = offset ? 0 : 1 } = paging;
    token = Number(valueAt(params, [param]) ?? first) + (offset ? count : 1);
  }
  if (token === undefined || token === null || token === "" || token === false)
    return undefined;
  return { token, params: { ...params, [param]: token } };
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
