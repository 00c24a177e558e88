/** What a call sends, and what it makes of a successful response. */
import { describe, expect, it } from "vitest";
import {
  blob,
  responseByMediaType,
  noContent,
} from "../../templates/runtime/decoders.js";
import { unsafe } from "../../templates/runtime/unsafe.js";
import { json, text, xml } from "../../templates/runtime/body.js";
import { APIPromise, call } from "../../templates/runtime/call.js";
import { Core } from "../../templates/runtime/client.js";
import { DecodeError, SDKError } from "../../templates/runtime/errors.js";
import { extras } from "../../templates/runtime/extras.js";
import type { Operation } from "../../templates/runtime/operation.js";
import { bodyByMediaType } from "../../templates/runtime/body-by-media-type.js";
import { clientOf, echo, failureOf, serve } from "./support/server.js";

const get: Operation = { id: "getKey", method: "GET", path: "/keys/{hash}" };
const list: Operation = {
  id: "list",
  method: "GET",
  path: "/keys",
  query: ["limit", "tag", { name: "id", key: "id_query" }],
};
const create: Operation = {
  id: "create",
  method: "POST",
  unsafe,
  path: "/keys",
  body: json,
  fields: ["name", "limit", { name: "id", key: "id_body" }],
};

describe("a request", () => {
  it("has method, path, query, accept and no body", async () => {
    const server = await echo();
    await call(clientOf(server), list, {
      limit: 2,
      tag: ["a b", "c&d"],
      id_query: "q",
      id: "not declared",
      other: 1,
    });
    expect(server.requests).toMatchObject([
      {
        method: "GET",
        target: "/keys?limit=2&tag=a%20b&tag=c%26d&id=q",
        headers: { accept: "application/json" },
        body: "",
      },
    ]);
    expect(server.requests[0]?.headers).not.toHaveProperty("content-type");
  });

  it("leaves out what is null or undefined, and sends what is empty", async () => {
    const server = await echo();
    await call(clientOf(server), list, {
      limit: null,
      tag: "",
      id_query: undefined,
    });
    await call(clientOf(server), list, { tag: [] });
    expect(server.requests.map(({ target }) => target)).toEqual([
      "/keys?tag=",
      "/keys",
    ]);
  });

  it.each<[string, unknown, string]>([
    ["text", "ä€😀", "%C3%A4%E2%82%AC%F0%9F%98%80"],
    ["a number", -1.5, "-1.5"],
    ["a bigint", 2n ** 70n, "1180591620717411303424"],
    ["a boolean", false, "false"],
    ["a date", new Date(0), "1970-01-01T00%3A00%3A00.000Z"],
    [
      "reserved characters",
      ":/?#[]@!$&'()*+,;=%",
      "%3A%2F%3F%23%5B%5D%40%21%24%26%27%28%29%2A%2B%2C%3B%3D%25",
    ],
    ["unreserved characters", "aZ09-._~", "aZ09-._~"],
  ])("writes %s", async (_, value, expected) => {
    const server = await echo();
    await call(clientOf(server), list, { tag: value });
    await call(clientOf(server), get, { hash: value });
    expect(server.requests.map(({ target }) => target)).toEqual([
      `/keys?tag=${expected}`,
      `/keys/${expected}`,
    ]);
  });

  it("has the fields of the body under their wire names", async () => {
    const server = await echo();
    const when = new Date(0);
    await call(clientOf(server), create, {
      name: when,
      limit: null,
      id_body: 1,
      id: 2,
      other: 3,
    });
    expect(server.requests[0]?.body).toBe(
      `{"name":"${when.toISOString()}","limit":null,"id":1}`,
    );
    expect(server.requests[0]?.headers["content-type"]).toBe(
      "application/json",
    );
  });

  it.each<
    [string, Partial<Operation>, object | undefined, string, string | undefined]
  >([
    [
      "params.body where there are no fields",
      { fields: undefined as never },
      { body: [1] },
      "[1]",
      "application/json",
    ],
    [
      "null",
      { fields: undefined as never },
      { body: null },
      "null",
      "application/json",
    ],
    [
      "no body where there is none",
      { fields: undefined as never },
      {},
      "",
      undefined,
    ],
    ["an empty object", {}, {}, "{}", "application/json"],
    ["an empty object for no params", {}, undefined, "{}", "application/json"],
    ["no body where it is optional", { optional: true }, {}, "", undefined],
    [
      "an optional body that is given",
      { optional: true },
      { limit: null },
      '{"limit":null}',
      "application/json",
    ],
    [
      "a media type of its own",
      { contentType: "application/vnd.api+json" },
      {},
      "{}",
      "application/vnd.api+json",
    ],
    [
      "text",
      { body: text, fields: undefined as never },
      { body: "a\nb" },
      "a\nb",
      "text/plain",
    ],
    [
      "XML",
      { body: xml, fields: undefined as never },
      { body: "<a/>" },
      "<a/>",
      "application/xml",
    ],
    [
      "the first of several types",
      {
        body: bodyByMediaType([
          ["text/csv", text],
          ["application/json", json],
        ]),
        fields: undefined as never,
      },
      { body: "a" },
      "a",
      "text/csv",
    ],
    [
      "the chosen one of several types",
      {
        body: bodyByMediaType([
          ["text/csv", text],
          ["application/json", json],
        ]),
        fields: undefined as never,
      },
      { body: "a", contentType: "application/json" },
      '"a"',
      "application/json",
    ],
  ])("has %s", async (_, operation, params, body, type) => {
    const server = await echo();
    await call(
      clientOf(server),
      { ...create, ...operation } as Operation,
      params,
    );
    expect(server.requests[0]?.body).toBe(body);
    expect(server.requests[0]?.headers["content-type"]).toBe(type);
  });

  it("keeps base path and port of the base URL", async () => {
    const server = await echo();
    for (const base of ["/api/v1", "/api/v1/", "/api/v1///"])
      await call(clientOf(server, { baseURL: server.url + base }), get, {
        hash: "k",
      });
    expect(server.requests.map(({ target }) => target)).toEqual(
      Array(3).fill("/api/v1/keys/k"),
    );
  });

  it("joins a query to one that the path has", async () => {
    const server = await echo();
    await call(
      clientOf(server),
      { ...list, path: "/keys?action=list" },
      { limit: 1 },
      { query: { a: [1, 2], b: undefined, c: null, d: true } },
    );
    expect(server.requests[0]?.target).toBe(
      "/keys?action=list&limit=1&a=1&a=2&d=true",
    );
  });

  it("merges headers without regard to case, and null removes one", async () => {
    const server = await echo();
    const client = clientOf(server, {
      headers: { "X-A": "1", "x-b": "2", "x-c": "3", accept: "text/csv" },
    });
    await call(
      client,
      get,
      { hash: "k" },
      { headers: { "x-a": "4", "X-B": null, "x-d": undefined } },
    );
    await call(
      client,
      create,
      {},
      { headers: { Accept: null, "Content-Type": "text/json" } },
    );
    expect(server.requests[0]?.headers).toMatchObject({
      "x-a": "4",
      "x-c": "3",
      accept: "text/csv",
    });
    expect(server.requests[0]?.headers).not.toHaveProperty("x-b");
    expect(server.requests[1]?.headers).toMatchObject({
      accept: "*/*",
      "content-type": "text/json",
    });
  });

  it("asks for what the operation or the caller says", async () => {
    const server = await echo();
    await call(
      clientOf(server),
      { ...get, accept: "text/csv, application/json" },
      { hash: "k" },
    );
    await call(
      clientOf(server),
      { ...get, accept: "text/csv" },
      { hash: "k" },
      { accept: "application/json" } as object,
    );
    expect(server.requests.map(({ headers }) => headers["accept"])).toEqual([
      "text/csv, application/json",
      "application/json",
    ]);
  });

  it("has the extras: headers, cookies, styles, a key and a server", async () => {
    const [server, other] = [await echo(), await echo()];
    const operation: Operation = {
      id: "all",
      method: "POST",
      unsafe,
      path: "/a/{b}/{c}",
      extras,
      headers: ["X-One", { name: "X-Two", key: "two" }, "X-None", "X-Empty"],
      cookies: ["session", { name: "ids", key: "list" }, "none"],
      paths: [
        { name: "b", key: "b_path" },
        { name: "c", encode: (name, value) => `;${name}=${String(value)}` },
      ],
      idempotency: "Idempotency-Key",
      server: other.url + "/up/",
    };
    const params = {
      "X-One": [1, true],
      two: "2",
      "X-Empty": null,
      session: "a;b",
      list: [1, "2"],
      b: "no",
      b_path: "$&",
      c: "c",
    };
    await call(
      clientOf({ url: other.url }, { baseURL: undefined }, { url: server.url }),
      operation,
      params,
    );
    await call(clientOf(server), operation, params, {
      idempotencyKey: "mine",
    } as object);
    expect(other.requests[0]).toMatchObject({
      target: "/up/a/%24%26/;c=c",
      headers: {
        "x-one": "1,true",
        "x-two": "2",
        cookie: "session=a%3Bb; ids=1; ids=2",
      },
    });
    expect(other.requests[0]?.headers).not.toHaveProperty("x-none");
    expect(other.requests[0]?.headers).not.toHaveProperty("x-empty");
    expect(other.requests[0]?.headers["idempotency-key"]).toMatch(
      /^[\da-f-]{36}$/,
    );
    // A base URL that the caller names is meant for everything.
    expect(server.requests).toMatchObject([
      { target: "/a/%24%26/;c=c", headers: { "idempotency-key": "mine" } },
    ]);
  });
});

