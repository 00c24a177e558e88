/** Decoders of responses that are not JSON, and the choice between several. */
import type { DecodeContext, Decoder } from "./operation.js";
import {
  charsetOf,
  decodeError,
  isReadable,
  readText,
  tooLargeError,
} from "./read-response.js";

/** @internal Text, in the charset that the response names. */
export async function decodeText(
  response: Response,
  context: DecodeContext,
): Promise<string> {
  const charset = charsetOf(response);
  try {
    new TextDecoder(charset);
  } catch {
    throw decodeError(`unsupported charset ${charset}`, context.call, response);
  }
  return readText(response, context);
}

/** A `Blob` with the response's media type. */
export const blob: Decoder = {
  async decode(response, context) {
    const type = response.headers.get("content-type") ?? "";
    return new Blob([...(await readBytes(response, context))], {
      type,
    });
  },
};

/**
 * No content. A body that is sent all the same is read, so that the connection
 * can be reused.
 */
export const noContent: Decoder = {
  async decode(response, context) {
    await readBytes(response, context);
  },
};

/** The body in pieces. A body that is no stream is read at once. */
async function readBytes(
  response: Response,
  { call, limit }: DecodeContext,
): Promise<readonly BlobPart[]> {
  if (!isReadable(response)) {
    const whole = await response.blob();
    // node-fetch has a `Blob` of its own, which the platform's would not take.
    return [
      whole instanceof Blob ? whole : await (whole as Blob).arrayBuffer(),
    ];
  }
  const chunks: Uint8Array[] = [];
  const reader = response.body?.getReader();
  let rest = limit;
  for (let chunk; (chunk = (await reader?.read())?.value);) {
    rest -= chunk.length;
    // The error ends the attempt, which closes the connection.
    if (rest < 0) throw tooLargeError(response, { call, limit });
    chunks.push(chunk);
  }
  return chunks as BlobPart[];
}

/**
 * Decodes by the response's `Content-Type`, the most specific media type first.
 */
export function responseByMediaType(
  types: readonly (readonly [mediaType: string, decoder: Decoder])[],
): Decoder {
  const decoders = new Map(types);
  return {
    async decode(response, context) {
      const [type = ""] = (response.headers.get("content-type") ?? "")
        .toLowerCase()
        .split(/ *;/);
      const decoder =
        decoders.get(type) ??
        // A structured syntax suffix: `application/problem+json` is JSON.
        decoders.get(type.replace(/^.*\+/, "application/")) ??
        decoders.get(type.replace(/\/.*/, "/*")) ??
        decoders.get("*/*");
      if (decoder) return decoder.decode(response, context);
      const text = await decodeText(response, context);
      if (!text) return undefined;
      throw decodeError(
        `unexpected content type ${type.slice(0, 80) || "(none)"}`,
        context.call,
        response,
        text,
      );
    },
  };
}
