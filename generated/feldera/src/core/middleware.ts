/** Middleware: clients that have none do without this file. */
import type { Middleware, Transport } from "./options.js";

/** Passes every attempt through these layers; the first one is the outermost. */
export function pipeline(...layers: readonly Middleware[]): Transport {
  return (fetch) => (input, init, call) =>
    layers.reduceRight<(request: Request) => Promise<Response>>(
      (next, layer) => async (request) => layer(request, next, call),
      (request) => fetch(request, undefined, call),
    )(new Request(input, init));
}
