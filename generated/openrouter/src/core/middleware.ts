/**
 * Middleware around every attempt. Bundles of clients without middleware leave
 * this file out.
 */
import type { Middleware, Transport } from "./options.js";
import { isStream } from "./read-response.js";

/**
 * A transport that passes every attempt through the middleware; the first one
 * is the outermost. What sends in the end is called as without middleware, with
 * a URL and options: wrappers of `fetch` expect that.
 */
export function pipeline(...layers: readonly Middleware[]): Transport {
  return (fetch) => (input, init, call) => {
    const original = new Request(input, init);
    const isStreamed = isStream(init?.body);
    const send = async (request: Request): Promise<Response> => {
      const { url, method, headers, signal } = request;
      const body =
        request === original && !isStreamed
          ? init?.body
          : await bodyOf(request, isStreamed);
      const sent = { ...init, method, headers, signal, body } as RequestInit;
      return fetch(url, sent, call);
    };
    return layers.reduceRight<(request: Request) => Promise<Response>>(
      (next, layer) => async (request) => layer(request, next, call),
      send,
    )(original);
  };
}

/** Bytes have a length, which some servers insist on; a stream stays one. */
const bodyOf = async (
  request: Request,
  isStreamed: boolean,
): Promise<RequestInit["body"]> => {
  if (isStreamed) return request.body;
  const bytes = await request.arrayBuffer();
  return bytes.byteLength > 0 ? bytes : undefined;
};
