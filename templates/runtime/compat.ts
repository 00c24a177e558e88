/**
 * Names of an earlier SDK of the API, for programs that were written for it.
 * Only packages that replace such an SDK have this file. It adds members to the
 * types of errors, calls and streams, and to their classes as soon as a client
 * of the full class is made.
 */
import { APIPromise } from "./call.js";
import type { Core } from "./client.js";
import { define } from "./compat-define.js";
import { addStreamMembers } from "./compat-streams.js";
import { levelAt, loggerAt, type LogLevel } from "./compat-logging.js";
import {
  flatQuery,
  headersOf,
  optionsOf,
  type CompatibleRequestOptions,
  type HeadersLike,
} from "./compat-options.js";
import { APIError, SDKError } from "./errors.js";
import type { Logger } from "./logging.js";
import type { ClientOptions, Transport } from "./options.js";
import type { QueryNesting } from "./query-nesting.js";
import { request } from "./request.js";
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

/** An object of a response, with the id of its request. */
export type WithRequestID<T> = T extends readonly unknown[]
  ? T
  : T extends object
    ? T & {
        /** @deprecated Use `withResponse()`, which has `requestId`. */
        readonly _request_id?: string | null | undefined;
      }
    : T;

/** Options of clients of an earlier SDK. */
export interface CompatibleOptions {
  /** @deprecated Use `headers`. */
  defaultHeaders?: HeadersLike;
  /** Query parameters of every request that does not have them itself. */
  defaultQuery?: Readonly<Record<string, string | undefined>> | undefined;
  /**
   * The least severe messages that are logged. The default is the level in an
   * environment variable; without one, a logger gets failed attempts (`warn`).
   */
  logLevel?: LogLevel | undefined;
}

/**
 * The options of a client, with those of an earlier SDK converted.
 *
 * @param logVariable the environment variable that may have a level
 */
export const compatibleOptions = <
  Options extends Omit<ClientOptions, "baseURL"> &
    CompatibleOptions & { logger?: Logger | undefined },
>(
  given: Options,
  logVariable: string,
): Options & ClientOptions => {
  addMembers();
  const { defaultHeaders, defaultQuery, transport } = given;
  const logLevel = levelAt(given.logLevel, logVariable);
  const logger = loggerAt(logLevel, given.logger);
  return withoutPrototype({
    ...given,
    // Set only if there are any: a client without headers needs credentials.
    ...(defaultHeaders && {
      headers: { ...headersOf(defaultHeaders), ...given.headers },
    }),
    ...(defaultQuery && {
      transport: (fetch) => {
        const send = addingQuery(defaultQuery)(fetch);
        return transport?.(send) ?? send;
      },
    }),
    ...(logLevel && { logLevel }),
    ...(logger && { logger }),
  });
};

/** The server, which callers of an earlier SDK choose by `environment`. */
export const atEnvironment = <
  Options extends { readonly server?: unknown; readonly environment?: unknown },
>(
  given: Options,
): Options => ({ ...given, server: given.server ?? given.environment });

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

/** Options of a call to any path. */
export interface PathOptions extends Omit<
  CompatibleRequestOptions,
  "body" | "query"
> {
  body?: unknown;
  query?: object | null | undefined;
}

/**
 * Calls a path of the API that need not be one of its operations.
 *
 * @param nesting how the API has lists and objects written in a query
 */
export const callPath = <T = unknown>(
  client: Core,
  method: string,
  path: string,
  options?: PathOptions,
  nesting?: QueryNesting,
): APIPromise<T> => {
  const { body, query, ...others } = withoutPrototype(options);
  return request<T>(client, method, path.replace(/^(?!\/)/, "/"), body, {
    ...optionsOf(others),
    query: nesting ? flatQuery(query, nesting) : { ...query },
  });
};

let hasMembers = false;

/** Adds the members to the classes that their types declare above. */
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
  // Programs recognize errors of the SDK by this class: in an earlier SDK,
  // errors without a response were instances of it too, with no status.
  define(APIError, "is", {
    value: (error: SDKError) =>
      SDKError.is(error) &&
      (error.status !== undefined || withoutResponse.test(error.name)),
  });
  addCallMembers();
  addStreamMembers();
};

const withoutResponse = /^(?:Connection|Timeout|Abort)Error$/;

/** `request_id` beside the data, and `_request_id` of it. */
const addCallMembers = (): void => {
  const { withResponse } = APIPromise.prototype;
  define(APIPromise.prototype, "withResponse", {
    writable: true,
    async value(this: APIPromise<unknown>) {
      const found = await withResponse.call(this);
      const id = found.requestId ?? null;
      nameRequest(found.data, id);
      return { ...found, request_id: id };
    },
  });
  define(APIPromise.prototype, "then", {
    writable: true,
    value(this: APIPromise<unknown>, ...reactions: [undefined]) {
      return this.withResponse()
        .then(({ data }) => data)
        .then(...reactions);
    },
  });
};

/** Adds `_request_id` to an object, hidden from JSON; keeps such a field. */
const nameRequest = (data: unknown, id: string | null): void => {
  const isObject = Object(data) === data && !Array.isArray(data);
  const prototype: unknown = isObject && Object.getPrototypeOf(data);
  if (prototype !== Object.prototype && prototype !== null) return;
  if (!Object.hasOwn(data as object, "_request_id"))
    define(data as object, "_request_id", { value: id });
};
