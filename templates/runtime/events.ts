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
export interface ServerSentEvent<Data = string, Type extends string = string> {
  /** The event's type; `message` if the server names none. */
  readonly event: Type;
  readonly data: Data;
  /** The last event id of the stream; undefined before the first one. */
  readonly id: string | undefined;
  /** How many milliseconds to wait before connecting again, if it says so. */
  readonly retry: number | undefined;
}

/** The largest event that is read, in UTF-16 code units. */
const MAX_EVENT_LENGTH = 8_000_000;

/** A stream of events, with their data as text. */
export const rawEvents: Decoder = {
  decode: (response, context): Promise<Stream<ServerSentEvent>> =>
    openEvents(response, context, (event) => [event]),
};

/** What the data of a stream's events is. */
export interface EventFormat {
  /** The events whose data is JSON. */
  readonly json?: readonly string[];
  /** The events whose data is text. */
  readonly text?: readonly string[];
  /** The data of all other events; by default JSON where it is, or else text. */
  readonly others?: "json" | "text";
  /** True if data may have an `error` without being one. */
  readonly declaresError?: boolean;
  /** True if the data may hold all of the event: `data: {"event": …}`. */
  readonly mayBeNested?: boolean;
}

/**
 * Reads events and parses their data. `[DONE]` ends the stream. An event of
 * type `error` that is not listed, or whose data has an `error`, is thrown.
 */
const parsedEvents = (
  format: EventFormat,
  give: (event: ServerSentEvent<unknown>) => unknown,
): Decoder => ({
  decode: (response, context): Promise<Stream<unknown>> =>
    openEvents(response, context, (received, isEnd) => {
      const { event, data } = received;
      const isText = format.text?.includes(event) === true;
      const isListed = isText || format.json?.includes(event);
      const isError = event === "error" && !isListed;
      const others = isListed ? "json" : format.others;
      if (isText || (others === "text" && !isError)) return [received];
      if (data === "[DONE]") return false;
      // Servers send events without data to keep the connection open.
      if (!data && !isError) return [];
      // The data of an error event may be plain text.
      const value =
        isError || !others
          ? tryParse(data)
          : parseJSON(data, response, context, isEnd);
      const { error } = Object(value) as ErrorData;
      if (!isError && (!error || format.declaresError))
        return [give({ ...received, data: value })];
      const code = Number(error?.code);
      const status = code >= 400 && code < 600 ? code : response.status;
      // The words of the status, such as `OK`, are not about this error.
      const { headers } = response;
      const failure = { status, statusText: data, headers } as Response;
      return throwError(errorFromResponse(failure, context.call, data));
    }),
});

/** A stream of the events' data, which is JSON. */
export const events: Decoder = /* @__PURE__ */ parsedEvents(
  { others: "json" },
  ({ data }) => data,
);

/** The same for data that has a member `error`: only an event `error` is one. */
export const eventsWithErrors: Decoder = /* @__PURE__ */ parsedEvents(
  { others: "json", declaresError: true },
  ({ data }) => data,
);

/** A stream of the events themselves. */
export const wholeEvents = (format: EventFormat): Decoder =>
  parsedEvents(format, (event) => {
    const { data } = event;
    const names = Object.keys(Object(data) as object);
    const isNested =
      format.mayBeNested &&
      event.event === "message" &&
      names.includes("data") &&
      names.every((name) => /^(event|data|id|retry)$/.test(name));
    return isNested ? { ...event, ...(data as object) } : event;
  });

interface ErrorData {
  readonly error?: { readonly code?: unknown } | null;
}

/** JSON, or the text itself. */
function tryParse(data: string): unknown {
  try {
    return JSON.parse(data) as unknown;
  } catch {
    return data;
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
  let retry: number | undefined;
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
      else if (name === "retry" && /^\d+$/.test(value)) retry = Number(value);
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
        retry,
      };
      // Its data was still to come.
      if (isEnd && !text && (name || (event && !completed)))
        throw endedEarly(response, context, line);
      event = "";
      data = [];
      size = 0;
      if (!completed) return [];
      // One that came without data belongs to the next event.
      retry = undefined;
      return handle(completed, isEnd);
    },
  );
}
