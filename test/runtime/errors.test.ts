/** Errors: their classes, fields and messages, and what is printed of them. */
import { inspect } from "node:util";
import { afterEach, describe, expect, it, vi } from "vitest";
import { call } from "../../templates/runtime/call.js";
import * as errors from "../../templates/runtime/errors.js";
import type { Operation } from "../../templates/runtime/operation.js";
import {
  clientOf,
  failureOf,
  serve,
  type TestServer,
} from "./support/server.js";

const get: Operation = { id: "getKey", method: "GET", path: "/keys/{hash}" };
const { APIError, SDKError } = errors;

const fails = (server: TestServer): Promise<errors.APIError> =>
  failureOf(call(clientOf(server, { maxRetries: 0 }), get, { hash: "k" }));
const answering = (status: number, body: unknown, headers = {}) =>
  serve(({ json }) => {
    json(status, body, headers);
  });

describe("an error status", () => {
  it("has everything that the server said", async () => {
    const body = { message: "no such key", code: "key_unknown", extra: [1] };
    const error = await fails(
      await answering(404, body, {
        "x-request-id": "req_1",
        "retry-after": "5",
        "x-other": "y",
      }),
    );
    expect(error.message).toBe(
      "404 no such key (GET /keys/{hash}, request req_1)",
    );
    expect(error).toMatchObject({
      name: "NotFoundError",
      status: 404,
      operation: "getKey",
      attempts: 1,
      code: "key_unknown",
      requestId: "req_1",
      retryAfter: 5,
      body,
      text: JSON.stringify(body),
    });
    expect(error.headers.get("x-other")).toBe("y");
    expect(JSON.parse(JSON.stringify(error))).toEqual({
      name: "NotFoundError",
      message: error.message,
      operation: "getKey",
      attempts: 1,
      status: 404,
      code: "key_unknown",
      requestId: "req_1",
      retryAfter: 5,
      body,
    });
    const printed = inspect(error);
    expect(printed).toMatch(
      /NotFoundError\]?: 404 no such key \(GET \/keys\/\{hash\}, request req_1\)\n {4}at /,
    );
    expect(printed).toContain("extra: [ 1 ]");
    expect(printed).not.toMatch(/x-other|undefined/);
  });

  type Row = [body: unknown, message: string, code?: string];
  it.each<Row>([
    [{ message: "a" }, "a"],
    [{ error: { message: "a", code: 7, type: "t" } }, "a", "7"],
    [{ error: { message: "a", code: "c", type: "t" } }, "a", "c"],
    [{ error: "a", error_code: "e" }, "a", "e"],
    [{ detail: "a", title: "b", code: "c" }, "a", "c"],
    [{ title: "b" }, "b"],
    [{ errors: [{ message: "a" }, { message: "b" }] }, "a, b"],
    [{ message: "", detail: "d" }, "d"],
    [{ message: { a: 1 }, error: 5, detail: [{ msg: "x" }] }, "x", "5"],
    // FastAPI
    [
      { detail: [{ loc: ["body", "a"], msg: "Field required" }] },
      "Field required",
    ],
    [{ detail: { message: "a" } }, "a"],
    // NestJS
    [
      {
        statusCode: 418,
        message: ["a must be b", "c must be d"],
        error: "Bad",
      },
      "a must be b, c must be d",
      "Bad",
    ],
    // Rails
    [{ errors: ["a is missing"] }, "a is missing"],
    [{ errors: { email: ["is taken", "is short"] } }, "is taken, is short"],
    [{ errors: { pet: { name: ["is missing"] } } }, "is missing"],
    // Django REST framework
    [
      { name: ["is blank"], age: ["is low", "is odd"] },
      "is blank, is low, is odd",
    ],
    [{ non_field_errors: ["is taken"] }, "is taken"],
    [{ name: ["is blank"], id: "k" }, "Teapot"],
    [{ error: { message: "a b", reason: "gone" } }, "a b"],
    // OAuth (RFC 6749)
    [
      { error: "invalid_grant", error_description: "a b" },
      "a b",
      "invalid_grant",
    ],
    // JSON:API
    [
      { errors: [{ status: "418", code: "c", title: "t", detail: "d" }] },
      "d",
      "c",
    ],
    // GraphQL
    [
      { errors: [{ message: "a", extensions: { code: "UNAUTHENTICATED" } }] },
      "a",
      "UNAUTHENTICATED",
    ],
    // ASP.NET
    [{ Message: "a b", ExceptionType: "T" }, "a b"],
    [{ errorMessage: "a b", errorCode: 7 }, "a b"],
    [{ error: { description: "a b", id: 7 } }, "a b"],
    [[{ message: "a" }], "a"],
    [{ msg: "a" }, "a"],
    [{ message: "a", code: 418 }, "a"],
    [{ message: "a", code: 1203 }, "a", "1203"],
    [{ a: { b: { c: {} } }, error: [[[[[[["a"]]]]]]] }, "Teapot"],
    [{ message: "a\n\tb\r\n  c" }, "a b c"],
    [{ message: "x".repeat(1e5) }, "x".repeat(996)],
    [[], "Teapot"],
    ["text", "text", "text"],
    [null, "Teapot"],
    [undefined, "Teapot"],
  ])("finds the message in %j", async (body, message, code) => {
    const server = await serve(({ response }) => {
      response.statusMessage = "Teapot";
      response.statusCode = 418;
      response.end(body === undefined ? "" : JSON.stringify(body));
    });
    const error = await fails(server);
    expect(error.message).toBe(`418 ${message} (GET /keys/{hash})`);
    expect(error.code).toBe(code);
    expect(error.body).toEqual(body);
  });

  it.each([
    ["text/plain", "disk full", "disk full"],
    [
      "text/plain; charset=ISO-8859-1",
      Buffer.from("zu groß", "latin1"),
      "zu groß",
    ],
    [undefined, "disk full", "disk full"],
    ["text/html", "<h1>disk full</h1>", "Bad Gateway"],
    ["text/plain", " ", "Bad Gateway"],
  ])("in %s says %j", async (type, body, message) => {
    const error = await fails(
      await serve(({ response }) => {
        if (type) response.setHeader("content-type", type);
        response.statusCode = 502;
        response.end(body);
      }),
    );
    expect(error.message).toBe(`502 ${message} (GET /keys/{hash})`);
  });

  // HTTP/2 has no reason phrases.
  it.each([
    [400, "Bad Request"],
    [401, "Unauthorized"],
    [402, "Payment Required"],
    [403, "Forbidden"],
    [404, "Not Found"],
    [405, "Method Not Allowed"],
    [409, "Conflict"],
    [410, "Gone"],
    [422, "Unprocessable Entity"],
    [429, "Too Many Requests"],
    [500, "Internal Server Error"],
    [502, "Bad Gateway"],
    [503, "Service Unavailable"],
    [504, "Gateway Timeout"],
  ])("without a word has the standard phrase of %i", async (status, phrase) => {
    const fetch = () => Promise.resolve(new Response("", { status }));
    const client = clientOf(
      { url: "http://localhost" },
      { fetch, maxRetries: 0 },
    );
    const error: Error = await failureOf(call(client, get, { hash: "k" }));
    expect(error.message).toBe(`${status} ${phrase} (GET /keys/{hash})`);
  });

  it("can have a body that is no JSON", async () => {
    const error = await fails(
      await serve(({ text }) => {
        text(502, "<html>", "text/html");
      }),
    );
    expect(error).toMatchObject({
      status: 502,
      text: "<html>",
      message: "502 Bad Gateway (GET /keys/{hash})",
    });
    expect(error.body).toBeUndefined();
    expect(error).toBeInstanceOf(errors.InternalServerError);
  });

  it("keeps a body of more than a kilobyte, but does not print it", async () => {
    for (const length of [900, 2000]) {
      const body = { message: "m", extra: "y".repeat(length) };
      const error = await fails(await answering(400, body));
      expect(error.body).toEqual(body);
      for (const printed of [inspect(error), JSON.stringify(error)]) {
        expect(printed.includes("yyy")).toBe(length < 1000);
        expect(printed).toContain("400 m");
      }
    }
  });

  it("reads no more than a megabyte", async () => {
    const error = await fails(await answering(500, "x".repeat(3e6)));
    expect(error.text.length).toBeLessThanOrEqual(1e6 + 1);
    expect(error.text.length).toBeGreaterThan(5e5);
    expect(error.body).toBeUndefined();
  });

  const classes = {
    400: "BadRequestError",
    401: "AuthenticationError",
    403: "PermissionDeniedError",
    404: "NotFoundError",
    409: "ConflictError",
    422: "UnprocessableEntityError",
    429: "RateLimitError",
    500: "InternalServerError",
    503: "InternalServerError",
    599: "InternalServerError",
  } as const;
  it.each(Object.entries(classes))(
    "%s is of the class %s and of no other",
    async (status, name) => {
      const error = await fails(await answering(Number(status), {}));
      expect(error.name).toBe(name);
      const all = Object.values(classes);
      for (const other of all)
        expect(error instanceof errors[other]).toBe(other === name);
      for (const kind of [
        "ConnectionError",
        "TimeoutError",
        "AbortError",
        "DecodeError",
        "ConfigError",
      ] as const)
        expect(error).not.toBeInstanceOf(errors[kind]);
      for (const kind of [APIError, SDKError, Error])
        expect(error).toBeInstanceOf(kind);
    },
  );

  it("without a class of its own is an APIError", async () => {
    for (const status of [402, 418, 499])
      expect((await fails(await answering(status, {}))).name).toBe("APIError");
  });
});

