/**
 * What is different for methods that change something on the server (RFC 9110,
 * section 9.2.1): which failures are retried, and which redirects are followed.
 * Only operations with such a method import it.
 */
import type { APIError, SDKError } from "./errors.js";
import type { Operation } from "./operation.js";
import type { CallContext, SharedOptions } from "./options.js";

/** The rules of one attempt; without rules, a method is safe. */
export interface UnsafeRules {
  /** True if the request may be sent again after this error. */
  isRetried(error: SDKError, call: CallContext): boolean;
  /**
   * The operation to go on with at the target of a redirect; undefined if the
   * redirect is not followed.
   */
  redirected(
    operation: Operation,
    status: number,
    isStreamed: boolean,
  ): Operation | undefined;
}

/** Reads the option `retry` of the call, else of the client. */
export const unsafe = (
  client: SharedOptions,
  options: SharedOptions,
): UnsafeRules => ({
  isRetried(error, { idempotencyKey, method }) {
    const { status, code = "", retryAfter = -1 } = error as APIError;
    // Only ConnectionError and TimeoutError have a code without a status.
    const isConnectionError = !status && code !== "";
    const isRepeatable =
      (options.retry ?? client.retry) === "all" ||
      idempotencyKey ||
      // Idempotent: once more changes nothing more.
      /^(PUT|DELETE)$/.test(method);
    return isRepeatable
      ? isConnectionError ||
          status === 408 ||
          status > 499 ||
          // Another request with this key is still being processed.
          (!!idempotencyKey && status === 409 && retryAfter >= 0)
      : // What Node, undici and Bun report if no connection was made.
        isConnectionError && /refused|notfound|again|connect_/i.test(code);
  },
  redirected(operation, status, isStreamed) {
    // The result is at another URL.
    if (status === 303)
      return {
        ...operation,
        method: "GET",
        unsafe: undefined,
        body: undefined,
      };
    // 307 and 308 ask for the same request, 301 and 302 leave that open.
    return status > 306 && !isStreamed ? operation : undefined;
  },
});
