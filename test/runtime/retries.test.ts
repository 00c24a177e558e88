/** What is repeated, how often and when; and what is never sent twice. */
import { beforeEach, describe, expect, it, vi } from "vitest";
import { binary, json } from "../../templates/runtime/body.js";
import { call } from "../../templates/runtime/call.js";
import {
  AbortError,
  APIError,
  ConflictError,
  ConnectionError,
  TimeoutError,
} from "../../templates/runtime/errors.js";
import { extras } from "../../templates/runtime/extras.js";
import type { Operation } from "../../templates/runtime/operation.js";
import { retryDelay } from "../../templates/runtime/retry.js";
import {
  clientOf,
  closedPort,
  failureOf,
  serve,
  withMethod,
  type Answer,
} from "./support/server.js";

const operation = (method: string, rest: Partial<Operation> = {}): Operation =>
  withMethod(method, { path: "/things", ...rest });
const keyed = (method: string): Operation =>
  operation(method, { idempotency: "Idempotency-Key", extras, body: json });

const random = vi.spyOn(Math, "random");
beforeEach(() => {
  // No test waits longer than it has to.
  random.mockReturnValue(0);
});

const answers: Readonly<Record<string, (answer: Answer) => void>> = {
  dropped: ({ drop }) => {
    drop();
  },
  stalled: ({ response }) => {
    response.writeHead(200, { "content-type": "application/json" });
    response.write("{");
  },
  cut: ({ response }) => {
    response.writeHead(200, { "content-length": "10" });
    response.write("{");
    setTimeout(() => response.destroy(), 5);
  },
  silent: () => undefined,
};
for (const status of [
  400, 401, 403, 404, 408, 409, 422, 425, 429, 500, 501, 502, 503, 504, 529,
])
  Object.assign(answers, {
    [status]: ({ json: send }: Answer) => {
      send(status, {});
    },
  });
Object.assign(answers, {
  "409+": ({ json: send }: Answer) => {
    send(409, {}, { "retry-after": "0" });
  },
  "503+": ({ json: send }: Answer) => {
    send(503, {}, { "retry-after": "0" });
  },
});

const safe = ["GET", "HEAD", "OPTIONS", "PUT", "DELETE"];
const always = ["429"];
const whenSafe = [
  "dropped",
  "stalled",
  "cut",
  "silent",
  "408",
  "500",
  "501",
  "502",
  "503",
  "504",
  "529",
  "503+",
];
const never = ["400", "401", "403", "404", "409", "422", "425"];

type Row = [
  method: string,
  operation: Operation,
  failure: string,
  sent: number,
];
const rows: Row[] = [];
for (const [label, what, repeated, single] of [
  ...safe.map(
    (method) =>
      [
        method,
        operation(method),
        [...always, ...whenSafe],
        [...never, "409+"],
      ] as const,
  ),
  ...["POST", "PATCH", "COPY"].map(
    (method) =>
      [
        method,
        operation(method, { body: json }),
        always,
        [...whenSafe, ...never, "409+"],
      ] as const,
  ),
  ...["POST", "PATCH"].map(
    (method) =>
      [
        `${method} with a key`,
        keyed(method),
        [...always, ...whenSafe, "409+"],
        never,
      ] as const,
  ),
]) {
  for (const failure of repeated) rows.push([label, what, failure, 3]);
  for (const failure of single) rows.push([label, what, failure, 1]);
}