describe("a lost connection", () => {
  it.each<[string, Error, string, string]>([
    [
      "a code",
      Object.assign(new Error("x"), { code: "ECONNRESET" }),
      "ECONNRESET",
      "ECONNRESET",
    ],
    [
      "a code in the cause",
      new TypeError("fetch failed", {
        cause: Object.assign(new Error("x"), { code: "ENOTFOUND" }),
      }),
      "ENOTFOUND",
      "ENOTFOUND",
    ],
    [
      "words alone",
      new TypeError("Failed to fetch"),
      "TypeError: Failed to fetch",
      "unknown",
    ],
    [
      "words that quote the URL",
      new TypeError("no way to https://api.example.com/a?key=secret"),
      "unknown",
      "unknown",
    ],
  ])("is said by %s", async (_, cause, words, code) => {
    const client = clientOf(
      { url: "https://api.example.com" },
      { maxRetries: 0, fetch: () => Promise.reject(cause) },
    );
    const error = await failureOf(call(client, { id: "get", path: "/a" }));
    expect(String(error)).toBe(
      `ConnectionError: connection failed: ${words} (GET /a)`,
    );
    expect(error).toMatchObject({ code });
  });
});

describe("the classes", () => {
  it("hold between two copies of a package, and not between packages", async () => {
    const path = "../../templates/runtime/errors.js";
    const copy = (await import(
      /* @vite-ignore */ `${path}?copy`
    )) as typeof errors;
    expect(copy.SDKError).not.toBe(SDKError);
    const error = await fails(await answering(409, {}));
    expect(error).toBeInstanceOf(copy.ConflictError);
    expect(error).toBeInstanceOf(copy.APIError);
    expect(error).toBeInstanceOf(copy.SDKError);
    expect(error).not.toBeInstanceOf(copy.NotFoundError);
    const other = Object.assign(new Error("x"), { "other-sdk": true });
    expect(other).not.toBeInstanceOf(copy.SDKError);
  });

  it("can be told from anything", () => {
    for (const value of [
      new Error("x"),
      {},
      null,
      undefined,
      "x",
      1,
      Symbol("x"),
      { status: 404 },
    ])
      for (const kind of [
        SDKError,
        APIError,
        errors.NotFoundError,
        errors.TimeoutError,
      ])
        expect(value instanceof kind).toBe(false);
  });

  it("can be extended by callers", async () => {
    class Mine extends SDKError {}
    const error = await fails(await answering(404, {}));
    expect(error).not.toBeInstanceOf(Mine);
    expect(new Mine("Mine", "x")).toBeInstanceOf(Mine);
    expect(new Mine("Mine", "x")).toBeInstanceOf(SDKError);
  });

  it("tell transport errors apart", () => {
    const timeout = new SDKError("TimeoutError", "x");
    expect(timeout).toBeInstanceOf(errors.TimeoutError);
    expect(timeout).toBeInstanceOf(errors.ConnectionError);
    const connection = new SDKError("ConnectionError", "x");
    expect(connection).toBeInstanceOf(errors.ConnectionError);
    expect(connection).not.toBeInstanceOf(errors.TimeoutError);
    for (const name of ["AbortError", "DecodeError", "ConfigError"] as const) {
      const error = new SDKError(name, "x");
      expect(error).toBeInstanceOf(errors[name]);
      expect(error).not.toBeInstanceOf(errors.ConnectionError);
      expect(error).not.toBeInstanceOf(APIError);
    }
  });
});

