/**
 * jsdom as jest-environment-jsdom has it: a global object with the DOM and without `fetch`, streams
 * and `TextDecoder`. Tests there bring a `fetch`: Node's own, or whatwg-fetch upon `XMLHttpRequest`,
 * which is React Native's too.
 */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, expect, it, onTestFinished } from "vitest";
import type * as runtime from "../../templates/runtime/call.js";
import { unsafe } from "../../templates/runtime/unsafe.js";
import type * as client from "../../templates/runtime/client.js";
import type * as decoders from "../../templates/runtime/decoders.js";
import type * as body from "../../templates/runtime/body.js";
import type * as events from "../../templates/runtime/events.js";
import type { Operation } from "../../templates/runtime/operation.js";
import { runtimeScript } from "./support/bundle.js";
import { serve } from "./support/server.js";

type Sdk = typeof runtime &
  typeof client &
  typeof decoders &
  typeof body &
  typeof events;
type Window = Record<string, unknown> & { readonly sdk: Sdk };

const require = createRequire(import.meta.url);
const { JSDOM } = require("jsdom") as {
  JSDOM: new (
    html: string,
    options: object,
  ) => { window: Window & { eval(text: string): unknown; close(): void } };
};
const script = runtimeScript();
const whatwgFetch = readFileSync(
  require.resolve("whatwg-fetch/dist/fetch.umd.js"),
  "utf8",
);

/** A page with the runtime; `prepare` brings what the page's own tests would. */
const open = (url: string, prepare: (window: Window) => void): Sdk => {
  const { window } = new JSDOM("", { url, runScripts: "outside-only" });
  onTestFinished(() => {
    window.close();
  });
  for (const name of ["fetch", "TextDecoder", "ReadableStream", "Response"])
    expect([name, typeof window[name]]).toEqual([name, "undefined"]);
  // A script's `var` is a property of the global object.
  window.eval(script);
  prepare(window);
  return window.sdk;
};

const get: Operation = { id: "get", path: "/x" };
const api = () =>
  serve(({ request, index, json: send }) => {
    if (request.method === "POST") send(201, JSON.parse(request.body));
    else if (request.target === "/busy" && index < 1) send(503);
    else if (request.target === "/none") send(404, { message: "no such key" });
    else send(200, { a: "ä" });
  });

const platforms: Readonly<Record<string, (window: Window) => void>> = {
  "Node's fetch": (window) => {
    for (const name of ["fetch", "Headers", "Response", "Request"])
      window[name] = (globalThis as unknown as Window)[name];
    for (const name of ["TextDecoder", "TextEncoder", "ReadableStream"])
      window[name] = (globalThis as unknown as Window)[name];
    // jsdom's own signals are none that Node's `fetch` takes.
    for (const name of ["AbortController", "AbortSignal"])
      window[name] = (globalThis as unknown as Window)[name];
  },
  "whatwg-fetch": (window) => {
    (window["eval"] as (text: string) => unknown)(whatwgFetch);
  },
};

describe.each(Object.entries(platforms))("jsdom with %s", (name, prepare) => {
  it("sends and reads JSON", async () => {
    const server = await api();
    const sdk = open(server.url, prepare);
    const core = new sdk.Core({ baseURL: server.url });
    expect(await sdk.call(core, get)).toEqual({ a: "ä" });
    const post: Operation = { ...get, method: "POST", unsafe, body: sdk.json };
    expect(await sdk.call(core, post, { body: { b: 2 } })).toEqual({ b: 2 });
  });

  it("repeats what failed, and has the server's words", async () => {
    const server = await api();
    const sdk = open(server.url, prepare);
    const core = new sdk.Core({ baseURL: server.url });
    expect(await sdk.call(core, { ...get, path: "/busy" })).toEqual({ a: "ä" });
    const missing = sdk.call<never, Error>(core, { ...get, path: "/none" });
    const { error } = await missing.result();
    expect(error).toMatchObject({
      name: "NotFoundError",
      message: "404 no such key (GET /none)",
    });
  });

  it("reads bytes", async () => {
    const server = await api();
    const sdk = open(server.url, prepare);
    const core = new sdk.Core({ baseURL: server.url });
    const bytes = await sdk.call<Blob, never>(core, {
      ...get,
      response: sdk.blob,
    });
    expect(bytes.size).toBe(new TextEncoder().encode('{"a":"ä"}').length);
  });

  it("reads a stream, or says that this fetch has none", async () => {
    const server = await serve(({ text }) => {
      text(200, "data: 1\n\n", "text/event-stream");
    });
    const sdk = open(server.url, prepare);
    const core = new sdk.Core({ baseURL: server.url });
    const stream = await sdk
      .call<AsyncIterable<unknown>, Error>(core, {
        ...get,
        response: sdk.events,
      })
      .result();
    if (name === "whatwg-fetch")
      expect(stream.error?.message).toBe(
        "this `fetch` gives no stream to read (GET /x)",
      );
    else {
      const values: unknown[] = [];
      for await (const value of stream.data ?? []) values.push(value);
      expect(values).toEqual([1]);
    }
  });
});
