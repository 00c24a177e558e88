/// <reference lib="esnext.disposable" preserve="true" />
/**
 * Responses that arrive bit by bit: the stream that callers get, and the loop below it. Its
 * time limit ends with the headers; the caller's signal holds to the end.
 */
import { configError, SDKError } from "./errors.js";
import type { DecodeContext } from "./operation.js";
import { connectionError, type PlatformError } from "./read-response.js";

/**
 * The values of a response, for one `for await`. Leaving the loop closes the connection;
 * a stream that is not read at all has to be closed by `abort()` or `await using`.
 */
export class Stream<T> implements AsyncIterable<T>, AsyncDisposable {
  /** The response that the values come from. */
  readonly response: Response;
  #values: AsyncGenerator<T, void, undefined> | undefined;
  readonly #stop: () => void;

  /** @internal */
  constructor(
    response: Response,
    values: AsyncGenerator<T, void, undefined>,
    stop: () => void,
  ) {
    this.response = response;
    this.#values = values;
    this.#stop = stop;
  }

  [Symbol.asyncIterator](): AsyncGenerator<T, void, undefined> {
    const values = this.#values;
    this.#values = undefined;
    if (values) return values;
    throw configError("a stream can be read only once");
  }

  /** Closes the connection; a loop that is waiting ends. */
  abort(): void {
    this.#stop();
  }

  [Symbol.asyncDispose](): Promise<void> {
    this.#stop();
    return Promise.resolve();
  }

  /** The same values as a `ReadableStream`. */
  toReadableStream(): ReadableStream<T> {
    const values = this[Symbol.asyncIterator]();
    return new ReadableStream<T>(
      {
        async pull(controller) {
          const { done, value } = await values.next();
          if (done) controller.close();
          else controller.enqueue(value);
        },
        cancel: this.#stop,
      },
      // Reads no further than it is asked to.
      { highWaterMark: 0 },
    );
  }
}

/** Takes text as it comes and returns the lines that are complete; undefined is the end. */
export type LineSplitter = (text: string | undefined) => string[];

/** Takes a line and returns the values that it completes; false ends the stream. */
export type LineHandler<T> = (
  line: string,
) => readonly T[] | false | Promise<never>;

/** @internal A stream of what `handle` makes of the response's lines. */
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
  // A longer timer would fire at once.
  if (!(idleTimeout > 0 && idleTimeout < 2 ** 31))
    throw configError("invalid idleTimeout", call);
  scope.detached = true;
  return new Stream(response, read(response, context, split, handle), () => {
    scope.abort();
  });
}

async function* read<T>(
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
  // Where the body does not know the signal, this ends a read that waits.
  signal.addEventListener("abort", cancel);
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    for (let open = true; open;) {
      if (idleTimeout !== undefined)
        timer = setTimeout(() => {
          const message = `the stream was silent for ${idleTimeout} ms`;
          scope.abort(new SDKError("TimeoutError", message, call));
        }, idleTimeout);
      const chunk = (await reader?.read())?.value;
      clearTimeout(timer);
      if (signal.aborted) return endOf(signal);
      open = chunk !== undefined;
      for (const line of split(
        chunk && decoder.decode(chunk, { stream: true }),
      )) {
        const values = await handle(line);
        if (!values) return;
        for (const value of values) {
          yield value;
          // What has arrived before an abort is not handed out after it.
          if (signal.aborted) return endOf(signal);
        }
      }
    }
  } catch (cause) {
    if (signal.aborted) return endOf(signal);
    if (cause instanceof SDKError) throw cause;
    throw connectionError(call, cause as PlatformError);
  } finally {
    clearTimeout(timer);
    scope.abort();
    cancel();
  }
}

/** `Stream.abort()` is an end; the caller's signal and time limits are errors. */
function endOf(signal: AbortSignal): void {
  if (signal.reason instanceof SDKError) throw signal.reason;
}
