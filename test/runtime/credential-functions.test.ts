/** Functions that supply credentials, where the network fails them. */
import { beforeEach, describe, expect, it, vi } from "vitest";
import { apiKey, bearer } from "../../templates/runtime/auth.js";
import { unsafe } from "../../templates/runtime/unsafe.js";
import { json } from "../../templates/runtime/body.js";
import { call } from "../../templates/runtime/call.js";
import type { SDKError } from "../../templates/runtime/errors.js";
import type { Operation } from "../../templates/runtime/operation.js";
import {
  clientOf,
  closedPort,
  echo,
  failureOf,
  serve,
  singleScheme,
} from "./support/server.js";

const post: Operation = {
  id: "op",
  method: "POST",
  unsafe,
  path: "/x",
  body: json,
};

beforeEach(() => {
  vi.spyOn(Math, "random").mockReturnValue(0);
});

/** A client whose credential comes from a function that fails so often. */
const failing = async (failures: number, error: unknown, options = {}) => {
  const server = await echo();
  let asked = 0;
  const supply = () => {
    if (asked++ < failures) throw error;
    return "tok";
  };
  const auth = singleScheme("a", bearer(supply));
  const client = clientOf(server, options, { auth });
  return { server, client, asked: () => asked };
};

describe("a credential function", () => {
  // What the platforms' own `fetch`, and the libraries upon their sockets, fail with.
  it.each<[string, unknown]>([
    ["Node's fetch", new TypeError("fetch failed")],
    ["Chrome's", new TypeError("Failed to fetch")],
    [
      "Firefox's",
      new TypeError("NetworkError when attempting to fetch resource."),
    ],
    ["Safari's", new TypeError("Load failed")],
    ["React Native's", new TypeError("Network request failed")],
    ["Deno's", new TypeError("error sending request for url (http://x/)")],
    [
      "Bun's",
      Object.assign(new Error("Unable to connect."), {
        code: "ConnectionRefused",
      }),
    ],
    ["a socket", Object.assign(new Error("read"), { code: "ECONNRESET" })],
    ["undici", Object.assign(new Error("other"), { code: "UND_ERR_SOCKET" })],
  ])("that fails once as %s does is asked again", async (_, error) => {
    const { client, server, asked } = await failing(1, error);
    await call(client, post, { body: 1 });
    expect(asked()).toBe(2);
    expect(server.requests).toHaveLength(1);
  });

  it("that fails with its own fetch is asked again", async () => {
    const url = await closedPort();
    const server = await serve(({ json: send }) => {
      send(200, "tok");
    });
    let asked = 0;
    const key = apiKey("header", "x-key", async () => {
      const response = await fetch(asked++ === 0 ? url : server.url);
      return (await response.json()) as string;
    });
    const client = clientOf(server, {}, { auth: singleScheme("a", key) });
    await call(client, post, { body: 1 });
    expect(asked).toBe(2);
    expect(server.requests[1]?.headers).toMatchObject({ "x-key": "tok" });
  });

  it("is asked as often as retries are allowed, and is a lost connection", async () => {
    const cause = new TypeError("fetch failed");
    for (const maxRetries of [0, 2]) {
      const { client, server, asked } = await failing(9, cause, { maxRetries });
      const error: SDKError = await failureOf(call(client, post, { body: 1 }));
      expect(error).toMatchObject({
        name: "ConnectionError",
        attempts: maxRetries + 1,
        cause,
      });
      expect(asked()).toBe(maxRetries + 1);
      expect(server.requests).toEqual([]);
    }
  });

  it("that fails with an SDK's 503 is asked again, with a 400 not", async () => {
    for (const [status, expected] of [
      [503, 2],
      [400, 1],
    ] as const) {
      const tokens = await serve(({ json: send }) => {
        send(status);
      });
      const error = await failureOf(
        call(clientOf(tokens, { maxRetries: 0 }), post, { body: 1 }),
      );
      const { client, asked } = await failing(1, error);
      await call(client, post, { body: 1 }).result();
      expect([status, asked()]).toEqual([status, expected]);
    }
  });

  it.each<[string, unknown]>([
    ["an error of its own", new Error("no token in the keychain")],
    ["its own words for it", new Error("failed to fetch the token: revoked")],
    ["a mistake", new TypeError("x is not a function")],
    ["a text", "no"],
  ])("that fails with %s is asked once", async (_, error) => {
    const { client, server, asked } = await failing(1, error);
    expect(await failureOf(call(client, post, { body: 1 }))).toMatchObject({
      name: "ConfigError",
      cause: error,
    });
    expect(asked()).toBe(1);
    expect(server.requests).toEqual([]);
  });
});
