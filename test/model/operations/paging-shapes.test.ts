/**
 * Lists as APIs in use have them, each reduced to what shows how it goes on; and what only looks so.
 */
import { describe, expect, it } from "vitest";
import { pagingText } from "../../support/paging.js";
import { codesOf, onlyOperation } from "../../support/pipeline.js";

interface Shape {
  readonly path?: string;
  readonly method?: string;
  /** Parameter Objects without `in: query`: `name: page, schema: { type: integer }`. */
  readonly query?: readonly string[];
  /** The schema of a body in JSON. */
  readonly body?: string;
  readonly required?: boolean;
  /** The schema of the response. */
  readonly response: string;
  readonly headers?: string;
}

const document = ({
  path = "/things",
  method = "get",
  query = [],
  body,
  required = true,
  response,
  headers = "{}",
}: Shape): string => `
paths:
  ${path}:
    ${method}:
      operationId: op
      parameters: [${query.map((one) => `{ in: query, ${one} }`).join(", ")}]
      ${body === undefined ? "" : `requestBody: { required: ${required}, content: { application/json: { schema: ${body} } } }`}
      responses:
        "200":
          description: ok
          headers: ${headers}
          content: { application/json: { schema: ${response} } }
components:
  schemas:
    Thing: { type: object, properties: { id: { type: string }, name: { type: string } } }`;

const pagingOf = async (shape: Shape): Promise<string> => {
  const { paging } = await onlyOperation(document(shape));
  return paging ? pagingText(paging) : "none";
};

const things = '{ type: array, items: { $ref: "#/components/schemas/Thing" } }';
const string = "{ type: string }";
const count = "{ type: integer }";
const flag = "{ type: boolean }";
const object = (fields: string): string =>
  `{ type: object, properties: { ${fields} } }`;
const nullable = '{ type: [string, "null"] }';
const query = (...names: string[]): string[] =>
  names.map(
    (name) =>
      `name: "${name}", schema: ${/limit|size|page$|offset|skip|number|start(at|index)/i.test(name) ? count : string}`,
  );

