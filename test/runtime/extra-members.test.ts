/** The option `body`: members that the operation does not declare, beside those that it does. */
import { describe, expect, it } from "vitest";
import { bodyByMediaType } from "../../templates/runtime/body-by-media-type.js";
import { json, text } from "../../templates/runtime/body.js";
import { ConfigError } from "../../templates/runtime/errors.js";
import { form } from "../../templates/runtime/form.js";
import { multipart } from "../../templates/runtime/multipart.js";
import type { Operation } from "../../templates/runtime/operation.js";
import { request } from "../../templates/runtime/request.js";
import { Core } from "../../templates/runtime/client.js";
import { invoke, rejection, serve } from "./support/bytes.js";

const sent = async (
  operation: Partial<Operation>,
  params: object,
  body: Record<string, unknown>,
): Promise<string> => {
  const server = await serve((response) => void response.end("{}"));
  await invoke(server, operation, params, { body });
  return String(server.received[0]?.body);
};

describe("extra members of a body", () => {
  it.each([
    ["beside fields", { fields: ["a"] }, { a: 1 }, '{"a":1,"b":2}'],
    ["of an optional body", { fields: ["a"], optional: true }, {}, '{"b":2}'],
    ["beside those of a whole body", {}, { body: { a: 1 } }, '{"a":1,"b":2}'],
    ["in place of those", {}, { body: { b: 1, a: 1 } }, '{"b":2,"a":1}'],
    ["without a body", {}, {}, '{"b":2}'],
  ])("%s", async (_, operation, params, expected) => {
    expect(await sent({ ...operation, body: json }, params, { b: 2 })).toBe(
      expected,
    );
  });

  it("in forms, and in a body of several media types", async () => {
    const fields = ["a"];
    expect(await sent({ body: form, fields }, { a: 1 }, { b: [2, 3] })).toBe(
      "a=1&b=2&b=3",
    );
    expect(await sent({ body: multipart, fields }, { a: 1 }, { b: 2 })).toMatch(
      /name="a"\r\n\r\n1\r\n[^]*name="b"\r\n\r\n2\r\n/,
    );
    const several = bodyByMediaType([["application/json", json]]);
    expect(await sent({ body: several }, { body: {} }, { b: 2 })).toBe(
      '{"b":2}',
    );
  });

  it("of a call without an operation", async () => {
    const server = await serve((response) => void response.end("{}"));
    const client = new Core({ baseURL: server.url });
    await request(client, "POST", "/", { a: 1 }, { body: { b: 2 } });
    expect(String(server.received[0]?.body)).toBe('{"a":1,"b":2}');
  });

  it.each([[[1]], ["text"], [new Blob(["x"])], [null]])(
    "of what has none are refused: %s",
    async (body) => {
      expect(
        await rejection(sent({ body: json }, { body }, { b: 2 })),
      ).toBeInstanceOf(ConfigError);
    },
  );

  it("are none of text", async () => {
    expect(await sent({ body: text }, { body: "hi" }, { b: 2 })).toBe("hi");
  });
});
