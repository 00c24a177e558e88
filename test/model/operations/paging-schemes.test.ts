/** Pages as the config describes them, and what is said of a scheme that does not fit. */
import { describe, expect, it } from "vitest";
import type { PaginationScheme } from "../../../generator/config/config.js";
import { Diagnostics } from "../../../generator/diagnostics/diagnostics.js";
import { pagingText } from "../../support/paging.js";
import { operationsOf, sdkOf } from "../../support/pipeline.js";

const things = '{ type: array, items: { $ref: "#/components/schemas/Thing" } }';
const source = `
paths:
  /things:
    get:
      operationId: listThings
      parameters:
        - { in: query, name: from, schema: { type: string } }
        - { in: query, name: nr, schema: { type: integer, default: 0 } }
      responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/Things" } } } } }
  /others:
    get:
      operationId: listOthers
      parameters: [{ in: query, name: page, schema: { type: integer } }]
      responses: { "200": { description: ok, content: { application/json: { schema: ${things} } } } }
  /searches:
    post:
      operationId: search
      requestBody: { required: true, content: { application/json: { schema: { type: object, properties: { paging: { type: object, properties: { from: { type: string } } } } } } } }
      responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/Things" } } } } }
  /files:
    get:
      operationId: file
      responses: { "200": { description: ok, content: { text/csv: {} } } }
components:
  schemas:
    Thing: { type: object, properties: { id: { type: string }, key: { type: object, properties: { sub: { type: string } } } } }
    Things:
      type: object
      properties:
        data: { type: object, properties: { rows: ${things} } }
        other: ${things}
        meta: { type: object, properties: { upto: { type: string }, goes_on: { type: boolean }, all: { type: integer }, all_pages: { type: integer } } }
        a.b: { type: string }`;

type Schemes = Readonly<Record<string, PaginationScheme>>;

/** What becomes of the operations, and what is reported. */
async function planned(pagination: Schemes) {
  const diagnostics = new Diagnostics();
  const sdk = await sdkOf(source, { pagination }, diagnostics);
  const pages = [...operationsOf(sdk)].flatMap(([key, { operation }]) =>
    operation.paging ? [`${key}: ${pagingText(operation.paging)}`] : [],
  );
  const messages = diagnostics
    .all()
    .map(({ severity, message }) => `${severity}: ${message}`);
  return { pages: pages.sort(), messages };
}

const others = "GET /others: page page, items (all)";