describe("the cursor of a response", () => {
  it.each<[string, Shape, string]>([
    [
      "WorkOS",
      {
        query: query("before", "after", "limit"),
        response: object(
          `data: ${things}, list_metadata: ${object(`before: ${nullable}, after: ${nullable}`)}`,
        ),
      },
      "cursor after, items data, next list_metadata.after",
    ],
    [
      "Cloudflare's newer lists",
      {
        query: query("cursor", "per_page"),
        response: object(
          `errors: { type: array, items: { type: object } }, messages: { type: array, items: { type: object } }, success: ${flag}, result: ${things}, result_info: ${object(`cursors: ${object(`after: ${string}, before: ${string}`)}`)}`,
        ),
      },
      "cursor cursor, items result, next result_info.cursors.after",
    ],
    [
      "HubSpot",
      {
        query: query("limit", "after"),
        response: object(
          `results: ${things}, paging: ${object(`next: ${object(`link: ${string}, after: ${string}`)}`)}`,
        ),
      },
      "cursor after, items results, next paging.next.after",
    ],
    [
      "Intercom",
      {
        query: query("page", "per_page", "starting_after"),
        response: object(
          `type: ${string}, data: ${things}, total_count: ${count}, pages: ${object(`type: ${string}, page: ${count}, next: ${object(`per_page: ${count}, starting_after: ${nullable}`)}, total_pages: ${count}`)}`,
        ),
      },
      "cursor starting_after, items data, next pages.next.starting_after",
    ],
    [
      "Slack",
      {
        query: query("cursor", "limit"),
        response: object(
          `ok: ${flag}, members: ${things}, response_metadata: ${object(`next_cursor: ${string}`)}`,
        ),
      },
      "cursor cursor, items members, next response_metadata.next_cursor",
    ],
    [
      "Google",
      {
        query: query("pageSize", "pageToken"),
        response: object(`things: ${things}, nextPageToken: ${string}`),
      },
      "cursor pageToken, items things, next nextPageToken",
    ],
    [
      "Kubernetes",
      {
        query: query("limit", "continue"),
        response: object(
          `items: ${things}, metadata: ${object(`continue: ${string}, resourceVersion: ${string}`)}`,
        ),
      },
      "cursor continue, items items, next metadata.continue",
    ],
    [
      "a cursor that is called next",
      {
        query: query("after", "limit"),
        response: object(
          `data: ${things}, has_more: ${flag}, next: { type: [string, "null"], description: The cursor of the next page. }`,
        ),
      },
      "cursor after, items data, next next, more has_more",
    ],
    [
      "a page that is a token",
      {
        query: ["name: page, schema: { type: string }", ...query("limit")],
        response: object(
          `data: ${things}, has_more: ${flag}, next_page: ${nullable}`,
        ),
      },
      "cursor page, items data, next next_page, more has_more",
    ],
    [
      "the number of the next page",
      {
        query: query("page"),
        response: object(
          `data: ${things}, next_page: { type: [integer, "null"] }`,
        ),
      },
      "cursor page, items data, next next_page",
    ],
    [
      "Asana",
      {
        query: ["name: offset, schema: { type: string }", ...query("limit")],
        response: object(
          `data: ${things}, next_page: { type: [object, "null"], properties: { offset: ${string}, path: ${string}, uri: ${string} } }`,
        ),
      },
      "cursor offset, items data, next next_page.offset",
    ],
    [
      "Zendesk",
      {
        query: query("page[after]", "page[size]"),
        response: object(
          `things: ${things}, meta: ${object(`has_more: ${flag}, after_cursor: ${nullable}`)}, links: ${object(`next: ${nullable}`)}`,
        ),
      },
      "cursor page[after], items things, next meta.after_cursor, more meta.has_more",
    ],
    [
      "Square",
      {
        query: query("cursor"),
        response: object(
          `things: ${things}, cursor: { type: string, description: The cursor to be used in a subsequent request. }`,
        ),
      },
      "cursor cursor, items things, next cursor",
    ],
    [
      "Box",
      {
        query: query("marker", "limit"),
        response: object(`entries: ${things}, next_marker: ${nullable}`),
      },
      "cursor marker, items entries, next next_marker",
    ],
    [
      "Twitter",
      {
        query: query("max_results", "pagination_token"),
        response: object(
          `data: ${things}, meta: ${object(`next_token: ${string}, result_count: ${count}`)}`,
        ),
      },
      "cursor pagination_token, items data, next meta.next_token",
    ],
    [
      "a connection as GraphQL has it",
      {
        query: query("after", "first"),
        response: object(
          `nodes: ${things}, pageInfo: ${object(`endCursor: ${string}, hasNextPage: ${flag}`)}`,
        ),
      },
      "cursor after, items nodes, next pageInfo.endCursor, more pageInfo.hasNextPage",
    ],
    [
      "a cursor of the same name, which the description explains",
      {
        query: query("cursor"),
        response: object(
          `data: ${things}, meta: ${object(`cursor: { type: string, description: Pass it for the next page. }`)}`,
        ),
      },
      "cursor cursor, items data, next meta.cursor",
    ],
    [
      "an envelope that allows other fields",
      {
        query: query("cursor"),
        response: `{ type: object, additionalProperties: true, properties: { data: ${things}, next_cursor: ${string} } }`,
      },
      "cursor cursor, items data, next next_cursor",
    ],
  ])("%s", async (_, shape, want) => {
    expect(await pagingOf(shape)).toBe(want);
  });
});

