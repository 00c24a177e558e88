/** Limits of time and size, and the caller's signal: what they end, and that nothing of them stays. */
import { getEventListeners } from "node:events";
import { describe, expect, it, vi } from "vitest";
import { json } from "../../templates/runtime/body.js";
import { unsafe } from "../../templates/runtime/unsafe.js";
import { call } from "../../templates/runtime/call.js";
import {
  AbortError,
  ConfigError,
  ConnectionError,
  DecodeError,
  TimeoutError,
} from "../../templates/runtime/errors.js";
import type { Operation } from "../../templates/runtime/operation.js";
import {
  blob,
  decodeText,
  noContent,
} from "../../templates/runtime/decoders.js";
import {
  clientOf,
  echo,
  failureOf,
  serve,
  type Answer,
} from "./support/server.js";

const get: Operation = { id: "get", method: "GET", path: "/x" };

const stalls: Readonly<Record<string, (answer: Answer) => void>> = {
  "before the headers": () => undefined,
  "in the body": ({ response }) => {
    response.writeHead(200, { "content-type": "application/json" });
    response.write('{"a":');
  },
  "in the body of an error": ({ response }) => {
    response.writeHead(500);
    response.write("{");
  },
};

describe("the time limit", () => {
  it.each(Object.entries(stalls))(
    "holds for a server that stalls %s",
    async (_, stall) => {
      const server = await serve(stall);
      const error = await failureOf(
        call(clientOf(server, { timeout: 50, maxRetries: 0 }), get),
      );
      expect(error).toBeInstanceOf(TimeoutError);
      expect(error).toBeInstanceOf(ConnectionError);
      expect(error).toMatchObject({
        message: "timeout: 50 ms (GET /x)",
        attempts: 1,
        operation: "get",
      });
    },
  );

  it("is the call's, then the client's", async () => {
    const server = await serve(
      stalls["before the headers"] ?? (() => undefined),
    );
    const client = clientOf(server, { timeout: 60_000, maxRetries: 0 });
    for (const timeout of [20, 40])
      expect(await failureOf(call(client, get, {}, { timeout }))).toMatchObject(
        { message: `timeout: ${timeout} ms (GET /x)` },
      );
  });

  it("ends a fetch that does not listen", async () => {
    const fetch = () => new Promise<Response>(() => undefined);
    const error = await failureOf(
      call(clientOf(await echo(), { fetch, timeout: 20, maxRetries: 0 }), get),
    );
    expect(error).toBeInstanceOf(TimeoutError);
  });

  it("closes the connection", async () => {
    let closed: () => void = () => undefined;
    const gone = new Promise<void>((resolve) => (closed = resolve));
    const server = await serve(({ response }) => {
      response.on("close", closed);
    });
    await failureOf(
      call(clientOf(server, { timeout: 20, maxRetries: 0 }), get),
    );
    await gone;
  });

  it("of an unread response ends with the headers", async () => {
    const server = await serve(({ response }) => {
      response.write("a");
      setTimeout(() => response.end("b"), 120);
    });
    const response = await call(
      clientOf(server, { timeout: 60 }),
      get,
    ).asResponse();
    expect(await response.text()).toBe("ab");
  });
});

describe("a time limit that no timer can keep", () => {
  it.each([NaN, -1])("%s is refused", async (timeout) => {
    const server = await echo();
    const error = await failureOf(
      call(clientOf(server), get, {}, { timeout, maxRetries: 0 }),
    );
    expect(error).toBeInstanceOf(ConfigError);
    expect(error).toMatchObject({
      message: "invalid value for timeout (GET /x)",
    });
    expect(server.requests).toHaveLength(0);
  });

  // A timer of more than 2 ** 31 - 1 ms fires at once.
  it.each([0, 2 ** 31, 3e9, Infinity])("%s is no limit", async (timeout) => {
    const server = await serve(({ json: answer }) => {
      setTimeout(() => {
        answer(200, 1);
      }, 20);
    });
    expect(await call(clientOf(server), get, {}, { timeout })).toBe(1);
    expect(server.requests).toHaveLength(1);
  });

  it("is one more than the longest that it can", async () => {
    const server = await serve(({ json: answer }) => {
      answer(200, 1);
    });
    const client = clientOf(server, { timeout: 2 ** 31 - 1 });
    expect(await call(client, get)).toBe(1);
  });
});

