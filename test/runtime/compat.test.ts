/** What programs that were written for an earlier SDK use: pages, streams, errors, options, paths. */
import { createReadStream } from "node:fs";
import { afterEach, describe, expect, it, vi } from "vitest";
import { call } from "../../templates/runtime/call.js";
import type { ClientOptions, Core } from "../../templates/runtime/client.js";
import {
  callPath,
  atEnvironment,
  compatibleOptions,
  type CompatibleOptions,
} from "../../templates/runtime/compat.js";
import {
  headersOf,
  optionsOf,
  placedOptions,
  type HeadersLike,
} from "../../templates/runtime/compat-options.js";
import {
  givenOption,
  givenText,
} from "../../templates/runtime/compat-properties.js";
import { toFile } from "../../templates/runtime/compat-files.js";
import { Stream as CompatibleStream } from "../../templates/runtime/compat-sources.js";
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
import type { FileContent } from "../../templates/runtime/upload.js";
import { clientOf, echo, failureOf, serve } from "./support/server.js";

/** What {@link compatibleOptions} takes. */
type Given = ClientOptions & CompatibleOptions & { logger?: Logger };

const converted = (given: Given) => compatibleOptions(given, "ACME_LOG");

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
    const client = clientOf(server, converted(options));
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
    const options = converted({
      defaultQuery: { a: "1" },
      transport: (fetch) => (input, init, context) =>
        fetch(new Request(input, init), undefined, context),
    });
    await call(clientOf(server, options), get);
    expect(server.requests[0]?.target).toBe("/x?a=1");
  });

  it("without any of them are as they were", () => {
    const { headers, logger, transport } = converted({});
    expect({ headers, logger, transport }).toEqual({});
  });

  const logged = (options: Given, hasInfo = true) => {
    const lines: string[] = [];
    const add = (level: string) => (line: string) =>
      void lines.push(`${level}: ${line}`);
    const logger = {
      ...{ debug: add("debug"), warn: add("warn"), error: add("error") },
      ...(hasInfo && { info: add("info") }),
    };
    const own = converted({ logger, ...options }).logger;
    own?.debug("done", {});
    own?.warn("failed", {});
    return lines;
  };

  // A logger without a level gets what is at least a warning.
  it.each<[CompatibleOptions["logLevel"], string[]]>([
    [undefined, ["warn: failed"]],
    ["off", []],
    ["error", []],
    ["warn", ["warn: failed"]],
    ["info", ["info: done", "warn: failed"]],
    ["debug", ["info: done", "warn: failed"]],
    ["loud" as "warn", ["warn: failed"]],
  ])("log at the level %s", (logLevel, expected) => {
    expect(logged({ logLevel })).toEqual(expected);
  });

  it.each<[string, CompatibleOptions["logLevel"], string[]]>([
    ["off", undefined, []],
    ["error", undefined, []],
    ["warn", undefined, ["warn: failed"]],
    ["info", undefined, ["info: done", "warn: failed"]],
    ["1", undefined, ["info: done", "warn: failed"]],
    ["0", undefined, ["warn: failed"]],
    ["debug", "warn", ["warn: failed"]],
    ["off", "warn", ["warn: failed"]],
  ])("log at the level of the environment, %s", (text, logLevel, expected) => {
    vi.stubEnv("ACME_LOG", text);
    expect(logged({ logLevel })).toEqual(expected);
    const level = { 1: "debug", 0: undefined }[text] ?? text;
    expect(converted({ logLevel }).logLevel).toBe(
      logLevel ?? (text === "0" ? undefined : level),
    );
  });

  it("log to a logger of two methods", () => {
    expect(logged({ logLevel: "info" }, false)).toEqual([
      ...["debug: done", "warn: failed"],
    ]);
  });

  it("log to the console where there is a level and no logger", () => {
    const info = vi.spyOn(console, "info").mockReturnValue();
    converted({ logLevel: "debug" }).logger?.debug("done", {});
    expect(info).toHaveBeenCalledWith("done", {});
    vi.stubEnv("ACME_LOG", "info");
    converted({}).logger?.debug("done", {});
    expect(info).toHaveBeenCalledTimes(2);
  });
});

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

describe("headers of a call", () => {
  it.each<[string, HeadersLike, Record<string, unknown> | undefined]>([
    ["none", undefined, undefined],
    ["null", null, undefined],
    ["Headers", new Headers({ "X-A": "1" }), { "x-a": "1" }],
    [
      "pairs",
      [
        ["X-A", "1"],
        ["x-a", "2"],
        ["X-B", null],
        ["X-C", undefined],
        ["X-D"],
        [undefined, "1"],
        [],
      ],
      { "X-A": "1, 2", "X-B": null },
    ],
    [
      "an object",
      {
        "X-A": ["1", undefined, "2"],
        "X-B": null,
        "x-b": "3",
        "X-C": "4",
        "x-c": null,
      },
      { "X-A": "1, 2", "X-B": "3", "X-C": null },
    ],
  ])("may be %s", (_, given, expected) => {
    expect(headersOf(given)).toEqual(expected);
    expect(optionsOf({ headers: given, timeout: 1 })).toMatchObject({
      headers: expected,
      timeout: 1,
    });
  });

  it("are none without options", () => {
    expect(optionsOf(null)).toBeUndefined();
    expect(optionsOf(undefined)).toBeUndefined();
  });

  it("go along also where options are in the place of params", () => {
    const headers = new Headers({ a: "b" });
    const sent = { headers: { a: "b" } };
    expect(placedOptions(get, { headers }, undefined)[2]).toMatchObject(sent);
    expect(placedOptions(get, null, { headers }, { id: 1 })).toMatchObject([
      ...[get, { id: 1 }, sent],
    ]);
    expect(placedOptions(get, { id: 1 }, null)).toEqual([
      ...[get, { id: 1 }, undefined],
    ]);
  });
});

