/**
 * Names of an earlier SDK of the API, which programs that were written for it
 * go on using. Only packages that are to replace such an SDK have this file: it
 * adds members to errors, streams and pages, to their types and, once a client
 * of the full class is made, to them.
 */
import {
  APIPromise,
  type TypedResponse,
  type WithTypedResponse,
} from "./call.js";
import type { Core } from "./client.js";
import { configError, SDKError } from "./errors.js";
import { valueAt } from "./next-page.js";
import type { Operation } from "./operation.js";
import type {
  Awaitable,
  ClientOptions,
  HeaderOptions,
  IdempotentRequestOptions,
  RequestOptions,
  Transport,
} from "./options.js";
import {
  getNextPage,
  hasNextPage,
  PagePromise,
  paginate as loadPages,
} from "./pages.js";
import type { Logger } from "./logging.js";
import { request } from "./request.js";
import { Stream } from "./stream.js";
import { addQuery, percentEncode } from "./text.js";
import { withoutPrototype } from "./without-prototype.js";

export {
  AbortError as APIUserAbortError,
  ConnectionError as APIConnectionError,
  TimeoutError as APIConnectionTimeoutError,
} from "./errors.js";

declare module "./errors.js" {
  interface APIError<Status extends number = number, Body = unknown> {
    /** @deprecated Use `body`. */
    readonly error: Body | undefined;
    /** @deprecated Use `requestId`. */
    readonly requestID: string | undefined;
  }
}

declare module "./call.js" {
  interface WithResponse<T> {
    /** @deprecated Use `requestId`. */
    readonly request_id?: string | null | undefined;
  }
}

declare module "./stream.js" {
  interface Stream<T> {
    /** @deprecated Use `abort()`. */
    readonly controller: AbortController;
    /** Two streams of the same values, which may be read at their own pace. */
    tee(): [Stream<T>, Stream<T>];
    // Declared again: of a class that is added to, TypeScript forgets members
    // whose names are symbols.
    [Symbol.asyncIterator](): AsyncGenerator<T, void, undefined>;
    [Symbol.asyncDispose](): Promise<void>;
  }
}

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

/** Options of clients of an earlier SDK. */
export interface CompatibleOptions {
  /** @deprecated Use `headers`. */
  defaultHeaders?:
    | HeaderOptions
    | Headers
    | readonly (readonly [name: string, value: string])[]
    | undefined;
  /** Query parameters of every request that does not have them itself. */
  defaultQuery?: Readonly<Record<string, string | undefined>> | undefined;
  /** What of the log is written; without it nothing, unless there is a logger. */
  logLevel?: "off" | "error" | "warn" | "info" | "debug" | undefined;
}

/** The options of a client, those of an earlier SDK turned into ours. */
export const compatibleOptions = <
  Options extends ClientOptions &
    CompatibleOptions & { logger?: Logger | undefined },
>(
  given: Options,
): Options => {
  addMembers();
  const { defaultHeaders, defaultQuery, logLevel, transport } = given;
  const logger = loggerAt(logLevel, given.logger);
  return withoutPrototype({
    ...given,
    headers: { ...headersOf(defaultHeaders), ...given.headers },
    ...(defaultQuery && {
      transport: (fetch) => {
        const send = addingQuery(defaultQuery)(fetch);
        return transport?.(send) ?? send;
      },
    }),
    ...(logger && { logger }),
  });
};

const headersOf = (
  given: CompatibleOptions["defaultHeaders"],
): HeaderOptions | undefined =>
  given && Symbol.iterator in given ? Object.fromEntries(given) : given;

const addingQuery =
  (query: Readonly<Record<string, string | undefined>>): Transport =>
  (fetch) =>
  (input, init, call) => {
    const isText = typeof input === "string";
    const url = Object.entries(query).reduce(
      (before, [name, value]) =>
        value === undefined || new URL(before).searchParams.has(name)
          ? before
          : addQuery(before, `${percentEncode(name)}=${percentEncode(value)}`),
      isText ? input : input.url,
    );
    return fetch(isText ? url : new Request(url, input), init, call);
  };

/** Our log has attempts that succeeded (`debug`), and those that did not (`warn`). */
const loggerAt = (
  level: CompatibleOptions["logLevel"],
  logger: Logger | undefined = level && console,
): Logger | undefined => {
  if (!level || level === "info" || level === "debug") return logger;
  const nothing = () => undefined;
  return {
    debug: nothing,
    warn:
      level === "warn"
        ? (message, fields) => logger?.warn(message, fields)
        : nothing,
  };
};

/** Options of a call of any path. */
export interface PathOptions extends Omit<
  IdempotentRequestOptions,
  "body" | "query"
> {
  body?: unknown;
  query?: object | null | undefined;
}

/** Calls a path of the API that need not be one of its operations. */
export const callPath = <T = unknown>(
  client: Core,
  method: string,
  path: string,
  options?: PathOptions,
): APIPromise<T> => {
  const { body, query, ...others } = withoutPrototype(options);
  return request<T>(client, method, path.replace(/^(?!\/)/, "/"), body, {
    ...others,
    query: { ...query },
  });
};

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

const define = (
  target: object,
  name: PropertyKey,
  property: PropertyDescriptor,
): void => {
  Object.defineProperty(target, name, { configurable: true, ...property });
};

let hasMembers = false;

/** Adds to the classes what their types promise. */
const addMembers = (): void => {
  if (hasMembers) return;
  hasMembers = true;
  for (const [alias, name] of [
    ["error", "body"],
    ["requestID", "requestId"],
  ] as const)
    define(SDKError.prototype, alias, {
      get(this: { readonly [Name in typeof name]: unknown }) {
        return this[name];
      },
    });
  const { withResponse } = APIPromise.prototype;
  define(APIPromise.prototype, "withResponse", {
    writable: true,
    async value(this: APIPromise<unknown>) {
      const found = await withResponse.call(this);
      return { ...found, request_id: found.requestId ?? null };
    },
  });
  define(Stream.prototype, "controller", { get: controllerOf });
  define(Stream.prototype, "tee", { writable: true, value: tee });
};

const controllers: WeakMap<object, AbortController> =
  /* @__PURE__ */ new WeakMap();

function controllerOf(this: Stream<unknown>): AbortController {
  const known = controllers.get(this);
  if (known) return known;
  const controller = new AbortController();
  controller.signal.addEventListener("abort", () => {
    this.abort();
  });
  controllers.set(this, controller);
  return controller;
}

/** The connection is closed when neither branch is read any more. */
function tee<T>(this: Stream<T>): [Stream<T>, Stream<T>] {
  const values = this[Symbol.asyncIterator]();
  type Waiting = Promise<IteratorResult<T, void>>[];
  const waiting: [Waiting, Waiting] = [[], []];
  let open = 2;
  const branch = (own: Waiting, other: Waiting): Stream<T> => {
    async function* read(): AsyncGenerator<T, void, undefined> {
      try {
        for (;;) {
          if (own.length === 0) {
            const next = values.next();
            own.push(next);
            other.push(next);
          }
          const result = await own.shift();
          if (!result || result.done) return;
          yield result.value;
        }
      } finally {
        if (--open === 0) await values.return();
      }
    }
    const stream = new Stream(this.response, read(), () => {
      this.abort();
    });
    controllers.set(stream, this.controller);
    return stream;
  };
  const [first, second] = waiting;
  return [branch(first, second), branch(second, first)];
}
