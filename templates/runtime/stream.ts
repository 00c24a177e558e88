/// <reference lib="esnext.disposable" preserve="true" />
/**
 * Streamed responses: the stream that callers get, and the loop that reads it.
 * `timeout` ends with the headers; the caller's signal applies to the end of
 * the stream.
 */
import { configError, SDKError } from "./errors.js";
import type { DecodeContext } from "./operation.js";
import {
  connectionError,
  isReadable,
  type PlatformError,
} from "./read-response.js";

/**
 * The values of a response, for a single `for await`. Leaving the loop closes
 * the connection. A stream that is never read has to be closed by `abort()` or
 * `await using`.
 */
export class Stream<T> implements AsyncIterable<T>, AsyncDisposable {
  /** The response that the values come from. */
  readonly response: Response;
  #values: AsyncGenerator<T, void, undefined> | undefined;
  readonly #abort: () => void;

  /** @internal */
  constructor(
    response: Response,
    values: AsyncGenerator<T, void, undefined>,
    abort: () => void,
  ) {
    this.response = response;
    this.#values = values;
    this.#abort = abort;
  }

  [Symbol.asyncIterator](): AsyncGenerator<T, void, undefined> {
    const values = this.#values;
    this.#values = undefined;
    if (values) return values;
    throw configError("a stream can only be read once");
  }

  /** Closes the connection; a loop that waits for a value ends. */
  abort(): void {
    this.#abort();
  }

  [Symbol.asyncDispose](): Promise<void> {
    this.#abort();
    return Promise.resolve();
  }

  /**
   * The values as bytes, for `new Response(…)`: each is JSON on a line of its
   * own (`application/x-ndjson`). For the values themselves, use `for await`.
   */
  toReadableStream(): ReadableStream<Uint8Array> {
    const values = this[Symbol.asyncIterator]();
    return new ReadableStream<Uint8Array>(
      {
        async pull(controller) {
          const { done, value } = await values.next();
          if (done) controller.close();
          else
            controller.enqueue(
              new TextEncoder().encode(`${JSON.stringify(value)}\n`),
            );
        },
        cancel: this.#abort,
      },
      // Without a buffer: reads a value only when it is asked for.
      { highWaterMark: 0 },
    );
  }
}

/**
 * Takes text as it arrives and returns the lines that are complete; in the end,
 * also what follows the last line end, even if it is empty.
 */
export type LineSplitter = (text: string, isEnd: boolean) => string[];

/**
 * Takes a line, or in the end what follows the last line end, and returns the
 * values that it completes, or false to end the stream.
 */
export type LineHandler<T> = (
  line: string,
  isEnd: boolean,
) => readonly T[] | false | Promise<never>;

/**
 * @internal Opens a stream of the values that `handle` makes of the response's
 * lines.
 */
export function openStream<T>(
  response: Response,
  context: DecodeContext,
  split: LineSplitter,
  handle: LineHandler<T>,
): Stream<T> {
  const {
    scope,
    call,
    options: { idleTimeout = 1 },
  } = context;
  // Timers hold 31 bits: a longer one would fire at once.
  if (!(idleTimeout > 0 && idleTimeout < 2 ** 31))
    throw configError("invalid value for idleTimeout", call);
  if (!isReadable(response))
    throw configError("this `fetch` gives no stream to read", call);
  scope.detached = true;
  return new Stream(
    response,
    readValues(response, context, split, handle),
    () => {
      scope.abort();
    },
  );
}

async function* readValues<T>(
  response: Response,
  { call, options, scope }: DecodeContext,
  split: LineSplitter,
  handle: LineHandler<T>,
): AsyncGenerator<T, void, undefined> {
  const { idleTimeout } = options;
  const { signal } = scope;
  const decoder = new TextDecoder();
  const reader = response.body?.getReader();
  const cancel = () => {
    reader?.cancel().catch(() => undefined);
  };
  // Not every platform's body reacts to the signal: this ends a pending read.
  signal.addEventListener("abort", cancel);
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    for (let isOpen = true; isOpen;) {
      if (idleTimeout !== undefined)
        timer = setTimeout(() => {
          const message = `the stream was idle for ${idleTimeout} ms`;
          scope.abort(new SDKError("TimeoutError", message, call));
        }, idleTimeout);
      const chunk = (await reader?.read())?.value;
      clearTimeout(timer);
      if (signal.aborted) return throwReason(signal);
      isOpen = chunk !== undefined;
      const lines = split(decoder.decode(chunk, { stream: isOpen }), !isOpen);
      for (const [index, line] of lines.entries()) {
        const values = await handle(
          line,
          !isOpen && index === lines.length - 1,
        );
        if (!values) return;
        for (const value of values) {
          yield value;
          // Values that arrived before an abort are not given out after it.
          if (signal.aborted) return throwReason(signal);
        }
      }
    }
  } catch (cause) {
    if (signal.aborted) return throwReason(signal);
    throw connectionError(call, cause as PlatformError);
  } finally {
    clearTimeout(timer);
    scope.abort();
    cancel();
  }
}

/**
 * Throws for the caller's signal and time limits; `Stream.abort()` just ends
 * the stream.
 */
function throwReason(signal: AbortSignal): void {
  if (signal.reason instanceof SDKError) throw signal.reason;
}