describe("a cursor in a body", () => {
  const response = object(
    `results: ${things}, has_more: ${flag}, next_cursor: ${nullable}`,
  );

  it.each<[string, Shape, string]>([
    [
      "Notion",
      {
        method: "post",
        path: "/databases/{id}/query",
        body: object(`start_cursor: ${string}, page_size: ${count}`),
        response,
      },
      "cursor start_cursor, items results, next next_cursor, more has_more",
    ],
    [
      "an optional body with a required field",
      {
        method: "post",
        required: false,
        body: `{ type: object, required: [q], properties: { q: ${string}, cursor: ${string} } }`,
        response,
      },
      "cursor cursor, items results, next next_cursor, more has_more",
    ],
    [
      "Intercom's search",
      {
        method: "post",
        body: object(
          `query: { type: object }, pagination: ${object(`per_page: ${count}, starting_after: ${nullable}`)}`,
        ),
        response: object(
          `data: ${things}, pages: ${object(`next: ${object(`starting_after: ${nullable}`)}, total_pages: ${count}`)}`,
        ),
      },
      "cursor pagination.starting_after, items data, next pages.next.starting_after",
    ],
    [
      "AWS",
      {
        method: "post",
        body: object(`NextToken: ${string}, MaxResults: ${count}`),
        response: object(`Things: ${things}, NextToken: ${string}`),
      },
      "cursor NextToken, items Things, next NextToken",
    ],
    [
      "AWS, whose documents have the fields in the query as well",
      {
        method: "post",
        query: query("NextToken"),
        body: object(`NextToken: ${string}, MaxResults: ${count}`),
        response: object(`Things: ${things}, NextToken: ${string}`),
      },
      "cursor NextToken_body, items Things, next NextToken",
    ],
    [
      "the number of a page, where the response says how many there are",
      {
        method: "post",
        body: object(`page: { type: integer, default: 1 }, size: ${count}`),
        response: object(`items: ${things}, total: ${count}, pages: ${count}`),
      },
      "page page, items items, pages pages, total total",
    ],
  ])("%s", async (_, shape, want) => {
    const { path = "/things" } = shape;
    const source = document({ ...shape, path }).replace(
      "parameters: [",
      path.includes("{id}")
        ? "parameters: [{ in: path, name: id, required: true, schema: { type: string } }"
        : "parameters: [",
    );
    const { paging } = await onlyOperation(source);
    expect(paging && pagingText(paging)).toBe(want);
  });
});

describe("the id of the last item", () => {
  it.each<[string, Shape, string]>([
    [
      "Stripe",
      {
        query: query("ending_before", "limit", "starting_after"),
        response: object(
          `data: ${things}, has_more: ${flag}, object: ${string}, url: ${string}`,
        ),
      },
      "id starting_after, items data, id id, more has_more",
    ],
    [
      "OpenAI",
      {
        query: query("after", "limit"),
        response: object(
          `data: ${things}, has_more: ${flag}, first_id: ${string}, last_id: ${string}`,
        ),
      },
      "id after, items data, next last_id, id id, more has_more",
    ],
    [
      "Anthropic",
      {
        query: query("before_id", "after_id", "limit"),
        response: object(
          `data: ${things}, has_more: ${flag}, first_id: ${nullable}, last_id: ${nullable}`,
        ),
      },
      "id after_id, items data, next last_id, id id, more has_more",
    ],
    [
      "items without one, where the response has it",
      {
        query: query("after"),
        response: object(
          `data: { type: array, items: { type: object, properties: { key: ${string} } } }, has_more: ${flag}, last_id: ${string}`,
        ),
      },
      "cursor after, items data, next last_id, more has_more",
    ],
    [
      "items of several kinds, each with an id",
      {
        query: query("after"),
        response: object(
          `data: { type: array, items: { oneOf: [{ $ref: "#/components/schemas/Thing" }, { type: object, properties: { id: ${string}, size: ${count} } }] } }, has_more: ${flag}`,
        ),
      },
      "id after, items data, id id, more has_more",
    ],
  ])("%s", async (_, shape, want) => {
    expect(await pagingOf(shape)).toBe(want);
  });

  it.each<[string, Shape]>([
    [
      "not every item has an id",
      {
        query: query("after"),
        response: object(
          `data: { type: array, items: { oneOf: [{ $ref: "#/components/schemas/Thing" }, { type: object, properties: { size: ${count} } }] } }, has_more: ${flag}`,
        ),
      },
    ],
    [
      "nothing says when it ends",
      { query: query("after", "limit"), response: object(`data: ${things}`) },
    ],
    [
      "the parameter is a time",
      {
        query: ["name: after, schema: { type: string, format: date-time }"],
        response: object(`data: ${things}, has_more: ${flag}`),
      },
    ],
    [
      "the parameter is a date in words",
      {
        query: [
          "name: after, description: Only things created after this timestamp., schema: { type: integer }",
        ],
        response: object(`data: ${things}, has_more: ${flag}`),
      },
    ],
  ])("is not taken where %s", async (_, shape) => {
    expect(await pagingOf(shape)).toBe("none");
  });
});

