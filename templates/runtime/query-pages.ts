/**
 * Options of queries over lists that go on. A cache copies its pages, and keeps
 * them beyond the process: what leads to the next page is found in the data of
 * those before it alone.
 */
import { isRepeated, nextPage, valueAt } from "./next-page.js";
import type { Paging } from "./operation.js";
import {
  cached,
  keyOf,
  type Cached,
  type Operate,
  type OperateCall,
} from "./query.js";

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
 * The client and the arguments of the call that asks for a page, params last
 * where there are any; null asks for the first one.
 */
export type AskForPage = (page: PageParam) => readonly unknown[];

export const pages = <Key, Result, E>(
  key: readonly unknown[],
  call: Operate<Result>,
  given: AskForPage,
  options: object | undefined,
  paging: Paging,
): PagesOptions<Key, Cached<Result>, E> => {
  /** None where there is no page, or no list in it. */
  const itemsOf = (page: unknown): readonly unknown[] => {
    const list = valueAt(page, paging.items);
    return Array.isArray(list) ? list : [];
  };
  return {
    queryKey: keyOf(key),
    queryFn: ({ signal, pageParam }) =>
      cached(
        (call as OperateCall<Result>)(...given(pageParam), {
          ...options,
          signal,
        }),
      ),
    retry: false,
    initialPageParam: null,
    getNextPageParam: (body, all, param, asked) => {
      const items = itemsOf(body);
      const token = nextPage(paging, {
        params: given(param).at(-1) as object,
        body,
        items,
        seen: all.flatMap(itemsOf).length,
        headers: new Headers(),
      })?.token as PageParam | undefined;
      // Nothing leads to a page whose token is the body. One that comes twice, or
      // the same items again, mean that the list never ends.
      return token === body ||
        asked.includes(token as PageParam) ||
        isRepeated(items, itemsOf(all.at(-2)))
        ? undefined
        : token;
    },
  };
};

/** Params with a value inside of one of them. */
export const withValue = (
  params: unknown,
  [key = "", ...rest]: readonly string[],
  value: unknown,
): object => ({
  ...(params as object),
  [key]: rest.length ? withValue(valueAt(params, [key]), rest, value) : value,
});
