import { describe, expect, it } from "vitest";
import { call } from "../../templates/runtime/call.js";
import type { Core } from "../../templates/runtime/client.js";
import type { Paging } from "../../templates/runtime/operation.js";
import { paginate } from "../../templates/runtime/pages.js";
import {
  mutation,
  query,
  queryPrefix,
  withoutCredentials,
} from "../../templates/runtime/query.js";
import {
  linkedPages,
  pagesByCursor,
  pagesByLink,
} from "../../templates/runtime/query-links.js";
import {
  pages,
  withValue,
  type PageParam,
} from "../../templates/runtime/query-pages.js";
import { swr } from "../../templates/runtime/swr.js";
import { clientOf, echo, serve } from "./support/server.js";

const { signal } = new AbortController();
const read = (client: Core, params?: object, options?: object) =>
  call(client, { id: "read", path: "/read", query: ["a"] }, params, options);

describe("a query", () => {
  it("calls with the signal of the cache, and options", async () => {
    const server = await echo({ name: "ada" });
    const options = query(
      ["acme", "read", undefined],
      read,
      [clientOf(server), { a: 1 }],
      { query: { b: 2 } },
    );
    expect(options).toMatchObject({
      queryKey: ["acme", "read", {}],
      retry: false,
    });
    expect(await options.queryFn({ signal })).toEqual({ name: "ada" });
    expect(server.requests[0]?.target).toBe("/read?a=1&b=2");
    const aborted = options.queryFn({ signal: AbortSignal.abort() });
    await expect(aborted).rejects.toMatchObject({ name: "AbortError" });
  });

  it("has null for nothing", async () => {
    const none = () => Promise.resolve(undefined);
    expect(await query([], none, [], undefined).queryFn({ signal })).toBe(null);
  });

  it("has keys that begin alike", () => {
    expect(queryPrefix(["acme"], "x", undefined)).toEqual(["acme", "x"]);
  });

  it("has keys without credentials", () => {
    const params = { "x-api-key": "s", a: 1, ["__proto__"]: 2 };
    expect(withoutCredentials(params, ["x-api-key"])).toEqual({
      ...{ a: 1, ["__proto__"]: 2 },
    });
    expect(withoutCredentials(undefined, ["a"])).toBe(undefined);
  });

  it("is a key and a fetcher for SWR", async () => {
    const [key, fetcher] = swr(
      query(["acme"], () => Promise.resolve(1), [], undefined),
    );
    expect([key, await fetcher()]).toEqual([["acme"], 1]);
  });
});

describe("a mutation", () => {
  const given = (...all: unknown[]) => Promise.resolve(all);
  it.each<[string, readonly string[] | undefined, unknown, unknown[]]>([
    ["nothing", [], undefined, ["client", "options"]],
    ["one argument", undefined, "a", ["client", "a", "options"]],
    [
      "both",
      ["id", "params"],
      { id: "a" },
      ["client", "a", undefined, "options"],
    ],
  ])("takes %s", async (_, names, variables, want) => {
    const options = mutation(
      ["acme"],
      given,
      "client",
      "options" as never,
      names,
    );
    expect(await options.mutationFn(variables)).toEqual(want);
    expect(options.mutationKey).toEqual(["acme"]);
  });
});

/** The requests of a walk over all pages. A param inside of another one is not sent. */
const walk = async (paging: Paging, bodies: readonly unknown[]) => {
  const server = await serve(({ index, json }) => json(200, bodies[index]));
  const query = typeof paging.param === "string" ? ["after"] : [];
  const list = (client: Core, params?: object, options?: object) =>
    paginate(
      client,
      { id: "list", path: "/list", query, paging },
      params,
      options,
    );
  const client = clientOf(server);
  const options = pagesByCursor(
    ["acme"],
    list as never,
    (page) => [
      client,
      paging.param && page !== null
        ? withValue({}, [paging.param].flat(), page)
        : { after: undefined },
    ],
    undefined,
    paging,
  );
  const all: unknown[] = [];
  const params: PageParam[] = [];
  for (
    let param: PageParam | undefined = options.initialPageParam;
    param !== undefined;
    param = options.getNextPageParam(all.at(-1), all, param, params)
  ) {
    params.push(param);
    all.push(await options.queryFn({ signal, pageParam: param }));
  }
  return server.requests.map(({ target }) => target);
};

