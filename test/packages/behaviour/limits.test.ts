/** What ends a call from this side: its time limit, and the caller's signal. */
import { describe, expect, it } from "vitest";
import {
  AbortError,
  ConnectionError,
  TimeoutError,
} from "../../../generated/ahasend/src/index.js";
import { answer, serve } from "../support/loopback.js";
import type { Handler } from "../support/loopback.js";
import { ahasend, failure, newKey } from "./clients.js";

const silent: Handler = () => undefined;

/** Headers and the start of a body, and then nothing. */
const stalled: Handler = (_, response) => {
  response.writeHead(200, { "content-type": "application/json" });
  response.write('{"id":');
};

describe.each([
  ["headers", silent],
  ["the body", stalled],
])("while waiting for %s", (_, handler) => {
  it("a call ends when its time is up", async () => {
    const { url } = await serve(handler);
    const error = await failure(
      ahasend(url).apiKeys.get("k", {}, { timeout: 60, maxRetries: 0 }),
    );
    expect(error).toBeInstanceOf(TimeoutError);
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toMatchObject({ attempts: 1 });
    expect(String(error)).toContain("60 ms");
  });

  it("a call ends when its signal fires", async () => {
    const { url, received } = await serve(handler);
    const controller = new AbortController();
    const reason = new Error("closed");
    setTimeout(() => controller.abort(reason), 300);
    const error = await failure(
      ahasend(url).apiKeys.get("k", {}, { signal: controller.signal }),
    );
    expect(error).toBeInstanceOf(AbortError);
    expect(error).not.toBeInstanceOf(ConnectionError);
    expect(error).toHaveProperty("cause", reason);
    expect(received).toHaveLength(1);
  });
});

it("the time limit is per attempt, and can be set for all calls", async () => {
  const { url, received } = await serve((_, response, count) => {
    if (count > 1) answer(response, 201, { id: "1" });
  });
  const client = ahasend(url, { timeout: 500 });
  expect(await client.apiKeys.create(newKey)).toEqual({ id: "1" });
  const keys = received.map(({ headers }) => headers["idempotency-key"]);
  expect(keys).toHaveLength(2);
  expect(keys[0]).toBe(keys[1]);
});

it("a signal ends the wait for a retry", async () => {
  const { url, received } = await serve((_, response) =>
    answer(response, 503, {}, { "retry-after": "30" }),
  );
  const start = performance.now();
  const signal = AbortSignal.timeout(60);
  const error = await failure(ahasend(url).apiKeys.get("k", {}, { signal }));
  expect(error).toBeInstanceOf(AbortError);
  expect(performance.now() - start).toBeLessThan(5000);
  expect(received).toHaveLength(1);
});

it("nothing is sent under a signal that has fired", async () => {
  const { url, received } = await serve(silent);
  const signal = AbortSignal.abort();
  const error = await failure(ahasend(url).apiKeys.get("k", {}, { signal }));
  expect(error).toBeInstanceOf(AbortError);
  expect(received).toHaveLength(0);
});