describe("a scheme that names operations", () => {
  it.each<[string, PaginationScheme, string]>([
    [
      "a cursor",
      {
        by: "cursor",
        param: "from",
        items: "data.rows",
        next: "meta.upto",
        more: "meta.goes_on",
      },
      "cursor from, items data.rows, next meta.upto, more meta.goes_on",
    ],
    [
      "the last item",
      { by: "id", param: "from", items: "data.rows", id: "key.sub" },
      "id from, items data.rows, id key.sub",
    ],
    [
      "a number of a page, with all pages",
      { by: "page", param: "nr", items: "other", total: "meta.all_pages" },
      "page nr, items other, first 0, pages meta.all_pages",
    ],
    [
      "an offset, with all items",
      { by: "offset", param: "nr", total: "meta.all" },
      "offset nr, items other, total meta.all",
    ],
    ["a link", { by: "url", next: "a.b" }, "url, items other, next a.b"],
    ["a header", { by: "url" }, "url, items other"],
    ["one page", { by: "single" }, "single, items other"],
  ])("by %s", async (_, scheme, want) => {
    for (const operation of [
      "listThings",
      "GET /things",
      "*Things",
      "GET /thi*",
    ])
      expect(
        await planned({ mine: { ...scheme, operations: [operation] } }),
      ).toEqual({ pages: [others, `GET /things: ${want}`], messages: [] });
  });

  it("takes a field of a body", async () => {
    const { pages } = await planned({
      mine: {
        by: "cursor",
        param: "paging.from",
        next: "meta.upto",
        operations: ["search"],
      },
    });
    expect(pages).toEqual([
      others,
      "POST /searches: cursor paging.from, items other, next meta.upto",
    ]);
  });

  it("comes before what is recognised, also to say that there are no pages", async () => {
    expect(
      await planned({ no: { by: "none", operations: ["listOthers", "file"] } }),
    ).toEqual({ pages: [], messages: [] });
  });

  it.each<[PaginationScheme, string]>([
    [
      { by: "cursor", param: "from", next: "meta.nothing" },
      "field meta.nothing in the response (next)",
    ],
    [{ by: "cursor", param: "from" }, "next in the scheme"],
    [
      { by: "cursor", param: "nothing", next: "meta.upto" },
      "parameter nothing",
    ],
    [{ by: "page" }, "param in the scheme"],
    [{ by: "single", items: "data" }, "list at data in the response"],
    [{ by: "id", param: "from", id: "uuid" }, "field uuid in every item (id)"],
    [
      { by: "offset", param: "nr", total: "x", more: "y" },
      "field y in the response (more), field x in the response (total)",
    ],
  ])("that do not fit says what is missing: %j", async (scheme, lacks) => {
    const { messages } = await planned({
      mine: { ...scheme, operations: ["listThings"] },
    });
    expect(messages).toEqual([
      `error: GET /things does not fit the scheme "mine" of pagination (by ${scheme.by}): there is no ${lacks}`,
    ]);
  });

  it("takes headers, and what asks for the page before", async () => {
    const { pages, messages } = await planned({
      by_header: {
        by: "cursor",
        param: "from",
        items: "data.rows",
        headers: { next: "X-Next", more: "X-More" },
        operations: ["listThings"],
      },
      counted: {
        by: "page",
        param: "page",
        headers: { total: "X-Total-Pages" },
        operations: ["listOthers"],
      },
      ids: {
        by: "id",
        param: "paging.from",
        items: "data.rows",
        previous: "paging.until",
        operations: ["search"],
      },
    });
    expect(pages).toEqual([
      "GET /others: page page, items (all), pages ~total, ~total is X-Total-Pages",
      "GET /things: cursor from, items data.rows, next ~next, more ~more, ~next is X-Next, ~more is X-More",
    ]);
    expect(messages).toEqual([
      expect.stringContaining("parameter paging.until"),
    ]);
  });

  it("that are not there, or have no list, is an error", async () => {
    const by = { by: "page", param: "page" } as const;
    expect(
      (await planned({ mine: { ...by, operations: ["nothing*", "file"] } }))
        .messages,
    ).toEqual([
      'error: the scheme "mine" of pagination names nothing*, which is no operation of the document',
      'error: GET /files does not fit the scheme "mine" of pagination (by page): there is no response in JSON',
    ]);
    expect(
      (await planned({ mine: { ...by, operations: ["*Others", "file*"] } }))
        .messages,
    ).toEqual([]);
  });
});

describe("a scheme that names none", () => {
  it("applies to all that it fits", async () => {
    expect(
      await planned({
        first: {
          by: "cursor",
          param: "from",
          next: "meta.upto",
          items: "data.rows",
        },
        second: { by: "single", items: "" },
      }),
    ).toEqual({
      pages: [
        "GET /others: single, items (all)",
        "GET /things: cursor from, items data.rows, next meta.upto",
      ],
      messages: [],
    });
  });

  it("can turn recognition off", async () => {
    expect(await planned({ none: { by: "none" } })).toEqual({
      pages: [],
      messages: [],
    });
  });

  it("that fits nothing is reported", async () => {
    expect(await planned({ lost: { by: "page", param: "nothing" } })).toEqual({
      pages: [others],
      messages: ['warning: the scheme "lost" of pagination fits no operation'],
    });
  });
});

it("what looks like a list is named in one note, as far as a message goes", async () => {
  const paths = Array.from(
    { length: 30 },
    (_, index) =>
      `  /things-${index}: { get: { parameters: [{ in: query, name: cursor, schema: { type: string } }], responses: { "200": { description: ok, content: { application/json: { schema: { type: array, items: { type: string } } } } } } } }`,
  );
  const diagnostics = new Diagnostics();
  await sdkOf(`paths:\n${paths.join("\n")}`, {}, diagnostics);
  expect(diagnostics.all().map(({ message }) => message)).toEqual([
    `these look like lists in pages, but nothing says how they go on: ${Array.from({ length: 12 }, (_, index) => `GET /things-${index}`).join(", ")}, 18 more`,
  ]);
});
