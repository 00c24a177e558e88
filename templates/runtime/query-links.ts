/**
 * Options of queries over lists that go on by links of the server's.
 */
import type { Core } from "./client.js";
import { configError } from "./errors.js";
import { nextPage, valueAt } from "./next-page.js";
import type { Authenticator, Paging } from "./operation.js";
import {
  pages,
  type AskForPage,
  type PageParam,
  type PagesOptions,
} from "./query-pages.js";
import type { Cached, Operate } from "./query.js";
import { withoutPrototype } from "./without-prototype.js";

/**
 * A page of a list whose response has the link to the next one in a header: a
 * cache would lose that.
 */
export interface LinkedPage<Item> {
  items: Item[];
  next: string | null;
}

/** The call of a list, which knows its response. */
interface CallWithResponse {
  withResponse(): Promise<{ data: unknown; response: Response }>;
}

/** Of a list that goes on by the header `Link`. */
export const linkedPages = <Key, Item, E>(
  key: readonly unknown[],
  call: (...given: never) => CallWithResponse,
  given: readonly unknown[],
  options: object | undefined,
  paging: Paging,
): PagesOptions<Key, LinkedPage<Item>, E> =>
  pages(
    key,
    async (...all: unknown[]): Promise<LinkedPage<Item>> => {
      const called = (call as (...all: unknown[]) => CallWithResponse)(...all);
      const { data, response } = await called.withResponse();
      const list = valueAt(data, paging.items);
      const items = (Array.isArray(list) ? list : []) as Item[];
      const { headers, url } = response;
      const source = { params: undefined, body: data, items };
      const next = nextPage(paging, { ...source, seen: items.length, headers });
      const link = next?.link;
      const isKnown = link !== undefined && URL.canParse(link, url);
      return { items, next: isKnown ? new URL(link, url).href : null };
    },
    following(given),
    options,
    { by: "url", items: ["items"], next: ["next"] },
  );

/** Of a list that goes on by links in the body. */
export const pagesByLink = <Key, Result, E>(
  key: readonly unknown[],
  call: Operate<Result>,
  given: readonly unknown[],
  options: object | undefined,
  paging: Paging,
): PagesOptions<Key, Cached<Result>, E> =>
  pages(key, call, following(given), options, paging);

/**
 * Of a list whose cursors may be links, although the document takes them for
 * others.
 */
export const pagesByCursor = <Key, Result, E>(
  key: readonly unknown[],
  call: Operate<Result>,
  given: AskForPage,
  options: object | undefined,
  paging: Paging,
): PagesOptions<Key, Cached<Result>, E> =>
  pages(
    key,
    call,
    (page) =>
      typeof page === "string" && /^https?:\/\//.test(page)
        ? followLink(given(null), page)
        : given(page),
    options,
    paging,
  );

const following =
  (given: readonly unknown[]): AskForPage =>
  (page) =>
    page === null ? given : followLink(given, page);

/**
 * The client and the arguments of a call that goes to a link of the server's,
 * which may be relative. One to another origin is an error: credentials would go
 * there.
 */
const followLink = (
  [client, ...rest]: readonly unknown[],
  page: PageParam,
): readonly unknown[] => {
  const link = String(page);
  const settings = (client as Core)["~settings"]();
  let own: string | undefined;
  const auth: Authenticator = (request, given, attempt) => {
    own ??= request.url;
    // Where the server redirected, that counts.
    if (request.url === own) request.url = sameOriginURL(link, own);
    return settings.auth?.(request, given, attempt);
  };
  const linked = withoutPrototype({ ...settings, auth });
  return [{ "~settings": () => linked }, ...rest];
};

const sameOriginURL = (link: string, base: string): string => {
  const url = URL.canParse(link, base) ? new URL(link, base) : undefined;
  const { origin, protocol, host } = new URL(base);
  // Behind a proxy that terminates TLS, servers write http links to themselves.
  if (url?.host === host) url.protocol = protocol;
  if (url?.origin !== origin)
    throw configError("the next page is on another origin");
  return origin + url.pathname + url.search;
};
