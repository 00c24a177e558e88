/** What programs that were written for an earlier SDK use: pages, streams, errors, options, paths. */
import { describe, expect, it } from "vitest";
import { call } from "../../templates/runtime/call.js";
import type { ClientOptions, Core } from "../../templates/runtime/client.js";
import {
  callPath,
  atEnvironment,
  compatibleOptions,
  type CompatibleOptions,
} from "../../templates/runtime/compat.js";
import { paginate, type PageOf } from "../../templates/runtime/compat-pages.js";
import {
  APIError,
  ConfigError,
  ConnectionError,
} from "../../templates/runtime/errors.js";
import type { Logger } from "../../templates/runtime/logging.js";
import type { Operation } from "../../templates/runtime/operation.js";
import { jsonLines } from "../../templates/runtime/lines.js";
import type { Stream } from "../../templates/runtime/stream.js";
import { clientOf, echo, failureOf, serve } from "./support/server.js";

/** What {@link compatibleOptions} takes. */
type Given = ClientOptions & CompatibleOptions & { logger?: Logger };

interface Item {
  readonly id: string;
}
interface Body {
  readonly data: readonly Item[];
  readonly next?: string;
}

const list: Operation = {
  id: "list",
  path: "/items",
  query: ["after"],
  paging: { by: "cursor", param: "after", items: ["data"], next: ["next"] },
};

const listed = (client: Core, operation = list) =>
  paginate<Item, Body, APIError>(client, operation);

/** Three pages: `a`, `b`, and one without items. */
const threePages = () =>
  serve(({ request, json }) => {
    const after = new URL(request.target, "http://x").searchParams.get("after");
    if (after === null) json(200, { data: [{ id: "a" }], next: "1" });
    else if (after === "1") json(200, { data: [{ id: "b" }], next: "2" });
    else json(200, { data: [] });
  });

describe("a page", () => {
  it("has methods that are not written out", async () => {
    const server = await threePages();
    const page = await listed(clientOf(server));
    expect(JSON.stringify(page)).toBe('{"data":[{"id":"a"}],"next":"1"}');
    expect(Object.keys(page)).toEqual(["data", "next"]);
    expect(page.getPaginatedItems()).toEqual([{ id: "a" }]);
    expect(page.hasNextPage()).toBe(true);
    const next = await page.getNextPage();
    expect(next.getPaginatedItems()).toEqual([{ id: "b" }]);
  });

  it("throws where the last one is asked for another", async () => {
    const server = await threePages();
    let page = await listed(clientOf(server));
    while (page.hasNextPage()) page = await page.getNextPage();
    const error = await failureOf(page.getNextPage());
    expect(error).toBeInstanceOf(ConfigError);
    expect(String(error)).toContain("this is the last page: see hasNextPage()");
  });

  it("leads to the pages and the items after it", async () => {
    const server = await threePages();
    const page = await listed(clientOf(server));
    const pages: PageOf<Item, Body>[] = [];
    for await (const each of page.iterPages()) pages.push(each);
    expect(pages.map((each) => each.hasNextPage())).toEqual([
      ...[true, true, false],
    ]);
    const ids: string[] = [];
    for await (const { id } of page) ids.push(id);
    for await (const { id } of listed(clientOf(server))) ids.push(id);
    expect(ids).toEqual(["a", "b", "a", "b"]);
  });

  it("does not go in circles", async () => {
    const server = await serve(({ request, json }) => {
      const isFirst = !request.target.includes("after=2");
      json(200, { data: [{ id: request.target }], next: isFirst ? "2" : "1" });
    });
    const page = await listed(clientOf(server));
    const walk = async () => {
      for await (const each of page.iterPages()) expect(each).toBeDefined();
    };
    expect(String(await failureOf(walk()))).toContain("repeated a page");
  });

  it("keeps fields of these names, and is nothing where there is no body", async () => {
    const server = await serve(({ index, json }) => {
      if (index === 0) json(200, { data: "none", hasNextPage: false });
      else json(204);
    });
    const page: unknown = await listed(clientOf(server));
    expect(page).toMatchObject({ data: "none", hasNextPage: false });
    expect((page as PageOf<Item, Body>).getPaginatedItems()).toEqual([]);
    expect(await listed(clientOf(server))).toBeUndefined();
  });

  it("is read by the caller where only the response is asked for", async () => {
    const server = await threePages();
    const response = await listed(clientOf(server)).asResponse();
    expect(await response.json()).toMatchObject({ next: "1" });
  });

  it("may be the list itself", async () => {
    const server = await serve(({ json }) => json(200, [{ id: "a" }]));
    const { paging: _, ...unpaged } = list;
    const page = (await listed(clientOf(server), unpaged)) as unknown;
    expect((page as PageOf<Item, Item[]>).getPaginatedItems()).toEqual([
      { id: "a" },
    ]);
  });
});

