/** What servers and callers leave out or give in another form: a content type, a body, bytes as text. */
import { expect, it } from "vitest";
import { bearer } from "../../templates/runtime/auth.js";
import { securitySchemes } from "../../templates/runtime/authorize.js";
import { binary, text } from "../../templates/runtime/body.js";
import { call } from "../../templates/runtime/call.js";
import { jsonLines, lines } from "../../templates/runtime/lines.js";
import type { Decoder } from "../../templates/runtime/operation.js";
import {
  pipeDelimited,
  querystringJSON,
  querystringText,
} from "../../templates/runtime/query-styles.js";
import {
  querystringForm,
  querystringFormOf,
} from "../../templates/runtime/querystring.js";
import {
  blob,
  responseByMediaType,
  noContent,
} from "../../templates/runtime/decoders.js";
import type { Stream } from "../../templates/runtime/stream.js";
import { invoke, rejection, sent, serve } from "./support/bytes.js";
import * as whole from "./support/server.js";

/** The answer is these bytes, without a content type. */
const read = async <T>(response: Decoder, body?: string): Promise<T> => {
  const server = await serve((answer) => {
    answer.writeHead(200);
    answer.end(body);
  });
  return await invoke<T>(server, { response });
};

it("text without a content type is UTF-8", async () => {
  expect(await read(text, "é")).toBe("é");
});

it("bytes without a content type have none", async () => {
  const file = await read<Blob>(blob, "é");
  expect([file.type, await file.text()]).toEqual(["", "é"]);
});

it("lines without a content type are lines", async () => {
  const all: string[] = [];
  for await (const line of await read<Stream<string>>(lines, "a\nb"))
    all.push(line);
  expect(all).toEqual(["a", "b"]);
  const values: unknown[] = [];
  for await (const value of await read<Stream<unknown>>(jsonLines, "1\n2"))
    values.push(value);
  expect(values).toEqual([1, 2]);
});

it("a choice among media types without a content type", async () => {
  expect(await read(responseByMediaType([["*/*", text]]), "é")).toBe("é");
  const one = responseByMediaType([["text/csv", text]]);
  expect(await read(one)).toBeUndefined();
  expect(await rejection(read(one, "x"))).toMatchObject({
    name: "DecodeError",
    message: "unexpected content type (none) (GET /)",
  });
});

it("no body at all, as platforms have it for a 204", async () => {
  const none = () => Promise.resolve(new Response(null, { status: 204 }));
  const server = { url: "http://127.0.0.1" };
  const get = <T>(response?: Decoder) =>
    invoke<T>(server, response ? { response } : {}, {}, {}, none);
  expect(await get()).toBeUndefined();
  expect(await get(noContent)).toBeUndefined();
  expect(await get(text)).toBe("");
  expect((await get<Blob>(blob)).size).toBe(0);
});

it("a stream may give text for bytes", async () => {
  async function* parts() {
    yield "é";
    yield await Promise.resolve(new Uint8Array([1]));
  }
  const { body } = await sent({ body: binary }, { body: parts() });
  expect(body.toString("hex")).toBe("c3a901");
});

it("a whole query is a form, JSON or text", () => {
  const value = { a: "1 2+", b: ["x", null, "y"], c: { d: 1 }, e: null };
  expect(querystringForm("q", value)).toBe(
    "a=1+2%2B&b=x&b=y&c=%7B%22d%22%3A1%7D",
  );
  expect(
    querystringFormOf([
      { name: "b", encode: pipeDelimited },
      { name: "a", type: "application/json" },
    ])("q", value),
  ).toBe("a=%221+2%2B%22&b=x%7Cy&c=%7B%22d%22%3A1%7D");
  for (const refused of ["a=1", ["a"], new Map(), 1])
    expect(() => querystringForm("q", refused)).toThrow(
      new TypeError("invalid value for q"),
    );
  expect(querystringJSON("q", { a: 1 })).toBe("%7B%22a%22%3A1%7D");
  expect(querystringText("q", "a=1&b")).toBe("a%3D1%26b");
});

it("one of several schemes is asked again after a 401", async () => {
  const asked: boolean[] = [];
  const token = ({ refresh }: { refresh: boolean }) => {
    asked.push(refresh);
    return refresh ? "fresh" : "old";
  };
  const server = await whole.serve(({ request, json }) => {
    json(request.headers["authorization"] === "Bearer fresh" ? 200 : 401, {});
  });
  const auth = securitySchemes(
    [
      ["a", undefined],
      ["b", bearer(token)],
    ],
    [["a"], ["b"]],
  );
  const operation = { id: "get", path: "/x" };
  expect(
    await call(whole.clientOf(server, { maxRetries: 0 }, { auth }), operation),
  ).toEqual({});
  expect(asked).toEqual([false, true]);
});
