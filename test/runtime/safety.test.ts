/**
 * What arguments, servers and a polluted `Object.prototype` cannot do: change a route, a host
 * or a header, or bring a secret into anything that is printed.
 */
import { inspect } from "node:util";
import { afterEach, describe, expect, it, vi } from "vitest";
import { apiKey, basic, bearer } from "../../templates/runtime/auth.js";
import { unsafe } from "../../templates/runtime/unsafe.js";
import { securitySchemes } from "../../templates/runtime/authorize.js";
import { json } from "../../templates/runtime/body.js";
import { call } from "../../templates/runtime/call.js";
import { Core } from "../../templates/runtime/client.js";
import {
  ConfigError,
  ConnectionError,
} from "../../templates/runtime/errors.js";
import { extras } from "../../templates/runtime/extras.js";
import { logging } from "../../templates/runtime/logging.js";
import { pipeline } from "../../templates/runtime/middleware.js";
import type { Operation } from "../../templates/runtime/operation.js";
import { simpleReserved } from "../../templates/runtime/path-styles.js";
import { request } from "../../templates/runtime/request.js";
import {
  clientOf,
  echo,
  failureOf,
  serve,
  singleScheme,
} from "./support/server.js";

const get: Operation = { id: "getKey", method: "GET", path: "/keys/{hash}" };

