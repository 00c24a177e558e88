/** Results that are the response itself, whose body the caller reads. */
import type { Decoder } from "./operation.js";

/**
 * The response with its body unread: as bytes, a stream, or what else
 * `Response` has for it. The time limit of the call ends with its headers.
 */
export const rawResponse: Decoder = {
  decode(response, { scope }) {
    scope.detached = true;
    return Promise.resolve(response);
  },
};
