/** Middleware, logs, the environment, and what loading the runtime does: nothing. */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { afterEach, describe, expect, it, vi } from "vitest";
import { json } from "../../templates/runtime/body.js";
import { unsafe } from "../../templates/runtime/unsafe.js";
import { call } from "../../templates/runtime/call.js";
import { env, isEnabled } from "../../templates/runtime/env.js";
import { logging } from "../../templates/runtime/logging.js";
import { pipeline } from "../../templates/runtime/middleware.js";
import type { Operation } from "../../templates/runtime/operation.js";
import type { Middleware } from "../../templates/runtime/options.js";
import { clientOf, echo, failureOf, serve } from "./support/server.js";

const create: Operation = {
  id: "create",
  method: "PUT",
  unsafe,
  path: "/keys/{id}",
  body: json,
};

describe("middleware", () => {
  it("wraps every attempt, the first one outermost", async () => {
    vi.spyOn(Math, "random").mockReturnValue(0);
    const server = await serve(({ index, json: send }) => {
      send(index ? 200 : 500, { index });
    });
    const seen: unknown[] = [];
    const transport = pipeline(
      async (request, next, context) => {
        seen.push(["in", { ...context }]);
        const response = await next(request);
        seen.push(["out", response.status]);
        return response;
      },
      (request, next) => {
        const changed = new Request(request);
        changed.headers.set("x-a", "1");
        return next(changed);
      },
    );
    expect(
      await call(clientOf(server, { transport }), create, {
        id: "k",
        body: { a: 1 },
      }),
    ).toEqual({ index: 1 });
    const context = {
      operation: "create",
      method: "PUT",
      route: "/keys/{id}",
      idempotencyKey: undefined,
    };
    expect(seen).toEqual([
      ["in", { ...context, attempt: 0 }],
      ["out", 500],
      ["in", { ...context, attempt: 1 }],
      ["out", 200],
    ]);
    expect(server.requests).toMatchObject(
      [1, 2].map(() => ({
        method: "PUT",
        headers: { "x-a": "1", "content-type": "application/json" },
        body: '{"a":1}',
      })),
    );
  });

  it("can answer by itself, and follows no redirects of its own", async () => {
    const server = await serve(({ response }) => {
      response.writeHead(302, { location: "http://other.example" });
      response.end();
    });
    const cached = clientOf(server, {
      transport: pipeline(() => Response.json("cached")),
    });
    expect(await call(cached, create, { id: "k" })).toBe("cached");
    expect(server.requests).toHaveLength(0);
    const through = clientOf(server, {
      transport: pipeline((request, next) => next(request)),
    });
    expect(
      await failureOf(call(through, { ...create, method: "GET" }, { id: "k" })),
    ).toMatchObject({ status: 302 });
  });

  it("that fails reaches the caller as it is, and nothing is repeated", async () => {
    const failure = new Error("circuit open");
    for (const when of ["before", "after"]) {
      const server = await echo();
      const transport = pipeline(async (request, next) => {
        if (when === "after") await next(request);
        throw failure;
      });
      const promise = call(
        clientOf(server, { transport, maxRetries: 2 }),
        create,
        {
          id: "k",
        },
      );
      await expect(promise).rejects.toBe(failure);
      expect(server.requests).toHaveLength(when === "after" ? 1 : 0);
    }
  });

  it("sees a lost connection as an error of the SDK", async () => {
    const seen: unknown[] = [];
    const server = await serve(({ drop }) => {
      drop();
    });
    const transport = pipeline(async (request, next) => {
      try {
        return await next(request);
      } catch (error) {
        seen.push(error);
        throw error;
      }
    });
    const error = await failureOf(
      call(clientOf(server, { transport, maxRetries: 1 }), create, { id: "k" }),
    );
    expect(error).toMatchObject({ name: "ConnectionError", attempts: 2 });
    expect(seen).toHaveLength(2);
    expect(seen[1]).toBe(error);
  });

  it("leaves `fetch` called with a URL and options", async () => {
    const calls: [unknown, RequestInit | undefined][] = [];
    const fetch = (input: unknown, init?: RequestInit) => {
      calls.push([input, init]);
      return Promise.resolve(Response.json(1));
    };
    const send = async (layer: Middleware, operation: Operation = create) => {
      calls.length = 0;
      const transport = pipeline(layer);
      const client = clientOf(
        { url: "http://localhost" },
        { fetch, transport },
      );
      await call(client, operation, { id: "k", body: { a: 1 } });
      const [input, init] = calls[0] ?? [];
      return { input, init, headers: new Headers(init?.headers) };
    };
    const plain = await send((request, next) => next(request));
    expect(plain.input).toBe("http://localhost/keys/k");
    expect(plain.init).toMatchObject({
      method: "PUT",
      body: '{"a":1}',
    });
    expect(plain.headers.get("content-type")).toBe("application/json");

    const changed = await send((request, next) => {
      request.headers.set("x-a", "1");
      return next(request);
    });
    expect(changed.headers.get("x-a")).toBe("1");
    expect(changed.init?.body).toBe('{"a":1}');

    const replaced = await send((request, next) =>
      next(new Request("http://localhost/other", request)),
    );
    expect(replaced.input).toBe("http://localhost/other");
    expect(replaced.headers.get("content-type")).toBe("application/json");
    expect(await new Response(replaced.init?.body).text()).toBe('{"a":1}');

    const get: Operation = { id: "get", path: "/" };
    const reading = await send(
      (request, next) => next(new Request(request)),
      get,
    );
    expect(reading.init?.body).toBeUndefined();

    const body = () => new Response("streamed").body ?? undefined;
    const streaming: Operation = { ...create, body: { encode: body } };
    const streamed = await send((request, next) => next(request), streaming);
    expect(await new Response(streamed.init?.body).text()).toBe("streamed");
  });

  it("uses the client's fetch", async () => {
    const asked: unknown[] = [];
    const fetch = (input: unknown) => {
      asked.push(input);
      return Promise.resolve(Response.json(1));
    };
    const transport = pipeline((request, next) => next(request));
    await call(
      clientOf({ url: "http://localhost" }, { fetch, transport }),
      create,
      { id: "k" },
    );
    expect(asked[0]).toBe("http://localhost/keys/k");
    await call(clientOf({ url: "http://localhost" }, { fetch }), create, {
      id: "k",
    });
    expect(asked[1]).toBe("http://localhost/keys/k");
  });
});

