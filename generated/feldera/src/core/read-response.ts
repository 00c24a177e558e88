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
  call: CallContext | undefined,
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
 * The error for a request or a body that did not get through. A cause that
 * quotes a URL is left out: its query may hold an API key. An error of the SDK,
 * such as that of a time limit, stays as it is.
 */
export const connectionError = (
  call: CallContext | undefined,
  cause: PlatformError | undefined,
): SDKError => {
  if (cause instanceof SDKError) return cause;
  const shown = /\/\S*\?/.test(`${cause}`) ? "unknown" : cause;
  const code = cause?.cause?.code ?? cause?.code;
  // Node ends a request on its own after five minutes without headers or data.
  const isTimeout = /^UND_ERR_(HEADERS|BODY)_/.test(code as string);
  return new SDKError(
    isTimeout ? "TimeoutError" : "ConnectionError",
    // A code may be the name of a limit; the README tells how to set another.
    // Browsers have none, only words.
    `connection failed: ${code ?? shown}`,
    call,
    { code: code ?? "unknown" },
    { cause: shown },
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

/** @internal False for bodies that can only be read at once. */
export const isReadable = ({ body }: Response): boolean =>
  body === null || isStream(body);

/** @internal True for a stream of the platform, or of a polyfill. */
export const isStream = (value: unknown): value is ReadableStream<Uint8Array> =>
  typeof (value as Partial<ReadableStream> | null | undefined)?.getReader ===
  "function";

/** What is read for, and the largest number of bytes. */
interface ReadOptions {
  readonly call?: CallContext | undefined;
  readonly limit: number;
}

/**
 * The body as text, in the charset that the response names. More than `limit`
 * bytes are an error; with `isCut`, the text is cut to that and ends in `...`.
 */
export const readText = async (
  response: Response,
  options: ReadOptions,
  isCut?: boolean,
): Promise<string> => {
  const { limit } = options;
  let size = 0;
  let text = "";
  const { body } = response;
  if (isStream(body)) {
    const reader = body.getReader();
    const decoder = decoderOf(response);
    let chunk = (await reader.read()).value;
    while (chunk) {
      size += chunk.length;
      const next = size > limit ? undefined : (await reader.read()).value;
      // Most bodies are one chunk, which is faster to decode as the last one.
      text += decoder.decode(chunk, { stream: !!next });
      chunk = next;
    }
  } else if (body !== null) {
    text = await response.text();
    size = text.length;
  }
  if (size <= limit) return text;
  // The attempt ends here, which closes the connection.
  if (isCut) return `${text.slice(0, limit - 3)}...`;
  throw tooLargeError(response, options);
};

/** @internal The charset that the response names. */
export const charsetOf = ({ headers }: Response): string | undefined =>
  /charset="?([^"; ]+)/i.exec(headers.get("content-type") ?? "")?.[1];

/** For the charset that the response names; UTF-8 where that is unknown. */
const decoderOf = (response: Response): TextDecoder => {
  try {
    return new TextDecoder(charsetOf(response));
  } catch {
    return new TextDecoder();
  }
};

export const tooLargeError = (
  response: Response,
  { call, limit }: ReadOptions,
): SDKError =>
  decodeError(`larger than ${limit} bytes (maxResponseBytes)`, call, response);

/** The default decoder: JSON. An empty body is `undefined`. */
export const decodeJSON = async (
  response: Response,
  context: DecodeContext,
): Promise<unknown> => {
  const text = await readText(response, context);
  if (!text) return undefined;
  const type = response.headers.get("content-type") as string;
  try {
    // HTML is an error page, even if it happens to be valid JSON.
    if (!/html|xml/i.test(type)) return JSON.parse(text) as unknown;
  } catch {
    // The error is thrown below.
  }
  throw decodeError(`not JSON: ${type}`, context.call, response, text);
};
