/** How every call starts, and the promise that it returns. */
import type { Core } from "./client.js";
import { SDKError } from "./errors.js";
import type { Operation } from "./operation.js";
import type { Awaitable, RequestOptions } from "./options.js";
import { requestId } from "./read-response.js";
import { runOperation, type CallOutcome } from "./run.js";

/** What `result()` resolves to: the data, or the error with its type. */
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

/** The data together with the response that it came in. */
export interface WithResponse<T, Header extends string = never> {
  readonly data: T;
  /** Its body has been read. */
  readonly response: TypedResponse<Header>;
  readonly requestId: string | undefined;
}

/** A response, with the names of the headers that the API's document describes. */
export type TypedResponse<Header extends string = never> = Response & {
  readonly headers: { get(name: Header): string | null };
};

/** What every call returns: `await` it for the data, or ask for more. */
export class APIPromise<
  T,
  E = SDKError,
  Header extends string = never,
> extends Promise<T> {
  readonly #outcome: Promise<CallOutcome>;
  #raw = false;

  /** @internal `start` runs one microtask later, when it is known what was asked for. */
  constructor(start: (raw: boolean) => Promise<CallOutcome>) {
    // The parent stays pending, so that only what the caller asked for can reject.
    super(() => undefined);
    const site = inErrors[1] ? new Error() : undefined;
    this.#outcome = Promise.resolve()
      .then(() => start(this.#raw))
      .catch((error: unknown) => {
        // The caller's own line, which what fails in a timer or a socket does not have.
        if (error instanceof SDKError) {
          if (site)
            error.stack = [error, site.stack]
              .join("\n")
              .replace(/\nError\W*\n/, "\n");
          else (Error as Capturing).captureStackTrace?.(error);
        }
        throw error;
      });
  }

  /** The data together with the response. */
  withResponse(): Promise<WithResponse<T, Header>> {
    return this.#outcome.then((outcome) => ({
      ...(outcome as CallOutcome<T>),
      requestId: requestId(outcome.response.headers),
    }));
  }

  /**
   * The response with its body unread; an error status still throws. Ask for it at once:
   * later the body has been read. Only the headers are bound by `timeout`.
   */
  asResponse(): Promise<TypedResponse<Header>> {
    this.#raw = true;
    return this.#outcome.then(({ response }) => response);
  }

  /** Does not throw what this SDK throws: resolves to `{ ok, data }` or `{ ok, error }`. */
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
    // As in every promise: a caller may name the type that it expects.

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
 * What errors hold of their own. In V8 that is a stack and nothing else: it finds the caller by
 * itself, along the promises, and takes long to note it down for every call.
 */
const inErrors = /* @__PURE__ */ Object.getOwnPropertyNames(
  /* @__PURE__ */ new Error(),
);

interface Capturing {
  captureStackTrace?(error: object): void;
}

/** Calls an operation. */
export const call = <T, E, Header extends string = never>(
  client: Core,
  operation: Operation,
  params?: object,
  options?: RequestOptions,
): APIPromise<T, E, Header> =>
  new APIPromise((raw) =>
    runOperation(client, operation, params, options, raw),
  );
