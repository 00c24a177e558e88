/** Makes an `APIError` of a response with an error status. */
import { SDKError } from "./errors.js";
import type { CallContext } from "./options.js";
import { readText, requestId } from "./read-response.js";

/**
 * What statuses mean (RFC 9110): HTTP/2 does not send the words. Those below 500
 * have a class of their own, by default of the same name.
 */
const PHRASES: Readonly<Record<number, string>> = {
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
  409: "Conflict",
  422: "Unprocessable Entity",
  429: "Too Many Requests",
  500: "Internal Server Error",
  503: "Service Unavailable",
};

/** Of those without a class of their own. */
const OTHER_PHRASES: Readonly<Record<number, string>> = {
  402: "Payment Required",
  405: "Method Not Allowed",
  410: "Gone",
  502: "Bad Gateway",
  504: "Gateway Timeout",
};

/** Names of other classes, without `Error`. */
const NAMES: Readonly<Record<number, string>> = {
  401: "Authentication",
  403: "PermissionDenied",
  429: "RateLimit",
};

/** Members of error bodies that hold words for people, the best one first. */
const WORDS = [
  "message",
  "error_description",
  "detail",
  "msg",
  "title",
  "error",
  "errors",
  "errorMessage",
  "Message",
  "description",
];

/** Members of error bodies that hold a code for programs. */
const CODES = ["code", "error_code", "error", "errors", "extensions", "type"];

/**
 * Reads up to 1 MB of the response and makes an error of it. A stream that ends
 * with an error event passes the event's data as `text`, and a response with
 * the status that the data names.
 */
export const errorFromResponse = async (
  response: Response,
  call: CallContext,
  text?: string,
): Promise<SDKError> => {
  const { headers, status } = response;
  text ??= await readText(response, { call, limit: 1e6 }, true);
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    // An empty body, or a proxy's HTML page: it stays in `text`.
  }
  const name =
    NAMES[status] ??
    (status > 499
      ? "InternalServer"
      : (PHRASES[status] ?? "API").replace(" ", ""));
  const message =
    find(body, WORDS, /\S/) ||
    // Not a proxy's HTML page.
    (body === undefined && /^\s*[^<\s]/.test(text) && text) ||
    response.statusText ||
    (PHRASES[status] ?? OTHER_PHRASES[status] ?? "Unknown Status");
  return new SDKError(
    `${name}Error`,
    `${status} ${message}`.replace(/\s+/g, " ").slice(0, 1e3),
    call,
    {
      status,
      // The status itself says nothing new.
      code: find(body, CODES, RegExp(`^(?!${status}$)\\S+$`)) || undefined,
      requestId: requestId(headers),
      retryAfter: retryAfterOf(headers),
      // A longer body would bury the rest.
      ...(text.length < 1e3 && { body }),
    },
    { headers, text, body },
  );
};

/**
 * @internal The seconds that the server wants to be left alone; negative and
 * infinite values are ignored.
 */
export const retryAfterOf = (headers: Headers): number | undefined => {
  const retryAfter = headers.get("retry-after") as string;
  return [
    parseFloat(headers.get("retry-after-ms") as string) / 1000,
    parseFloat(retryAfter),
    (Date.parse(retryAfter) - Date.now()) / 1000,
  ].find((seconds) => seconds >= 0 && seconds < Infinity);
};

/**
 * The first text that matches (a code may be a number), in the named members
 * and the objects and lists under them: problem details (RFC 9457), OAuth (RFC 6749), and nested
 * errors and lists as frameworks write them.
 */
const find = (
  value: unknown,
  names: readonly string[],
  pattern: RegExp,
  depth = 0,
): string => {
  if (!value || typeof value !== "object") {
    const isText =
      typeof value === "string" ||
      (typeof value === "number" && names !== WORDS);
    return isText && pattern.test(`${value}`) ? `${value}` : "";
  }
  // Real bodies nest their errors less deep.
  if (depth > 5) return "";
  const members = value as Readonly<Record<string, unknown>>;
  const findIn = (keys: readonly string[]): string[] =>
    keys
      .map((name) => find(members[name], names, pattern, depth + 1))
      .filter(Boolean);
  const all = () => findIn(Object.keys(value)).join(", ");
  // Under a name that was looked for, members may be named by the fields at
  // fault; a body of nothing but lists is Django's.
  return Array.isArray(value)
    ? all()
    : (findIn(names)[0] ??
        (names === WORDS &&
        (depth > 0 || Object.values(value).every(Array.isArray))
          ? all()
          : ""));
};
