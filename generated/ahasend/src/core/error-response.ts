/** Makes an `APIError` of a response with an error status. */
import { SDKError } from "./errors.js";
import type { CallContext } from "./options.js";
import { readText, requestId } from "./read-response.js";

/** Names of the error classes without `Error`, by status, from 400 on. */
// prettier-ignore
const NAMES = [
  "BadRequest", "Authentication", , "PermissionDenied", "NotFound",
  , , , , "Conflict",
  , , , , , , , , , , , , "UnprocessableEntity",
  , , , , , , "RateLimit",
];

/** The members of usual error bodies, such as problem details (RFC 9457). */
interface ErrorBody {
  readonly message?: unknown;
  readonly code?: unknown;
  readonly error_code?: unknown;
  readonly type?: unknown;
  readonly detail?: unknown;
  readonly title?: unknown;
  readonly error?: ErrorBody;
  readonly errors?: readonly ErrorBody[];
}

/**
 * Reads up to 1 MB of the response and makes an error of it. A stream that ends
 * with an error event passes the event's data as `text`, and the status that
 * the data names.
 */
export const errorFromResponse = async (
  response: Response,
  call: CallContext,
  text?: string,
  status: number = response.status,
): Promise<SDKError> => {
  const { headers } = response;
  const retryAfter = headers.get("retry-after") as string;
  text ??= await readText(response, 1e6);
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    // An empty body, or a proxy's HTML page: it stays in `text`.
  }
  const members = Object(body) as ErrorBody;
  const { error } = members;
  const message = [
    members.message,
    error?.message,
    error,
    members.detail,
    members.title,
    members.errors?.[0]?.message,
    response.statusText,
  ].find(isNonEmptyString);
  // Of a longer body, only the start is printed.
  const isLong = text.length > 1e3;
  return new SDKError(
    `${NAMES[status - 400] ?? (status > 499 ? "InternalServer" : "API")}Error`,
    `${status} ${message}`.replace(/\s+/g, " ").slice(0, 1e3),
    call,
    {
      status,
      code: [members.code, members.error_code, error?.code, error?.type].find(
        isNonEmptyString,
      ),
      requestId: requestId(headers),
      // In seconds; negative and infinite values are ignored.
      retryAfter: [
        parseFloat(headers.get("retry-after-ms") as string) / 1000,
        parseFloat(retryAfter),
        (Date.parse(retryAfter) - Date.now()) / 1000,
      ].find((seconds) => seconds >= 0 && seconds < Infinity),
      [isLong ? "bodyStart" : "body"]: isLong ? text.slice(0, 1e3) : body,
    },
    { headers, text, ...(isLong && { body }) },
  );
};

const isNonEmptyString = (value: unknown): value is string =>
  !!value && typeof value === "string";
