/** Lists in pages: how the next page is asked for, where a walk ends, and what it refuses. */
import { describe, expect, it } from "vitest";
import { apiKey } from "../../templates/runtime/auth.js";
import {
  ConfigError,
  DecodeError,
  type SDKError,
} from "../../templates/runtime/errors.js";
import type { Operation, Paging } from "../../templates/runtime/operation.js";
import {
  getNextPage,
  hasNextPage,
  paginate,
  type PagePromise,
} from "../../templates/runtime/pages.js";
import {
  clientOf,
  failureOf,
  serve,
  type TestServer,
  singleScheme,
} from "./support/server.js";

interface Item {
  id: number;
}
const operation = (paging: Paging): Operation => ({
  id: "list",
  method: "GET",
  path: "/items",
  query: ["after", "offset", "page", "limit"],
  paging,
});
const pages = <Body = { data: Item[] }>(
  server: TestServer,
  paging: Paging,
  params?: object,
  options?: object,
) =>
  paginate<Item, Body, SDKError>(
    clientOf(server),
    operation(paging),
    params,
    options,
  );

async function ids(
  list: PagePromise<Item, unknown> | AsyncIterable<Item>,
): Promise<number[]> {
  const all: number[] = [];
  for await (const { id } of list) all.push(id);
  return all;
}

const query = (target: string) => new URL(target, "http://x").searchParams;
const targets = ({ requests }: TestServer) =>
  requests.map(({ target }) => target);

const byCursor: Paging = {
  by: "cursor",
  param: "after",
  items: ["data"],
  next: ["pagination", "next"],
};
const cursors = () =>
  serve(({ request, json }) => {
    const after = query(request.target).get("after") ?? "0";
    const next: Record<string, string | null> = { 0: "b", b: "c", c: null };
    const items: Record<string, Item[]> = {
      0: [{ id: 1 }, { id: 2 }],
      b: [],
      c: [{ id: 3 }],
    };
    json(200, { data: items[after], pagination: { next: next[after] } });
  });