describe("an operation that fails", () => {
  it.concurrent.each(
    rows.filter(
      ([method, , failure]) =>
        !(method === "HEAD" && /stalled|cut/.test(failure)),
    ),
  )("%s, %j: %s is sent %i times", async (_, what, failure, sent) => {
    const server = await serve(answers[failure] ?? (() => undefined));
    // Of what answers, a busy machine may need more than what is waited for in vain.
    const timeout = ["stalled", "silent"].includes(failure) ? 500 : 30_000;
    const error = await failureOf(
      call(clientOf(server, { timeout }), what, { body: {} }),
    );
    expect(error).toMatchObject({ attempts: sent });
    expect(server.requests).toHaveLength(sent);
    const keys = new Set(
      server.requests.map(({ headers }) => headers["idempotency-key"]),
    );
    expect(keys.size).toBe(1);
  });

  it.each(["GET", "POST"])(
    "%s without a connection is repeated",
    async (method) => {
      const url = await closedPort();
      const error = await failureOf(
        call(
          clientOf({ url }),
          operation(method, { body: json }),
          method === "GET" ? {} : { body: 1 },
        ),
      );
      expect(error).toBeInstanceOf(ConnectionError);
      expect(error).toMatchObject({ attempts: 3, code: "ECONNREFUSED" });
    },
  );

  it.each([
    ["ECONNREFUSED", 3],
    ["ENOTFOUND", 3],
    ["EAI_AGAIN", 3],
    ["UND_ERR_CONNECT_TIMEOUT", 3],
    ["ConnectionRefused", 3],
    ["ECONNRESET", 1],
    ["UND_ERR_SOCKET", 1],
    ["ETIMEDOUT", 1],
    ["CERT_HAS_EXPIRED", 1],
    [undefined, 1],
  ])(
    "POST with the platform's code %s is sent %i times",
    async (code, sent) => {
      let count = 0;
      const fetch = () => {
        count++;
        return Promise.reject(
          Object.assign(
            new TypeError("fetch failed"),
            count % 2 ? { cause: { code } } : { code },
          ),
        );
      };
      const error = await failureOf(
        call(
          clientOf({ url: "http://localhost" }, { fetch }),
          operation("POST"),
          {},
        ),
      );
      expect(error).toMatchObject({ attempts: sent });
      expect(count).toBe(sent);
    },
  );

  it("can succeed after all", async () => {
    const server = await serve(({ index, json: send }) => {
      send(index < 2 ? 500 : 200, { index });
    });
    expect(await call(clientOf(server), operation("GET"))).toEqual({
      index: 2,
    });
  });

  it.each([
    [{ maxRetries: 0 }, {}, 1],
    [{ maxRetries: 1 }, {}, 2],
    [{ maxRetries: 1 }, { maxRetries: 3 }, 4],
    [{ maxRetries: 1 }, { maxRetries: undefined }, 2],
    [{ maxRetries: NaN }, {}, 1],
  ])("is sent as often as %j and %j say: %i", async (client, options, sent) => {
    const server = await serve(({ json: send }) => {
      send(500);
    });
    await failureOf(
      call(clientOf(server, client), operation("GET"), {}, options),
    );
    expect(server.requests).toHaveLength(sent);
  });

  it.each<[string, object, object, number]>([
    ["the client's", { retry: "all" }, {}, 3],
    ["the call's", {}, { retry: "all" }, 3],
    ["the call's, not the client's", { retry: "all" }, { retry: "safe" }, 1],
    ["none", { retry: "safe" }, { retry: undefined }, 1],
    ["one that there is not", { retry: "ALL" }, {}, 1],
  ])("by POST obeys the option retry: %s", async (_, client, options, sent) => {
    for (const failure of ["dropped", "cut", "408", "503+"]) {
      const server = await serve(answers[failure] ?? (() => undefined));
      await failureOf(
        call(
          clientOf(server, client),
          operation("POST", { body: json }),
          { body: 1 },
          options,
        ),
      );
      expect([failure, server.requests.length]).toEqual([failure, sent]);
    }
  });

  it.each(["400", "404", "409", "422"])(
    "with %s is never repeated, even where everything may be",
    async (failure) => {
      const server = await serve(answers[failure] ?? (() => undefined));
      await failureOf(
        call(clientOf(server, { retry: "all" }), operation("POST")),
      );
      expect(server.requests).toHaveLength(1);
    },
  );

  it("is never repeated with a body that can be read once", async () => {
    const server = await serve(({ json: send }) => {
      send(429, {}, { "retry-after": "0" });
    });
    const upload = operation("PUT", { body: binary });
    for (const body of [new Blob(["ab"]).stream(), chunks()]) {
      const error = await failureOf(
        call(clientOf(server, { retry: "all" }), upload, { body }),
      );
      expect(error).toMatchObject({ status: 429, attempts: 1 });
    }
    expect(server.requests.map(({ body }) => body)).toEqual(["ab", "ab"]);
    await failureOf(call(clientOf(server), upload, { body: new Blob(["ab"]) }));
    expect(server.requests).toHaveLength(5);
  });
});

async function* chunks(): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(new Uint8Array([97]));
  yield new Uint8Array([98]);
}

describe("an idempotency key", () => {
  it("is made once per call, kept, and shown on the error", async () => {
    const server = await serve(({ json: send }) => {
      send(500);
    });
    const first = await failureOf(
      call(clientOf(server), keyed("POST"), { body: 1 }),
    );
    const second = await failureOf(
      call(clientOf(server), keyed("POST"), { body: 1 }, {
        idempotencyKey: "mine",
      } as object),
    );
    const keys = server.requests.map(
      ({ headers }) => headers["idempotency-key"],
    );
    expect(new Set(keys.slice(0, 3)).size).toBe(1);
    expect(keys[0]).toMatch(/^[\da-f-]{36}$/);
    expect(keys.slice(3)).toEqual(["mine", "mine", "mine"]);
    expect(first).toMatchObject({ idempotencyKey: keys[0] });
    expect(second).toMatchObject({ idempotencyKey: "mine" });
  });

  it("lets a replay in progress be waited for", async () => {
    const server = await serve(({ index, json: send }) => {
      send(index ? 201 : 409, {}, { "retry-after": "0" });
    });
    await call(clientOf(server), keyed("POST"), { body: 1 });
    expect(server.requests).toHaveLength(2);
    expect(
      await failureOf(
        call(
          clientOf(
            await serve(({ json: send }) => {
              send(409);
            }),
          ),
          keyed("POST"),
          { body: 1 },
        ),
      ),
    ).toBeInstanceOf(ConflictError);
  });
});

