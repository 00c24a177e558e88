/**
 * Which failures are retried, and when. For methods that change something,
 * `unsafe.ts` knows more.
 */
import type { APIError, SDKError } from "./errors.js";
import type { CallContext } from "./options.js";
import type { UnsafeRules } from "./unsafe.js";

/**
 * Milliseconds to wait before the next attempt; throws the error if it must not
 * be retried.
 */
export const retryDelay = (
  error: SDKError,
  call: CallContext,
  rules?: UnsafeRules,
): number => {
  const { status, code, retryAfter = -1 } = error as APIError;
  const isRetried =
    status === 429 ||
    (rules
      ? rules.isRetried(error, call)
      : status === 408 ||
        status > 499 ||
        // Only ConnectionError and TimeoutError have a code without a status.
        (!status && code));
  // Whether to wait for more than a minute is the caller's decision.
  if (!isRetried || retryAfter > 60) throw error;
  return retryAfter < 0
    ? // Exponential backoff with full jitter.
      Math.random() * Math.min(8000, 500 * 2 ** call.attempt)
    : retryAfter * 1000;
};
