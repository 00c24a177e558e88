/** How responses are read that are not JSON. */
import type { DecodeContext, Decoder } from "./operation.js";
import { decodeError } from "./read-response.js";

/** @internal Text, in the charset that the response names. */
export async function decodeText(
  response: Response,
  context: DecodeContext,
): Promise<string> {
  const type = response.headers.get("content-type") ?? "";
  const [, charset] = /charset="?([^"; ]+)/i.exec(type) ?? [];
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(charset);
  } catch {
    throw decodeError(`unknown charset ${charset}`, context.call, response);
  }
  const chunks = await readBytes(response, context);
  return (
    chunks.map((chunk) => decoder.decode(chunk, { stream: true })).join("") +
    decoder.decode()
  );
}

/** Bytes, under the response's media type. */
export const blob: Decoder = {
  async decode(response, context) {
    const type = response.headers.get("content-type") ?? "";
    return new Blob((await readBytes(response, context)) as BlobPart[], {
      type,
    });
  },
};

/** Nothing. The body is read past, so that the connection can be used again. */
export const noContent: Decoder = {
  async decode(response, context) {
    await readBytes(response, context);
  },
};

async function readBytes(
  response: Response,
  { call, limit }: DecodeContext,
): Promise<Uint8Array[]> {
  const chunks: Uint8Array[] = [];
  const reader = response.body?.getReader();
  for (let chunk; (chunk = (await reader?.read())?.value);) {
    limit -= chunk.length;
    // The attempt ends with it, and so the connection.
    if (limit < 0)
      throw decodeError("the response is too large", call, response);
    chunks.push(chunk);
  }
  return chunks;
}

/** One of several media types: the one that the response says it is. */
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
        // `application/problem+json` is JSON.
        decoders.get(type.replace(/^.*\+/, "application/")) ??
        decoders.get(type.replace(/\/.*/, "/*")) ??
        decoders.get("*/*");
      if (decoder) return decoder.decode(response, context);
      const text = await decodeText(response, context);
      if (!text) return undefined;
      throw decodeError(
        `unexpected response of ${type.slice(0, 80) || "no type"}`,
        context.call,
        response,
        text,
      );
    },
  };
}