describe("the stack", () => {
  it("has the line of the caller, through awaits and retries", async () => {
    const server = await answering(500, {});
    const callIt = async () => {
      await call(clientOf(server, { maxRetries: 1 }), get, { hash: "k" }, {});
    };
    const error: Error = await failureOf(callIt());
    expect(error.stack).toMatch(/^InternalServerError: 500 .*\n {4}at /);
    expect(error.stack).toContain("callIt");
    expect(error.stack).toContain("errors.test.ts");
  });

  it("has it where the call was never alone in a function", async () => {
    const server = await answering(404, {});
    const client = clientOf(server);
    const all = async () => {
      await Promise.all([call(client, get, { hash: "k" })]);
    };
    const then = async () => {
      await call(client, get, { hash: "k" }).then((value) => value);
    };
    const result = async () => {
      const { error } = await call(client, get, { hash: "k" }).result();
      throw error as Error;
    };
    for (const [name, run] of Object.entries({ all, then, result })) {
      const { stack }: Error = await failureOf(run());
      expect(stack).toMatch(new RegExp(` at (async )?${name} [(]`));
    }
  });

  it("has it where a timer ended the call", async () => {
    const server = await serve(() => undefined);
    const callIt = async () => {
      const client = clientOf(server, { timeout: 5, maxRetries: 0 });
      await call(client, get, { hash: "k" });
    };
    const error: Error = await failureOf(callIt());
    expect(error.stack).toMatch(/^TimeoutError: timeout: 5 ms .*\n {4}at /);
    expect(error.stack).toMatch(/ at (async )?callIt [(]/);
  });

  describe("on JavaScriptCore", () => {
    /** What that engine loads: `new Error()` has a line there. */
    const load = async () => {
      vi.resetModules();
      vi.stubGlobal(
        "Error",
        class extends Error {
          line = 1;
        },
      );
      const loaded = await import("../../templates/runtime/call.js");
      return loaded.call;
    };
    afterEach(() => {
      vi.unstubAllGlobals();
    });

    it("is where the call was made", async () => {
      const server = await answering(404, { message: "m" });
      const other = await load();
      const callIt = () => other(clientOf(server), get, { hash: "k" });
      const error: Error = await failureOf(callIt());
      expect(error.stack).toMatch(
        /^NotFoundError: 404 m \(GET \/keys\/\{hash\}\)\n {4}at /,
      );
      expect(error.stack).toContain("at callIt (");
    });

    it("begins with the message where the platform's does not", async () => {
      const server = await answering(404, { message: "m" });
      const other = await load();
      const { prepareStackTrace } = Error;
      Error.prepareStackTrace = () => "f@file.js:1:1";
      try {
        const error: Error = await failureOf(
          other(clientOf(server), get, { hash: "k" }),
        );
        expect(error.stack).toBe(
          "NotFoundError: 404 m (GET /keys/{hash})\nf@file.js:1:1",
        );
      } finally {
        Error.prepareStackTrace = prepareStackTrace;
      }
    });
  });
});