describe("pages", () => {
  it("go on by a cursor, which may be a link", async () => {
    const paging: Paging = {
      ...{ by: "cursor", param: "after", items: ["data"], next: ["next"] },
    };
    const page = (next?: string) => ({ data: [{ id: next }], next });
    expect(await walk(paging, [page("a"), page()])).toEqual([
      ...["/list", "/list?after=a"],
    ]);
    // A cursor that comes twice ends the list.
    expect(await walk(paging, [page("a"), page("a")])).toHaveLength(2);
  });

  it("go on by a link in the body, relative or whole", async () => {
    const paging: Paging = { by: "url", items: ["data"], next: ["next"] };
    const nexts = ["/list?page=2", undefined, "/list?page=3"];
    const server = await serve(({ json, index }) => {
      json(200, { data: [{ id: index }], next: nexts[index] });
    });
    const list = (client: Core, options?: object) =>
      paginate(client, { id: "list", path: "/list", paging }, {}, options);
    const options = pagesByLink(
      ["acme"],
      list as never,
      [clientOf(server)],
      undefined,
      paging,
    );
    const first: unknown = await options.queryFn({ signal, pageParam: null });
    const next = options.getNextPageParam(first, [first], null, [null]);
    expect(next).toBe("/list?page=2");
    await options.queryFn({ signal, pageParam: `${server.url}/list?page=2` });
    await options.queryFn({ signal, pageParam: next as PageParam });
    const byCursor = pagesByCursor(
      ["acme"],
      list as never,
      () => [clientOf(server)],
      undefined,
      paging,
    );
    await byCursor.queryFn({ signal, pageParam: `${server.url}/list?page=3` });
    expect(server.requests.map(({ target }) => target)).toEqual([
      ...["/list", "/list?page=2", "/list?page=2", "/list?page=3"],
    ]);
  });

  it("go on by a number in an object, until a page is empty", async () => {
    const paging: Paging = {
      ...{ by: "offset", param: ["after", "at"], items: [] },
    };
    const requests = await walk(paging, [[{ id: 1 }], []]);
    expect(requests).toHaveLength(2);
  });

  it("end where a cursor comes again because nothing sends it", async () => {
    const paging: Paging = { by: "cursor", items: ["data"], next: ["next"] };
    const page = { data: [{ id: 1 }, { id: 2 }], next: "a" };
    expect(await walk(paging, [page, { ...page, data: [] }])).toEqual([
      ...["/list", "/list"],
    ]);
  });

  it("are asked for by values alone where nothing follows links", async () => {
    const server = await echo({ data: [] });
    const list = (client: Core, params?: object, options?: object) =>
      call(
        client,
        { id: "list", path: "/", query: ["a", "at"] },
        params,
        options,
      );
    const client = clientOf(server);
    const given = (at: PageParam) => [
      client,
      at === null ? { a: 1 } : { a: 1, at },
    ];
    const paging: Paging = { by: "page", param: "at", items: ["data"] };
    const { queryFn } = pages([], list, given, undefined, paging);
    await queryFn({ signal, pageParam: null });
    await queryFn({ signal, pageParam: 2 });
    expect(server.requests.map(({ target }) => target)).toEqual([
      ...["/?a=1", "/?a=1&at=2"],
    ]);
  });

  it("end where nothing is a page", async () => {
    const paging: Paging = { by: "offset", param: "after", items: ["data"] };
    expect(await walk(paging, [null])).toHaveLength(1);
  });
});

describe("pages by links", () => {
  const paging: Paging = { by: "url", items: ["items"] };
  const pagesOf = (url: string, api = {}) => {
    const client = clientOf({ url }, {}, api);
    const list = (at: Core, options?: object) =>
      paginate<unknown, unknown, Error>(
        at,
        { id: "list", path: "/list", paging },
        undefined,
        options,
      );
    return linkedPages(["acme"], list as never, [client], undefined, paging);
  };

  it("keep the link of the header", async () => {
    const { url } = await serve(({ index, json }) =>
      index === 0
        ? json(200, { items: [1] }, { link: '<?page=2>; rel="next"' })
        : json(200, { items: [2] }),
    );
    const { queryFn, getNextPageParam: next } = pagesOf(url);
    const first = await queryFn({ signal, pageParam: null });
    expect(first).toEqual({ items: [1], next: `${url}/list?page=2` });
    const second = await queryFn({
      ...{ signal, pageParam: next(first, [first], null, [null]) ?? null },
    });
    expect(second).toEqual({ items: [2], next: null });
  });

  it("have no items where there is no list, and no link that is none", async () => {
    const { url } = await serve(({ json }) =>
      json(200, {}, { link: '<http://[>; rel="next"' }),
    );
    expect(await pagesOf(url).queryFn({ signal, pageParam: null })).toEqual({
      ...{ items: [], next: null },
    });
  });

  it.each(["https://evil.example/list", "http://["])(
    "go to no other server: %s",
    async (pageParam) => {
      const server = await echo({ items: [] });
      const { queryFn } = pagesOf(server.url);
      await expect(queryFn({ signal, pageParam })).rejects.toMatchObject({
        message: expect.stringContaining("on another origin"),
      });
      expect(server.requests).toEqual([]);
    },
  );

  it("keep the scheme of the server, credentials, and where it redirects to", async () => {
    const server = await serve(({ index, response, json }) => {
      if (index > 0) return json(200, { items: [1] });
      response.writeHead(307, { location: "/moved" }).end();
    });
    const auth = (request: { url: string }) => {
      request.url += `${request.url.includes("?") ? "&" : "?"}key=k`;
    };
    const { queryFn } = pagesOf(server.url, { auth });
    const pageParam = `${server.url.replace("http:", "https:")}/list?page=2`;
    expect(await queryFn({ signal, pageParam })).toMatchObject({ items: [1] });
    expect(server.requests.map(({ target }) => target)).toEqual([
      ...["/list?page=2&key=k", "/moved?key=k"],
    ]);
  });
});
