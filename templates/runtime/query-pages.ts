/**
 * Options of queries over lists that go on. A cache copies its pages, and keeps
 * them beyond the process: what leads to the next page is found in the data of
 * those before it alone.
 */
import type { Core } from "./client.js";
import { configError } from "./errors.js";
import { isRepeated, nextPage, valueAt } from "./next-page.js";
import type { Authenticator, Paging } from "./operation.js";
import { keyOf, operate, type Operate } from "./query.js";
import { withoutPrototype } from "./without-prototype.js";

/**
 * What a page is asked for by: a number, a cursor, an id or a link; null for the
 * first one.
 */
export type PageParam = string | number | null;

/** Options of a query that has pages. */
export interface PagesOptions<Key, Data, E> {
  queryKey: Key;
  queryFn: (context: {
    signal: AbortSignal;
    pageParam: PageParam;
  }) => Promise<Data>;
  initialPageParam: PageParam;
  getNextPageParam: (
    page: Data,
    pages: Data[],
    param: PageParam,
    params: PageParam[],
  ) => PageParam | undefined;
  /** The client repeats by itself, where that is safe. */
  retry?: false;
  /** Carries the type of the error; it is not set. */
  throwOnError?: boolean | ((error: E) => boolean);
}

/**
 * A page of a list whose response has the link to the next one in a header: a
 * cache would lose that.
 */
export interface LinkedPage<Item> {
  items: Item[];
  next: string | null;
}

/**
 * @param given the client and the arguments of the call, params last where they
 * ask for the page
 */
export const pages = <Key, Data, E>(
  key: readonly unknown[],
  call: Operate<Data>,
  given: readonly unknown[],
  options: object | undefined,
  paging: Paging,
): PagesOptions<Key, Data, E> => {
  const keys = [paging.param ?? []].flat();
  const [client, ...rest] = given as [Core, ...unknown[]];
  const isLink = (param: PageParam): param is string =>
    paging.by === "url" ||
    (paging.by === "cursor" && /^https?:\/\//.test(String(param)));
  const givenAt = (param: PageParam): unknown[] =>
    param === null
      ? [client, ...rest]
      : isLink(param)
        ? [following(client, param), ...rest]
        : [client, ...rest.slice(0, -1), withValue(rest.at(-1), keys, param)];
  const itemsOf = (page: unknown): unknown[] => {
    const list = valueAt(page, paging.items);
    return Array.isArray(list) ? list : [];
  };
  return {
    queryKey: keyOf(key),
    queryFn: async ({ signal, pageParam }) =>
      operate(call, givenAt(pageParam), { ...options, signal }),
    initialPageParam: null,
    getNextPageParam: (page, all, param, asked) => {
      const items = itemsOf(page);
      const before = all[all.length - 2];
      if (before && isRepeated(items, itemsOf(before))) return undefined;
      const next = nextPage(paging, {
        params: givenAt(param).at(-1) as object | undefined,
        body: page,
        items,
        seen: all.reduce((sum, one) => sum + itemsOf(one).length, 0),
        headers: new Headers(),
      });
      const found = (next?.link ?? (next?.params && next.token)) as
        PageParam | undefined;
      // A token that comes twice means that the list never ends.
      return found === undefined || asked.includes(found) ? undefined : found;
    },
    retry: false,
  };
};

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
    given,
    options,
    { by: "url", items: ["items"], next: ["next"] },
  );

/**
 * The client for one call that goes to a link of the server's, which may be
 * relative. A link to another origin is an error: credentials would go there.
 */
const following = (client: Core, link: string): Core => {
  const settings = client["~settings"]();
  let own: string | undefined;
  const auth: Authenticator = (request, given, attempt) => {
    own ??= request.url;
    // Where the server redirected, that counts.
    if (request.url === own) request.url = sameOriginURL(link, own);
    return settings.auth?.(request, given, attempt);
  };
  const linked = withoutPrototype({ ...settings, auth });
  return { "~settings": () => linked } as Core;
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

const withValue = (
  params: unknown,
  [key = "", ...rest]: readonly string[],
  value: unknown,
): object => ({
  ...(params as object),
  [key]: rest.length ? withValue(valueAt(params, [key]), rest, value) : value,
});
