/** Calls of endpoints that the SDK has no operation for. */
import { json } from "./body.js";
import { APIPromise } from "./call.js";
import type { Core } from "./client.js";
import { configError } from "./errors.js";
import { extras } from "./extras.js";
import type { Encoder, Operation, RequestBody } from "./operation.js";
import type { IdempotentRequestOptions } from "./options.js";
import { runOperation } from "./run.js";
import { unsafe } from "./unsafe.js";
import { abortableStream, isA, isBytes } from "./body-stream.js";

/**
 * Calls any path of the API, with the client's credentials, retries and time
 * limit. The path starts with a slash and has to be percent-encoded. A `Blob`,
 * `FormData`, `URLSearchParams`, bytes, a stream or an async iterable is sent as
 * `fetch` does; any other body is sent as JSON.
 */
export function request<T = unknown>(
  client: Core,
  method: string,
  path: string,
  body?: unknown,
  options?: IdempotentRequestOptions,
): APIPromise<T> {
  return new APIPromise(async (raw) => {
    // URL parsers drop whitespace and turn a backslash into a slash, which
    // could hide a dot segment.
    if (!/^\/(?!\/)[^\s\\#{}]*$/.test(path))
      throw configError("path must start with one slash and be encoded");
    method = method.toUpperCase();
    const operation: Operation = {
      ...(isSafe(method) ? { method } : { method, unsafe }),
      id: "request",
      path,
      body: jsonOrNative,
      ...(options?.idempotencyKey && {
        idempotency: "Idempotency-Key",
        extras,
      }),
    };
    return runOperation(client, operation, { body }, options, raw);
  });
}

const isSafe = (
  method: string,
): method is "GET" | "HEAD" | "OPTIONS" | "TRACE" =>
  /^(GET|HEAD|OPTIONS|TRACE)$/.test(method);

/** What `fetch` takes as it is, and JSON of the rest. */
const jsonOrNative: Encoder = {
  encode(params, operation, headers, scope, options) {
    const { body } = params;
    return isBytes(body) || isA(body, "FormData", "URLSearchParams")
      ? (body as RequestBody)
      : (abortableStream(body, scope) ??
          json.encode(params, operation, headers, scope, options));
  },
};