describe("a response", () => {
  type Row = [
    what: string,
    type: string | undefined,
    body: string | Buffer,
    value: unknown,
  ];
  it.each<Row>([
    ["JSON", "application/json", '{"a":1}', { a: 1 }],
    ["null", "application/json", "null", null],
    ["+json", "application/vnd.api+json; charset=utf-8", "[]", []],
    ["a quoted charset", 'application/json;charset="UTF8"', "1", 1],
    ["JSON without a type", undefined, "1", 1],
    ["JSON as text", "text/plain; charset=utf-8", "1", 1],
    ["a byte order mark", "application/json", "\ufeff[1]", [1]],
    ["no body", "application/json", "", undefined],
    ["no body and another type", "text/html", "", undefined],
    ["text beyond ASCII", "application/json", '"ä€😀"', "ä€😀"],
    [
      "another charset",
      "application/json; charset=ISO-8859-1",
      Buffer.from('"ä"', "latin1"),
      "ä",
    ],
    ["an unknown charset", "application/json; charset=nonsense", '"ä"', "ä"],
  ])("can be %s", async (_, type, body, value) => {
    const server = await serve(({ response }) => {
      if (type) response.setHeader("content-type", type);
      response.end(body);
    });
    expect(await call(clientOf(server), get, { hash: "k" })).toEqual(value);
  });

  it("can come in any pieces", async () => {
    const bytes = new TextEncoder().encode('\ufeff{"a":"ä€😀"}');
    const fetch = () =>
      Promise.resolve(
        new Response(
          new ReadableStream({
            start(controller) {
              for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
              controller.close();
            },
          }),
        ),
      );
    const client = new Core({ baseURL: "https://api.example.com", fetch });
    expect(await call(client, get, { hash: "k" })).toEqual({ a: "ä€😀" });
  });

  it.each([201, 202, 203, 204, 205, 206])(
    "can have the status %i and no body",
    async (status) => {
      const server = await serve(({ json }) => {
        json(status);
      });
      expect(await call(clientOf(server), get, { hash: "k" })).toBeUndefined();
    },
  );

  it("to HEAD is undefined", async () => {
    const server = await echo([1]);
    expect(
      await call(clientOf(server), { ...get, method: "HEAD" }, { hash: "k" }),
    ).toBeUndefined();
  });

  it.each([
    ["HTML", "text/html", "<html>"],
    ["HTML that is JSON", "text/html", "1"],
    ["XML", "application/xml", "1"],
    ["broken JSON", "application/json", '{"token":'],
  ])(
    "with %s in place of JSON is an error that keeps the text",
    async (_, type, body) => {
      const server = await serve(({ text }) => {
        text(200, body, type);
      });
      const error: DecodeError = await failureOf(
        call(clientOf(server), get, { hash: "k" }),
      );
      expect(error).toBeInstanceOf(DecodeError);
      expect(error).toMatchObject({
        httpStatus: 200,
        attempts: 1,
        operation: "getKey",
        text: body,
      });
      expect(error.message).toBe(`not JSON: ${type} (GET /keys/{hash})`);
      expect(error.cause).toBeUndefined();
      expect(JSON.stringify(error)).not.toContain("token");
      expect(server.requests).toHaveLength(1);
    },
  );

  it("keeps keys that would change a prototype", async () => {
    const server = await serve(({ text }) => {
      text(
        200,
        '{"__proto__":{"x":1},"constructor":{"prototype":{"x":1}}}',
        "application/json",
      );
    });
    const value = await call<object, Error>(clientOf(server), get, {
      hash: "k",
    });
    expect(Object.keys(value)).toEqual(["__proto__", "constructor"]);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>)["x"]).toBeUndefined();
  });

  it("is read up to a limit, whatever its length says", async () => {
    const server = await echo("x".repeat(1000));
    const client = clientOf(server, { maxResponseBytes: 1002 });
    expect(await call(client, get, { hash: "k" })).toHaveLength(1000);
    for (const operation of [
      get,
      { ...get, response: text },
      { ...get, response: blob },
      { ...get, response: noContent },
    ])
      expect(
        await failureOf(
          call(client, operation, { hash: "k" }, { maxResponseBytes: 1001 }),
        ),
      ).toBeInstanceOf(DecodeError);
  });

  it.each<[string, Operation["response"], string, string | Buffer, unknown]>([
    ["text", text, "text/plain", "a\nb", "a\nb"],
    [
      "text in another charset",
      text,
      "text/plain; charset=latin1",
      Buffer.from("ä", "latin1"),
      "ä",
    ],
    ["text with a byte order mark", text, "text/plain", "\ufeffa", "a"],
    ["XML as text", xml, "application/xml", "<a/>", "<a/>"],
    ["nothing", noContent, "text/html", "<html>", undefined],
    [
      "JSON where it is one of several",
      responseByMediaType([
        ["text/csv", text],
        ["application/json", json],
      ]),
      "application/problem+json",
      "[1]",
      [1],
    ],
    [
      "text where it is one of several",
      responseByMediaType([
        ["application/json", json],
        ["text/*", text],
      ]),
      "Text/CSV; x=y",
      "a,b",
      "a,b",
    ],
    [
      "anything where it is one of several",
      responseByMediaType([["*/*", text]]),
      "a/b",
      "c",
      "c",
    ],
    [
      "nothing where it is one of several",
      responseByMediaType([["text/csv", text]]),
      "",
      "",
      undefined,
    ],
  ])("can be decoded as %s", async (_, response, type, body, value) => {
    const server = await serve((answer) => {
      answer.response.setHeader("content-type", type);
      answer.response.end(body);
    });
    expect(
      await call(
        clientOf(server),
        { ...get, response: response as never },
        { hash: "k" },
      ),
    ).toEqual(value);
  });

  it("of bytes keeps its media type", async () => {
    const server = await serve(({ response }) => {
      response.setHeader("content-type", "image/png");
      response.end(Buffer.from([0, 255]));
    });
    const value = await call<Blob, Error>(
      clientOf(server),
      { ...get, response: blob },
      { hash: "k" },
    );
    expect([value.type, ...new Uint8Array(await value.arrayBuffer())]).toEqual([
      "image/png",
      0,
      255,
    ]);
  });

  it.each([
    [
      "a type that is none of several",
      responseByMediaType([["text/csv", text]]),
      "image/png",
    ],
    ["an unknown charset", text, "text/plain; charset=nonsense"],
  ])("with %s is an error", async (_, response, type) => {
    const server = await serve(({ text: send }) => {
      send(200, "x", type);
    });
    expect(
      await failureOf(
        call(clientOf(server), { ...get, response }, { hash: "k" }),
      ),
    ).toBeInstanceOf(DecodeError);
  });
});

