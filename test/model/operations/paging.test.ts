/**
 * Lists that come in pages, and lists that only look like it.
 */
import { describe, expect, it } from "vitest";
import { declarationIn, headOf } from "../../support/declarations.js";
import { pagingText } from "../../support/paging.js";
import { emitted, onlyOperation } from "../../support/pipeline.js";

interface Case {
  /** Query parameters: `limit: integer, after: [string; "null"]`. */
  readonly query?: string;
  /** Properties of the response, or a schema that begins with `type`. */
  readonly response: string;
  readonly method?: string;
  readonly extension?: string;
}

const source = ({
  query = "",
  response,
  method = "get",
  extension = "",
}: Case): string => `
paths:
  /things:
    ${method}:
      operationId: listThings
      tags: [Things]
      ${extension}
      parameters: [${query
        .split(", ")
        .filter((one) => one !== "")
        .map((one) => {
          const [name = "", type = ""] = one.split(": ");
          return `{ name: ${name}, in: query, schema: { type: ${type.replace(";", ", ")} } }`;
        })
        .join(", ")}]
      responses:
        "200":
          description: The things.
          content: { application/json: { schema: ${response.startsWith("type:") ? `{ ${response} }` : `{ type: object, properties: { ${response} } }`} } }
components:
  schemas:
    Thing: { type: object, properties: { id: { type: string } } }`;

const things = 'type: array, items: { $ref: "#/components/schemas/Thing" }';

/** `cursor after: items data, next next_cursor` */
const pagingOf = async (one: Case): Promise<string> => {
  const { paging } = await onlyOperation(source(one));
  return paging ? pagingText(paging) : "none";
};

describe("pages are recognised", () => {
  it.each<[string, Case, string]>([
    [
      "by a cursor",
      {
        query: "cursor: string",
        response: `data: { ${things} }, next_cursor: { type: string }`,
      },
      "cursor cursor, items data, next next_cursor",
    ],
    [
      "by a cursor inside an object",
      {
        query: "limit: integer, after: string, before: string",
        response: `object: { const: list }, data: { ${things} }, pagination: { type: object, properties: { has_more: { type: boolean }, next_cursor: { type: string }, previous_cursor: { type: string } } }`,
      },
      "cursor after, items data, next pagination.next_cursor, more pagination.has_more",
    ],
    [
      "by a page token",
      {
        query: "pageToken: string",
        response: `items: { ${things} }, nextPageToken: { type: string }`,
      },
      "cursor pageToken, items items, next nextPageToken",
    ],
    [
      "by an offset",
      { query: "offset: integer, limit: integer", response: things },
      "offset offset, items (all)",
    ],
    [
      "by an offset that may be null",
      {
        query: 'offset: [integer; "null"]',
        response: `data: { ${things} }`,
      },
      "offset offset, items data",
    ],
    [
      "by a page number",
      {
        query: "page: integer",
        response: `results: { ${things} }, tags: { type: array, items: { type: string } }`,
      },
      "page page, items results",
    ],
  ])("%s", async (_, one, want) => {
    expect(await pagingOf(one)).toBe(want);
  });
});

describe("no pages are seen", () => {
  it.each<[string, Case]>([
    ["without a parameter", { response: things }],
    [
      "without a next cursor",
      { query: "cursor: string", response: `data: { ${things} }` },
    ],
    [
      "where nothing is a list",
      { query: "page: integer", response: "id: { type: string }" },
    ],
    [
      "where several lists could be meant",
      {
        query: "offset: integer",
        response: `cats: { ${things} }, dogs: { ${things} }`,
      },
    ],
    ["where a page is a text", { query: "page: string", response: things }],
    [
      "where an offset is a text",
      { query: "offset: string", response: things },
    ],
    [
      "in what POST answers",
      {
        method: "post",
        query: "offset: integer",
        response: things,
      },
    ],
  ])("%s", async (_, one) => {
    expect(await pagingOf(one)).toBe("none");
  });

  it("where the answer is no JSON", async () => {
    const { paging } = await onlyOperation(
      source({ query: "offset: integer", response: things }).replace(
        "application/json",
        "text/csv",
      ),
    );
    expect(paging).toBeUndefined();
  });
});

describe("extensions of other generators", () => {
  const response = `data: { type: object, properties: { rows: { ${things} }, other: { ${things} } } }, meta: { type: object, properties: { next: { type: string } } }`;

  it.each<[string, string, string]>([
    [
      "a cursor",
      "x-speakeasy-pagination: { type: cursor, inputs: [{ name: start, in: parameters, type: cursor }], outputs: { results: $.data.rows, nextCursor: $.meta.next } }",
      "cursor start, items data.rows, next meta.next",
    ],
    [
      "an offset",
      "x-speakeasy-pagination: { type: offsetLimit, inputs: [{ name: start, in: parameters, type: offset }], outputs: { results: $.data.rows } }",
      "offset start, items data.rows",
    ],
    [
      "a page number",
      "x-speakeasy-pagination: { type: offsetLimit, inputs: [{ name: start, in: parameters, type: page }], outputs: { results: \"$['data']['rows']\" } }",
      "page start, items data.rows",
    ],
    [
      "a URL",
      "x-speakeasy-pagination: { type: url, outputs: { results: $.data.rows, nextUrl: $.meta.next } }",
      "url, items data.rows, next meta.next",
    ],
    [
      "Fern's cursor",
      "x-fern-pagination: { cursor: $request.start, next_cursor: $response.meta.next, results: $response.data.rows }",
      "cursor start, items data.rows, next meta.next",
    ],
    [
      "Fern's offset",
      "x-fern-pagination: { offset: $request.start, results: $response.data.rows }",
      "offset start, items data.rows",
    ],
    [
      "results that are not there",
      "x-speakeasy-pagination: { type: offsetLimit, inputs: [{ name: start, in: parameters, type: offset }], outputs: { results: $.nothing } }",
      "none",
    ],
    [
      "a parameter that is not there",
      "x-speakeasy-pagination: { type: offsetLimit, inputs: [{ name: nothing, in: parameters, type: offset }], outputs: { results: $.data.rows } }",
      "none",
    ],
    ["nonsense", "x-speakeasy-pagination: { type: 7 }", "none"],
  ])("%s", async (_, extension, want) => {
    expect(
      await pagingOf({
        query: "start: string",
        response,
        extension,
        method: "post",
      }),
    ).toBe(want);
  });
});

describe("a list in pages", () => {
  it("is a promise of a page, with the item's type", async () => {
    const text = await emitted(
      source({ query: "offset: integer", response: things }),
      "src/resources/things.ts",
    );
    expect(headOf(text, "listThings")).toBe(
      "listThings(client: TestCore, params?: ListThingsParams, options?: RequestOptions): PagePromise<Thing, Thing[], ListThingsError>",
    );
  });

  it("names an item without a name by its place", async () => {
    const one = source({
      query: "offset: integer",
      response:
        "rows: { type: array, items: { type: object, properties: { id: { type: string } } } }",
    });
    const text = await emitted(one, "src/resources/things.ts");
    expect(headOf(text, "listThings")).toContain(
      'PagePromise<NonNullable<ListThingsResponse["rows"]>[number], ListThingsResponse, ListThingsError>',
    );
    expect(
      declarationIn(await emitted(one, "src/models.ts"), "ListThingsResponse"),
    ).toBe(`interface ListThingsResponse {
  rows?: {
    id?: string;
  }[];
}`);
  });
});
