/**
 * Server-sent events (HTML standard, section 9.2.6). Nothing reconnects:
 * whether a request may be sent again is not for its response to decide.
 */
import type { SDKError } from "./errors.js";
import { errorFromResponse } from "./error-response.js";
import { endedEarly, lineSplitter, parseJSON } from "./lines.js";
import type { DecodeContext, Decoder } from "./operation.js";
import { decodeError, readText } from "./read-response.js";
import { openStream, type Stream } from "./stream.js";

/** A server-sent event. */
export interface ServerSentEvent {
  /** The event's type; `message` if the server names none. */
  readonly event: string;
  readonly data: string;
  /** The last event id of the stream; undefined before the first one. */
  readonly id: string | undefined;
}

/** The largest event that is read, in UTF-16 code units. */
const MAX_EVENT_LENGTH = 8_000_000;

/** A stream of events, with their data as text. */
export const rawEvents: Decoder = {
  decode: (response, context): Promise<Stream<ServerSentEvent>> =>
    openEvents(response, context, (event) => [event]),
};

/**
 * A stream of the events' data, which is JSON. `[DONE]` ends the stream. An
 * event of type `error`, or whose data has an `error`, is thrown.
 */
export const events: Decoder = {
  decode: (response, context): Promise<Stream<unknown>> =>
    openEvents(response, context, ({ event, data }, isEnd) => {
      if (data === "[DONE]") return false;
      // Servers send events without data to keep the connection open.
      if (!data && event !== "error") return [];
      // The data of an error event may be plain text.
      const value =
        event === "error"
          ? tryParse(data)
          : parseJSON(data, response, context, isEnd);
      const { error } = Object(value) as ErrorData;
      if (event !== "error" && !error) return [value];
      const code = Number(error?.code);
      const status = code >= 400 && code < 600 ? code : response.status;
      // The words of the status, such as `OK`, are not about this error.
      const { headers } = response;
      const failure = { status, statusText: data, headers } as Response;
      return throwError(errorFromResponse(failure, context.call, data));
    }),
};

interface ErrorData {
  readonly error?: { readonly code?: unknown } | null;
}

function tryParse(data: string): unknown {
  try {
    return JSON.parse(data) as unknown;
  } catch {
    return undefined;
  }
}

async function throwError(error: Promise<SDKError>): Promise<never> {
  throw await error;
}

async function openEvents<T>(
  response: Response,
  context: DecodeContext,
  handle: (
    event: ServerSentEvent,
    isEnd: boolean,
  ) => readonly T[] | false | Promise<never>,
): Promise<Stream<T>> {
  const type = response.headers.get("content-type");
  if (type && !/^text\/event-stream\b/i.test(type)) {
    const text = await readText(response, context, true);
    throw decodeError(
      `expected text/event-stream, got ${type}`,
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
    (line, isEnd) => {
      const colon = line.indexOf(":");
      const name = colon < 0 ? line : line.slice(0, colon);
      const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
      if (name === "data") data.push(value);
      else if (name === "event") event = value;
      else if (name === "id" && !value.includes("\0")) id = value;
      size += value.length;
      if (size > MAX_EVENT_LENGTH)
        throw decodeError("an event is too large", context.call, response);
      if (line && !isEnd) return [];
      // An empty line completes an event, and so does the end of the stream: not
      // every server sends the last empty line.
      const text = data.join("\n");
      const completed = data.length > 0 && {
        event: event || "message",
        data: text,
        id,
      };
      // Its data was still to come.
      if (isEnd && !text && (name || (event && !completed)))
        throw endedEarly(response, context, line);
      event = "";
      data = [];
      size = 0;
      return completed ? handle(completed, isEnd) : [];
    },
  );
}