describe("the next page", () => {
  it("comes by a cursor, also after an empty page", async () => {
    const server = await cursors();
    expect(await ids(pages(server, byCursor, { limit: 2 }))).toEqual([1, 2, 3]);
    expect(targets(server)).toEqual([
      "/items?limit=2",
      "/items?after=b&limit=2",
      "/items?after=c&limit=2",
    ]);
  });

  it.each([undefined, null, "", false])(
    "ends at the cursor %j",
    async (next) => {
      const server = await serve(({ json }) => {
        json(200, { data: [{ id: 1 }], pagination: { next } });
      });
      expect(await ids(pages(server, byCursor))).toEqual([1]);
    },
  );

  it("is never read from a prototype", async () => {
    const server = await serve(({ json }) => {
      json(200, { data: [{ id: 1 }], pagination: {} });
    });
    for (const next of [
      ["constructor", "name"],
      ["pagination", "toString", "name"],
      ["__proto__", "constructor", "name"],
    ])
      expect(await ids(pages(server, { ...byCursor, next }))).toEqual([1]);
    expect(server.requests).toHaveLength(3);
  });

  it("ends where the body says that there is no more", async () => {
    const server = await serve(({ index, json }) => {
      json(200, {
        data: [{ id: index }],
        more: index < 1,
        pagination: { next: `n${index}` },
      });
    });
    expect(await ids(pages(server, { ...byCursor, more: ["more"] }))).toEqual([
      0, 1,
    ]);
  });

  it("comes by an offset, up to an empty page", async () => {
    const server = await serve(({ request, json }) => {
      const offset = Number(query(request.target).get("offset") ?? 0);
      json(200, {
        data: offset < 4 ? [{ id: offset }, { id: offset + 1 }] : [],
      });
    });
    expect(
      await ids(
        pages(server, { by: "offset", param: "offset", items: ["data"] }),
      ),
    ).toEqual([0, 1, 2, 3]);
    expect(targets(server)).toEqual([
      "/items",
      "/items?offset=2",
      "/items?offset=4",
    ]);
    server.requests.length = 0;
    expect(
      await ids(
        pages(
          server,
          { by: "offset", param: "offset", items: ["data"] },
          { offset: 2 },
        ),
      ),
    ).toEqual([2, 3]);
  });

  it.each([
    [undefined, undefined, ["/items", "/items?page=2", "/items?page=3"]],
    [0, undefined, ["/items", "/items?page=1", "/items?page=2"]],
    [
      undefined,
      { page: 7 },
      ["/items?page=7", "/items?page=8", "/items?page=9"],
    ],
  ])("comes by a number that starts at %s", async (first, params, expected) => {
    const server = await serve(({ index, json }) => {
      json(200, index < 2 ? [{ id: index }] : []);
    });
    const paging: Paging = {
      by: "page",
      param: "page",
      items: [],
      ...(first !== undefined && { first }),
    };
    expect(await ids(pages<Item[]>(server, paging, params))).toEqual([0, 1]);
    expect(targets(server)).toEqual(expected);
  });

  it("ends with `more` for numbers too", async () => {
    const server = await serve(({ json }) => {
      json(200, { data: [{ id: 1 }], more: false });
    });
    await ids(
      pages(server, {
        by: "page",
        param: "page",
        items: ["data"],
        more: ["more"],
      }),
    );
    expect(server.requests).toHaveLength(1);
  });

  it.each([
    "/items?page=2",
    "?page=2",
    "items?page=2",
    "{url}/items?page=2",
    "{url}/items?page=2#top",
  ])("comes by the link %s in the body", async (link) => {
    const server: TestServer = await serve(({ index, json }) => {
      json(200, {
        results: [{ id: index }],
        next: index ? null : link.replace("{url}", server.url),
      });
    });
    const list = pages<object>(
      server,
      { by: "url", items: ["results"], next: ["next"] },
      { limit: 1 },
      { headers: { "x-a": "1" } },
    );
    expect(await ids(list)).toEqual([0, 1]);
    expect(server.requests[1]).toMatchObject({
      target: "/items?page=2",
      headers: { "x-a": "1" },
    });
  });

  it.each([
    '<{url}/items?page=2>; rel="next"',
    '<{url}/items?page=1>; rel="prev", <{url}/items?page=2>; rel="next", <{url}/items?page=9>; rel="last"',
    "</items?page=2>;rel=next",
    '<?page=2>; title="a"; rel="last next"',
    '</items?page=2> ; REL = "next"',
  ])("comes by the header Link: %s", async (link) => {
    const server: TestServer = await serve(({ index, json }) => {
      json(
        200,
        [{ id: index }],
        index ? {} : { link: link.replaceAll("{url}", server.url) },
      );
    });
    expect(await ids(pages<Item[]>(server, { by: "url", items: [] }))).toEqual([
      0, 1,
    ]);
    expect(server.requests[1]?.target).toBe("/items?page=2");
  });

  it.each([
    "",
    "</x>",
    '</x>; rel="prev"',
    '</x>; rel="nextish"',
    "</x; rel=next",
    '</x>; title="rel=next"',
    "<".repeat(1e4),
    `</x>${";".repeat(1e4)}`,
    `</x>;${" ".repeat(1e4)}`,
  ])("does not come by the header %s", async (link) => {
    const server = await serve(({ json }) => {
      json(200, [{ id: 1 }], { link });
    });
    expect(await ids(pages<Item[]>(server, { by: "url", items: [] }))).toEqual([
      1,
    ]);
  });

  it("carries the credentials of the client, again in the query", async () => {
    const server = await serve(({ index, json }) => {
      json(
        200,
        [{ id: index }],
        index ? {} : { link: "</items?page=2>; rel=next" },
      );
    });
    const client = clientOf(
      server,
      {},
      { auth: singleScheme("a", apiKey("query", "key", "k")) },
    );
    await ids(
      paginate<Item, Item[], SDKError>(
        client,
        operation({ by: "url", items: [] }),
      ),
    );
    expect(targets(server)).toEqual(["/items?key=k", "/items?page=2&key=k"]);
  });

  it.each([
    "http://other.example/items",
    "//other.example/items",
    "https://127.0.0.1:1/x",
    "data:application/json,[]",
    "javascript:1",
    "http://[",
    "http://127.0.0.1:1@other.example/",
  ])("is not asked for at %s", async (link) => {
    const server = await serve(({ json }) => {
      json(200, { results: [{ id: 1 }], next: link });
    });
    const error = await failureOf(
      ids(
        pages<object>(server, {
          by: "url",
          items: ["results"],
          next: ["next"],
        }),
      ),
    );
    expect(error).toBeInstanceOf(DecodeError);
    expect(error).toMatchObject({
      message: "the next page is on another origin (GET /items)",
    });
    expect(server.requests).toHaveLength(1);
  });

  it("stays on https where a server behind a proxy writes http", async () => {
    const asked: string[] = [];
    const fetch = (url: unknown) => {
      asked.push(String(url));
      return Promise.resolve(
        Response.json({
          results: [],
          next:
            asked.length > 1 ? null : "http://u:p@api.example.com/items?page=2",
        }),
      );
    };
    const client = clientOf({ url: "https://api.example.com" }, { fetch });
    await ids(
      paginate<Item, object, SDKError>(
        client,
        operation({ by: "url", items: ["results"], next: ["next"] }),
      ),
    );
    expect(asked).toEqual([
      "https://api.example.com/items",
      "https://api.example.com/items?page=2",
    ]);
  });
});