describe("the size limit", () => {
  const decoders: Readonly<Record<string, Operation["response"]>> = {
    JSON: undefined,
    text: { decode: decodeText },
    bytes: blob,
    "what is not read": noContent,
  };
  const body = JSON.stringify("x".repeat(98));

  it.each(Object.entries(decoders))("holds for %s", async (name, response) => {
    const server = await serve(({ text }) => {
      text(200, body, "application/json");
    });
    const operation = { ...get, ...(response && { response }) };
    const client = clientOf(server, { maxResponseBytes: body.length - 1 });
    const error = await failureOf(call(client, operation));
    expect(error).toBeInstanceOf(DecodeError);
    expect((error as DecodeError).message).toMatch(
      new RegExp(
        `^larger than ${body.length - 1} bytes \\(maxResponseBytes\\)`,
      ),
    );
    // The call's comes before the client's.
    await call(client, operation, {}, { maxResponseBytes: body.length });
    expect(server.requests).toHaveLength(2);
  });

  it.each(Object.entries(decoders))(
    "ends the connection where it is %s",
    async (_, response) => {
      let closed = (): void => undefined;
      const gone = new Promise<void>((resolve) => (closed = resolve));
      const server = await serve(({ response: answer }) => {
        const timer = setInterval(() => answer.write("x".repeat(1e4)), 1);
        answer.on("close", () => {
          clearInterval(timer);
          closed();
        });
      });
      const operation = { ...get, ...(response && { response }) };
      const client = clientOf(server, { maxResponseBytes: 1e5 });
      expect(await failureOf(call(client, operation))).toBeInstanceOf(
        DecodeError,
      );
      await gone;
    },
  );

  it("is one for what arrives, whatever the server says of its length", async () => {
    let sent = 0;
    const server = await serve(({ response }) => {
      response.writeHead(200, { "content-type": "application/json" });
      const more = (): void => {
        if (response.destroyed || sent > 50e6) return;
        sent += 65_536;
        response.write(" ".repeat(65_536), more);
      };
      more();
    });
    const client = clientOf(server, { maxResponseBytes: 1000 });
    expect(await failureOf(call(client, get))).toBeInstanceOf(DecodeError);
    expect(sent).toBeLessThan(50e6);
  });
});

describe("the caller's signal", () => {
  it.each(Object.entries(stalls))(
    "ends a call that stalls %s",
    async (_, stall) => {
      const controller = new AbortController();
      const reason = { why: "enough" };
      const server = await serve((answer) => {
        stall(answer);
        setTimeout(() => {
          controller.abort(reason);
        }, 20);
      });
      const { signal } = controller;
      const error = await failureOf(
        call(clientOf(server), get, {}, { signal }),
      );
      expect(error).toBeInstanceOf(AbortError);
      expect(error).toMatchObject({
        cause: reason,
        message: "aborted (GET /x)",
        attempts: 1,
      });
      expect(server.requests).toHaveLength(1);
      expect(getEventListeners(signal, "abort")).toHaveLength(0);
    },
  );

  it("that has fired sends nothing", async () => {
    const server = await echo();
    const error = await failureOf(
      call(clientOf(server), get, {}, { signal: AbortSignal.abort("why") }),
    );
    expect(error).toBeInstanceOf(AbortError);
    expect(error).toMatchObject({ cause: "why" });
    expect(server.requests).toHaveLength(0);
  });

  it("can be a deadline for everything together", async () => {
    const server = await serve(() => undefined);
    const started = Date.now();
    const error = await failureOf(
      call(
        clientOf(server, { timeout: 30, maxRetries: 1000 }),
        get,
        {},
        { signal: AbortSignal.timeout(200) },
      ),
    );
    expect(error).toBeInstanceOf(AbortError);
    expect((error as AbortError).cause).toMatchObject({ name: "TimeoutError" });
    expect(Date.now() - started).toBeLessThan(5000);
  });

  it("has no listeners left after any number of calls", async () => {
    const { signal } = new AbortController();
    const fetch = (_: unknown, init?: RequestInit) =>
      Promise.resolve(
        new Response("1", { status: init?.method === "GET" ? 200 : 400 }),
      );
    const client = clientOf({ url: "http://localhost" }, { fetch });
    for (let count = 0; count < 10_000; count++)
      if (count % 100) await call(client, get, {}, { signal });
      else
        await failureOf(
          call(
            client,
            { ...get, method: "POST", unsafe, body: json },
            { body: 1 },
            { signal },
          ),
        );
    expect(getEventListeners(signal, "abort")).toHaveLength(0);
  });

  it("is left alone by responses that are read later", async () => {
    const { signal } = new AbortController();
    const server = await echo();
    for (let count = 0; count < 12; count++)
      await call(clientOf(server), get, {}, { signal }).asResponse();
    expect(getEventListeners(signal, "abort")).toHaveLength(0);
  });

  it("ends an unread response where signals cannot be joined", async () => {
    const controller = new AbortController();
    const server = await serve(({ response }) => {
      response.write("a");
    });
    vi.stubGlobal("AbortSignal", {});
    try {
      const { signal } = controller;
      const response = await call(
        clientOf(server),
        get,
        {},
        { signal },
      ).asResponse();
      controller.abort();
      await expect(response.text()).rejects.toThrow();
    } finally {
      vi.unstubAllGlobals();
    }
  });

  it("ends an unread response too", async () => {
    const controller = new AbortController();
    const server = await serve(({ response }) => {
      response.write("a");
    });
    const response = await call(
      clientOf(server),
      get,
      {},
      { signal: controller.signal },
    ).asResponse();
    setTimeout(() => {
      controller.abort();
    }, 20);
    await expect(response.text()).rejects.toThrow();
    expect(getEventListeners(controller.signal, "abort")).toHaveLength(0);
  });
});
