/**
 * Middleware around every attempt. Bundles of clients without middleware leave
 * this file out.
 */
import type { Middleware, Transport } from "./options.js";

/**
 * A transport that passes every attempt through the middleware; the first one
 * is the outermost.
 */
export function pipeline(...layers: readonly Middleware[]): Transport {
  return (fetch) => (input, init, call) =>
    layers.reduceRight<(request: Request) => Promise<Response>>(
      (next, layer) => async (request) => layer(request, next, call),
      (request) => fetch(request, undefined, call),
    )(new Request(input, init));
}
