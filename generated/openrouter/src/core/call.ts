/** Starts a call, and the promise that it returns. */
import type { Core } from "./client.js";
import { SDKError } from "./errors.js";
import type { Operation } from "./operation.js";
import type { Awaitable, RequestOptions } from "./options.js";
import { requestId } from "./read-response.js";
import { runOperation, type CallOutcome } from "./run.js";

/** What `result()` resolves to: the data, or the operation's typed error. */
export type Result<T, E> =
  | {
      readonly ok: true;
      readonly data: T;
      readonly error?: undefined;
      readonly response: Response;
    }
  | {
      readonly ok: false;
      readonly data?: undefined;
      readonly error: E;
      readonly response?: undefined;
    };

/** What `withResponse()` resolves to: the data and its response. */
export interface WithResponse<T> {
  readonly data: T;
  /** The response; its body has been read. */
  readonly response: Response;
  /** The request's id in the server's logs, if the response has one. */
  readonly requestId: string | undefined;
}

/**
 * A response whose `headers.get` suggests the headers that the API's document
 * declares.
 */
export type TypedResponse<Header extends string> = Response & {
  readonly headers: { get(name: Header): string | null };
};

/** The same, of an operation whose document declares headers of the response. */
export interface WithTypedResponse<
  T,
  Header extends string,
> extends WithResponse<T> {
  readonly response: TypedResponse<Header>;
}

/**
 * A call whose response has the headers that the API's document declares. A
 * type of its own: of every other call, editors would print that it has none.
 */
export interface APIPromiseWithHeaders<
  T,
  E,
  Header extends string,
> extends APIPromise<T, E> {
  withResponse(): Promise<WithTypedResponse<T, Header>>;
  asResponse(): Promise<TypedResponse<Header>>;
}

/**
 * What every call returns: `await` it for the data, or use its methods for the
 * response or the error.
 */
export class APIPromise<T, E = SDKError> extends Promise<T> {
  readonly #outcome: Promise<CallOutcome>;
  #raw = false;

  /**
   * @internal `start` runs in a microtask, once it is known whether
   * `asResponse` was called.
   */
  constructor(start: (raw: boolean) => Promise<CallOutcome>) {
    // This promise itself stays pending: only the promises that the caller asks
    // for can reject.
    super(() => undefined);
    this.#outcome = this.#run(start);
  }

  async #run(
    start: (raw: boolean) => Promise<CallOutcome>,
  ): Promise<CallOutcome> {
    const callSite = isJavaScriptCore && new Error();
    await Promise.resolve();
    try {
      return await start(this.#raw);
    } catch (error) {
      // An error from a timer or a socket has no frame of the caller: add them.
      if (error instanceof SDKError) {
        if (callSite)
          error.stack = `${error}\n${callSite.stack?.replace(/^Error\W*\n/, "")}`;
        else (Error as ErrorConstructorOfV8).captureStackTrace?.(error);
      }
      throw error;
    }
  }

  /** Resolves to the data together with the response. */
  withResponse(): Promise<WithResponse<T>> {
    return this.#outcome.then((outcome) => ({
      ...(outcome as CallOutcome<T>),
      requestId: requestId(outcome.response.headers),
    }));
  }

  /**
   * Resolves to the response with its body unread; an error status still
   * throws. Call it at once: later, the body has been read. `timeout` ends with
   * the headers.
   */
  asResponse(): Promise<Response> {
    this.#raw = true;
    return this.#outcome.then(({ response }) => response);
  }

  /**
   * Resolves to `{ ok: true, data }` or `{ ok: false, error }` in place of
   * throwing an SDK error.
   */
  result(): Promise<Result<T, E>> {
    return this.#outcome.then(
      (outcome) => ({ ok: true as const, ...(outcome as CallOutcome<T>) }),
      (error: unknown) => {
        if (error instanceof SDKError)
          return { ok: false as const, error: error as E };
        throw error;
      },
    );
  }

  override then<A = T, B = never>(
    onfulfilled?: ((value: T) => Awaitable<A>) | null,
    // `any`, as in the standard library: the caller may declare a type for the
    // reason.

    onrejected?: ((reason: any) => Awaitable<B>) | null,
  ): Promise<A | B> {
    return this.#outcome
      .then(({ data }) => data as T)
      .then(onfulfilled, onrejected);
  }

  override finally(onfinally?: (() => void) | null): Promise<T> {
    return this.then().finally(onfinally);
  }
}

/**
 * JavaScriptCore (Safari, Bun) notes the line of an error, and has no
 * asynchronous stack traces: there, every call makes an error. Elsewhere they
 * find the caller along the promises, and an error for every call would be slow.
 */
const isJavaScriptCore = /* @__PURE__ */ Object.hasOwn(
  /* @__PURE__ */ new Error(),
  "line",
);

/** V8's addition to `Error`. */
interface ErrorConstructorOfV8 {
  captureStackTrace?(error: object): void;
}

/** Calls an operation; nothing is sent before the promise is returned. */
export const call = <T, E, Call extends APIPromise<T, E> = APIPromise<T, E>>(
  client: Core,
  operation: Operation,
  params?: object,
  options?: RequestOptions,
): Call =>
  new APIPromise((raw) =>
    runOperation(client, operation, params, options, raw),
  ) as Call;
