/**
 * What can end an attempt, or the wait before the next one: a time limit and
 * the caller's signal. Both apply until the body has been read. Afterwards no
 * timer and no listener is left.
 */
import { SDKError } from "./errors.js";
import type { AttemptScope } from "./operation.js";
import type { CallContext } from "./options.js";
import { refuseValue } from "./type-error.js";

/**
 * Runs `work` and rejects with a `TimeoutError` after `milliseconds`, or with
 * an `AbortError` when the signal fires; `Infinity` is no limit. Without
 * `work` it resolves after `milliseconds`.
 */
export const withTimeLimit = <T = void>(
  call: CallContext,
  milliseconds: number,
  signal: AbortSignal | undefined,
  work?: (scope: AttemptScope) => Promise<T>,
): Promise<T> =>
  new Promise((resolve, reject) => {
    if (!(milliseconds >= 0)) refuseValue("timeout");
    const controller = new AbortController();
    const release = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", onAbort);
    };
    const abort = (error: unknown = null) => {
      release();
      reject(error);
      controller.abort(error);
    };
    const onAbort = () => {
      abort(
        new SDKError(
          "AbortError",
          "aborted",
          call,
          {},
          { cause: signal?.reason as unknown },
        ),
      );
    };
    const onTimeout = () => {
      if (!work) resolve(undefined as T);
      abort(
        new SDKError("TimeoutError", `timeout: ${milliseconds} ms`, call, {
          code: "timeout",
        }),
      );
    };
    // Timers hold 31 bits: a longer one would fire at once.
    const timer =
      milliseconds < 2 ** 31 ? setTimeout(onTimeout, milliseconds) : undefined;
    const scope: AttemptScope = { signal: controller.signal, abort };
    signal?.addEventListener("abort", onAbort);
    if (signal?.aborted) onAbort();
    else
      void work?.(scope).then((value) => {
        resolve(value);
        if (scope.detached) clearTimeout(timer);
        // The response has been read: aborting it would cost time and change
        // nothing.
        else if (value) release();
        else abort();
      }, abort);
  });
