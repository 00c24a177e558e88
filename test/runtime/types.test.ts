/**
 * The types that generated code builds on. The compiler checks this file (`tsc -p .`); running
 * it shows no more than that it loads.
 */
import { describe, expect, expectTypeOf, it } from "vitest";
import type {
  APIPromiseWithHeaders,
  Result,
  WithTypedResponse,
} from "../../templates/runtime/call.js";
import { call } from "../../templates/runtime/call.js";
import type { Core } from "../../templates/runtime/client.js";
import type * as errors from "../../templates/runtime/errors.js";
import type {
  IdempotentRequestOptions,
  Operation,
  RequestOptions,
} from "../../templates/runtime/operation.js";
import type { PagePromise } from "../../templates/runtime/pages.js";
import { getNextPage, paginate } from "../../templates/runtime/pages.js";

interface Key {
  id: string;
}
interface Problem {
  error: { message: string };
}
interface Conflict {
  conflict: true;
}
type GetKeyError =
  | errors.NotFoundError<Problem>
  | errors.ConflictError<Conflict>
  | errors.InternalServerError<Problem, 500 | 503>
  | errors.APIError<402, { pay: number }>
  | errors.UnexpectedAPIError<402 | 404 | 409 | 500 | 503>
  | errors.TransportError;

declare const operation: Operation;
const getKey = (
  client: Core,
  id: string,
  options?: RequestOptions,
): APIPromiseWithHeaders<Key, GetKeyError, "x-rate-limit"> =>
  call(client, operation, { id }, options);
const listKeys = (
  client: Core,
): PagePromise<Key, { data: Key[] }, GetKeyError> =>
  paginate(client, operation);

export function narrowing(error: GetKeyError): unknown {
  switch (error.status) {
    case 404:
      expectTypeOf(error).toEqualTypeOf<errors.NotFoundError<Problem>>();
      expectTypeOf(error.body).toEqualTypeOf<Problem | undefined>();
      return error.body?.error.message;
    case 409:
      expectTypeOf(error.body).toEqualTypeOf<Conflict | undefined>();
      return error.name satisfies "ConflictError";
    case 500:
    case 503:
      expectTypeOf(error.body).toEqualTypeOf<Problem | undefined>();
      return error.retryAfter;
    case 402:
      return error.body?.pay;
    case 429:
      // Not declared: it may come, but nothing is known of its body.
      expectTypeOf(error.body).toBeUnknown();
      return error.headers.get("x");
    case undefined:
      expectTypeOf(error).toEqualTypeOf<errors.TransportError>();
      switch (error.name) {
        case "DecodeError":
          return error.httpStatus satisfies number;
        case "ConfigError":
        case "AbortError":
        case "ConnectionError":
        case "TimeoutError":
          return error.cause;
      }
      return error satisfies never;
    // @ts-expect-error: no error has this status
    case 200:
      return error;
    default:
      expectTypeOf(error.status).toExtend<errors.ErrorStatus>();
      expectTypeOf(error.body).toBeUnknown();
      return error.text;
  }
}

export async function results(client: Core): Promise<unknown> {
  const promise = getKey(client, "k");
  expectTypeOf(await promise).toEqualTypeOf<Key>();
  expectTypeOf(
    await promise.then(({ id }) => id.length),
  ).toEqualTypeOf<number>();
  expectTypeOf(await promise.catch(() => null)).toEqualTypeOf<Key | null>();
  expectTypeOf(await promise.finally(() => undefined)).toEqualTypeOf<Key>();
  expectTypeOf(promise.withResponse()).toEqualTypeOf<
    Promise<WithTypedResponse<Key, "x-rate-limit">>
  >();
  const { response, requestId } = await promise.withResponse();
  expectTypeOf(response).toExtend<Response>();
  expectTypeOf(requestId).toEqualTypeOf<string | undefined>();
  response.headers.get("x-rate-limit") satisfies string | null;
  response.headers.get("anything else") satisfies string | null;
  const result = await promise.result();
  expectTypeOf(result).toEqualTypeOf<Result<Key, GetKeyError>>();
  if (result.ok) return result.data.id;
  if (result.error.status === 409)
    return result.error.body?.conflict satisfies true | undefined;
  expectTypeOf(result.data).toEqualTypeOf<undefined>();
  return result.error;
}

export async function lists(client: Core): Promise<unknown> {
  const promise = listKeys(client);
  for await (const key of promise) expectTypeOf(key).toEqualTypeOf<Key>();
  for await (const page of promise.pages({ maxPages: 5 }))
    expectTypeOf(page.data).toEqualTypeOf<Key[]>();
  expectTypeOf(await promise.all({ limit: 5 })).toEqualTypeOf<Key[]>();
  // @ts-expect-error: nobody collects a list of unknown length by accident
  void promise.all();
  const page = await promise;
  expectTypeOf(page).toEqualTypeOf<{ data: Key[] }>();
  expectTypeOf(await getNextPage(page)).toEqualTypeOf<
    { data: Key[] } | undefined
  >();
  expectTypeOf(promise).toExtend<AsyncIterable<Key>>();
  expectTypeOf(page).not.toExtend<AsyncIterable<Key>>();
  return (await promise.result()).ok;
}

export function options(client: Core): void {
  void getKey(client, "k", {
    timeout: undefined,
    signal: undefined,
    headers: { a: null, b: undefined },
  });
  // @ts-expect-error: only operations that take a key have the option
  void getKey(client, "k", { idempotencyKey: "k" });
  expectTypeOf<IdempotentRequestOptions>().toExtend<RequestOptions>();
}

export function guards(
  error: unknown,
  { NotFoundError, SDKError, APIError }: typeof errors,
): unknown {
  if (error instanceof NotFoundError) return error.status satisfies 404;
  if (error instanceof APIError) return error.status satisfies number;
  if (error instanceof SDKError) return error.attempts satisfies number;
  return error;
}

describe("the types", () => {
  it("compile", () => {
    expect([narrowing, results, lists, options, guards]).toHaveLength(5);
  });
});
