/**
 * The judge itself: what it derives from a document, and that it sees what is wrong. Expected
 * texts are those of the table in OpenAPI 3.1.1 section 4.8.12.3.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";

interface Expected {
  readonly path: string;
  readonly query: readonly string[];
  readonly headers: ReadonlyMap<string, string>;
  readonly cookies: readonly string[];
}

/** Untyped: they run as they are, in processes of their own. */
const load = async (name: string) => {
  const url = new URL(name, import.meta.url).href;
  return (await import(url)) as Record<string, (...args: unknown[]) => unknown>;
};
const { serialise } = await load("serialiser.mjs");
const { differences } = await load("compare.mjs");
const { operationsOf, readDocument } = await load("document.mjs");
const { makeValue } = await load("values.mjs");

const list = ["blue", "black", "brown"];
const object = { R: 100, G: 200, B: 150 };

/** What one parameter named `color` becomes. */
const written = (parameter: object, value: unknown): Expected => {
  const operation = {
    method: "GET",
    path: "/x/{color}",
    parameters: [],
    security: [],
  };
  const values = [{ parameter: { name: "color", ...parameter }, value }];
  return serialise?.({ root: {}, operation, values }) as Expected;
};

describe("parameters", () => {
  it.each([
    ["form", true, "color=blue&color=black&color=brown", "R=100&G=200&B=150"],
    ["form", false, "color=blue,black,brown", "color=R,100,G,200,B,150"],
    ["spaceDelimited", false, "color=blue%20black%20brown", undefined],
    ["pipeDelimited", false, "color=blue%7Cblack%7Cbrown", undefined],
  ])("query, %s, explode %s", (style, explode, wantList, wantObject) => {
    const parameter = { in: "query", style, explode };
    expect(written(parameter, list).query).toEqual([wantList]);
    if (wantObject !== undefined)
      expect(written(parameter, object).query).toEqual([wantObject]);
  });

  it.each([
    ["simple", false, "blue,black,brown", "R,100,G,200,B,150"],
    ["simple", true, "blue,black,brown", "R=100,G=200,B=150"],
    ["label", false, ".blue,black,brown", ".R,100,G,200,B,150"],
    ["label", true, ".blue.black.brown", ".R=100.G=200.B=150"],
    ["matrix", false, ";color=blue,black,brown", ";color=R,100,G,200,B,150"],
    [
      "matrix",
      true,
      ";color=blue;color=black;color=brown",
      ";R=100;G=200;B=150",
    ],
  ])("path, %s, explode %s", (style, explode, wantList, wantObject) => {
    const parameter = { in: "path", style, explode };
    expect(written(parameter, list).path).toBe(`/x/${wantList}`);
    expect(written(parameter, object).path).toBe(`/x/${wantObject}`);
  });

  it("deepObject, headers, cookies, JSON and what needs to be encoded", () => {
    expect(
      written({ in: "query", style: "deepObject" }, { R: 1, G: "a b" }).query,
    ).toEqual(["color%5BR%5D=1&color%5BG%5D=a%20b"]);
    expect(written({ in: "header" }, object).headers).toEqual(
      new Map([["color", "R,100,G,200,B,150"]]),
    );
    expect(written({ in: "cookie" }, list).cookies).toEqual([
      "color=blue",
      "color=black",
      "color=brown",
    ]);
    const content = { "application/json": {} };
    expect(written({ in: "query", content }, ["é"]).query).toEqual([
      "color=%5B%22%C3%A9%22%5D",
    ]);
    expect(written({ in: "path" }, "a/b?c").path).toBe("/x/a%2Fb%3Fc");
  });
});