describe("a link", () => {
  const uri = '{ type: [string, "null"], format: uri }';

  it.each<[string, Shape, string]>([
    [
      "Twilio",
      {
        query: [
          "name: Page, schema: { type: integer, minimum: 0 }",
          ...query("PageSize", "PageToken"),
        ],
        response: object(
          `things: ${things}, next_page_uri: ${uri}, page: ${count}, page_size: ${count}`,
        ),
      },
      "url, items things, next next_page_uri",
    ],
    [
      "JSON:API",
      {
        query: query("page[cursor]", "page[size]"),
        response: object(
          `data: ${things}, links: ${object(`next: ${nullable}, prev: ${nullable}`)}`,
        ),
      },
      "url, items data, next links.next",
    ],
    [
      "HAL",
      {
        path: "/things",
        response: object(
          `_embedded: ${object(`things: ${things}`)}, _links: ${object(`next: ${object(`href: ${string}`)}, prev: ${object(`href: ${string}`)}`)}`,
        ),
      },
      "url, items _embedded.things, next _links.next",
    ],
    [
      "OData",
      {
        response: object(`value: ${things}, "@odata.nextLink": ${string}`),
      },
      "url, items value, next @odata.nextLink",
    ],
    [
      "OData, where items can be skipped as well",
      {
        query: query("$skip", "$top"),
        response: object(`value: ${things}, "@odata.nextLink": ${string}`),
      },
      "url, items value, next @odata.nextLink",
    ],
    [
      "Django's cursors, where the document says that it is a URL",
      {
        query: query("cursor"),
        response: object(`next: ${uri}, previous: ${uri}, results: ${things}`),
      },
      "url, items results, next next",
    ],
    [
      "a header Link that is declared",
      {
        query: query("limit", "page_info"),
        headers: "{ Link: { schema: { type: string } } }",
        response: object(`things: ${things}`),
      },
      "url, items things",
    ],
  ])("%s", async (_, shape, want) => {
    expect(await pagingOf(shape)).toBe(want);
  });

  it("of a list without a parameter for pages is none of the list", async () => {
    const shape = {
      query: ["name: channel, schema: { type: string }"],
      response: object(`next: ${uri}, programmes: ${things}`),
    };
    expect(await pagingOf(shape)).toBe("none");
  });
});