describe("the log", () => {
  const run = async (status: number) => {
    const server = await serve(({ json: send, drop }) => {
      if (status)
        send(status, { token: "s3cr3t" }, { "x-request-id": "req_1" });
      else drop();
    });
    const lines: [string, string, object][] = [];
    const logger = {
      debug: (message: string, fields: object) =>
        lines.push(["debug", message, fields]),
      warn: (message: string, fields: object) =>
        lines.push(["warn", message, fields]),
    };
    const client = clientOf(server, {
      transport: pipeline(logging(logger)),
      maxRetries: 0,
    });
    await call(
      client,
      create,
      { id: "s3cr3t", body: "s3cr3t" },
      { headers: { "x-key": "s3cr3t" } },
    ).result();
    expect(JSON.stringify(lines)).not.toContain("s3cr3t");
    return lines;
  };

  it.each([
    [200, "debug"],
    [404, "warn"],
  ])("has one line for an attempt that ends in %i", async (status, level) => {
    const [line, ...more] = await run(status);
    expect(more).toEqual([]);
    expect(line).toEqual([
      level,
      expect.stringMatching(
        new RegExp(
          `^PUT /keys/\\{id\\} ${status} \\d+ ms \\(create, request req_1\\)$`,
        ),
      ),
      {
        operation: "create",
        attempt: 0,
        status,
        requestId: "req_1",
        milliseconds: expect.any(Number) as number,
      },
    ]);
  });

  it("has one for an attempt that fails", async () => {
    expect(await run(0)).toMatchObject([
      [
        "warn",
        expect.stringMatching(/^PUT \/keys\/\{id\} failed \d+ ms \(create\)$/),
        { attempt: 0 },
      ],
    ]);
  });

  it("counts further attempts, and fails no call", async () => {
    const messages: string[] = [];
    const warn = (message: string) => {
      messages.push(message);
      throw new Error("disk full");
    };
    const server = await serve(({ json: send }) => {
      send(503, {}, { "retry-after": "0" });
    });
    const client = clientOf(server, {
      transport: pipeline(logging({ debug: warn, warn })),
      maxRetries: 1,
    });
    expect(await failureOf(call(client, create, { id: "k" }))).toMatchObject({
      status: 503,
    });
    expect(messages[1]).toMatch(/ms \(create, attempt 2\)$/);
  });

  it("is switched on by what does not say no", () => {
    for (const [value, isOn] of [
      ["1", true],
      ["debug", true],
      ["0", false],
      ["false", false],
      ["OFF", false],
      [" no ", false],
      ["", false],
    ] as const) {
      vi.stubEnv("A_LOG", value);
      expect(isEnabled("A_LOG")).toBe(isOn);
    }
    vi.unstubAllEnvs();
    expect(isEnabled("A_LOG")).toBe(false);
  });

  it("goes to the console where nothing else is said", async () => {
    const debug = vi.spyOn(console, "debug").mockReturnValue();
    await call(
      clientOf(await echo(), { transport: pipeline(logging()) }),
      create,
      { id: "k" },
    );
    expect(debug).toHaveBeenCalledOnce();
    debug.mockRestore();
  });
});

