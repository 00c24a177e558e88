/**
 * `Stream` with the functions by which programs of an earlier SDK make one:
 * from what `toReadableStream()` wrote, or from a response of their own.
 */
import { define } from "./compat-define.js";
import { events } from "./events.js";
import { jsonLines } from "./lines.js";
import type { DecodeContext, Decoder } from "./operation.js";
import { Stream as OwnStream } from "./stream.js";

/** The values of a response, for a single `for await`. */
export type Stream<T> = OwnStream<T>;

/** The static functions of the class. */
interface StreamSources {
  /** A stream of JSON values, one per line, as `toReadableStream()` writes. */
  fromReadableStream<T>(
    readable: ReadableStream,
    controller: AbortController,
  ): Stream<T>;
  /** A stream of server-sent events, whose data is JSON. */
  fromSSEResponse<T>(
    response: Response,
    controller: AbortController,
  ): Stream<T>;
}

const streamOf = <T>(
  response: Response,
  controller: AbortController,
  decoder: Decoder,
): Stream<T> => {
  const abort = (error?: unknown) => {
    controller.abort(error);
  };
  const context: DecodeContext = {
    call: {
      operation: "stream",
      method: "GET",
      route: "",
      attempt: 0,
      idempotencyKey: undefined,
    },
    options: {},
    limit: 1e8,
    scope: { signal: controller.signal, abort },
  };
  async function* values(): AsyncGenerator<T, void, undefined> {
    // A copy without headers: the content type of the response does not matter.
    const body = new Response(response.body);
    yield* (await decoder.decode(body, context)) as Stream<T>;
  }
  return new OwnStream(response, values(), abort);
};

const sources: StreamSources = {
  fromReadableStream: (readable, controller) =>
    streamOf(new Response(readable), controller, jsonLines),
  fromSSEResponse: (response, controller) =>
    streamOf(response, controller, events),
};

const withSources = (): typeof OwnStream & StreamSources => {
  for (const [name, value] of Object.entries<unknown>({ ...sources }))
    define(OwnStream, name, { value });
  return OwnStream as typeof OwnStream & StreamSources;
};

/** The class of all streams, with the functions that make one. */
export const Stream: typeof OwnStream & StreamSources =
  /* @__PURE__ */ withSources();
