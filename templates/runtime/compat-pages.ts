/**
 * Pages with the methods that programs of an earlier SDK call.
 */
import type { APIPromise, TypedResponse, WithTypedResponse } from "./call.js";
import type { Core } from "./client.js";
import { define } from "./compat-define.js";
import { configError, type SDKError } from "./errors.js";
import { valueAt } from "./next-page.js";
import type { Operation } from "./operation.js";
import type { Awaitable, RequestOptions } from "./options.js";
import {
  getNextPage,
  hasNextPage,
  PagePromise,
  paginate as loadPages,
} from "./pages.js";

/** A call that lists something in pages with methods. */
export interface CompatiblePagePromise<
  Item,
  Body,
  E = SDKError,
> extends PagePromise<Item, Body, E> {
  then<A = PageOf<Item, Body>, B = never>(
    onfulfilled?: ((value: PageOf<Item, Body>) => Awaitable<A>) | null,
    onrejected?: ((reason: any) => Awaitable<B>) | null,
  ): Promise<A | B>;
}

/** The same, of a response with headers that the API's document declares. */
export interface CompatiblePagePromiseWithHeaders<
  Item,
  Body,
  E,
  Header extends string,
> extends CompatiblePagePromise<Item, Body, E> {
  withResponse(): Promise<WithTypedResponse<Body, Header>>;
  asResponse(): Promise<TypedResponse<Header>>;
}

/** A page: the response's body, with methods that are not written out with it. */
export type PageOf<Item, Body> = Body &
  Omit<PageMethods<Item, Body>, keyof Body>;

/** What a page of an earlier SDK has besides its fields. */
export interface PageMethods<Item, Body> {
  /** @deprecated Use `hasNextPage(page)`. */
  hasNextPage(): boolean;
  /** @deprecated Use `getNextPage(page)`. This one throws after the last page. */
  getNextPage(): Promise<PageOf<Item, Body>>;
  /** @deprecated Use `pages()` of the call. */
  iterPages(): AsyncGenerator<PageOf<Item, Body>, void, undefined>;
  /** @deprecated Use the field with the items. */
  getPaginatedItems(): Item[];
  /** The items of this page and of all that follow. */
  [Symbol.asyncIterator](): AsyncGenerator<Item, void, undefined>;
}

/** Calls an operation that lists something in pages, which have methods. */
export const paginate = <
  Item,
  Body,
  E,
  Call extends APIPromise<Body, E> = CompatiblePagePromise<Item, Body, E>,
>(
  client: Core,
  operation: Operation,
  params?: object,
  options?: RequestOptions,
): Call =>
  new PagePromise<Item, Body, E>(async (raw) => {
    const pages = loadPages<Item, Body, E>(client, operation, params, options);
    if (raw) return { data: undefined, response: await pages.asResponse() };
    const { data, response } = await pages.withResponse();
    return { data: withMethods(data, operation), response };
  }) as APIPromise<unknown, unknown> as Call;

/** A page with the methods, which are no fields; the fields of a page stay its own. */
const withMethods = <Body>(
  page: Body,
  operation: Operation,
): PageOf<unknown, Body> => {
  const itemsOf = (at: unknown): unknown[] => {
    const items = valueAt(at, operation.paging?.items ?? []);
    return Array.isArray(items) ? (items as unknown[]) : [];
  };
  async function* iterPages() {
    // As a walk over a list goes on and ends.
    const { pages } = PagePromise.prototype;
    for await (const each of pages.call(page as never))
      yield withMethods(each as Body, operation);
  }
  const methods: PageMethods<unknown, Body> = {
    hasNextPage: () => hasNextPage(page as object),
    async getNextPage() {
      const next = await getNextPage(page as object);
      if (!next) throw configError("this is the last page: see hasNextPage()");
      return withMethods(next as Body, operation);
    },
    iterPages,
    getPaginatedItems: () => itemsOf(page),
    async *[Symbol.asyncIterator]() {
      for await (const each of iterPages())
        for (const item of itemsOf(each)) yield item;
    },
  };
  if (Object(page) === page)
    for (const name of Reflect.ownKeys(methods) as (keyof typeof methods)[])
      if (!Object.hasOwn(page as object, name))
        define(page as object, name, { value: methods[name] });
  return page as PageOf<unknown, Body>;
};
