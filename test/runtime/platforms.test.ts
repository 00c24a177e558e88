/**
 * What a `fetch` may give that is not the web's `Response`: React Native's has no `body`, node-fetch's
 * is a stream of Node's, and test doubles have even less.
 */
import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { call } from "../../templates/runtime/call.js";
import { unsafe } from "../../templates/runtime/unsafe.js";
import {
  blob,
  decodeText,
  noContent,
} from "../../templates/runtime/decoders.js";
import { events } from "../../templates/runtime/events.js";
import { readText } from "../../templates/runtime/read-response.js";
import type { Operation } from "../../templates/runtime/operation.js";
import type { Fetch } from "../../templates/runtime/options.js";
import { clientOf, failureOf } from "./support/server.js";

const get: Operation = { id: "get", path: "/x" };

/** A response with what whatwg-fetch, which React Native brings, has: no `body`. */
const withoutBody = (text: string, init: ResponseInit = {}): Response => {
  const { ok, status, statusText, headers } = new Response(null, init);
  return {
    ok,
    status,
    statusText,
    headers,
    url: "",
    text: () => Promise.resolve(text),
    blob: () => Promise.resolve(new Blob([text])),
    arrayBuffer: () => Promise.reject(new Error("not implemented")),
  } as Partial<Response> as Response;
};

/** A response whose body is a stream of Node's, as node-fetch and cross-fetch have it. */
const withNodeBody = (text: string, init: ResponseInit = {}): Response =>
  Object.assign(withoutBody(text, init), {
    body: Readable.from([text]) as never,
  });

const clientWith = (fetch: Fetch, maxRetries = 0) =>
  clientOf({ url: "http://localhost" }, { fetch, maxRetries });
const answer = (response: unknown) =>
  clientWith(() => Promise.resolve(response as Response));

describe.each([
  ["without a body", withoutBody],
  ["with a body of Node's", withNodeBody],
])("a response %s", (_, make) => {
  it("is read as JSON", async () => {
    expect(await call(answer(make('{"a":1}')), get)).toEqual({ a: 1 });
  });

  it("is read as text, bytes and nothing", async () => {
    const text: Operation["response"] = { decode: decodeText };
    expect(await call(answer(make("ä")), { ...get, response: text })).toBe("ä");
    const bytes = await call<Blob, never>(answer(make("ä")), {
      ...get,
      response: blob,
    });
    expect(await bytes.text()).toBe("ä");
    expect(
      await call(answer(make("ä")), { ...get, response: noContent }),
    ).toBeUndefined();
  });

  it("has the server's words", async () => {
    const response = make('{"message":"no such key"}', { status: 404 });
    expect(await failureOf(call(answer(response), get))).toMatchObject({
      message: "404 no such key (GET /x)",
      body: { message: "no such key" },
    });
  });

  it("is no stream, and says so", async () => {
    const headers = { "content-type": "text/event-stream" };
    const response = make("data: 1\n\n", { headers });
    const error = await failureOf(
      call(answer(response), { ...get, response: events }),
    );
    expect(error).toMatchObject({
      name: "ConfigError",
      message: "this `fetch` gives no stream to read (GET /x)",
    });
  });

  it("has a limit of size", async () => {
    const client = clientOf(
      { url: "http://localhost" },
      { fetch: () => Promise.resolve(make('"abcdef"')), maxResponseBytes: 4 },
    );
    expect(await failureOf(call(client, get))).toMatchObject({
      message: "larger than 4 bytes (maxResponseBytes) (GET /x)",
    });
    expect(await readText(make("abcdef"), { limit: 4 }, true)).toBe("a...");
  });

  it("that breaks off is a lost connection", async () => {
    let count = 0;
    const fetch = () => {
      count++;
      return Promise.resolve(
        Object.assign(make(""), {
          text: () => Promise.reject(new TypeError("Network request failed")),
        }),
      );
    };
    const error = await failureOf(call(clientWith(fetch, 1), get));
    expect(error).toMatchObject({ name: "ConnectionError", attempts: 2 });
    expect(count).toBe(2);
  }, 20_000);
});

describe("a fetch", () => {
  it("that gives nothing is at fault, and is asked once", async () => {
    let count = 0;
    const fetch = () => {
      count++;
      return Promise.resolve(undefined as never);
    };
    await expect(call(clientWith(fetch, 2), get)).rejects.toThrow(TypeError);
    expect(count).toBe(1);
  });

  it("that throws at once has lost the connection", async () => {
    const fetch = () => {
      throw new TypeError("offline");
    };
    expect(await failureOf(call(clientWith(fetch), get))).toMatchObject({
      name: "ConnectionError",
    });
  });

  // Node gives up by itself after 300 seconds.
  it.each(["UND_ERR_HEADERS_TIMEOUT", "UND_ERR_BODY_TIMEOUT"])(
    "that ends with %s has met a time limit, and a POST is not repeated",
    async (code) => {
      let count = 0;
      const fetch = () => {
        count++;
        const cause = Object.assign(new Error("timeout"), { code });
        return Promise.reject(new TypeError("fetch failed", { cause }));
      };
      const operation: Operation = { ...get, method: "POST", unsafe };
      const error: Error = await failureOf(
        call(clientWith(fetch, 2), operation),
      );
      expect(error).toMatchObject({ name: "TimeoutError", code });
      expect(error.message).toContain(code);
      expect(count).toBe(1);
    },
  );
});