describe("numbers, and where they end", () => {
  it.each<[string, Shape, string]>([
    [
      "Spring",
      {
        query: [
          "name: page, schema: { type: integer, minimum: 0, default: 0 }",
          ...query("size"),
        ],
        response: object(
          `content: ${things}, last: ${flag}, first: ${flag}, totalPages: ${count}, totalElements: ${count}, number: ${count}, numberOfElements: ${count}, size: ${count}, pageable: { type: object, properties: { pageNumber: ${count} } }`,
        ),
      },
      "page page, items content, first 0, last last, pages totalPages, total totalElements",
    ],
    [
      "Spring's Pageable as one parameter",
      {
        query: [
          `name: pageable, schema: ${object("page: { type: integer, minimum: 0 }, size: { type: integer }")}`,
        ],
        response: object(`content: ${things}, last: ${flag}`),
      },
      "page pageable.page, items content, first 0, last last",
    ],
    [
      "Django",
      {
        query: query("page", "page_size"),
        response: object(
          `count: ${count}, next: { type: [string, "null"], format: uri }, previous: { type: [string, "null"], format: uri }, results: ${things}`,
        ),
      },
      "page page, items results, next next, count count",
    ],
    [
      "Laravel",
      {
        query: query("page"),
        response: object(
          `data: ${things}, links: ${object(`first: ${string}, last: ${string}, prev: ${nullable}, next: ${nullable}`)}, meta: ${object(`current_page: ${count}, last_page: ${count}, per_page: ${count}, total: ${count}`)}`,
        ),
      },
      "page page, items data, next links.next, current meta.current_page, pages meta.last_page, total meta.total",
    ],
    [
      "Cloudflare",
      {
        query: query("page", "per_page"),
        response: object(
          `result: ${things}, result_info: ${object(`page: ${count}, per_page: ${count}, count: ${count}, total_count: ${count}, total_pages: ${count}`)}`,
        ),
      },
      "page page, items result, current result_info.page, pages result_info.total_pages, total result_info.total_count",
    ],
    [
      "Spotify, with the list inside",
      {
        query: query("offset", "limit"),
        response: object(
          `albums: ${object(`items: ${things}, next: ${nullable}, total: ${count}, limit: ${count}`)}`,
        ),
      },
      "offset offset, items albums.items, next albums.next, total albums.total",
    ],
    [
      "SCIM, which counts from 1",
      {
        query: [
          "name: startIndex, description: The 1-based index of the first result., schema: { type: integer }",
          ...query("count"),
        ],
        response: object(
          `Resources: ${things}, schemas: { type: array, items: ${string} }, totalResults: ${count}, startIndex: ${count}`,
        ),
      },
      "offset startIndex, items Resources, first 1, total totalResults",
    ],
    [
      "Jira",
      {
        query: query("startAt", "maxResults"),
        response: object(
          `startAt: ${count}, maxResults: ${count}, total: ${count}, isLast: ${flag}, values: ${things}`,
        ),
      },
      "offset startAt, items values, last isLast, total total",
    ],
    [
      "JSON:API with numbers",
      {
        query: query("page[number]", "page[size]"),
        response: object(
          `data: ${things}, meta: ${object(`page: ${object(`total: ${count}`)}`)}`,
        ),
      },
      "page page[number], items data, total meta.page.total",
    ],
    [
      "a count that is the total, as its description says",
      {
        query: query("offset"),
        response: object(
          `data: ${things}, count: { type: integer, description: Total number of things. }`,
        ),
      },
      "offset offset, items data, total count",
    ],
    [
      "a count of the page is no sign",
      {
        query: query("offset"),
        response: object(
          `data: ${things}, count: { type: integer, description: Number of things on this page. }, total: { type: integer, description: How many this page has. }`,
        ),
      },
      "offset offset, items data",
    ],
    [
      "totals of something else are no sign",
      {
        query: query("offset"),
        response: object(
          `data: ${things}, invoice: ${object(`total: ${count}, pages: ${count}, last: ${flag}`)}`,
        ),
      },
      "offset offset, items data",
    ],
  ])("%s", async (_, shape, want) => {
    expect(await pagingOf(shape)).toBe(want);
  });
});

