/**
 * Platforms without classes that others have: jest-environment-jsdom knows no `ReadableStream`,
 * `Response` and `TextEncoder`, and React Native no `File`.
 */
import { readdirSync } from "node:fs";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Core } from "../../templates/runtime/client.js";
import { unsafe } from "../../templates/runtime/unsafe.js";
import { failureOf } from "./support/server.js";

const missing = [
  "ReadableStream",
  "TransformStream",
  "Response",
  "File",
  "FormData",
];

const folder = new URL("../../templates/runtime/", import.meta.url);

beforeEach(() => {
  vi.resetModules();
  for (const name of missing) vi.stubGlobal(name, undefined);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

it("every file can be imported", async () => {
  for (const name of ["Blob", "TextDecoder", "TextEncoder"])
    vi.stubGlobal(name, undefined);
  const names = readdirSync(folder).filter((name) => name.endsWith(".ts"));
  for (const name of names)
    await import(/* @vite-ignore */ new URL(name, folder).href);
  expect(names).toContain("stream.ts");
});

it("bodies are sent", async () => {
  const { call } = await import("../../templates/runtime/call.js");
  const { binary } = await import("../../templates/runtime/body.js");
  const { multipart } = await import("../../templates/runtime/multipart.js");
  const { request } = await import("../../templates/runtime/request.js");
  // Node's own `fetch` needs the classes.
  const bodies: unknown[] = [];
  const client = new Core({
    baseURL: "http://127.0.0.1",
    fetch: (_, init) => {
      bodies.push(init?.body);
      return Promise.resolve({
        ok: true,
        status: 200,
        headers: new Headers(),
        text: () => Promise.resolve(""),
      } as Response);
    },
  });
  const send = (body: unknown, encoder = binary) =>
    call(
      client,
      { id: "x", method: "POST", unsafe, path: "/", body: encoder },
      { body },
    );
  await send(Buffer.from("bytes"));
  await send(new Blob(["blob"]));
  await send({ file: new Blob(["in parts"]) }, multipart);
  await request(client, "POST", "/", { a: 1 });
  const texts = bodies.map((body) => new Blob([body as Blob]).text());
  expect(await Promise.all(texts)).toEqual([
    "bytes",
    "blob",
    expect.stringMatching(/filename="blob"[^]*\r\n\r\nin parts\r\n--/),
    '{"a":1}',
  ]);
});

/** A response with what React Native and some test doubles have: no `body`. */
const client = (response: Partial<Response>) =>
  new Core({
    baseURL: "http://127.0.0.1",
    fetch: () =>
      Promise.resolve({
        ok: true,
        status: 200,
        headers: new Headers(),
        ...response,
      } as Response),
  });

it("a stream says that a fetch without streams has none", async () => {
  const { call } = await import("../../templates/runtime/call.js");
  const { jsonLines } = await import("../../templates/runtime/lines.js");
  const operation = { id: "x", path: "/", response: jsonLines };
  const error = await failureOf<Error>(call(client({}), operation));
  expect(error.name).toBe("ConfigError");
  expect(error.message).toContain("gives no stream");
});

it("a stream needs no type and no body", async () => {
  const { call } = await import("../../templates/runtime/call.js");
  const { jsonLines } = await import("../../templates/runtime/lines.js");
  const operation = { id: "x", path: "/", response: jsonLines };
  const all: unknown[] = [];
  for await (const value of await call<AsyncIterable<unknown>, Error>(
    client({ body: null }),
    operation,
  ))
    all.push(value);
  expect(all).toEqual([]);
});
