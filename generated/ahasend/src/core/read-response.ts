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
  const code = cause?.cause?.code ?? cause?.code ?? "unknown";
  // Node ends a request on its own after five minutes without headers or data.
  if (/^UND_ERR_(HEADERS|BODY)_TIMEOUT$/.test(code))
    return new SDKError(
      "TimeoutError",
      `timeout of the platform: ${code}; a \`fetch\` with a dispatcher of its own sets other limits`,
      call,
      { code: "timeout" },
    );
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
 * A function that reads the next bytes of the body; undefined at the end. React
 * Native, node-fetch and many test doubles have no readable `body`: theirs is
 * read at once.
 */
export const bytesReader = (
  response: Response,
  call: CallContext | undefined,
): (() => Promise<Uint8Array | undefined>) => {
  const reader = isStream(response.body)
    ? response.body.getReader()
    : undefined;
  let isAtEnd = response.body === null;
  return async () => {
    try {
      if (reader) return (await reader.read()).value;
      if (isAtEnd) return undefined;
      isAtEnd = true;
      return new Uint8Array(await response.arrayBuffer());
    } catch (cause) {
      throw connectionError(call, cause as PlatformError);
    }
  };
};

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
 * bytes are an error; with `isCut`, the text is cut there and ends in `...`.
 */
export const readText = async (
  response: Response,
  { call, limit }: ReadOptions,
  isCut = false,
): Promise<string> => {
  const end = (text: string, size: number): string => {
    if (size <= limit) return text;
    // The error ends the attempt, which closes the connection.
    if (!isCut) throw tooLargeError(response, { call, limit });
    return `${text}...`;
  };
  if (!isReadable(response)) {
    const text = await response.text().catch((cause: unknown) => {
      throw connectionError(call, cause as PlatformError);
    });
    return end(text.slice(0, limit), text.length);
  }
  const read = bytesReader(response, call);
  let size = 0;
  let text = "";
  let decoder: TextDecoder | undefined;
  let pending: Uint8Array | undefined;
  for (let chunk; (chunk = await read()); pending = chunk) {
    if (pending)
      text += (decoder ??= decoderOf(response)).decode(pending, {
        stream: true,
      });
    size += chunk.length;
    if (size > limit) return end(text, size);
  }
  // Most bodies are one chunk of UTF-8, and can share a decoder: making one
  // takes long.
  decoder ??= charsetOf(response)
    ? decoderOf(response)
    : (utf8 ??= new TextDecoder());
  return text + decoder.decode(pending);
};

let utf8: TextDecoder | undefined;

/** The charset that the response names, unless it is UTF-8. */
export const charsetOf = ({ headers }: Response): string | undefined =>
  /charset="?(?!utf-?8\b)([^"; ]+)/i.exec(
    headers.get("content-type") ?? "",
  )?.[1];

/** JSON is UTF-8 whatever name the server has for it. */
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
  decodeError(
    `the response is larger than ${limit} bytes (maxResponseBytes)`,
    call,
    response,
  );

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