describe("a walk", () => {
  it("asks for no more pages than are needed", async () => {
    const server = await cursors();
    for await (const item of pages(server, byCursor)) {
      expect(item.id).toBe(1);
      break;
    }
    expect(server.requests).toHaveLength(1);
    expect(
      (await pages(server, byCursor).all({ limit: 2 })).map(({ id }) => id),
    ).toEqual([1, 2]);
    expect(server.requests).toHaveLength(2);
    expect(await pages(server, byCursor).all({ limit: 0 })).toEqual([]);
    expect(await pages(server, byCursor).all({ limit: 100 })).toHaveLength(3);
  });

  it("goes over pages, which are the bodies themselves", async () => {
    const server = await cursors();
    const found = [];
    for await (const page of pages(server, byCursor).pages()) found.push(page);
    expect(JSON.parse(JSON.stringify(found))).toEqual([
      { data: [{ id: 1 }, { id: 2 }], pagination: { next: "b" } },
      { data: [], pagination: { next: "c" } },
      { data: [{ id: 3 }], pagination: { next: null } },
    ]);
    expect(Object.keys(found[0] ?? {})).toEqual(["data", "pagination"]);
  });

  it("can be made by hand", async () => {
    const server = await cursors();
    const first = await pages(server, byCursor);
    expect(hasNextPage(first)).toBe(true);
    const second = (await getNextPage(first)) ?? first;
    const third = (await getNextPage(second)) ?? first;
    expect([second.data, third.data]).toEqual([[], [{ id: 3 }]]);
    expect([hasNextPage(third), await getNextPage(third)]).toEqual([
      false,
      undefined,
    ]);
    // A page can be left twice.
    expect((await getNextPage(first))?.data).toEqual([]);
  });

  it("by hand does not take a copy for the last page", async () => {
    const copy = { ...(await pages(await cursors(), byCursor)) };
    expect(() => hasNextPage(copy)).toThrow(ConfigError);
    expect(await failureOf(getNextPage(copy))).toBeInstanceOf(ConfigError);
  });

  it.each([
    ["nothing", undefined, "application/json"],
    ["null", "null", "application/json"],
    ["a text", '"x"', "application/json"],
    ["another shape", '{"data":{"a":1}}', "application/json"],
  ])("over %s is empty", async (_, body, type) => {
    const server = await serve(({ text, json }) => {
      if (body === undefined) json(204);
      else text(200, body, type);
    });
    expect(await ids(pages(server, byCursor))).toEqual([]);
  });

  it("does not go in circles", async () => {
    for (const tokens of [["a"], ["a", "b"], ["a", "b", "c"]]) {
      const server = await serve(({ index, json }) => {
        json(200, {
          data: [{ id: index }],
          pagination: { next: tokens[index % tokens.length] },
        });
      });
      const error = await failureOf(ids(pages(server, byCursor)));
      expect(error).toBeInstanceOf(DecodeError);
      expect(error).toMatchObject({
        message: "the server repeated a page (GET /items)",
      });
      expect(server.requests.length).toBeLessThanOrEqual(tokens.length + 1);
    }
  });

  it("does not go on for ever", async () => {
    const server = await serve(({ index, json }) => {
      json(200, { data: [], pagination: { next: `n${index}` } });
    });
    const walks = [
      () => pages(server, byCursor).all({ limit: 5, maxPages: 20 }),
      async () => {
        const options = { maxPages: 20 };
        for await (const _ of pages(server, byCursor).pages(options));
      },
    ];
    for (const walk of walks) {
      expect(await failureOf(walk())).toMatchObject({
        message: "the list has more than 20 pages (GET /items)",
      });
      expect(server.requests.splice(0)).toHaveLength(20);
    }
  });

  it("ends with the error of a page", async () => {
    const server = await serve(({ index, json }) => {
      json(index ? 404 : 200, { data: [{ id: 1 }], pagination: { next: "n" } });
    });
    const seen: number[] = [];
    const error = await failureOf(
      (async () => {
        for await (const { id } of pages(server, byCursor)) seen.push(id);
      })(),
    );
    expect(error).toMatchObject({ status: 404 });
    expect(seen).toEqual([1]);
  });

  it("ends when the caller aborts", async () => {
    const controller = new AbortController();
    const server = await serve(({ index, json }) => {
      if (index) controller.abort();
      else json(200, { data: [{ id: 1 }], pagination: { next: "n" } });
    });
    expect(
      await failureOf(
        ids(pages(server, byCursor, {}, { signal: controller.signal })),
      ),
    ).toMatchObject({ name: "AbortError" });
  });
});

describe("the promise of a page", () => {
  it("has all that others have", async () => {
    const server = await cursors();
    const { data, response } = await pages(server, byCursor).withResponse();
    expect([data.data.length, response.status]).toEqual([2, 200]);
    expect(await pages(server, byCursor).result()).toMatchObject({ ok: true });
    const raw = await pages(server, byCursor).asResponse();
    expect(await raw.json()).toMatchObject({ pagination: { next: "b" } });
  });

  it("without paging data follows links in the header, as REST APIs have them", async () => {
    const server = await serve(({ json }) => {
      json(200, [{ id: 1 }]);
    });
    const { paging: _, ...plain } = operation(byCursor);
    expect(
      await ids(paginate<Item, Item[], SDKError>(clientOf(server), plain)),
    ).toEqual([1]);
  });
});