describe("the comparison", () => {
  const root = {
    openapi: "3.1.0",
    security: [{ key: [] }],
    components: {
      securitySchemes: { key: { type: "apiKey", in: "query", name: "key" } },
    },
    paths: {
      "/things": {
        parameters: [
          { name: "a", in: "query", schema: { type: "string" } },
          { name: "X-B", in: "header", schema: { type: "integer" } },
        ],
        post: {
          requestBody: {
            content: { "application/json": { schema: { type: "object" } } },
          },
          responses: {
            200: { content: { "application/json": { schema: {} } } },
          },
        },
      },
    },
  };
  const [operation] = operationsOf?.(root) as [
    { readonly parameters: readonly object[] },
  ];
  const expected = serialise?.({
    root,
    operation,
    values: operation.parameters.map((parameter, index) => ({
      parameter,
      value: index,
    })),
    body: { mediaType: "application/json", value: { c: 1 } },
    credentials: new Map([["key", "secret"]]),
  });
  const right = {
    method: "POST",
    path: "/base/things",
    query: "a=0&key=secret",
    headers: [
      ["accept", "application/json"],
      ["content-type", "application/json"],
      ["x-b", "1"],
    ],
    body: `{"c":1}`,
  };
  const found = ({ headers, body, ...rest }: typeof right): unknown =>
    differences?.(
      expected,
      { ...rest, headers: new Map(headers as never), body: Buffer.from(body) },
      operation,
      "/base",
    );

  it("finds nothing in the right request", async () => {
    expect(await found(right)).toEqual([]);
  });

  const [accept, type, header] = right.headers as [[], [], []];
  it.each<[string, Partial<typeof right>]>([
    ["method", { method: "PUT" }],
    ["path", { path: "/things" }],
    ["query", { query: "a=0" }],
    ["query", { query: "a=0&key=secret&more=1" }],
    ["query", { query: "a=1&key=secret" }],
    ["headers", { headers: [accept, type] }],
    ["headers", { headers: [accept, type, header, ["x-more", "1"]] }],
    ["cookies", { headers: [...right.headers, ["cookie", "a=1"]] }],
    ["content type", { headers: [accept, header, ["content-type", "a/b"]] }],
    ["body", { headers: [accept, header] }],
    ["body", { body: `{"c":2}` }],
    ["accept", { headers: [["accept", "text/html"], type, header] }],
  ])("sees a wrong %s: %j", async (what, wrong) => {
    expect(await found({ ...right, ...wrong })).toEqual([
      expect.stringMatching(new RegExp(`^${what}: `)),
    ]);
  });
});

it("values are made from examples that fit, else from the schema", () => {
  const schema = {
    type: "object",
    required: ["a"],
    properties: {
      a: { type: "integer", example: 7 },
      b: { type: "string", enum: ["x"] },
      c: { type: "array", items: { $ref: "#/d" } },
      d: { type: "string", readOnly: true },
    },
  };
  const root = { d: { type: "integer", example: "no integer", minimum: 3 } };
  const make = (full: boolean) => makeValue?.(schema, { root, full });
  expect(make(false)).toEqual({ a: 7 });
  expect(make(true)).toEqual({ a: 7, b: "x", c: [4, 4] });
});

it("a document may be several files, each with references of its own", () => {
  const folder = mkdtempSync(join(tmpdir(), "sdkwright-wire-"));
  const files = {
    "root.yaml": `paths: { /a: { $ref: "paths/a.yaml" } }\nd: { name: wrong }`,
    "paths/a.yaml": `parameters: [{ $ref: "#/d" }, { $ref: "../shared.json#/b~1c" }]\nget: {}\nd: { name: a, in: query }`,
    "shared.json": `{ "b/c": { "name": "b", "in": "header" } }`,
  };
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    expect(operationsOf?.(readDocument?.(join(folder, "root.yaml")))).toEqual([
      expect.objectContaining({
        method: "GET",
        path: "/a",
        parameters: [
          { name: "a", in: "query" },
          { name: "b", in: "header" },
        ],
      }),
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it("https comes before plain http, where a document offers both", () => {
  const servers = ["http://a.test/x/", "https://b.test", "https://a.test/x/"];
  const root = {
    servers: servers.map((url) => ({ url })),
    paths: { "/a": { get: {} } },
  };
  expect(operationsOf?.(root)).toMatchObject([{ server: "https://a.test/x" }]);
});
