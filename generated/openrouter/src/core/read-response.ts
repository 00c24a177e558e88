/**
 * Reads the bodies of responses, and makes the errors for lost connections and
 * invalid bodies. Bytes are counted while they are read: `Content-Length` may
 * be absent, wrong, or the compressed size.
 */
import { SDKError } from "./errors.js";
import type { DecodeContext } from "./operation.js";
import type { CallContext } from "./options.js";

/** The value of `x-request-id`, `request-id` or a similar header. */
export const requestId = (headers: Headers): string | undefined =>
  [...headers].find(([name]) => /request-?id$/.test(name))?.[1];

/**
 * A `DecodeError`. The error of a parser is not its cause, because it would
 * quote the body.
 */
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

/**
 * A `ConnectionError`. A cause that quotes a URL is left out: its query may
 * hold an API key.
 */
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

/**
 * What `fetch` of Node, Bun, Deno and others rejects with: the code may be in
 * the cause.
 */
export interface PlatformError {
  readonly code?: string;
  readonly cause?: PlatformError;
  toString(): string;
}

/**
 * The body as text. If it is longer than `limit` bytes, it is cut and ends in
 * `...`.
 */
export const readText = async (
  response: Response,
  limit: number,
): Promise<string> => {
  const reader = response.body?.getReader();
  let text = "";
  let decoder: TextDecoder | undefined;
  let pending: Uint8Array | undefined;
  for (let chunk; (chunk = (await reader?.read())?.value); pending = chunk) {
    limit -= chunk.length;
    if (pending)
      text += (decoder ??= new TextDecoder()).decode(pending, { stream: true });
    // The attempt ends here, which closes the connection.
    if (limit < 0) return `${text}...`;
  }
  return text + (decoder ?? sharedDecoder).decode(pending);
};

/**
 * Most bodies arrive in one chunk and can share a decoder: making one takes
 * long.
 */
const sharedDecoder = /* @__PURE__ */ new TextDecoder();

/** The default decoder: JSON. An empty body is `undefined`. */
export const decodeJSON = async (
  response: Response,
  { call, limit }: DecodeContext,
): Promise<unknown> => {
  const text = await readText(response, limit);
  if (!text) return undefined;
  const type = response.headers.get("content-type") as string;
  try {
    // HTML is an error page, even if it happens to be valid JSON.
    if (!/html|xml|charset=(?!"?utf-?8)/i.test(type))
      return JSON.parse(text) as unknown;
  } catch {
    // The error is thrown below.
  }
  throw decodeError(`not JSON: ${type}`, call, response, text);
};
