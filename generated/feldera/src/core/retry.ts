/**
 * Which failures are repeated, and when. An operation that changes something and carries no
 * idempotency key is repeated only where the server cannot have acted on it.
 */
import type { APIError, SDKError } from "./errors.js";
import type { CallContext } from "./options.js";

/** Milliseconds until the next attempt; throws the error when there is to be none. */
export const retryDelay = (error: SDKError, call: CallContext): number => {
  const { status, code = "", retryAfter = -1 } = error as APIError;
  const key = call.idempotencyKey;
  // Only a lost connection and a timeout have a code and no status.
  const lost = !status && code;
  const again =
    status === 429 ||
    (key || /^(GET|HEAD|OPTIONS|PUT|DELETE)$/.test(call.method)
      ? lost ||
        status === 408 ||
        status > 499 ||
        (key && status === 409 && retryAfter >= 0)
      : // What Node, undici and Bun say when no connection was made.
        lost && /refused|notfound|again|connect_/i.test(code));
  // A wait of more than a minute is the caller's decision.
  if (!again || retryAfter > 60) throw error;
  return retryAfter < 0
    ? Math.random() * Math.min(8000, 500 * 2 ** call.attempt)
    : retryAfter * 1000;
};
