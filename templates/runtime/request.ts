/** The way to an endpoint that the SDK does not know, with all that its own calls have. */
import { json } from "./body.js";
import { APIPromise } from "./call.js";
import type { Core } from "./client.js";
import { configError } from "./errors.js";
import { extras } from "./extras.js";
import type { Encoder, Operation, RequestBody } from "./operation.js";
import type { IdempotentRequestOptions } from "./options.js";
import { runOperation } from "./run.js";
import { abortableStream } from "./body-stream.js";

/**
 * Calls any path of the API. It starts with a slash and is sent as it is, so its parts are
 * yours to encode. The body is sent as JSON, except what `fetch` has its own way for: a
 * `Blob`, `FormData`, `URLSearchParams`, bytes, a stream.
 */
export function request<T = unknown>(
  client: Core,
  method: string,
  path: string,
  body?: unknown,
  options?: IdempotentRequestOptions,
): APIPromise<T> {
  return new APIPromise(async (raw) => {
    // What URL parsers drop or turn into a slash could hide a dot segment.
    if (!/^\/(?!\/)[^\s\\#{}]*$/.test(path))
      throw configError("path must start with one slash and be encoded");
    const operation: Operation = {
      id: "request",
      method: method.toUpperCase(),
      path,
      body: anything,
      ...(options?.idempotencyKey && {
        idempotency: "Idempotency-Key",
        extras,
      }),
    };
    return runOperation(client, operation, { body }, options, raw);
  });
}

const anything: Encoder = {
  encode(params, operation, headers, signal) {
    const { body } = params;
    const native =
      ArrayBuffer.isView(body) ||
      [Blob, FormData, URLSearchParams, ArrayBuffer].some(
        (type) => body instanceof type,
      );
    return native
      ? (body as RequestBody)
      : body instanceof ReadableStream
        ? abortableStream(body, signal)
        : json.encode(params, operation, headers, signal);
  },
};
