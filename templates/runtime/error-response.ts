/** From a response with an error status to an `APIError`. */
import { SDKError } from "./errors.js";
import type { CallContext } from "./options.js";
import { readText, requestId } from "./read-response.js";

/** The statuses with a class of their own, from 400 on. */
// prettier-ignore
const NAMES = [
  "BadRequest", "Authentication", , "PermissionDenied", "NotFound",
  , , , , "Conflict",
  , , , , , , , , , , , , "UnprocessableEntity",
  , , , , , , "RateLimit",
];

/** The usual shapes of an error's body. */
interface Described {
  readonly message?: unknown;
  readonly code?: unknown;
  readonly error_code?: unknown;
  readonly type?: unknown;
  readonly detail?: unknown;
  readonly title?: unknown;
  readonly error?: Described;
  readonly errors?: readonly Described[];
}

/**
 * The error that a response, up to 1 MB of it, describes. A stream that breaks off with an
 * error passes what it read as `text`, and the status that this says.
 */
export const errorFromResponse = async (
  response: Response,
  call: CallContext,
  text?: string,
  status: number = response.status,
): Promise<SDKError> => {
  const { headers } = response;
  const wait = headers.get("retry-after") as string;
  text ??= await readText(response, 1e6);
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    // A proxy's page, or nothing: `text` has it.
  }
  const all = Object(body) as Described;
  const { error } = all;
  const message = [
    all.message,
    error?.message,
    error,
    all.detail,
    all.title,
    all.errors?.[0]?.message,
    response.statusText,
  ].find(isText);
  // What is printed of the body ends at 1 kB.
  const long = text.length > 1e3;
  return new SDKError(
    `${NAMES[status - 400] ?? (status > 499 ? "InternalServer" : "API")}Error`,
    `${status} ${message}`.replace(/\s+/g, " ").slice(0, 1e3),
    call,
    {
      status,
      code: [all.code, all.error_code, error?.code, error?.type].find(isText),
      requestId: requestId(headers),
      // Seconds, if what the server says makes sense.
      retryAfter: [
        parseFloat(headers.get("retry-after-ms") as string) / 1000,
        parseFloat(wait),
        (Date.parse(wait) - Date.now()) / 1000,
      ].find((seconds) => seconds >= 0 && seconds < Infinity),
      [long ? "bodyStart" : "body"]: long ? text.slice(0, 1e3) : body,
    },
    { headers, text, ...(long && { body }) },
  );
};

const isText = (value: unknown): value is string =>
  !!value && typeof value === "string";
