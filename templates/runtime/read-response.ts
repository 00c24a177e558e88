/**
 * Reads response bodies: counted, because neither `Content-Length` nor a compressed size can
 * be trusted, and with errors that tell a broken connection from a body that makes no sense.
 */
import { SDKError } from "./errors.js";
import type { DecodeContext } from "./operation.js";
import type { CallContext } from "./options.js";

/** The request's id, under any of its usual names. */
export const requestId = (headers: Headers): string | undefined =>
  [...headers].find(([name]) => /request-?id$/.test(name))?.[1];

/** A successful response that cannot be used. The parser's own error would quote the body. */
export const decodeError = (
  message: string,
  call: CallContext,
  response: Response,
  text?: string,
): SDKError =>
  new SDKError(
    "DecodeError",
    message,
    call,
    { httpStatus: response.status, requestId: requestId(response.headers) },
    { text },
  );

/** The platform's failure as ours. Some quote the URL, where a key may be in the query. */
export const connectionError = (
  call: CallContext,
  cause: PlatformError | undefined,
): SDKError => {
  const code = cause?.cause?.code ?? cause?.code ?? "unknown";
  return new SDKError(
    "ConnectionError",
    `connection failed: ${code}`,
    call,
    { code },
    { cause: /\/\S*\?/.test(`${cause}`) ? code : cause },
  );
};

/** What platforms throw, in various depths. */
export interface PlatformError {
  readonly code?: string;
  readonly cause?: PlatformError;
  toString(): string;
}

/** The body as text; where it is longer than `limit` bytes, it ends in an ellipsis. */
export const readText = async (
  response: Response,
  limit: number,
): Promise<string> => {
  const reader = response.body?.getReader();
  let text = "";
  let decoder: TextDecoder | undefined;
  let last: Uint8Array | undefined;
  for (let chunk; (chunk = (await reader?.read())?.value); last = chunk) {
    limit -= chunk.length;
    if (last)
      text += (decoder ??= new TextDecoder()).decode(last, { stream: true });
    // The attempt ends with it, and so the connection.
    if (limit < 0) return `${text}...`;
  }
  return text + (decoder ?? whole).decode(last);
};

/** Most bodies come in one piece, and need no decoder of their own, which takes long to make. */
const whole = /* @__PURE__ */ new TextDecoder();

/** How responses are read that say nothing else. An empty body is `undefined`. */
export const decodeJSON = async (
  response: Response,
  { call, limit }: DecodeContext,
): Promise<unknown> => {
  const text = await readText(response, limit);
  if (!text) return undefined;
  const type = response.headers.get("content-type") as string;
  try {
    // HTML is a wrong answer even where it happens to be JSON too.
    if (!/html|xml|charset=(?!"?utf-?8)/i.test(type))
      return JSON.parse(text) as unknown;
  } catch {
    // Reported below.
  }
  throw decodeError(`not JSON: ${type}`, call, response, text);
};
