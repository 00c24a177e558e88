/**
 * Options of queries over lists that go on. A cache copies its pages, and keeps
 * them beyond the process: what leads to the next page is found in the data of
 * those before it alone.
 */
import type { Core } from "./client.js";
import { isRepeated, nextPage, valueAt } from "./next-page.js";
import type { Paging } from "./operation.js";
import { cached, keyOf, operate, type Cached, type Operate } from "./query.js";

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

/** The client for one call that goes to a link of the server's. */
export type Follow = (client: Core, link: string) => Core;

/**
 * @param given the client and the arguments of the call, params last where they
 * ask for the page
 * @param follow where a page may be asked for by a link
 */
export const pages = <Key, Result, E>(
  key: readonly unknown[],
  call: Operate<Result>,
  given: readonly unknown[],
  options: object | undefined,
  paging: Paging,
  follow?: Follow,
): PagesOptions<Key, Cached<Result>, E> => {
  const keys = [paging.param ?? []].flat();
  const [client, ...rest] = given as [Core, ...unknown[]];
  const isLink = (param: PageParam): param is string =>
    follow !== undefined &&
    (paging.by === "url" || /^https?:\/\//.test(String(param)));
  const givenAt = (param: PageParam): unknown[] =>
    param === null
      ? [client, ...rest]
      : isLink(param)
        ? [follow?.(client, param), ...rest]
        : [client, ...rest.slice(0, -1), withValue(rest.at(-1), keys, param)];
  const itemsOf = (page: unknown): unknown[] => {
    const list = valueAt(page, paging.items);
    return Array.isArray(list) ? list : [];
  };
  return {
    queryKey: keyOf(key),
    queryFn: async ({ signal, pageParam }) =>
      cached(operate(call, givenAt(pageParam), { ...options, signal })),
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

const withValue = (
  params: unknown,
  [key = "", ...rest]: readonly string[],
  value: unknown,
): object => ({
  ...(params as object),
  [key]: rest.length ? withValue(valueAt(params, [key]), rest, value) : value,
});
