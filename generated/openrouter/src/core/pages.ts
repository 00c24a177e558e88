/**
 * Lists that are read page by page. A page is the response's body itself and
 * nothing else: whatever serialises it sees what the API sent. What leads from
 * it to the next page is kept apart from it.
 */
import {
  APIPromise,
  type TypedResponse,
  type WithTypedResponse,
} from "./call.js";
import type { Core } from "./client.js";
import { configError, type SDKError } from "./errors.js";
import { isPastEnd, isRepeated, nextPage, valueAt } from "./next-page.js";
import type { Operation } from "./operation.js";
import type { RequestOptions } from "./options.js";
import { decodeError } from "./read-response.js";
import { runOperation, type CallOutcome } from "./run.js";

/** Limits for reading all pages. */
export interface WalkOptions {
  /**
   * More pages than this are an error, as a guard against lists that never end.
   * @default 10000
   */
  maxPages?: number | undefined;
}

/** What is known of a page. */
interface PageState {
  readonly items: readonly unknown[];
  /** Identifies the next page; undefined on the last one. */
  readonly token: unknown;
  readonly next: () => Promise<object | undefined>;
  readonly error: (message: string) => SDKError;
}

const pageStates: WeakMap<object, PageState> = /* @__PURE__ */ new WeakMap();

/**
 * A call that lists something: `await` it for the first page, `for await` it
 * for every item.
 */
export class PagePromise<Item, Body, E = SDKError>
  extends APIPromise<Body, E>
  implements AsyncIterable<Item>
{
  async *[Symbol.asyncIterator](): AsyncGenerator<Item, void, undefined> {
    yield* walkItems<Item>(await this);
  }

  /** Iterates over whole pages. */
  async *pages(options?: WalkOptions): AsyncGenerator<Body, void, undefined> {
    yield* walkPages<Body>(await this, options);
  }

  /** Collects the items of all pages, at most `limit`. */
  async all(options: WalkOptions & { limit: number }): Promise<Item[]> {
    const items: Item[] = [];
    if (options.limit > 0)
      for await (const item of walkItems<Item>(await this, options))
        if (items.push(item) >= options.limit) break;
    return items;
  }
}

/**
 * A list whose response has the headers that the API's document declares; see
 * `APIPromiseWithHeaders`.
 */
export interface PagePromiseWithHeaders<
  Item,
  Body,
  E,
  Header extends string,
> extends PagePromise<Item, Body, E> {
  withResponse(): Promise<WithTypedResponse<Body, Header>>;
  asResponse(): Promise<TypedResponse<Header>>;
}

/**
 * Calls an operation that lists something in pages. Where other media types
 * give no pages, the call is typed as any of both.
 */
export function paginate<
  Item,
  Body,
  E,
  Call extends APIPromise<Body, E> = PagePromise<Item, Body, E>,
>(
  client: Core,
  operation: Operation,
  params?: object,
  options?: RequestOptions,
): Call {
  const loadPage = async (
    params: object | undefined,
    raw = false,
    link?: string,
    longest = 0,
    before = 0,
    isNamed?: boolean,
  ): Promise<CallOutcome> => {
    const outcome = await runOperation(
      client,
      operation,
      params,
      options,
      raw,
      link,
    );
    const { data, response } = outcome;
    // No body, or one of another media type than JSON: no page.
    if (Object(data) !== data) return outcome;
    const { paging = { by: "url", items: [] } } = operation;
    const list = valueAt(data, paging.items);
    const items: unknown[] = Array.isArray(list) ? list : [];
    const seen = before + items.length;
    const { headers } = response;
    const following = nextPage(paging, {
      params,
      body: data,
      items,
      seen,
      headers,
      isNamed,
    });
    const { id, method = "GET", path } = operation;
    const call = {
      operation: id,
      method,
      route: path,
      attempt: 0,
      idempotencyKey: undefined,
    };
    const error = (message: string) => decodeError(message, call, response);
    pageStates.set(data as object, {
      items,
      token: following?.token,
      error,
      async next() {
        if (!following) return undefined;
        if (!following.params && following.link === undefined)
          throw error("there are more pages, but the last item has no id");
        const base = response.url || client["~settings"]().url;
        const url =
          following.link === undefined
            ? undefined
            : sameOriginURL(following.link, base);
        if (url === null) throw error("the next page is on another origin");
        let page: object | undefined;
        try {
          const loaded = await loadPage(
            following.params ?? params,
            false,
            url,
            Math.max(longest, items.length),
            seen,
            following.isNamed,
          );
          page = loaded.data as object | undefined;
        } catch (cause) {
          const { status } = cause as SDKError;
          if (following.isGuess && isPastEnd(status, items.length, longest))
            return undefined;
          throw cause;
        }
        if (!isRepeated(itemsOf(page), items)) return page;
        if (following.isGuess) return undefined;
        throw error("the server repeated a page");
      },
    });
    return outcome;
  };
  return new PagePromise((raw) => loadPage(params, raw)) as APIPromise<
    unknown,
    unknown
  > as Call;
}

/** True if there is a page after this one, as far as the server has said. */
export function hasNextPage(page: object): boolean {
  return stateOf(page).token !== undefined;
}

/**
 * Requests the page after this one; undefined after the last one. Takes the
 * page that a list gave, not a copy of it.
 */
export async function getNextPage<Body extends object>(
  page: Body,
): Promise<Body | undefined> {
  return (await stateOf(page).next()) as Body | undefined;
}

function stateOf(page: object): PageState {
  const state = pageStates.get(page);
  // A copy is not known, which must not look like the end of the list.
  if (!state) throw configError("not a page as a list gave it");
  return state;
}

/**
 * The link as a URL without userinfo and fragment; null if it leads to another
 * origin.
 */
function sameOriginURL(link: string, base: string): string | null {
  if (!URL.canParse(link, base)) return null;
  const url = new URL(link, base);
  const { origin, protocol, host } = new URL(base);
  // Behind a proxy that terminates TLS, servers write http links to themselves.
  if (url.host === host) url.protocol = protocol;
  return url.origin === origin ? origin + url.pathname + url.search : null;
}

async function* walkPages<P>(
  first: unknown,
  { maxPages = 10_000 }: WalkOptions = {},
): AsyncGenerator<P, void, undefined> {
  const seen = new Set<unknown>();
  for (let page = first as object | undefined; page;) {
    yield page as P;
    const state = pageStates.get(page);
    if (state?.token === undefined) return;
    const { token, next, error } = state;
    if (seen.has(token)) throw error("the server repeated a page");
    if (seen.add(token).size >= maxPages)
      throw error(`the list has more than ${maxPages} pages`);
    page = await next();
  }
}

async function* walkItems<Item>(
  first: unknown,
  options?: WalkOptions,
): AsyncGenerator<Item, void, undefined> {
  for await (const page of walkPages<object>(first, options))
    // Not `yield*`: it would use the async iterator of a page that is itself an
    // array.
    for (const item of itemsOf(page)) yield item as Item;
}

/** The items of a page; none if the body was no page. */
const itemsOf = (page: object | undefined): readonly unknown[] =>
  pageStates.get(page as object)?.items ?? [];
