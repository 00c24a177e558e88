/**
 * Server-sent events, after the WHATWG's HTML standard, section 9.2.6. Nothing reconnects: what
 * a request may do twice is not for its response to say.
 */
import type { SDKError } from "./errors.js";
import { errorFromResponse } from "./error-response.js";
import { lineSplitter, parseJSON } from "./lines.js";
import type { DecodeContext, Decoder } from "./operation.js";
import { decodeError, readText } from "./read-response.js";
import { openStream, type Stream } from "./stream.js";

/** One event of a stream. */
export interface ServerSentEvent {
  /** `message` where the server names no other. */
  readonly event: string;
  readonly data: string;
  /** The last id that the stream named. */
  readonly id: string | undefined;
}

/** The largest event, in characters. */
const LARGEST = 8_000_000;

/** Events as they come, their data as text. */
export const rawEvents: Decoder = {
  decode: (response, context): Promise<Stream<ServerSentEvent>> =>
    openEvents(response, context, (event) => [event]),
};

/**
 * The data of events, which is JSON. `[DONE]` ends the stream. An event named `error`, or
 * whose data has an `error`, is thrown.
 */
export const events: Decoder = {
  decode: (response, context): Promise<Stream<unknown>> =>
    openEvents(response, context, ({ event, data }) => {
      if (data === "[DONE]") return false;
      // Some are sent to keep the connection open.
      if (!data && event !== "error") return [];
      // An error may be text.
      const value =
        event === "error" ? errorOf(data) : parseJSON(data, response, context);
      const { error } = Object(value) as Reported;
      if (event !== "error" && !error) return [value];
      const status = Number(error?.code);
      return fail(
        errorFromResponse(
          response,
          context.call,
          data,
          status >= 400 && status < 600 ? status : response.status,
        ),
      );
    }),
};

interface Reported {
  readonly error?: { readonly code?: unknown } | null;
}

function errorOf(data: string): unknown {
  try {
    return JSON.parse(data) as unknown;
  } catch {
    return undefined;
  }
}

async function fail(error: Promise<SDKError>): Promise<never> {
  throw await error;
}

async function openEvents<T>(
  response: Response,
  context: DecodeContext,
  handle: (event: ServerSentEvent) => readonly T[] | false | Promise<never>,
): Promise<Stream<T>> {
  const type = response.headers.get("content-type");
  if (type && !/^text\/event-stream\b/i.test(type)) {
    const text = await readText(response, context.limit);
    throw decodeError(
      `expected events, got ${type}`,
      context.call,
      response,
      text,
    );
  }
  let event = "";
  let id: string | undefined;
  let data: string[] = [];
  let size = 0;
  return openStream(
    response,
    context,
    lineSplitter(response, context, true),
    (line) => {
      if (!line) {
        const done = data.length > 0 && {
          event: event || "message",
          data: data.join("\n"),
          id,
        };
        event = "";
        data = [];
        size = 0;
        return done ? handle(done) : [];
      }
      const colon = line.indexOf(":");
      const name = colon < 0 ? line : line.slice(0, colon);
      const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
      if (name === "data") data.push(value);
      else if (name === "event") event = value;
      else if (name === "id" && !value.includes("\0")) id = value;
      size += value.length;
      if (size > LARGEST)
        throw decodeError("an event is too large", context.call, response);
      return [];
    },
  );
}
