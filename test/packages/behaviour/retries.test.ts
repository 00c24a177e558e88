/**
 * What is sent again, and what is not. A write that the server may have acted on is repeated only
 * under a key by which the server can tell that it is the same one.
 */
import { describe, expect, it } from "vitest";
import { answer, serve } from "../support/loopback.js";
import type { Handler } from "../support/loopback.js";
import { ahasend, failure, feldera, newKey, openrouter } from "./clients.js";

/** Fails the first time, as `fail` does, and succeeds from then on. */
const once =
  (fail: Handler): Handler =>
  (request, response, count) => {
    if (count === 1) fail(request, response, count);
    else answer(response, 200, { id: "1" });
  };

const unavailable: Handler = (_, response) => answer(response, 503, {});

/** The request arrives; its answer does not. */
const lost: Handler = (_, response) => response.destroy();

const failures = [
  ["503", unavailable],
  ["a lost connection", lost],
] as const;

const keysOf = (received: readonly { headers: object }[]): unknown[] =>
  received.map(({ headers }) => Reflect.get(headers, "idempotency-key"));

describe.each(failures)("after %s", (_, fail) => {
  it("a create with an idempotency key arrives twice, with the same key", async () => {
    const { url, received } = await serve(once(fail));
    const client = ahasend(url);
    expect(await client.apiKeys.create(newKey)).toEqual({ id: "1" });
    const [first, second] = received;
    expect(received).toHaveLength(2);
    expect(first?.headers["idempotency-key"]).toMatch(/^[\da-f-]{36}$/);
    expect(second).toEqual(first);
  });

  it("a caller's own idempotency key is kept", async () => {
    const { url, received } = await serve(once(fail));
    const idempotencyKey = "tenant-7";
    await ahasend(url).apiKeys.create(newKey, { idempotencyKey });
    expect(keysOf(received)).toEqual(["tenant-7", "tenant-7"]);
  });

  it.each([
    [
      "Feldera's create",
      (url: string) => feldera(url).apiKeys.create({ name: "ci" }),
    ],
    [
      "OpenRouter's create",
      (url: string) => openrouter(url).apiKeys.create({ name: "ci" }),
    ],
    [
      "OpenRouter's update",
      (url: string) => openrouter(url).apiKeys.update("h", { name: "ci" }),
    ],
  ])("%s, which takes no key, arrives once", async (_name, call) => {
    const { url, received } = await serve(once(fail));
    expect(await failure(call(url))).toMatchObject({ attempts: 1 });
    expect(received).toHaveLength(1);
    expect(keysOf(received)).toEqual([undefined]);
  });

  it.each([
    ["a get", (url: string) => ahasend(url).apiKeys.get("k")],
    ["a list", (url: string) => ahasend(url).apiKeys.list()],
    ["a put", (url: string) => ahasend(url).apiKeys.update("k", {})],
    ["a delete", (url: string) => ahasend(url).apiKeys.delete("k")],
  ])("%s is sent again", async (_name, call) => {
    const { url, received } = await serve(once(fail));
    await call(url);
    expect(received).toHaveLength(2);
  });
});

it("every create has an idempotency key of its own", async () => {
  const { url, received } = await serve((_, response) =>
    answer(response, 201, {}),
  );
  const client = ahasend(url);
  await client.apiKeys.create(newKey);
  await client.apiKeys.create(newKey);
  expect(new Set(keysOf(received)).size).toBe(2);
});

it("a 429 is waited for, as long as it says, whoever asked", async () => {
  const { url, received } = await serve(
    once((_, response) => answer(response, 429, {}, { "retry-after": "1" })),
  );
  const start = performance.now();
  await openrouter(url).apiKeys.create({ name: "ci" });
  expect(performance.now() - start).toBeGreaterThan(990);
  expect(received).toHaveLength(2);
});

it("a wait of more than a minute is left to the caller", async () => {
  const { url, received } = await serve((_, response) =>
    answer(response, 429, {}, { "retry-after": "3600" }),
  );
  const error = await failure(openrouter(url).apiKeys.list());
  expect(error).toMatchObject({ status: 429, retryAfter: 3600, attempts: 1 });
  expect(received).toHaveLength(1);
});

it("a 409 is tried again while the first request with the key is still running", async () => {
  const { url, received } = await serve(
    once((_, response) => answer(response, 409, {}, { "retry-after": "0" })),
  );
  await ahasend(url).apiKeys.create(newKey);
  expect(new Set(keysOf(received)).size).toBe(1);
  expect(received).toHaveLength(2);
});

it.each([400, 401, 403, 404, 409, 422])("a %i is final", async (status) => {
  const { url, received } = await serve((_, response) =>
    answer(response, status, {}),
  );
  const error = await failure(ahasend(url).apiKeys.create(newKey));
  expect(error).toMatchObject({ status, attempts: 1 });
  expect(received).toHaveLength(1);
});

it("gives up after two retries, or as many as asked for", async () => {
  const { url, received } = await serve((_, response) =>
    answer(response, 503, {}, { "retry-after": "0" }),
  );
  const client = ahasend(url);
  expect(await failure(client.apiKeys.get("k"))).toMatchObject({ attempts: 3 });
  expect(received).toHaveLength(3);
  await failure(client.apiKeys.get("k", {}, { maxRetries: 0 }));
  expect(received).toHaveLength(4);
  await failure(ahasend(url, { maxRetries: 1 }).apiKeys.get("k"));
  expect(received).toHaveLength(6);
});

it("a write without a key is sent again where no connection was made", async () => {
  const { url, close } = await serve(() => undefined);
  close();
  const error = await failure(
    feldera(url).apiKeys.create({ name: "ci" }, { maxRetries: 1 }),
  );
  expect(error).toMatchObject({ name: "ConnectionError", attempts: 2 });
});
