/**
 * Finds the next page of a list in a response, as the operation's `paging`
 * describes it.
 */
import type { Paging } from "./operation.js";

/**
 * The next page: params to request it with, or a link to it; neither if there
 * is one, and nothing leads to it.
 */
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
  /** True if a link or a number of the server's leads there. */
  readonly isNamed?: boolean;
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

/** A page, and how it was asked for. */
export interface PageSource {
  readonly params: object | undefined;
  readonly body: unknown;
  readonly items: readonly unknown[];
  /** How many items the walk has seen, those of this page included. */
  readonly seen: number;
  readonly headers: Headers;
  /** True if a link or a number of the server's has led to this page. */
  readonly isNamed?: boolean | undefined;
}

/** The next page; undefined at the end of the list. */
export function nextPage(
  paging: Paging,
  source: PageSource,
): NextPage | undefined {
  const { params, body, items, headers } = source;
  const { by, param = [], id } = paging;
  const at = (path?: readonly string[]) => path && valueAt(body, path);
  const more = at(paging.more);
  if (more === false || at(paging.last) === true) return undefined;
  const key = [param].flat();
  const next = at(paging.next);
  if (by === "offset" || by === "page")
    return numbered(paging, source, key, at);
  let token =
    paging.next || by !== "url"
      ? next
      : linkWith(/^next$/i, headers.get("link"));
  if (by === "id" && isNothing(token))
    token = id && valueAt(items[items.length - 1], id);
  // As JSON:API and HAL have them, links may be objects.
  if (by === "url" && Object(token) === token) token = valueAt(token, ["href"]);
  if (isNothing(token))
    return by === "id" && more === true ? { token: body } : undefined;
  // Also where the document takes it for a cursor, the next page may be a link.
  const link = typeof token === "string" ? token : "";
  if (by === "url" || (by === "cursor" && /^https?:\/\//.test(link)))
    return link ? { token, link } : undefined;
  return { token, params: withValue(params, key, token) };
}

/** The next of pages that have numbers. */
function numbered(
  paging: Paging,
  { params, items, seen, headers, isNamed: wasNamed = false }: PageSource,
  key: readonly string[],
  at: (path?: readonly string[]) => unknown,
): NextPage | undefined {
  const isPage = paging.by === "page";
  const { first = isPage ? 1 : 0 } = paging;
  const { length } = items;
  const asked = valueAt(params, key) ?? paging.first ?? at(paging.current);
  const token = Number(asked ?? first) + (isPage ? 1 : length);
  const [next, pages, count] = [paging.next, paging.pages, paging.count].map(
    at,
  );
  const read = isPage ? seen : token - first;
  const link = headers.get("link");
  const isNamed = !!linkWith(/^next$/i, link) || !isNothing(next);
  const isSaid = isNamed || at(paging.more) === true;
  const isLast =
    (next !== undefined && isNothing(next)) ||
    (!isSaid &&
      // A server that names each page names none after the last.
      (wasNamed ||
        (pages && token - first >= Number(pages)) ||
        read === at(paging.total) ||
        // What counts the items of a page is never more than these.
        (read === count && count !== length) ||
        linkWith(/^(prev|first|last)/i, link)));
  const isSure = isSaid || pages;
  // Servers that filter have empty pages before the last.
  return isLast || !(length || (isPage && isSure))
    ? undefined
    : {
        token,
        params: withValue(params, key, token),
        isGuess: !isSure,
        isNamed,
      };
}

const isNothing = (value: unknown) =>
  value === undefined || value === null || value === "" || value === false;

/** The params with a value in them. */
function withValue(
  params: unknown,
  [key = "", ...rest]: readonly string[],
  value: unknown,
): object {
  return {
    ...(params as object),
    [key]: rest.length ? withValue(valueAt(params, [key]), rest, value) : value,
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
 * nothing there (404, 416), or refuses the number (400, 422) after a page that
 * was shorter than one before it. After a full page, that may be a limit.
 *
 * @param count how many items the page before has
 * @param longest how many items the longest page before that has; 0 if none
 */
export const isPastEnd = (
  status: number | undefined,
  count: number,
  longest: number,
): boolean =>
  status === 404 ||
  status === 416 ||
  (count < longest && (status === 400 || status === 422));

/** The target of a kind of link in a `Link` header (RFC 8288). */
function linkWith(kind: RegExp, header: string | null): string | undefined {
  for (const [, target, parameters = ""] of (header ?? "").matchAll(
    /<([^<>]*)>([^<]*)/g,
  )) {
    const [, quoted, token = ""] =
      /;\s*rel\s*=\s*(?:"([^"]*)"|([\w-]+))/i.exec(parameters) ?? [];
    if ((quoted ?? token).split(/\s+/).some((rel) => kind.test(rel)))
      return target;
  }
  return undefined;
}
