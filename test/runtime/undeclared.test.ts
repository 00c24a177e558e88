/** Responses that the document does not describe, or not rightly. */
import { describe, expect, it } from "vitest";
import { call } from "../../templates/runtime/call.js";
import { DecodeError } from "../../templates/runtime/errors.js";
import type { Decoder } from "../../templates/runtime/operation.js";
import { jsonOrText, undeclared } from "../../templates/runtime/undeclared.js";
import {
  clientOf,
  failureOf,
  serve,
  withMethod,
  type Answer,
} from "./support/server.js";

/** What a call gives where the server answers with a type, or none, and a body. */
const received = async (
  response: Decoder,
  { type, body = "", status = 200, method = "GET" }: Sent,
): Promise<unknown> => {
  const server = await serve((answer: Answer) => {
    answer.response.writeHead(
      status,
      type === undefined ? {} : { "content-type": type },
    );
    answer.response.end(body);
  });
  return call(
    clientOf(server, { maxRetries: 0 }),
    withMethod(method, { response }),
  );
};

interface Sent {
  readonly type?: string;
  readonly body?: string | Uint8Array;
  readonly status?: number;
  readonly method?: string;
}

describe("a body that nothing is declared of", () => {
  it.each<[Sent, unknown]>([
    [{ type: "application/json", body: `{"a":[1]}` }, { a: [1] }],
    [{ type: "Application/JSON; charset=utf-8", body: "null" }, null],
    [{ type: "application/problem+json ; v=1", body: "false" }, false],
    [{ type: "text/json", body: `"a"` }, "a"],
    [{ type: "application/json", body: "" }, undefined],
    [{ type: "text/plain", body: `{"a":1}` }, `{"a":1}`],
    [{ type: "text/html; charset=utf-8", body: "<p>ü" }, "<p>ü"],
    [{ type: "text/plain; charset=latin1", body: Buffer.of(0xfc) }, "ü"],
    [{ type: "application/xml", body: "<a/>" }, "<a/>"],
    [{ type: "application/atom+xml;x=1", body: "<a/>" }, "<a/>"],
    [{ type: "text/plain", body: "" }, undefined],
    [{ type: "application/xml", body: "" }, undefined],
    [{ type: "image/png", body: "" }, undefined],
    [{}, undefined],
    [{ status: 204 }, undefined],
    [{ status: 204, type: "application/json" }, undefined],
    [{ method: "HEAD", type: "application/json" }, undefined],
    [{ method: "HEAD", type: "text/plain" }, undefined],
    [{ method: "HEAD", type: "image/png" }, undefined],
  ])("%j", async (sent, expected) => {
    expect(await received(undeclared, sent)).toEqual(expected);
  });

  it.each([
    ["image/png", "image/png"],
    ["application/jsonlines", "application/jsonlines"],
    ["application/xmlx", "application/xmlx"],
    [undefined, ""],
  ])("of another type is a Blob: %s", async (type, expected) => {
    const body = Uint8Array.of(0, 255, 128);
    const data = await received(undeclared, {
      body,
      ...(type !== undefined && { type }),
    });
    expect(data).toBeInstanceOf(Blob);
    const file = data as Blob;
    expect(file.type).toBe(expected);
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(body);
  });

  it("that is not the JSON that it says is an error", async () => {
    const error = await failureOf(
      received(undeclared, { type: "application/json", body: "<p>" }),
    );
    expect(error).toBeInstanceOf(DecodeError);
  });
});

describe("a string", () => {
  it.each<[Sent, unknown]>([
    [{ type: "application/json", body: `"a"` }, "a"],
    [{ type: "text/json", body: `"a"` }, "a"],
    [{ type: "text/plain", body: `"a"` }, "a"],
    [{ type: "text/plain; charset=utf-8", body: "ü" }, "ü"],
    [{ type: "Text/HTML", body: "<p>" }, "<p>"],
    [{ type: "text/plain", body: "42" }, "42"],
    [{ type: "text/plain", body: "null" }, "null"],
    [{ type: "text/plain", body: `{"a":1}` }, `{"a":1}`],
    [{ type: "text/plain", body: "" }, ""],
    [{ type: "application/json", body: "" }, undefined],
    [{ status: 204 }, undefined],
    [{ method: "HEAD", type: "application/json" }, undefined],
  ])("%j", async (sent, expected) => {
    expect(await received(jsonOrText, sent)).toEqual(expected);
  });

  it("is not what is neither JSON nor text", async () => {
    const error = await failureOf(
      received(jsonOrText, { type: "image/png", body: "png" }),
    );
    expect(error).toBeInstanceOf(DecodeError);
  });
});
