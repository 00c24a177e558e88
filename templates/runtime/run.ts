/** Runs a call: attempt after attempt, until one succeeds or repeating it would be wrong. */
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

/** What a call comes to. */
export interface CallOutcome<T = unknown> {
  readonly data: T;
  readonly response: Response;
}

/**
 * With `raw`, the response is left unread. A `link` is what a server gave for the next page:
 * it is asked for in place of the operation's own URL.
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
  const given = withoutPrototype(options);
  const { method = "GET" } = operation;
  const { signal } = given;
  const timeout = given.timeout ?? settings.timeout ?? 60_000;
  let retries = given.maxRetries ?? settings.maxRetries ?? 2;
  /** Whether credentials have been refused, so that fresher ones are asked for. */
  let refresh = false;
  for (let attempt = 0; ; attempt++) {
    const call = {
      operation: operation.id,
      method,
      route: operation.path,
      attempt,
    } as { -readonly [Key in keyof CallContext]: CallContext[Key] };
    /** How far it has come: 1 when the request is written, 2 when it has its credentials. */
    let stage = 0;
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
            given,
            link,
            scope.signal,
          );
          const { headers, body } = request;
          call.idempotencyKey = operation.idempotency && given.idempotencyKey;
          stage = 1;
          const refreshable = await settings.auth?.(
            request,
            refresh,
            operation,
            settings,
          );
          applyHeaders(headers, given.headers);
          // What is sent as it is produced cannot be sent again.
          if (body instanceof ReadableStream) {
            retries = 0;
            refresh = true;
          }
          stage = 2;
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
              given.maxResponseBytes ?? settings.maxResponseBytes ?? 1e8;
            const decode = operation.response?.decode ?? decodeJSON;
            const context = { call, options: given, limit, scope };
            return {
              data: raw ? undefined : await decode(response, context),
              response,
            };
          }
          const location = response.headers.get("location") ?? "";
          const { status } = response;
          const step =
            attempt < 5 &&
            /^30[12378](GET|HEAD)./.test(status + method + location) &&
            new URL(location, request.url);
          // Platforms would carry custom headers, and so keys, to any host.
          if (step && step.origin === new URL(request.url).origin)
            link = step.href;
          else if (status === 401 && refreshable && !refresh) refresh = true;
          else throw await errorFromResponse(response, call);
          return undefined;
        },
      );
      if (outcome) return outcome;
    } catch (cause) {
      const error = (cause as SDKError | undefined)?.operation
        ? (cause as SDKError)
        : stage > 1
          ? connectionError(call, cause as PlatformError)
          : // With the cause where a credential function has failed.
            configError(
              (cause as Error).message,
              call,
              stage ? cause : undefined,
            );
      if (!(retries-- > 0)) throw error;
      await withTimeLimit(call, retryDelay(error, call), signal);
    }
  }
};