it("a query of lists and objects is written as the API has it", async () => {
  const server = await echo();
  const nesting = { arrays: "brackets", objects: "brackets" } as const;
  const query = {
    a: [1, 2],
    f: { g: { h: 1 }, __proto__: 2 },
    n: null,
    t: "x&",
  };
  const client = clientOf(server);
  await callPath(client, "GET", "/x", { query }, nesting);
  const options = optionsOf({ query }, nesting);
  await call(client, get, {}, options);
  await callPath(client, "GET", "/x", { query: null }, nesting);
  await callPath(...([client, "GET", "/x", { query }] as const), {
    arrays: "comma",
    objects: "dots",
  });
  expect(
    server.requests.map(({ target }) => decodeURIComponent(target)),
  ).toEqual([
    "/x?a[]=1&a[]=2&f[g][h]=1&t=x&",
    "/x?a[]=1&a[]=2&f[g][h]=1&t=x&",
    "/x",
    "/x?a=1,2&f.g.h=1&t=x&",
  ]);
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
  converted({});
  converted({});
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
    converted({});
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
    converted({});
    const client = clientOf({ url: "http://127.0.0.1:1" });
    const error = await failureOf(
      callPath(client, "GET", "/", { maxRetries: 0 }),
    );
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error).toBeInstanceOf(APIError);
    expect((error as APIError).status).toBeUndefined();
  });

  it("is none where nothing was sent", async () => {
    converted({});
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
    converted({});
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

describe("a stream that a program makes", () => {
  const read = async (stream: Stream<unknown>) => {
    const values: unknown[] = [];
    for await (const value of stream) values.push(value);
    return values;
  };

  it("has the values that another was written out as", async () => {
    const controller = new AbortController();
    const first = CompatibleStream.fromReadableStream<Item>(
      new Response('{"id":"a"}\n{"id":"b"}').body as ReadableStream,
      controller,
    );
    expect(first).toBeInstanceOf(CompatibleStream);
    const second = CompatibleStream.fromReadableStream(
      first.toReadableStream(),
      controller,
    );
    expect(await read(second)).toEqual([{ id: "a" }, { id: "b" }]);
  });

  it("has the data of a response's events", async () => {
    const response = new Response('data: {"id":"a"}\n\ndata: [DONE]\n\n');
    const stream = CompatibleStream.fromSSEResponse(
      response,
      new AbortController(),
    );
    expect(await read(stream)).toEqual([{ id: "a" }]);
  });

  it("ends with its controller, which ends with it", async () => {
    const controller = new AbortController();
    const endless = new ReadableStream({
      start: (to) => {
        to.enqueue(new TextEncoder().encode('{"id":"a"}\n'));
      },
    });
    const stream = CompatibleStream.fromReadableStream(endless, controller);
    const seen: unknown[] = [];
    for await (const value of stream) {
      seen.push(value);
      stream.abort();
    }
    expect(seen).toEqual([{ id: "a" }]);
    expect(controller.signal.aborted).toBe(true);
  });
});

it("options are read from a client", () => {
  const given = {
    key: "k",
    supplied: () => "k",
    list: ["a", "b"],
    held: { id: "i" },
  };
  const client = clientOf(
    { url: "http://127.0.0.1:1" },
    { timeout: 5, ...given },
  );
  expect(givenOption(client, "timeout", 1)).toBe(5);
  expect(givenOption(client, "maxRetries", 2)).toBe(2);
  expect(givenOption(client, "url", "")).toBe("http://127.0.0.1:1");
  expect(givenText(client, "key")).toBe("k");
  expect(givenText(client, "supplied")).toBeNull();
  expect(givenText(client, "list")).toBe("a");
  expect(givenText(client, "id", "held")).toBe("i");
  expect(givenText(client, "id", "none")).toBeNull();
});

it.each<[FileContent, string | null | undefined, string]>([
  ["text", "a.txt", "a.txt"],
  ["text", undefined, "unknown_file"],
  [new Uint8Array([1]), null, "unknown_file"],
  [new File(["text"], "b.txt"), undefined, "b.txt"],
  [createReadStream("LICENSE"), undefined, "LICENSE"],
  [
    Object.defineProperty(new Response("x"), "url", {
      value: "https://a.example/c/d.txt?e=/f",
    }),
    undefined,
    "d.txt",
  ],
  [new Response("x"), undefined, "unknown_file"],
])(
  "a file of %s that is called %s has the name %s",
  async (content, name, expected) => {
    expect((await toFile(content, name)).name).toBe(expected);
  },
);
