/** Makes an `APIError` of a response with an error status. */
import { SDKError } from "./errors.js";
import type { CallContext } from "./options.js";
import { readText, requestId } from "./read-response.js";

/** Names of the error classes without `Error`, by status. */
const NAMES: Readonly<Record<number, string>> = {
  400: "BadRequest",
  401: "Authentication",
  403: "PermissionDenied",
  404: "NotFound",
  409: "Conflict",
  422: "UnprocessableEntity",
  429: "RateLimit",
};

/** What a status means (RFC 9110): HTTP/2 sends no words for it. */
const PHRASES: Readonly<Record<number, string>> = {
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
  409: "Conflict",
  422: "Unprocessable Content",
  429: "Too Many Requests",
  500: "Internal Server Error",
  502: "Bad Gateway",
  503: "Service Unavailable",
  504: "Gateway Timeout",
};

/** Members of error bodies that hold words for people, the best one first. */
const WORDS = [
  "message",
  "error_description",
  "detail",
  "msg",
  "title",
  "reason",
  "description",
  "error",
  "errors",
];

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
  text ??= await readText(response, { call, limit: 1e6 }, true);
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    // An empty body, or a proxy's HTML page: it stays in `text`.
  }
  const isPlain = /^(text\/plain|$)/i.test(headers.get("content-type") ?? "");
  const message =
    wordsOf(body) ??
    (isPlain && body === undefined && text.trim()
      ? text
      : response.statusText ||
        PHRASES[status] ||
        (status > 499 ? "Server Error" : "Unexpected Status"));
  // Of a longer body, only the start is printed.
  const isLong = text.length > 1e3;
  return new SDKError(
    `${NAMES[status] ?? (status > 499 ? "InternalServer" : "API")}Error`,
    `${status} ${message}`.replace(/\s+/g, " ").slice(0, 1e3),
    call,
    {
      status,
      code: codeOf(body, status),
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

/**
 * The server's words: problem details (RFC 9457), OAuth (RFC 6749), lists and
 * nested errors as frameworks write them.
 */
const wordsOf = (value: unknown, depth = 0): string | undefined => {
  if (typeof value === "string") return value.trim() ? value : undefined;
  if (depth > MAX_DEPTH || !value || typeof value !== "object")
    return undefined;
  if (Array.isArray(value)) {
    const all = value.map((item) => wordsOf(item, depth + 1)).filter(Boolean);
    return all.length > 0 ? all.join(", ") : undefined;
  }
  const members = value as Readonly<Record<string, unknown>>;
  for (const name of WORDS) {
    const words = wordsOf(
      name === "errors" ? withFieldNames(members[name]) : members[name],
      depth + 1,
    );
    if (words) return words;
  }
  return undefined;
};

/** `{ name: ["is missing"] }` becomes `["name: is missing"]`. */
const withFieldNames = (errors: unknown): unknown =>
  Array.isArray(errors) || typeof errors !== "object" || !errors
    ? errors
    : Object.entries(errors).map(([field, error]: [string, unknown]) => {
        const words = wordsOf(error);
        return words && `${field}: ${words}`;
      });

/** The code for programs: that of the body, else of an error inside. */
const codeOf = (
  value: unknown,
  status: number,
  depth = 0,
): string | undefined => {
  const [item] = [value].flat();
  const { code, error_code, errorCode, type, error, errors, ...others } =
    Object(item) as Readonly<Record<string, unknown>>;
  const found = [
    code,
    error_code,
    errorCode,
    ...(depth > 0 ? [type] : []),
  ].find(
    (candidate) =>
      (typeof candidate === "string" || typeof candidate === "number") &&
      `${candidate}` !== "" &&
      // The status itself says nothing new.
      `${candidate}` !== `${status}`,
  );
  if (found !== undefined) return `${found as string | number}`;
  if (typeof error === "string" && /^\w+[_.-][\w.-]+$/.test(error))
    return error;
  if (depth > MAX_DEPTH) return undefined;
  for (const inner of [error, errors, others.detail, others.extensions])
    if (inner && typeof inner === "object") {
      const innerCode = codeOf(inner, status, depth + 1);
      if (innerCode !== undefined) return innerCode;
    }
  return undefined;
};

/** Real bodies nest their errors less deep than this. */
const MAX_DEPTH = 4;
