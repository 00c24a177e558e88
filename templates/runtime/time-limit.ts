/**
 * What bounds an attempt, and the wait before the next one: time, and the caller's signal.
 * Both hold until the body is read, and nothing of them stays behind afterwards.
 */
import { SDKError } from "./errors.js";
import { throwTypeError } from "./type-error.js";
import type { AttemptScope } from "./operation.js";
import type { CallContext } from "./options.js";

/** Runs `work` within bounds; without work, it waits. An abort ends either at once. */
export const withTimeLimit = <T = void>(
  call: CallContext,
  milliseconds: number,
  signal: AbortSignal | undefined,
  work?: (scope: AttemptScope) => Promise<T>,
): Promise<T> =>
  new Promise((resolve, reject) => {
    // A longer timer would fire at once.
    if (!(milliseconds < 2 ** 31)) throwTypeError("invalid value for timeout");
    const controller = new AbortController();
    const release = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", onAbort);
    };
    const stop = (error: unknown = null) => {
      release();
      reject(error);
      controller.abort(error);
    };
    const onAbort = () => {
      stop(
        new SDKError(
          "AbortError",
          "aborted",
          call,
          {},
          { cause: signal?.reason as unknown },
        ),
      );
    };
    const timer = setTimeout(() => {
      if (!work) resolve(undefined as T);
      stop(
        new SDKError("TimeoutError", `timeout: ${milliseconds} ms`, call, {
          code: "timeout",
        }),
      );
    }, milliseconds);
    const scope: AttemptScope = { signal: controller.signal, abort: stop };
    signal?.addEventListener("abort", onAbort);
    if (signal?.aborted) onAbort();
    else
      void work?.(scope).then((value) => {
        resolve(value);
        if (scope.detached) clearTimeout(timer);
        // What has ended needs no abort, which is not for free.
        else if (value) release();
        else stop();
      }, stop);
  });
