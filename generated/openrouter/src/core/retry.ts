/**
 * Which failures are retried, and when. A request whose method is not
 * idempotent and that carries no idempotency key is retried only if the server
 * cannot have processed it.
 */
import type { APIError, SDKError } from "./errors.js";
import type { CallContext } from "./options.js";

/**
 * Milliseconds to wait before the next attempt; throws the error if it must not
 * be retried. `isSafe` says that repeating does no harm, whatever the method.
 */
export const retryDelay = (
  error: SDKError,
  call: CallContext,
  isSafe = false,
): number => {
  const { status, code = "", retryAfter = -1 } = error as APIError;
  const key = call.idempotencyKey;
  // Only ConnectionError and TimeoutError have a code without a status.
  const isConnectionError = !status && code;
  const isRepeatable =
    isSafe || key || /^(GET|HEAD|OPTIONS|PUT|DELETE)$/.test(call.method);
  const isRetried =
    status === 429 ||
    (isRepeatable
      ? isConnectionError ||
        status === 408 ||
        status > 499 ||
        // Another request with this key is still being processed.
        (key && status === 409 && retryAfter >= 0)
      : // What Node, undici and Bun report if no connection was made.
        isConnectionError && /refused|notfound|again|connect_/i.test(code));
  // Whether to wait for more than a minute is the caller's decision.
  if (!isRetried || retryAfter > 60) throw error;
  return retryAfter < 0
    ? // Exponential backoff with full jitter.
      Math.random() * Math.min(8000, 500 * 2 ** call.attempt)
    : retryAfter * 1000;
};
