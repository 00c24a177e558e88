/** Runs a call: attempt after attempt, until one succeeds or repeating it would be wrong. */
import type { Core } from "./client.js";
import { configError, type SDKError } from "./errors.js";
import { failure } from "./failure.js";
import { applyHeaders } from "./headers.js";
import type { Operation } from "./operation.js";
import type { CallContext, Fetch } from "./options.js";
import { own } from "./own.js";
import { prepare, type CallOptions } from "./prepare.js";
import { connectionError, decodeJSON, type Failure } from "./read.js";
import { retryDelay } from "./retry.js";
import { bounded } from "./scope.js";

/** What a call comes to. */
export interface Outcome<T = unknown> {
  readonly data: T;
  readonly response: Response;
}

/**
 * With `raw`, the response is left unread. A `link` is what a server gave for the next page:
 * it is asked for in place of the operation's own URL.
 */
export const run = async (
  client: Core,
  operation: Operation,
  params: object | undefined,
  options: CallOptions | undefined,
  raw: boolean,
  link?: string,
): Promise<Outcome> => {
  const settings = client["~settings"]();
  operation = own(operation);
  const given = own(options);
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
      const outcome = await bounded(call, timeout, signal, async (scope) => {
        const request = prepare(
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
        else throw await failure(response, call);
        return undefined;
      });
      if (outcome) return outcome;
    } catch (cause) {
      const error = (cause as SDKError | undefined)?.operation
        ? (cause as SDKError)
        : stage > 1
          ? connectionError(call, cause as Failure)
          : // With the cause where a credential function has failed.
            configError(
              (cause as Error).message,
              call,
              stage ? cause : undefined,
            );
      if (!(retries-- > 0)) throw error;
      await bounded(call, retryDelay(error, call), signal);
    }
  }
};
