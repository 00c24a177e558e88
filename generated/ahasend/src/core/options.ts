/**
 * The options of clients and of calls, and the types of middleware. Types only.
 */

/** A value, or a promise of it. */
export type Awaitable<T> = T | PromiseLike<T>;

/**
 * Header names and values; `null` removes a header that would otherwise be
 * sent.
 */
export type HeaderOptions = Readonly<Record<string, string | null | undefined>>;

/**
 * Options of one call that can also be set on the client, for all its calls.
 */
export interface SharedOptions {
  /**
   * Extra headers. A header of a call replaces what the SDK would send under
   * its name; a header of the client is replaced by header parameters and
   * credentials. `null` removes a header.
   */
  headers?: HeaderOptions | undefined;
  /**
   * Milliseconds that one attempt may take, reading the body included. For a
   * streamed response it ends when the headers arrive. 0 and `Infinity` are no
   * limit; Node's own `fetch` gives up after 300 seconds all the same, unless a
   * `fetch` with a dispatcher of other limits is passed.
   * @default 60000
   */
  timeout?: number | undefined;
  /**
   * How often a failed request is retried, if a retry is safe.
   * @default 2
   */
  maxRetries?: number | undefined;
  /**
   * Which requests are repeated although the server may have acted on them:
   * `"safe"` are GET, HEAD, OPTIONS, PUT, DELETE and those with an idempotency
   * key; `"all"` also repeats the others, which may then be done twice. A body
   * that is a stream is never sent twice.
   * @default "safe"
   */
  retry?: "safe" | "all" | undefined;
  /**
   * Further options of `fetch`, such as `cache`, `credentials`, or what the
   * platform adds: `next`, `cf`, `dispatcher`. Those of a call are added to
   * those of the client.
   */
  fetchOptions?: FetchOptions | undefined;
  /**
   * The largest response body that is read into memory, in bytes after
   * decompression.
   * @default 100000000
   */
  maxResponseBytes?: number | undefined;
}

/** Options of `fetch` that the SDK passes on without reading them. */
export interface FetchOptions {
  /** Names of the platform's own. */
  readonly [name: string]: unknown;
  readonly cache?:
    | "default"
    | "no-store"
    | "reload"
    | "no-cache"
    | "force-cache"
    | "only-if-cached"
    | undefined;
  readonly credentials?: "omit" | "same-origin" | "include" | undefined;
  readonly mode?: "cors" | "no-cors" | "same-origin" | undefined;
  readonly keepalive?: boolean | undefined;
  readonly priority?: "high" | "low" | "auto" | undefined;
  /** Options of Next.js. */
  readonly next?:
    | {
        readonly revalidate?: number | false | undefined;
        readonly tags?: readonly string[] | undefined;
      }
    | undefined;
  /** The SDK's own: the operation has a method and a body. */
  readonly method?: never;
  readonly body?: never;
  /** See the option `headers`. */
  readonly headers?: never;
  /** See the option `signal`. */
  readonly signal?: never;
  /** Always `manual`: `fetch` would send API keys to other hosts. */
  readonly redirect?: never;
  readonly duplex?: never;
}

/** Options of one call. */
export interface RequestOptions extends SharedOptions {
  /** Extra query parameters. */
  query?: Readonly<Record<string, unknown>> | undefined;
  /**
   * Extra members of a JSON, form or multipart body, beside what the operation
   * declares or in its place. Other bodies have no members.
   */
  body?: Readonly<Record<string, unknown>> | undefined;
  /**
   * Cancels the call, its retries and the waits between them, and a stream that
   * it returned. `AbortSignal.timeout(milliseconds)` sets a deadline for all of
   * them together.
   */
  signal?: AbortSignal | undefined;
  /** Milliseconds that a stream may go without data. No limit by default. */
  idleTimeout?: number | undefined;
}

/** Options of a call whose operation takes an idempotency key. */
export interface IdempotentRequestOptions extends RequestOptions {
  /** Sent with every attempt. By default a random UUID, made once per call. */
  idempotencyKey?: string | undefined;
}

/** Options of a call whose response can have several media types. */
export interface AcceptOptions<MediaType extends string> {
  /** The media type to ask for; it determines the type of the result. */
  accept?: MediaType | undefined;
}

/** The keys of params; of each of several kinds, where there is a choice. */
type KeyOf<Params> = Params extends unknown ? keyof Params : never;

/**
 * Params, or the options in their place, where an earlier package had them. Not
 * both: an option among params is an error.
 */
export type ParamsOrOptions<Params, Options = RequestOptions> =
  | (Params & {
      readonly [Name in Exclude<keyof Options, KeyOf<Params>>]?: undefined;
    })
  | OptionsInPlace<Params, Options>;

/** Options in the place of params. A name that both have is that of a param. */
export type OptionsInPlace<Params, Options> = Omit<Options, KeyOf<Params>> & {
  readonly [Key in KeyOf<Params>]?: undefined;
};

/** Params of a call that sends no body, which may be left out as a whole. */
export type WithoutBody<
  Params,
  Field extends PropertyKey,
> = Params extends unknown
  ? Omit<Params, Field> & { readonly [Key in Field]?: undefined }
  : never;

/** Options of every client. */
export interface ClientOptions extends SharedOptions {
  /**
   * The API's server: an http or https URL without credentials, query and
   * fragment.
   */
  baseURL?: string | undefined;
  /** Used in place of the global `fetch`. */
  fetch?: Fetch | undefined;
  /** Wraps `fetch`; `pipeline(…)` makes one of middleware. */
  transport?: Transport | undefined;
  /**
   * Allows credentials to be sent over plain http to other hosts than this
   * machine.
   * @default false
   */
  allowInsecure?: boolean | undefined;
}

/**
 * A `fetch` function; the third argument says which call the request belongs
 * to.
 */
export type Fetch = (
  input: string | Request,
  init: RequestInit | undefined,
  call: CallContext,
) => Promise<Response>;

/** Wraps a `fetch` function in another one. */
export type Transport = (fetch: Fetch) => Fetch;

/**
 * Wraps every attempt: takes the request, passes it to `next`, and returns the
 * response.
 */
export type Middleware = (
  request: Request,
  next: (request: Request) => Promise<Response>,
  context: CallContext,
) => Awaitable<Response>;

/**
 * Describes an attempt without anything secret, for logs and labels of metrics.
 */
export interface CallContext {
  /** The name of the operation's function, such as `createKey`. */
  readonly operation: string;
  readonly method: string;
  /** The path template in the API's document, such as `/keys/{hash}`. */
  readonly route: string;
  /** 0 for the first attempt. */
  readonly attempt: number;
  readonly idempotencyKey: string | undefined;
}