const get: Operation = { id: "get", path: "/x" };

describe("options of a client", () => {
  const sent = async (options: Given, path = "/x") => {
    const server = await echo();
    const client = clientOf(server, compatibleOptions(options));
    await call(client, { ...get, path });
    return server.requests[0];
  };

  it.each<[string, CompatibleOptions["defaultHeaders"]]>([
    ["an object", { "x-team": "a", "x-none": null }],
    ["headers", new Headers({ "x-team": "a" })],
    ["pairs", [["x-team", "a"]]],
  ])("have headers as %s", async (_, defaultHeaders) => {
    const request = await sent({ defaultHeaders });
    expect(request?.headers["x-team"]).toBe("a");
    expect(request?.headers["x-none"]).toBeUndefined();
  });

  it("have a query that a request may replace", async () => {
    const defaultQuery = { "a b": "&", none: undefined, kind: "x" };
    expect((await sent({ defaultQuery }))?.target).toBe("/x?a%20b=%26&kind=x");
    const request = await sent({ defaultQuery }, "/x?kind=y");
    expect(request?.target).toBe("/x?kind=y&a%20b=%26");
  });

  it("keep what wraps `fetch`, which may pass a request", async () => {
    const server = await echo();
    const options = compatibleOptions({
      defaultQuery: { a: "1" },
      transport: (fetch) => (input, init, context) =>
        fetch(new Request(input, init), undefined, context),
    });
    await call(clientOf(server, options), get);
    expect(server.requests[0]?.target).toBe("/x?a=1");
  });

  it("without any of them are as they were", () => {
    const { headers, logger, transport } = compatibleOptions<Given>({});
    expect({ headers, logger, transport }).toEqual({ headers: {} });
  });

  it.each<[CompatibleOptions["logLevel"], string[]]>([
    [undefined, ["debug", "warn"]],
    ["off", []],
    ["error", []],
    ["warn", ["warn"]],
    ["info", ["debug", "warn"]],
    ["debug", ["debug", "warn"]],
  ])("log at the level %s", (logLevel, expected) => {
    const lines: string[] = [];
    const { logger } = compatibleOptions<Given>({
      logLevel,
      logger: {
        debug: (line: string) => lines.push(line),
        warn: (line: string) => lines.push(line),
      },
    });
    logger?.debug("debug", {});
    logger?.warn("warn", {});
    expect(lines).toEqual(expected);
  });

  it("log to the console where there is a level and no logger", () => {
    const { logger } = compatibleOptions<Given>({ logLevel: "debug" });
    expect(logger).toBe(console);
  });
});

it("a path is called with a method, a query and a body", async () => {
  const server = await echo();
  const client = clientOf(server);
  await callPath(client, "GET", "x", { query: { a: [1, 2] } });
  await callPath(client, "POST", "/y", { body: { b: 1 }, query: null });
  await callPath(client, "DELETE", "/z");
  expect(
    server.requests.map(({ method, target, body }) => [method, target, body]),
  ).toEqual([
    ["GET", "/x?a=1&a=2", ""],
    ["POST", "/y", '{"b":1}'],
    ["DELETE", "/z", ""],
  ]);
});

it("errors and responses have the members of earlier names", async () => {
  compatibleOptions({});
  compatibleOptions({});
  const server = await serve(({ index, json }) => {
    if (index === 0) json(404, { message: "none" }, { "x-request-id": "r" });
    else json(200, {}, index === 1 ? { "x-request-id": "s" } : {});
  });
  const client = clientOf(server, { maxRetries: 0 });
  const error = await failureOf<APIError>(call(client, get));
  expect([error.error, error.requestID]).toEqual([{ message: "none" }, "r"]);
  expect(Object.keys(error)).not.toContain("error");
  const ids = [];
  for (let count = 0; count < 2; count++)
    ids.push((await call(client, get).withResponse()).request_id);
  expect(ids).toEqual(["s", null]);
});