describe("the number of the first page", () => {
  it.each<[string, string, number | undefined]>([
    ["a default of 0", "schema: { type: integer, default: 0 }", 0],
    [
      "a default of 1",
      "schema: { type: integer, default: 1, minimum: 0 }",
      undefined,
    ],
    ["a minimum of 0", "schema: { type: integer, minimum: 0 }", 0],
    ["a minimum of 1", "schema: { type: integer, minimum: 1 }", undefined],
    [
      "an exclusive minimum",
      "schema: { type: integer, exclusiveMinimum: 0 }",
      undefined,
    ],
    [
      "a default inside of anyOf",
      'schema: { anyOf: [{ type: integer, default: 0 }, { type: "null" }] }',
      0,
    ],
    [
      "a default beside anyOf",
      'schema: { anyOf: [{ type: integer }, { type: "null" }], default: 0 }',
      0,
    ],
    [
      "a schema by reference",
      'schema: { $ref: "#/components/schemas/PageNumber" }',
      0,
    ],
    [
      "words: zero-based",
      "description: Zero-based page index., schema: { type: integer }",
      0,
    ],
    [
      "words: 0-indexed",
      "description: Page (0-indexed)., schema: { type: integer }",
      0,
    ],
    [
      "words: starts at 0",
      "description: Page number; starts at 0., schema: { type: integer }",
      0,
    ],
    [
      "words: starting from 0",
      "description: Starting from `0`., schema: { type: integer }",
      0,
    ],
    [
      "words: springdoc",
      '"description": "Results page you want to retrieve (0..N)", schema: { type: integer }',
      0,
    ],
    [
      "words in the schema",
      "schema: { type: integer, description: Zero based page }",
      0,
    ],
    [
      "words: starts at 1, beside an unsigned integer",
      "description: Starts at 1., schema: { type: integer, minimum: 0 }",
      undefined,
    ],
    [
      "words: up to 10",
      "description: Starts at 10 percent., schema: { type: integer }",
      undefined,
    ],
    ["nothing", "schema: { type: integer }", undefined],
  ])("%s", async (_, parameter, first) => {
    const { paging } = await onlyOperation(
      document({ query: [`name: page, ${parameter}`], response: things }) +
        "\n    PageNumber: { type: integer, default: 0 }",
    );
    expect(paging?.first).toBe(first);
  });

  it("of an offset that counts from 1", async () => {
    expect(
      await pagingOf({
        query: ["name: offset, schema: { type: integer, minimum: 1 }"],
        response: things,
      }),
    ).toBe("offset offset, items (all), first 1");
  });

  it("in a body", async () => {
    expect(
      await pagingOf({
        method: "post",
        body: `{ allOf: [${object("page: { type: integer, default: 0 }")}, ${object(`q: ${string}`)}] }`,
        response: object(`data: ${things}, total: ${count}`),
      }),
    ).toBe("page page, items data, first 0, total total");
  });

  it.each([
    [
      "x-speakeasy-pagination: { type: offsetLimit, inputs: [{ name: page, in: parameters, type: page }], outputs: { results: $, numPages: $.n } }",
    ],
    ["x-fern-pagination: { offset: $request.page, results: $response.data }"],
  ])("with %s", async (extension) => {
    const response = extension.includes("fern")
      ? object(`data: ${things}`)
      : things;
    const { paging } = await onlyOperation(
      document({
        query: ["name: page, schema: { type: integer, default: 0 }"],
        response,
      }).replace("operationId: op", `operationId: op\n      ${extension}`),
    );
    expect(paging).toMatchObject({ by: "page", first: 0 });
  });
});

describe("the items", () => {
  it.each([
    ["zeta", "things", "alpha"],
    ["alpha", "zeta", "things"],
  ])("are the list that the path names, in any order: %s", async (...names) => {
    const fields = names.map((name) => `${name}: ${things}`).join(", ");
    expect(
      await pagingOf({ query: query("page"), response: object(fields) }),
    ).toBe("page page, items things");
  });

  it("are none of several lists that could be meant", async () => {
    expect(
      await pagingOf({
        path: "/search",
        query: query("page"),
        response: object(
          `cats: ${things}, dogs: ${things}, found: ${object(`birds: ${things}`)}`,
        ),
      }),
    ).toBe("none");
  });
});

describe("what looks like a list without a sign of how it goes on", () => {
  it("is reported once for a document", async () => {
    const one = document({
      query: query("cursor"),
      response: object(`data: ${things}`),
    });
    expect(await codesOf(one)).toEqual(["pages-unclear"]);
    expect(
      await codesOf(document({ query: query("limit"), response: things })),
    ).toEqual([]);
  });
});