describe("a path parameter", () => {
  it.each<[string, unknown]>([
    ["nothing", undefined],
    ["null", null],
    ["an empty text", ""],
    ["an empty list", []],
    ["NaN", NaN],
    ["Infinity", Infinity],
    ["an object", { a: 1 }],
    ["an empty object", {}],
    ["a list of objects", [{}]],
    ["a list of null", [null]],
    ["a function", () => "a"],
    ["a symbol", Symbol("a")],
    ["an invalid date", new Date(NaN)],
    ["a lone surrogate", "a\ud800"],
    ["a list of lone surrogates", ["a", "\udc00"]],
    ["a dot", "."],
    ["two dots", ".."],
    ["encoded dots", "%2e%2E"],
    ["half encoded dots", ".%2e"],
    ["twice encoded dots", "%252e%252e"],
  ])("that is %s is refused", async (_, hash) => {
    const server = await echo();
    const error: ConfigError = await failureOf(
      call(clientOf(server), get, { hash }),
    );
    expect(error).toBeInstanceOf(ConfigError);
    expect(error).toMatchObject({ operation: "getKey" });
    expect(error.message).toMatch(/ \(GET \/keys\/\{hash\}\)$/);
    expect(error).not.toHaveProperty("cause");
    expect(server.requests).toHaveLength(0);
  });

  it("that is a list is one segment, whatever its items hold", async () => {
    const server = await echo();
    const hash = ["../a", "b?c#d", "e,f", "g%2Fh", "\\", "é"];
    await call(clientOf(server), get, { hash });
    const [request] = server.requests;
    expect(request?.target).toMatch(/^\/keys\/[^/?#\\]+$/);
    expect(
      request?.target.slice("/keys/".length).split(",").map(decodeURIComponent),
    ).toEqual(hash);
  });

  it("does not show its value in the error", async () => {
    const error: Error = await failureOf(
      call(clientOf(await echo()), get, { hash: "se\ud800cret" }),
    );
    expect(inspect(error)).not.toContain("cret");
  });

  it.each([
    ["/{a}{b}", { a: ".", b: "." }],
    ["/x/.{a}/y", { a: "." }],
    ["/x/%2e{a}", { a: "%2e" }],
    ["/{a}?x=1", { a: ".." }],
    ["/x/../{a}", { a: "a" }],
  ])("cannot make dots with the template %s", async (path, params) => {
    const server = await echo();
    expect(
      await failureOf(call(clientOf(server), { ...get, path }, params)),
    ).toBeInstanceOf(ConfigError);
    expect(server.requests).toHaveLength(0);
  });

  it.each([
    "a/b",
    "../x",
    "/etc",
    "//evil",
    "a?b",
    "a#b",
    "a\\..\\b",
    "a;b",
    "%2F",
    "...",
    ".a",
    "a..b",
    "a b\r\n",
    "@evil.com",
    "{hash}",
    "$&",
    "__proto__",
  ])("%j stays one segment", async (hash) => {
    const server = await echo();
    await call(clientOf(server), { ...get, path: "/keys/{hash}/x" }, { hash });
    const [, first, segment = "", last, ...more] = (
      server.requests[0]?.target ?? ""
    ).split("/");
    expect([first, decodeURIComponent(segment), last, more]).toEqual([
      "keys",
      hash,
      "x",
      [],
    ]);
    expect(segment).toMatch(/^([\w.~-]|%[\dA-F]{2})+$/);
  });

  it("with reserved characters refuses dots too", async () => {
    const server = await echo();
    const operation: Operation = {
      ...get,
      paths: [{ name: "hash", encode: simpleReserved }],
      extras,
    };
    await call(clientOf(server), operation, { hash: "a/b?c#d" });
    expect(server.requests[0]?.target).toBe("/keys/a/b%3Fc%23d");
    for (const hash of ["../x", "a/..", "a/./b"])
      expect(
        await failureOf(call(clientOf(server), operation, { hash })),
      ).toBeInstanceOf(ConfigError);
  });
});

describe("arguments", () => {
  it.each<[string, Operation, object]>([
    [
      "an object in a query",
      { ...get, path: "/", query: ["a"] },
      { a: { b: 1 } },
    ],
    [
      "a function in a query",
      { ...get, path: "/", query: ["a"] },
      { a: () => 1 },
    ],
    ["NaN in a query", { ...get, path: "/", query: ["a"] }, { a: [NaN] }],
    [
      "a circle in a body",
      { ...get, method: "POST", unsafe, path: "/", body: json },
      { body: circle() },
    ],
    [
      "a bigint in a body",
      { ...get, method: "POST", unsafe, path: "/", body: json },
      { body: [1n] },
    ],
    [
      "a line break in a header",
      { ...get, path: "/", extras, headers: ["X-A"] },
      { "X-A": "a\r\nB: c" },
    ],
    [
      "a NUL in a header",
      { ...get, path: "/", extras, headers: ["X-A"] },
      { "X-A": "a\0" },
    ],
    [
      "a character beyond Latin-1 in a header",
      { ...get, path: "/", extras, headers: ["X-A"] },
      { "X-A": "€" },
    ],
  ])("like %s are refused", async (_, operation, params) => {
    const server = await echo();
    expect(
      await failureOf(call(clientOf(server), operation, params)),
    ).toBeInstanceOf(ConfigError);
    expect(server.requests).toHaveLength(0);
  });

  it.each([
    ["bad name", "x"],
    ["x-a", "secret\nvalue"],
    ["__proto__ ", "x"],
  ])(
    "like the header %j are refused without showing the value",
    async (name, value) => {
      const server = await echo();
      for (const options of [{ headers: { [name]: value } }])
        for (const promise of [
          call(clientOf(server), get, { hash: "k" }, options),
          call(clientOf(server, options), get, { hash: "k" }),
        ]) {
          const error: Error = await failureOf(promise);
          expect(error).toBeInstanceOf(ConfigError);
          expect(inspect(error)).not.toContain("secret");
        }
      expect(server.requests).toHaveLength(0);
    },
  );

  it.each([NaN, -1])("like the timeout %s are refused", async (timeout) => {
    const server = await echo();
    expect(
      await failureOf(call(clientOf(server), get, { hash: "k" }, { timeout })),
    ).toBeInstanceOf(ConfigError);
    expect(server.requests).toHaveLength(0);
  });

  it("of ten thousand items make one query", async () => {
    let url = "";
    const fetch = (given: unknown) => {
      url = String(given);
      return Promise.resolve(new Response("1"));
    };
    const id = Array.from({ length: 10_000 }, (_, index) => index);
    const client = new Core({ baseURL: "https://api.example.com", fetch });
    await call(client, { ...get, path: "/", query: ["id"] }, { id });
    expect(url.split("&")).toHaveLength(10_000);
  });
});

function circle(): object {
  const all: unknown[] = [];
  all.push(all);
  return all;
}

describe("a base URL", () => {
  it.each([
    undefined,
    "",
    "api.example.com",
    "/v1",
    "//api.example.com",
    "ftp://api.example.com",
    "file:///etc/passwd",
    "data:text/plain,x",
    "javascript:alert(1)",
    "https://user:secret@api.example.com",
    "https://api.example.com/v1?secret=1",
    "https://api.example.com/v1#secret",
    "https://api.example.com\\@evil.com",
    "https://api.example.com/ secret",
    "https://\n/secret",
    "https://",
  ])("%j is refused, and not shown", (baseURL) => {
    try {
      new Core({ baseURL });
    } catch (error) {
      expect(error).toBeInstanceOf(ConfigError);
      expect(inspect(error)).not.toMatch(/secret|evil/);
      return;
    }
    expect.unreachable();
  });

  it("of the API's document is checked too, and of an operation", async () => {
    expect(() => new Core({}, { url: "ftp://x" })).toThrow(ConfigError);
    const client = new Core({}, { url: "https://api.example.com" });
    expect(
      await failureOf(
        call(client, { ...get, extras, server: "ftp://x" }, { hash: "k" }),
      ),
    ).toBeInstanceOf(ConfigError);
  });
});

describe("the way to any endpoint", () => {
  it.each([
    "",
    "ping",
    "//evil.com/x",
    "https://evil.com/",
    "/a/../b",
    "/a/%2e%2e/b",
    "/\\evil.com",
    "/a\\..\\b",
    "/a b",
    "/a\t/..",
    "/a#b",
    "/{x}",
  ])("refuses the path %j", async (path) => {
    const server = await echo();
    expect(
      await failureOf(request(clientOf(server), "GET", path)),
    ).toBeInstanceOf(ConfigError);
    expect(server.requests).toHaveLength(0);
  });

  it("sends what it is given", async () => {
    const server = await echo({ pong: 1 });
    const client = clientOf(server, { headers: { "x-a": "1" } });
    expect(await request(client, "get", "/v2/ping?a=%2F")).toEqual({ pong: 1 });
    await request(client, "POST", "/v2/new", [1], {
      query: { q: [1, 2] },
      idempotencyKey: "key",
    });
    await request(client, "POST", "/v2/new", new URLSearchParams({ a: "b c" }));
    await request(client, "POST", "/v2/new", new Uint8Array([65]));
    const form = new FormData();
    form.set("a", "b");
    await request(client, "POST", "/v2/new", form);
    expect(server.requests).toMatchObject([
      { method: "GET", target: "/v2/ping?a=%2F", headers: { "x-a": "1" } },
      {
        method: "POST",
        target: "/v2/new?q=1&q=2",
        body: "[1]",
        headers: {
          "content-type": "application/json",
          "idempotency-key": "key",
        },
      },
      {
        body: "a=b+c",
        headers: {
          "content-type": expect.stringContaining(
            "x-www-form-urlencoded",
          ) as string,
        },
      },
      { body: "A" },
      {
        headers: {
          "content-type": expect.stringContaining(
            "multipart/form-data; boundary",
          ) as string,
        },
      },
    ]);
  });
});

const SECRET = "s3cr3t";

describe("secrets", () => {
  const api = {
    auth: securitySchemes(
      [
        ["a", bearer(`${SECRET}-bearer`)],
        ["b", apiKey("query", "key", `${SECRET}-query`)],
        ["c", apiKey("cookie", "session", `${SECRET}-cookie`)],
        ["d", apiKey("header", "x-key", `${SECRET}-header`)],
      ],
      [["a", "b", "c", "d"]],
    ),
  };
  const options = {
    headers: { "x-own": `${SECRET}-own` },
    maxRetries: 0,
    timeout: 300,
  };
  const everything = (value: unknown): string =>
    [
      inspect(value, { depth: 9, showHidden: false }),
      JSON.stringify(value),
      String(value),
      value instanceof Error
        ? `${String(value.stack)} ${inspect(structuredClone(value))}`
        : "",
      Object.keys(value as object).join(),
    ].join("\n");

  it("are sent", async () => {
    const server = await echo();
    await call(clientOf(server, options, api), get, { hash: "k" });
    expect(server.requests[0]).toMatchObject({
      target: `/keys/k?key=${SECRET}-query`,
      headers: {
        authorization: `Bearer ${SECRET}-bearer`,
        cookie: `session=${SECRET}-cookie`,
        "x-key": `${SECRET}-header`,
        "x-own": `${SECRET}-own`,
      },
    });
  });

  it.each<
    [string, (answer: Parameters<Parameters<typeof serve>[0]>[0]) => void]
  >([
    [
      "an error status",
      ({ json: send }) => {
        send(500, { message: "no" });
      },
    ],
    [
      "a page",
      ({ text }) => {
        text(502, "<html>", "text/html");
      },
    ],
    [
      "a dropped connection",
      ({ drop }) => {
        drop();
      },
    ],
    ["a timeout", () => undefined],
    [
      "broken JSON",
      ({ text }) => {
        text(200, "{", "application/json");
      },
    ],
    [
      "a redirect",
      ({ response }) => {
        response.writeHead(302, { location: "https://other.example/x?y=1" });
        response.end();
      },
    ],
  ])("are in nothing that is made of %s", async (_, answer) => {
    const server = await serve(answer);
    const lines: unknown[] = [];
    const log = (...all: unknown[]) => lines.push(all);
    const client = clientOf(
      server,
      { ...options, transport: pipeline(logging({ debug: log, warn: log })) },
      api,
    );
    const error = await failureOf(call(client, get, { hash: "k" }));
    for (const thing of [error, client, lines])
      expect(everything(thing)).not.toContain(SECRET);
    expect(inspect(client, { showHidden: true, depth: 9 })).not.toContain(
      SECRET,
    );
    expect(JSON.stringify(Object.entries(client))).not.toContain(SECRET);
    expect(lines.length).toBeGreaterThan(0);
  });

  it("are taken out of a platform's error that quotes the URL", async () => {
    const fetch = (url: unknown) =>
      Promise.reject(
        new TypeError(`error sending request for url (${String(url)})`),
      );
    const client = new Core(
      { ...options, fetch },
      { ...api, url: "https://api.example.com" },
    );
    const error = await failureOf(call(client, get, { hash: "k" }));
    expect(error).toBeInstanceOf(ConnectionError);
    expect(everything(error)).not.toContain(SECRET);
  });

  it("are in no error about themselves", async () => {
    const server = await echo();
    for (const auth of [
      bearer(`${SECRET}\n${SECRET}`),
      apiKey("header", "x-key", `${SECRET}€`),
      apiKey("cookie", "c", `${SECRET};`),
      basic({ username: `${SECRET}:`, password: "x" }),
    ]) {
      const client = clientOf(server, {}, { auth: singleScheme("a", auth) });
      const error = await failureOf(call(client, get, { hash: "k" }));
      expect(error).toBeInstanceOf(ConfigError);
      expect(everything(error)).not.toContain(SECRET);
    }
    expect(server.requests).toHaveLength(0);
  });
});

describe("a polluted Object.prototype", () => {
  // Without `body`, `dispatcher`, `mode` and `signal`, which trouble Node's own `fetch`.
  const names = [
    "baseURL",
    "headers",
    "auth",
    "fetch",
    "transport",
    "timeout",
    "maxRetries",
    "maxResponseBytes",
    "allowInsecure",
    "query",
    "accept",
    "idempotencyKey",
    "security",
    "server",
    "extras",
    "fields",
    "response",
    "paths",
    "cookies",
    "idempotency",
    "optional",
    "contentType",
    "method",
    "redirect",
    "duplex",
    "credentials",

    "cache",
    "key",
    "encode",
    "name",
    "hash",
    "limit",
    "proxy",
    "parameters",
    "cause",
    "code",
  ];
  afterEach(() => {
    for (const name of names) Reflect.deleteProperty(Object.prototype, name);
  });

  it("changes no request", async () => {
    const server = await echo({ a: 1 });
    const send = async () => {
      const client = new Core(
        { baseURL: server.url },
        { auth: singleScheme("a", bearer("token")) },
      );
      await call(
        client,
        { id: "list", method: "GET", path: "/keys/{hash}", query: ["limit"] },
        { hash: "k" },
      );
      await call(
        client,
        { id: "create", method: "POST", unsafe, path: "/keys", body: json },
        { body: 1 },
        {},
      );
      // A parameter that nobody gave has no value.
      const { message }: Error = await failureOf(
        call(client, { id: "get", path: "/keys/{hash}" }, {}),
      );
      return [message, ...server.requests.splice(0)];
    };
    const before = await send();
    for (const name of names)
      Object.defineProperty(Object.prototype, name, {
        value: "evil",
        configurable: true,
        writable: true,
      });
    const after = await send();
    for (const name of names) Reflect.deleteProperty(Object.prototype, name);
    expect(after).toEqual(before);
  });
});

describe("promises", () => {
  it("reject unheard only when nobody asked for anything", async () => {
    const server = await serve(({ json: send }) => {
      send(404);
    });
    const client = clientOf(server);
    const unheard = vi.fn();
    process.on("unhandledRejection", unheard);
    const controllers = Array.from(
      { length: 200 },
      () => new AbortController(),
    );
    const calls = controllers.map(({ signal }) =>
      call(client, get, { hash: "k" }, { signal }).result(),
    );
    setTimeout(() => {
      for (const controller of controllers) controller.abort();
    }, 10);
    await Promise.all(calls);
    await call(client, get, { hash: "k" })
      .asResponse()
      .catch(() => undefined);
    await call(client, get, { hash: "k" })
      .withResponse()
      .catch(() => undefined);
    await call(client, get, { hash: "k" }).catch(() => undefined);
    await new Promise((done) => setTimeout(done, 20));
    process.off("unhandledRejection", unheard);
    expect(unheard).not.toHaveBeenCalled();
  });
});
