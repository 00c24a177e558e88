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
  type PlatformError,
} from "./read-response.js";
import { retryDelay } from "./retry.js";
import { withTimeLimit } from "./time-limit.js";

/** How far an attempt has come. */
const STARTED = 0;
const PREPARED = 1;
const AUTHORIZED = 2;

/** The result of a call. */
export interface CallOutcome<T = unknown> {
  readonly data: T;
  readonly response: Response;
}

/**
 * Resolves to the decoded data and its response; with `raw`, the body is left
 * unread. A `link` is the URL of a next page as the server gave it: it replaces
 * the URL of the operation.
 */
export const runOperation = async (
  client: Core,
  operation: Operation,
  params: object | undefined,
  options: CallOptions | undefined,
  raw: boolean,
  link?: string,
): Promise<CallOutcome> => {
  const settings = client["~settings"]();
  operation = withoutPrototype(operation);
  options = withoutPrototype(options);
  const { method = "GET" } = operation;
  const { signal } = options;
  const timeout = options.timeout ?? settings.timeout ?? 60_000;
  let retries = options.maxRetries ?? settings.maxRetries ?? 2;
  /**
   * True once the server has refused the credentials: the next attempt needs
   * fresh ones.
   */
  let refresh = false;
  for (let attempt = 0; ; attempt++) {
    const call = {
      operation: operation.id,
      method,
      route: operation.path,
      attempt,
    } as { -readonly [Key in keyof CallContext]: CallContext[Key] };
    let stage = STARTED;
    try {
      const outcome = await withTimeLimit(
        call,
        timeout,
        signal,
        async (scope) => {
          const request = prepareRequest(
            settings,
            operation,
            params,
            options,
            link,
            new Headers(),
            scope.signal,
          );
          const { headers, body } = request;
          call.idempotencyKey = operation.idempotency && options.idempotencyKey;
          stage = PREPARED;
          const isRefreshable = await settings.auth?.(
            request,
            refresh,
            operation,
            settings,
          );
          applyHeaders(headers, options.headers);
          // A stream is used up once it has been sent: no retry, and no fresh
          // credentials.
          if (body instanceof ReadableStream) {
            retries = 0;
            refresh = true;
          }
          stage = AUTHORIZED;
          const send: Fetch = settings.fetch ?? fetch;
          const response = await (settings.transport?.(send) ?? send)(
            request.url,
            {
              __proto__: null,
              method,
              headers,
              body,
              signal: scope.signal,
              redirect: "manual",
              duplex: "half",
            } as RequestInit,
            call,
          );
          if (response.ok) {
            scope.detached = raw;
            const limit =
              options.maxResponseBytes ?? settings.maxResponseBytes ?? 1e8;
            const decode = operation.response?.decode ?? decodeJSON;
            const context = { call, options, limit, scope };
            return {
              data: raw ? undefined : await decode(response, context),
              response,
            };
          }
          const location = response.headers.get("location") ?? "";
          const { status } = response;
          // 301, 302, 303, 307 or 308 to a GET or HEAD request.
          const redirect =
            attempt < 5 &&
            /^30[12378](GET|HEAD)./.test(status + method + location) &&
            new URL(location, request.url);
          // `fetch` would send custom headers, and so API keys, to any host.
          if (redirect && redirect.origin === new URL(request.url).origin)
            link = redirect.href;
          else if (status === 401 && isRefreshable && !refresh) refresh = true;
          else throw await errorFromResponse(response, call);
          return undefined;
        },
      );
      if (outcome) return outcome;
    } catch (cause) {
      // Before the request is complete, an argument or a credential function is
      // at fault.
      const error = (cause as SDKError | undefined)?.operation
        ? (cause as SDKError)
        : stage > PREPARED
          ? connectionError(call, cause as PlatformError)
          : configError(
              (cause as Error).message,
              call,
              stage ? cause : undefined,
            );
      if (!(retries-- > 0)) throw error;
      await withTimeLimit(call, retryDelay(error, call), signal);
    }
  }
};