describe("the environment", () => {
  const { process } = globalThis;
  afterEach(() => {
    globalThis.process = process;
    delete process.env["SDK_TEST"];
  });

  it("gives what is set and not empty", () => {
    expect(env("SDK_TEST")).toBeUndefined();
    process.env["SDK_TEST"] = "x";
    expect(env("SDK_TEST")).toBe("x");
    process.env["SDK_TEST"] = "";
    expect(env("SDK_TEST")).toBeUndefined();
    expect(env("toString")).toBeUndefined();
  });

  it.each<[string, unknown]>([
    ["there is none", undefined],
    ["a bundler left half of it", {}],
    [
      "it may not be read",
      {
        get env() {
          throw new Error("denied");
        },
      },
    ],
  ])("gives nothing where %s", (_, other) => {
    globalThis.process = other as NodeJS.Process;
    const value = env("PATH");
    globalThis.process = process;
    expect(value).toBeUndefined();
  });
});

describe("the runtime's files", () => {
  const folder = fileURLToPath(
    new URL("../../templates/runtime/", import.meta.url),
  );
  const files = readdirSync(folder).filter((file) => file.endsWith(".ts"));
  const bundle = async (contents: string) => {
    const { outputFiles } = await build({
      stdin: { contents, resolveDir: folder },
      bundle: true,
      minify: true,
      write: false,
      format: "esm",
      target: "es2022",
      platform: "browser",
    });
    return outputFiles[0]?.text ?? "";
  };

  it("do nothing when loaded, so that bundlers can drop them", async () => {
    for (const file of files)
      expect([file, (await bundle(`import "./${file}"`)).trim()]).toEqual([
        file,
        "",
      ]);
  });

  it("have no dependencies, dynamic code or platform modules", () => {
    for (const file of files) {
      const text = readFileSync(folder + file, "utf8");
      for (const [, from] of text.matchAll(/\bfrom "([^"]+)"/g))
        // An entry point of its own, for those who have that library.
        if (file !== "otel.ts" || from !== "@opentelemetry/api")
          expect(from).toMatch(/^\.\/[\w-]+\.js$/);
      expect(text).not.toMatch(/\beval\(|new Function|import\(|require\(/);
      // Assigning calls setters, such as that of `__proto__`. What inherits
      // nothing has none: see `copies.test.ts`.
      if (file !== "without-prototype.ts")
        expect(text).not.toMatch(/Object\.assign/);
    }
  });

  it("leave out of a bundle what no operation names", async () => {
    const text = await bundle(`
      import { call } from "./call.ts"; import { Core } from "./client.ts"; import { bearer } from "./auth.ts"; import { securitySchemes } from "./authorize.ts";
      export const client = (key) => new Core({}, { url: "https://x", auth: securitySchemes([["a", bearer(key)]], [["a"]]) });
      export const get = (client, id) => call(client, { id: "get", method: "GET", path: "/{id}" }, { id });`);
    expect(text).not.toMatch(
      /idempotency"|Basic|multipart|event-stream|NotFoundError|randomUUID|Link/,
    );
  });
});
