/**
 * Runs a call: sends the request, follows redirects within the origin, and
 * retries until an attempt succeeds or must not be repeated.
 */
import type { Core } from "./client.js";
import { configError, type SDKError } from "./errors.js";
import { errorFromResponse } from "./error-response.js";
import { applyHeaders } from "./headers.js";
import type { Operation } from "./operation.js";
import type { CallContext, Fetch } from "./options.js";
import { withoutPrototype } from "./without-prototype.js";
import { prepareRequest, type CallOptions } from "./prepare.js";
import {
  connectionError,
  decodeJSON,
  isStream,
  type PlatformError,
} from "./read-response.js";
import { retryDelay } from "./retry.js";
import type { UnsafeRules } from "./unsafe.js";
import { withTimeLimit } from "./time-limit.js";

/** The result of a call. */
export interface CallOutcome<T = unknown> {
  readonly data: T;
  readonly response: Response;
}

/** As callers see it: options may be left out. */
interface Runner {
  // As a method, since TypeScript compares its parameters less strictly.
  run(
    client: Core,
    operation: Operation,
    params: object | undefined,
    options: CallOptions | undefined,
    raw: boolean,
    link?: string,
  ): Promise<CallOutcome>;
}

/**
 * Resolves to the decoded data and its response; with `raw`, the body is left
 * unread. A `link` is the URL of a next page as the server gave it: it replaces
 * the URL of the operation.
 */
export const runOperation: Runner["run"] = async (
  client,
  operation,
  params,
  // TypeScript before 5.4 forgets in functions what a parameter was set to.
  options: CallOptions,
  raw,
  link,
) => {
  const settings = client["~settings"]();
  operation = withoutPrototype(operation);
  options = withoutPrototype(options);
  const { signal } = options;
  const timeout = options.timeout ?? settings.timeout ?? 60_000;
  let retries = options.maxRetries ?? settings.maxRetries ?? 2;
  /** The credential that the server refused with a 401: the next attempt needs a different one. */
  let refused: unknown;
  for (let attempt = 0; ; attempt++) {
    const { method = "GET" } = operation;
    const call = {
      operation: operation.id,
      method,
      route: operation.path,
      attempt,
    } as { -readonly [Key in keyof CallContext]: CallContext[Key] };
    /** None before there are credentials: nothing has been sent. */
    let rules: UnsafeRules | undefined;
    /** The step of the attempt, which says what kind of error a failure is. */
    let stage = "preparation" as "preparation" | "request" | "response";
    try {
      const outcome = await withTimeLimit(
        call,
        // 0 is no limit either.
        timeout === 0 ? Infinity : timeout,
        signal,
        async (scope) => {
          const request = prepareRequest(
            settings,
            operation,
            params,
            options,
            link,
            new Headers(),
            scope,
          );
          const { headers, body } = request;
          call.idempotencyKey = operation.idempotency && options.idempotencyKey;
          const refreshable = await settings.auth?.(request, settings, {
            operation,
            options,
            call,
            refused,
          });
          applyHeaders(headers, options.headers);
          // A stream is used up once it has been sent: it is not sent again.
          const isStreamed = isStream(body);
          if (isStreamed) retries = 0;
          // A caller who reads the body may do so at any time: `fetch` itself
          // follows the signal then, and no listener of ours stays behind.
          const ownSignal =
            raw && signal
              ? (AbortSignal as AbortSignals).any?.([signal, scope.signal])
              : undefined;
          stage = "request";
          rules = operation.unsafe?.(settings, options);
          const send: Fetch = async (url, init) => {
            try {
              return await (settings.fetch ?? fetch)(url, init, call);
            } catch (cause) {
              throw connectionError(call, cause as PlatformError);
            }
          };
          // Innermost: what middleware adds to a request goes to no other host.
          const innermost = operation.response?.transport?.(send) ?? send;
          const response = await (settings.transport?.(innermost) ?? innermost)(
            request.url,
            withoutPrototype<RequestInit>(
              settings.fetchOptions as RequestInit | undefined,
              options.fetchOptions,
              {
                method,
                headers,
                body,
                signal: ownSignal ?? scope.signal,
                redirect: "manual",
                duplex: "half",
              },
            ),
            call,
          );
          const { ok, status } = response;
          stage = "response";
          if (ok) {
            scope.detached = raw && !ownSignal;
            const limit =
              options.maxResponseBytes ?? settings.maxResponseBytes ?? 1e8;
            const decode = operation.response?.decode ?? decodeJSON;
            const context = { call, options, limit, scope };
            return {
              data: raw ? undefined : await decode(response, context),
              response,
            };
          }
          const location =
            attempt < 5 &&
            [301, 302, 303, 307, 308].includes(status) &&
            response.headers.get("location");
          const target = location && new URL(location, request.url);
          const next = rules
            ? rules.redirected(operation, status, isStreamed)
            : operation;
          // `fetch` would send custom headers, and so API keys, to any host.
          if (next && target && target.origin === new URL(request.url).origin) {
            link = target.href;
            operation = next;
          } else if (status === 401 && !refused && !isStreamed && refreshable)
            refused = refreshable;
          else throw await errorFromResponse(response, call);
          return undefined;
        },
      );
      if (outcome) return outcome;
    } catch (cause) {
      let error = cause as SDKError;
      if (!(cause as SDKError | undefined)?.operation) {
        // Thrown by middleware: it is the caller's own.
        if (stage === "request") throw cause;
        error =
          stage === "response"
            ? connectionError(call, cause as PlatformError)
            : configError(error.message, call);
      }
      if (!(retries-- > 0)) throw error;
      await withTimeLimit(call, retryDelay(error, call, rules), signal);
    }
  }
};

/** `AbortSignal.any` is younger than the oldest platforms that are supported. */
interface AbortSignals {
  any?(signals: readonly AbortSignal[]): AbortSignal;
}
