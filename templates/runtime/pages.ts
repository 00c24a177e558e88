/**
 * Lists that come in pages. A page is the response's body itself, with hidden methods: it is
 * logged and serialised as the API sent it.
 */
import { APIPromise } from "./call.js";
import type { Core } from "./client.js";
import type { SDKError } from "./errors.js";
import { valueAt, nextPage } from "./next-page.js";
import type { Operation } from "./operation.js";
import type { RequestOptions } from "./options.js";
import { decodeError } from "./read-response.js";
import { runOperation, type CallOutcome } from "./run.js";

/** What a page has besides its body. A name that the body uses itself is the body's. */
export interface PageMethods<Item, Body> extends AsyncIterable<Item> {
  /** The items of this page. */
  readonly items: readonly Item[];
  hasNext(): boolean;
  /** Fetches the next page; undefined at the end. */
  next(): Promise<Page<Item, Body> | undefined>;
}

/** A response's body, with methods to go on from it. */
export type Page<Item, Body> = Body & Omit<PageMethods<Item, Body>, keyof Body>;

/** The bounds of a walk over all pages. */
export interface WalkOptions {
  /**
   * More pages than this are an error: a guard against lists that never end.
   * @default 10000
   */
  maxPages?: number | undefined;
}

/** What a walk needs of a page, under names that no body can take. */
interface Position {
  readonly items: readonly unknown[];
  /** Identifies the next page; undefined at the end. */
  readonly token: unknown;
  readonly next: () => Promise<object | undefined>;
  readonly fail: (message: string) => SDKError;
}

const positions: WeakMap<object, Position> = /* @__PURE__ */ new WeakMap();

/** `await` it for the first page, `for await` it for every item. */
export class PagePromise<
  Item,
  Body,
  E = SDKError,
  Header extends string = never,
>
  extends APIPromise<Page<Item, Body>, E, Header>
  implements AsyncIterable<Item>
{
  async *[Symbol.asyncIterator](): AsyncGenerator<Item, void, undefined> {
    yield* walkItems<Item>(await this);
  }

  /** Walks over whole pages. */
  async *pages(
    options?: WalkOptions,
  ): AsyncGenerator<Page<Item, Body>, void, undefined> {
    yield* walk<Page<Item, Body>>(await this, options);
  }

  /** Collects items, never more than `limit`. */
  async all(options: WalkOptions & { limit: number }): Promise<Item[]> {
    const all: Item[] = [];
    if (options.limit > 0)
      for await (const item of walkItems<Item>(await this, options))
        if (all.push(item) >= options.limit) break;
    return all;
  }
}

/** Calls an operation that lists something. */
export function paginate<Item, Body, E, Header extends string = never>(
  client: Core,
  operation: Operation,
  params?: object,
  options?: RequestOptions,
): PagePromise<Item, Body, E, Header> {
  const load = async (
    params: object | undefined,
    raw = false,
    link?: string,
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
    // Text is no page: the caller has asked for another media type.
    if (raw || typeof data === "string") return outcome;
    const page: object = Object(data) === data ? (data as object) : {};
    const { paging = { by: "url", items: [] } } = operation;
    const found = valueAt(data, paging.items);
    const items: unknown[] = Array.isArray(found) ? found : [];
    const after = nextPage(
      paging,
      params,
      data,
      items.length,
      response.headers,
    );
    const { id, method = "GET", path } = operation;
    const call = {
      operation: id,
      method,
      route: path,
      attempt: 0,
      idempotencyKey: undefined,
    };
    const fail = (message: string) => decodeError(message, call, response);
    const position: Position = {
      items,
      token: after?.token,
      fail,
      async next() {
        if (!after) return undefined;
        const base = response.url || client["~settings"]().url;
        const url =
          after.link === undefined ? undefined : sameOrigin(after.link, base);
        if (url === null) throw fail("the next page is on another origin");
        return (await load(after.params ?? params, false, url)).data as object;
      },
    };
    positions.set(page, position);
    hide(page, {
      items,
      hasNext: () => after !== undefined,
      next: position.next,
      [Symbol.asyncIterator]: () => walkItems(page),
    });
    return { data: page, response };
  };
  return new PagePromise((raw) => load(params, raw));
}

/** The link's URL, without userinfo and fragment; null if it leads to another origin. */
function sameOrigin(link: string, base: string): string | null {
  if (!URL.canParse(link, base)) return null;
  const url = new URL(link, base);
  const { origin, protocol, host } = new URL(base);
  // Behind a proxy that ends TLS, servers write http links to themselves.
  if (url.host === host) url.protocol = protocol;
  return url.origin === origin ? origin + url.pathname + url.search : null;
}

/** Adds methods that are not printed, except where the body has the name. */
function hide(page: object, methods: object): void {
  for (const name of Reflect.ownKeys(methods))
    if (!Object.hasOwn(page, name))
      Object.defineProperty(page, name, { value: Reflect.get(methods, name) });
}

async function* walk<P>(
  first: unknown,
  { maxPages = 10_000 }: WalkOptions = {},
): AsyncGenerator<P, void, undefined> {
  const seen = new Set<unknown>();
  for (let page = first as object | undefined; page;) {
    yield page as P;
    const position = positions.get(page);
    if (position?.token === undefined) return;
    const { token, next, fail } = position;
    if (seen.has(token)) throw fail("the server repeated a page");
    if (seen.add(token).size >= maxPages)
      throw fail(`the list has more than ${maxPages} pages`);
    page = await next();
  }
}

async function* walkItems<Item>(
  first: unknown,
  options?: WalkOptions,
): AsyncGenerator<Item, void, undefined> {
  for await (const page of walk<object>(first, options))
    // Not `yield*`: a page that is a list itself would be walked within the walk.
    for (const item of positions.get(page)?.items ?? []) yield item as Item;
}