describe("the promise of a call", () => {
  it("gives data, response and request id", async () => {
    const server = await serve(({ json }) => {
      json(200, 1, { "x-request-id": "req_1" });
    });
    const { data, response, requestId } = await call(clientOf(server), get, {
      hash: "k",
    }).withResponse();
    expect([data, response.status, response.bodyUsed, requestId]).toEqual([
      1,
      200,
      true,
      "req_1",
    ]);
  });

  it.each(["request-id", "x-github-request-id", "x-amzn-requestid"])(
    "finds the request id in %s",
    async (name) => {
      const server = await serve(({ json }) => {
        json(200, 1, { [name]: "7" });
      });
      expect(
        (await call(clientOf(server), get, { hash: "k" }).withResponse())
          .requestId,
      ).toBe("7");
    },
  );

  it("gives the response unread", async () => {
    const server = await echo([1]);
    const response = await call(clientOf(server), get, {
      hash: "k",
    }).asResponse();
    expect(response.bodyUsed).toBe(false);
    expect(await response.json()).toEqual([1]);
  });

  it("gives a result in place of an error of the SDK, and only of that", async () => {
    const server = await serve(({ index, json }) => {
      json(index ? 403 : 200, { message: "no" });
    });
    const client = clientOf(server);
    expect(await call(client, get, { hash: "k" }).result()).toMatchObject({
      ok: true,
      data: { message: "no" },
    });
    expect(await call(client, get, { hash: "k" }).result()).toMatchObject({
      ok: false,
      error: { status: 403 },
    });
    const own = clientOf(server, {
      fetch: () => Promise.reject(new Error("x")),
      maxRetries: 0,
    });
    expect(await call(own, get, { hash: "k" }).result()).toMatchObject({
      ok: false,
      error: { name: "ConnectionError" },
    });
    const raw = new APIPromise(() => Promise.reject(new RangeError("bug")));
    await expect(raw.result()).rejects.toBeInstanceOf(RangeError);
  });

  it("is a promise in every respect", async () => {
    const server = await echo(1);
    const promise = call(clientOf(server), get, { hash: "k" });
    expect(promise).toBeInstanceOf(Promise);
    expect(await Promise.all([promise, promise])).toEqual([1, 1]);
    expect(await Promise.race([promise])).toBe(1);
    expect(server.requests).toHaveLength(1);
    let ended = 0;
    expect(await promise.finally(() => ended++)).toBe(1);
    expect(ended).toBe(1);
    const failed = call(clientOf(server), get, { hash: "" });
    expect(
      await failed.catch((error: unknown) => (error as SDKError).name),
    ).toBe("ConfigError");
    expect(await failed.then(null, () => 2)).toBe(2);
    await expect(failed.finally(() => ended++)).rejects.toBeInstanceOf(
      SDKError,
    );
  });

  it("starts once, at the next tick", async () => {
    const server = await echo(1);
    const promise = call(clientOf(server), get, { hash: "k" });
    expect(server.requests).toHaveLength(0);
    await Promise.all([promise.withResponse(), promise.result(), promise]);
    expect(server.requests).toHaveLength(1);
  });
});
