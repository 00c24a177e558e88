/** Lists and objects of a query, written in one way at any depth: as `qs`, which has the same names for it. */
import { describe, expect, it } from "vitest";
import { call } from "../../templates/runtime/call.js";
import {
  nested,
  type QueryNesting,
} from "../../templates/runtime/query-nesting.js";
import { clientOf, echo } from "./support/server.js";

/** Without the percent-encoding, which has a test of its own. */
const written = (value: unknown, nesting: Partial<QueryNesting> = {}) =>
  decodeURIComponent(
    nested({ arrays: "repeat", objects: "brackets", ...nesting })("a", value),
  );

describe("a nested query", () => {
  it.each<[QueryNesting["arrays"], string, string, string]>([
    ["comma", "a=1,2", "a[0][b]=1&a[1]=2", "a[0]=1,2&a[1]=3"],
    ["repeat", "a=1&a=2", "a[b]=1&a=2", "a=1&a=2&a=3"],
    [
      "indices",
      "a[0]=1&a[1]=2",
      "a[0][b]=1&a[1]=2",
      "a[0][0]=1&a[0][1]=2&a[1]=3",
    ],
    ["brackets", "a[]=1&a[]=2", "a[][b]=1&a[]=2", "a[][]=1&a[][]=2&a[]=3"],
  ])("writes lists by %s", (arrays, texts, objects, lists) => {
    expect(written([1, 2], { arrays })).toBe(texts);
    expect(written([{ b: 1 }, 2], { arrays })).toBe(objects);
    expect(written([[1, 2], 3], { arrays })).toBe(lists);
  });

  it.each<[QueryNesting["objects"], string]>([
    ["brackets", "a[b]=1&a[c][d]=x&a[c][e]=true"],
    ["dots", "a.b=1&a.c.d=x&a.c.e=true"],
  ])("writes objects with %s", (objects, want) => {
    const value = { b: 1, c: { d: "x", e: true } };
    expect(written(value, { objects })).toBe(want);
  });

  it("writes a date, and leaves out what is null or undefined", () => {
    expect(written(new Date(0))).toBe("a=1970-01-01T00:00:00.000Z");
    expect(written({ b: null, c: undefined, d: 0, e: "" })).toBe(
      "a[d]=0&a[e]=",
    );
    expect(written([null, 1, undefined], { arrays: "indices" })).toBe("a[0]=1");
    for (const nothing of [null, undefined, [], {}, [null]])
      expect(written(nothing, { arrays: "comma" })).toBe("");
  });

  it("encodes names and values, so that neither ends its pair", async () => {
    const server = await echo();
    const encode = nested({ arrays: "comma", objects: "brackets" });
    const query = [{ name: "a", encode }];
    await call(
      clientOf(server),
      { id: "read", method: "GET", path: "/", query },
      { a: { "b&c=d": "e&f=g", list: ["h,i", "j"] } },
    );
    expect(server.requests[0]?.target).toBe(
      "/?a%5Bb%26c%3Dd%5D=e%26f%3Dg&a%5Blist%5D=h%2Ci%2Cj",
    );
  });

  it.each([
    ["a function", () => 1, "a"],
    ["no number", { b: [NaN] }, "a[b]"],
    ["a Map", [new Map()], "a"],
  ])("refuses %s, and names where it is", (_, value, name) => {
    expect(() => written(value)).toThrow(
      new TypeError(`invalid value for ${name}`),
    );
  });
});
