/**
 * Options of queries over lists that go on. A cache copies its pages, and keeps
 * them beyond the process: what leads to the next page is found in the data of
 * those before it alone.
 */
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

/**
 * The client and the arguments of a call that goes to a link of the server's;
 * undefined where a page is asked for by a value.
 */
export type Follow = (
  given: readonly unknown[],
  param: PageParam,
  paging: Paging,
) => readonly unknown[] | undefined;

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
  const givenAt = (param: PageParam): readonly unknown[] =>
    param === null
      ? given
      : (follow?.(given, param, paging) ?? [
          ...given.slice(0, -1),
          withValue(given.at(-1), [paging.param ?? []].flat(), param),
        ]);
  return {
    queryKey: keyOf(key),
    queryFn: async ({ signal, pageParam }) =>
      cached(operate(call, givenAt(pageParam), { ...options, signal })),
    initialPageParam: null,
    getNextPageParam: (body, all, param, asked) => {
      const items = itemsOf(body, paging);
      const next = isRepeated(items, itemsOf(all.at(-2), paging))
        ? undefined
        : nextPage(paging, {
            params: givenAt(param).at(-1) as object,
            body,
            items,
            seen: all.flatMap((page) => itemsOf(page, paging)).length,
            headers: new Headers(),
          });
      const found = (next?.link ?? (next?.params && next.token)) as PageParam;
      // A token that comes twice means that the list never ends.
      return asked.includes(found) ? undefined : found;
    },
    retry: false,
  };
};

/** The items of a page; none where there is no page, or no list in it. */
const itemsOf = (page: unknown, paging: Paging): readonly unknown[] => {
  const list = valueAt(page, paging.items);
  return Array.isArray(list) ? list : [];
};

const withValue = (
  params: unknown,
  [key = "", ...rest]: readonly string[],
  value: unknown,
): object => ({
  ...(params as object),
  [key]: rest.length ? withValue(valueAt(params, [key]), rest, value) : value,
});
