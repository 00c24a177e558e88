/** `application/x-www-form-urlencoded`, with the examples of OpenAPI 3.1.1 section 4.8.15.3. */
import { Readable } from "node:stream";
import { describe, expect, it } from "vitest";
import { form } from "../../templates/runtime/form.js";
import type { FieldEncoding } from "../../templates/runtime/operation.js";
import {
  deepObject,
  commaDelimited,
} from "../../templates/runtime/query-styles.js";
import { part } from "../../templates/runtime/upload.js";
import { invoke, rejection, sent } from "./support/bytes.js";

const body = async (value: unknown, encoding?: FieldEncoding[]) =>
  (
    await sent({ body: form, ...(encoding && { encoding }) }, { body: value })
  ).body.toString();

describe("a form", () => {
  it("is what the specification's example is", async () => {
    const id = "f81d4fae-7dec-11d0-a765-00a0c91e6bf6";
    const address = {
      streetAddress: "123 Example Dr.",
      city: "Somewhere",
      state: "CA",
      zip: "99999+1234",
    };
    expect(await body({ id, address })).toBe(
      "id=f81d4fae-7dec-11d0-a765-00a0c91e6bf6&address=%7B%22streetAddress%22%3A%22123+Example+Dr.%22%2C%22city%22%3A%22Somewhere%22%2C%22state%22%3A%22CA%22%2C%22zip%22%3A%2299999%2B1234%22%7D",
    );
  });

  it("says its type", async () => {
    const { headers } = await sent({ body: form }, { body: { a: 1 } });
    expect(headers.get("content-type")).toBe(
      "application/x-www-form-urlencoded",
    );
  });

  it.each([
    ["a list under one name", { a: ["x", "y"] }, "a=x&a=y"],
    ["objects in a list as JSON", { a: [{ b: 1 }] }, "a=%7B%22b%22%3A1%7D"],
    [
      "null and undefined not at all",
      { a: null, b: undefined, c: [null, 1] },
      "c=1",
    ],
    ["an empty text as such", { a: "" }, "a="],
    ["nothing as nothing", {}, ""],
    ["an empty list as nothing", { a: [], b: 1 }, "b=1"],
    [
      "numbers, booleans, bigints",
      { a: 1.5, b: false, c: 12n },
      "a=1.5&b=false&c=12",
    ],
    ["dates", { a: new Date(0) }, "a=1970-01-01T00%3A00%3A00.000Z"],
    ["reserved characters", { "a&b": "c=d+e ~" }, "a%26b=c%3Dd%2Be+%7E"],
    ["text beyond ASCII", { a: "ä€😀" }, "a=%C3%A4%E2%82%AC%F0%9F%98%80"],
    ["a text as it is", "a=1&b=2", "a=1&b=2"],
    ["URLSearchParams", new URLSearchParams({ a: "b c" }), "a=b+c"],
  ])("writes %s", async (_, value, text) => {
    expect(await body(value)).toBe(text);
  });

  it("is made of the operation's fields", async () => {
    const { body } = await sent(
      { body: form, fields: ["a", { name: "b", key: "b_body" }] },
      { a: 1, b_body: 2, other: 3 },
    );
    expect(body.toString()).toBe("a=1&b=2");
  });

  it("follows the operation's encoding", async () => {
    expect(
      await body(
        { card: { number: 4, tags: ["x"] }, ids: [1, 2], plain: "p" },
        [
          { name: "card", encode: deepObject },
          { name: "ids", encode: commaDelimited },
        ],
      ),
    ).toBe("card%5Bnumber%5D=4&card%5Btags%5D%5B0%5D=x&ids=1,2&plain=p");
  });

  it("leaves null and undefined items out of JSON too", async () => {
    const value = { id: [null, "a", undefined] };
    expect(await body(value, [{ name: "id", type: "application/json" }])).toBe(
      "id=%22a%22",
    );
  });

  it("writes a text as JSON where the encoding says so", async () => {
    const id = "f81d4fae-7dec-11d0-a765-00a0c91e6bf6";
    expect(await body({ id }, [{ name: "id", type: "application/json" }])).toBe(
      `id=%22${id}%22`,
    );
  });

  it.each([
    ["a number", 1],
    ["a list", [1]],
    ["not a number", { a: NaN }],
    ["a function", { a: () => 1 }],
    ["a Blob", { a: new Blob(["x"]) }],
    ["bytes", { a: new Uint8Array(2) }],
    ["a part", { a: part("x", {}) }],
    ["a stream", { a: Readable.from(["x"]) }],
    ["what is a stream itself", Readable.from(["x"])],
    ["a Map", { a: new Map() }],
  ])("refuses %s", async (_, value) => {
    const error = await rejection(
      invoke({ url: "http://127.0.0.1:9" }, { body: form }, { body: value }),
    );
    expect(error.name).toBe("ConfigError");
  });

  it("is no prey to a polluted prototype", async () => {
    const pollute = Object.prototype as { type?: string; encode?: unknown };
    pollute.type = "application/json";
    try {
      expect(await body({ a: "x" }, [{ name: "a" }])).toBe("a=x");
    } finally {
      delete pollute.type;
    }
  });
});
