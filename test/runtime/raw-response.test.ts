/** Results that are the response itself. */
import { afterEach, describe, expect, it, vi } from "vitest";
import { rawResponse } from "../../templates/runtime/raw-response.js";
import { deferred, invoke, rejection, serve } from "./support/bytes.js";

afterEach(() => {
  vi.useRealTimers();
});

describe("a response as a result", () => {
  it("comes with its headers, before its body, which the caller reads", async () => {
    const isHere = deferred();
    const server = await serve(async (response) => {
      response.writeHead(206, { "content-type": "image/png" });
      response.write("a");
      // The rest is sent when the call has given the response.
      await isHere.promise;
      response.end("b");
    });
    const response = await invoke<Response>(server, { response: rawResponse });
    expect(response.bodyUsed).toBe(false);
    expect(response.status).toBe(206);
    expect(response.headers.get("content-type")).toBe("image/png");
    isHere.resolve();
    expect(await response.text()).toBe("ab");
  });

  it("outlives the time limit of the call, and ends with the caller's signal", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    const controller = new AbortController();
    let signal: AbortSignal | undefined;
    const fetch: typeof globalThis.fetch = (_, init) => {
      signal = init?.signal ?? undefined;
      return Promise.resolve(new Response("ab"));
    };
    const response = await invoke<Response>(
      { url: "http://127.0.0.1" },
      { response: rawResponse },
      {},
      { timeout: 1000, signal: controller.signal },
      fetch,
    );
    vi.advanceTimersByTime(60_000);
    expect(signal?.aborted).toBe(false);
    expect(await response.text()).toBe("ab");
    controller.abort();
    expect(signal?.aborted).toBe(true);
  });

  it("is an error where the status is one", async () => {
    const server = await serve((response) => {
      response.writeHead(404, { "content-type": "application/json" });
      response.end('{"message":"no such file"}');
    });
    const error = await rejection(invoke(server, { response: rawResponse }));
    expect(error).toMatchObject({
      name: "NotFoundError",
      body: { message: "no such file" },
    });
  });
});
