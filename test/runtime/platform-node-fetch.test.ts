/** node-fetch and cross-fetch, whose responses have streams of Node as bodies. */
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { json } from "../../templates/runtime/body.js";
import { unsafe } from "../../templates/runtime/unsafe.js";
import { call } from "../../templates/runtime/call.js";
import { blob } from "../../templates/runtime/decoders.js";
import type { Operation } from "../../templates/runtime/operation.js";
import type { Fetch } from "../../templates/runtime/options.js";
import { following } from "../../templates/runtime/redirects.js";
import {
  clientOf,
  closedPort,
  echo,
  failureOf,
  serve,
} from "./support/server.js";

const require = createRequire(import.meta.url);
const get: Operation = { id: "get", path: "/x" };
const post: Operation = { ...get, method: "POST", unsafe, body: json };

describe.each(["node-fetch", "cross-fetch"])("%s", (name) => {
  const fetch = require(name) as Fetch;

  it("sends and reads JSON", async () => {
    const server = await echo({ a: 1 });
    const client = clientOf(server, { fetch, headers: { "x-own": "1" } });
    expect(await call(client, post, { body: { b: 2 } })).toEqual({ a: 1 });
    expect(server.requests).toMatchObject([
      { method: "POST", body: '{"b":2}', headers: { "x-own": "1" } },
    ]);
  });

  it("reads bytes", async () => {
    const server = await echo("ä");
    const client = clientOf(server, { fetch });
    const bytes = await call<Blob, never>(client, { ...get, response: blob });
    expect(await bytes.text()).toBe('"ä"');
  });

  it("has the server's words, and repeats what a busy server refused", async () => {
    const server = await serve(({ index, json: send }) => {
      if (index === 0) send(503, {}, { "retry-after": "0" });
      else send(404, { message: "no such key" });
    });
    const error = await failureOf(call(clientOf(server, { fetch }), get));
    expect(error).toMatchObject({
      message: "404 no such key (GET /x)",
      attempts: 2,
    });
  });

  it("that gets no connection says why", async () => {
    const url = await closedPort();
    const client = clientOf({ url }, { fetch, maxRetries: 0 });
    expect(await failureOf(call(client, get))).toMatchObject({
      name: "ConnectionError",
      code: "ECONNREFUSED",
    });
  });

  it("ends with the time limit and the signal", async () => {
    const server = await serve(() => undefined);
    const client = clientOf(server, { fetch, maxRetries: 0 });
    expect(
      await failureOf(call(client, get, {}, { timeout: 50 })),
    ).toMatchObject({ name: "TimeoutError" });
    const signal = AbortSignal.timeout(50);
    expect(await failureOf(call(client, get, {}, { signal }))).toMatchObject({
      name: "AbortError",
    });
  });

  it("follows a download to another host, without credentials", async () => {
    const other = await echo("pixels");
    const server = await serve(({ response }) => {
      response.writeHead(302, { location: `${other.url}/file` });
      response.end();
    });
    const client = clientOf(server, { fetch, headers: { "x-key": "secret" } });
    const download = { ...get, response: following(blob) };
    const bytes = await call<Blob, never>(client, download);
    expect(await bytes.text()).toBe('"pixels"');
    expect(server.requests[0]?.headers["x-key"]).toBe("secret");
    expect(other.requests[0]?.headers).not.toHaveProperty("x-key");
  });
});