describe("a stream", () => {
  const lines = '{"id":"a"}\n{"id":"b"}\n';
  const streamOf = async (text = lines): Promise<Stream<Item>> => {
    compatibleOptions({});
    const server = await serve(({ response }) => {
      response.setHeader("content-type", "application/jsonl");
      response.write(text);
      if (text === lines) response.end();
    });
    return call<Stream<Item>, APIError>(clientOf(server), {
      ...get,
      response: jsonLines,
    });
  };
  const idsOf = async (stream: Stream<Item>, limit = Infinity) => {
    const ids: string[] = [];
    for await (const { id } of stream) if (ids.push(id) >= limit) break;
    return ids;
  };

  it("is aborted by its controller", async () => {
    const stream = await streamOf('{"id":"a"}\n');
    expect(stream.controller).toBe(stream.controller);
    const ids: string[] = [];
    for await (const { id } of stream) {
      ids.push(id);
      stream.controller.abort();
    }
    expect(ids).toEqual(["a"]);
  });

  it("is two, each read at its own pace", async () => {
    const [one, other] = (await streamOf()).tee();
    expect(await idsOf(one)).toEqual(["a", "b"]);
    expect(await idsOf(other)).toEqual(["a", "b"]);
    const [left, right] = (await streamOf()).tee();
    expect(await Promise.all([idsOf(left), idsOf(right)])).toEqual([
      ["a", "b"],
      ["a", "b"],
    ]);
  });

  it("goes on for one branch when the other is left, and ends with both", async () => {
    const stream = await streamOf();
    const [one, other] = stream.tee();
    expect(await idsOf(one, 1)).toEqual(["a"]);
    expect(await idsOf(other)).toEqual(["a", "b"]);
  });

  it("is aborted as a whole by a branch", async () => {
    const stream = await streamOf('{"id":"a"}\n');
    const [one, other] = stream.tee();
    expect(one.controller).toBe(stream.controller);
    const ids: string[] = [];
    for await (const { id } of one) {
      ids.push(id);
      one.abort();
    }
    expect(ids).toEqual(["a"]);
    expect(await idsOf(other)).toEqual(["a"]);
  });
});

describe("an error without a response", () => {
  it("is one of the API, of no status", async () => {
    compatibleOptions({});
    const client = clientOf({ url: "http://127.0.0.1:1" });
    const error = await failureOf(
      callPath(client, "GET", "/", { maxRetries: 0 }),
    );
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toBeInstanceOf(APIError);
    expect((error as APIError).status).toBeUndefined();
  });

  it("is none where nothing was sent", async () => {
    compatibleOptions({});
    const client = clientOf({ url: "http://127.0.0.1:1" });
    const error = await failureOf(
      callPath(client, "GET", "/", { timeout: -1 }),
    );
    expect(error).toBeInstanceOf(ConfigError);
    expect(error).not.toBeInstanceOf(APIError);
  });
});

describe("the id of a request", () => {
  const answered = async (body: unknown) => {
    compatibleOptions({});
    const server = await serve(({ json }) => {
      json(200, body, { "x-request-id": "r1" });
    });
    return callPath<object>(clientOf(server), "GET", "/");
  };

  it("is a member of the object that is answered, not written out with it", async () => {
    const data = await answered({ a: 1 });
    expect(data).toHaveProperty("_request_id", "r1");
    expect(Object.keys(data)).toEqual(["a"]);
    expect(JSON.stringify(data)).toBe('{"a":1}');
  });

  it("leaves a field of that name, lists and other values as they are", async () => {
    expect(await answered({ _request_id: 2 })).toEqual({ _request_id: 2 });
    expect(await answered([1])).not.toHaveProperty("_request_id");
    expect(await answered(null)).toBeNull();
  });
});

it("the environment is the server, unless there is a server", () => {
  expect(atEnvironment({ environment: "eu" })).toMatchObject({ server: "eu" });
  expect(atEnvironment({ environment: "eu", server: "us" })).toMatchObject({
    server: "us",
  });
});