describe("the wait", () => {
  const context = (attempt: number) => ({
    operation: "x",
    method: "GET",
    route: "/",
    attempt,
    idempotencyKey: undefined,
  });
  const error = (retryAfter?: number) =>
    Object.assign(new APIError("x", "x"), { status: 500, retryAfter });

  it("doubles from half a second to eight, with full jitter", () => {
    for (const [luck, waits] of [
      [0, [0, 0, 0, 0, 0, 0]],
      [0.5, [250, 500, 1000, 2000, 4000, 4000]],
      [1, [500, 1000, 2000, 4000, 8000, 8000]],
    ] as const) {
      random.mockReturnValue(luck);
      expect(
        [0, 1, 2, 3, 4, 5].map((attempt) =>
          retryDelay(error(), context(attempt)),
        ),
      ).toEqual(waits);
    }
  });

  it("is what the server says, up to a minute", () => {
    expect(
      [0, 1.5, 60].map((seconds) => retryDelay(error(seconds), context(0))),
    ).toEqual([0, 1500, 60_000]);
    expect(() => retryDelay(error(60.1), context(0))).toThrow(APIError);
  });

  type Case = [headers: Record<string, string>, retryAfter: number | undefined];
  it.each<Case>([
    [{}, undefined],
    [{ "retry-after": "3" }, 3],
    [{ "retry-after": "0.5" }, 0.5],
    [{ "retry-after": "" }, undefined],
    [{ "retry-after": "-1" }, undefined],
    [{ "retry-after": "NaN" }, undefined],
    [{ "retry-after": "Infinity" }, undefined],
    [{ "retry-after": "soon" }, undefined],
    [{ "retry-after": "3000000" }, 3_000_000],
    [{ "retry-after": "1e99" }, 1e99],
    [{ "retry-after": "9".repeat(400) }, undefined],
    [{ "retry-after": "Wed, 21 Oct 2015 07:28:00 GMT" }, undefined],
    [{ "retry-after-ms": "1500" }, 1.5],
    [{ "retry-after-ms": "-5", "retry-after": "2" }, 2],
    [{ "retry-after-ms": "250", "retry-after": "2" }, 0.25],
  ])("%j is read as %s seconds", async (headers, retryAfter) => {
    const server = await serve(({ json: send }) => {
      send(400, {}, headers);
    });
    expect(
      (await failureOf<APIError>(call(clientOf(server), operation("GET"))))
        .retryAfter,
    ).toBe(retryAfter);
  });

  it("can be a date", async () => {
    const date = new Date(Date.now() + 100_000).toUTCString();
    const server = await serve(({ json: send }) => {
      send(503, {}, { "retry-after": date });
    });
    const { retryAfter }: APIError = await failureOf(
      call(clientOf(server), operation("GET")),
    );
    expect(retryAfter).toBeGreaterThan(90);
    expect(retryAfter).toBeLessThanOrEqual(100);
    expect(server.requests).toHaveLength(1);
  });

  it("is kept", async () => {
    const times: number[] = [];
    const server = await serve(({ index, json: send }) => {
      times.push(Date.now());
      send(index ? 200 : 429, {}, { "retry-after-ms": "120" });
    });
    await call(clientOf(server), operation("POST"));
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThanOrEqual(115);
  });

  it("ends when the caller aborts", async () => {
    const controller = new AbortController();
    const server = await serve(({ json: send }) => {
      send(503, {}, { "retry-after": "50" });
      setTimeout(() => {
        controller.abort("enough");
      }, 20);
    });
    const started = Date.now();
    const failed = await failureOf(
      call(
        clientOf(server),
        operation("GET"),
        {},
        { signal: controller.signal },
      ),
    );
    expect(failed).toBeInstanceOf(AbortError);
    expect(failed).toMatchObject({ cause: "enough", attempts: 1 });
    expect(Date.now() - started).toBeLessThan(5000);
    expect(server.requests).toHaveLength(1);
  });

  it("makes attempts that have their own time limit", async () => {
    const server = await serve(({ index, json: send }) => {
      if (index === 2) send(200, { index });
    });
    expect(
      await call(clientOf(server), operation("GET"), {}, { timeout: 60 }),
    ).toEqual({ index: 2 });
    const failed = await failureOf(
      call(
        clientOf(server),
        operation("GET"),
        {},
        { timeout: 60, maxRetries: 0 },
      ),
    );
    expect(failed).toBeInstanceOf(TimeoutError);
  });
});
