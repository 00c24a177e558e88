/**
 * The options that callers pass: for a whole client, for one call, and the middleware
 * that wraps its attempts. Types only.
 */

/** A value, or a promise of it. */
export type Awaitable<T> = T | PromiseLike<T>;

/** Header names and values; `null` removes a header that would be sent otherwise. */
export type HeaderOptions = Readonly<Record<string, string | null | undefined>>;

/** Options that can be set for one call, or for a client and so for all its calls. */
export interface SharedOptions {
  /**
   * Extra headers; a name given here replaces the SDK's own value, and `null` removes it.
   * Those of a call come last. Those of a client come before parameters and credentials.
   */
  headers?: HeaderOptions | undefined;
  /**
   * Milliseconds that one attempt may take, reading the body included. For a streamed
   * response it ends when the headers arrive.
   * @default 60000
   */
  timeout?: number | undefined;
  /**
   * How often a failed attempt is repeated, where repeating is safe.
   * @default 2
   */
  maxRetries?: number | undefined;
  /**
   * The largest response body, in bytes after decompression, that is read into memory.
   * @default 100000000
   */
  maxResponseBytes?: number | undefined;
}

/** Options of one call. */
export interface RequestOptions extends SharedOptions {
  /** Extra query parameters. */
  query?: Readonly<Record<string, unknown>> | undefined;
  /**
   * Cancels the call, its retries and waits, and a stream that it returned.
   * `AbortSignal.timeout(ms)` gives a deadline for everything together.
   */
  signal?: AbortSignal | undefined;
  /** Milliseconds that a stream may stay silent. No limit by default. */
  idleTimeout?: number | undefined;
}

/** Options of a call whose operation takes an idempotency key. */
export interface IdempotentRequestOptions extends RequestOptions {
  /** Made once per call when left out, and kept across its retries. */
  idempotencyKey?: string | undefined;
}

/** Options of a call that can be answered in several media types. */
export interface AcceptOptions<MediaType extends string> {
  /** The media type to ask for; it decides the type of the result. */
  accept?: MediaType | undefined;
}

/** Options of every client. */
export interface ClientOptions extends SharedOptions {
  /** Where the API lives: an http(s) URL without credentials, query and fragment. */
  baseURL?: string | undefined;
  /** Used in place of the global `fetch`. */
  fetch?: Fetch | undefined;
  /** What a request passes on its way to `fetch`: `pipeline(…)` for middleware. */
  transport?: Transport | undefined;
  /**
   * Sends credentials over plain http to hosts other than this machine.
   * @default false
   */
  allowInsecure?: boolean | undefined;
}

/** Any `fetch` will do; one of ours can know what a request is about. */
export type Fetch = (
  input: string | Request,
  init: RequestInit | undefined,
  call: CallContext,
) => Promise<Response>;

/** Makes a `fetch` of another one. */
export type Transport = (fetch: Fetch) => Fetch;

/** Wraps every attempt: receives and returns what `fetch` does. */
export type Middleware = (
  request: Request,
  next: (request: Request) => Promise<Response>,
  context: CallContext,
) => Awaitable<Response>;

/** What a call is, without anything secret: safe to log and to use as labels. */
export interface CallContext {
  /** `operationId` of the API's document. */
  readonly operation: string;
  readonly method: string;
  /** The path as the document has it: `/keys/{hash}`. */
  readonly route: string;
  /** 0 for the first attempt. */
  readonly attempt: number;
  readonly idempotencyKey: string | undefined;
}
