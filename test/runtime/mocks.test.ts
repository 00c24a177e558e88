/** What a mock answers, and what it says of the requests that it received. */
import { describe, expect, it, vi } from "vitest";
import { mockPages } from "../../templates/runtime/mock-pages.js";
import { mockedStream } from "../../templates/runtime/mock-streams.js";
import { fixtureOf, mocked } from "../../templates/runtime/mocks.js";
import type {
  MockAnswers,
  MockCall,
} from "../../templates/runtime/mock-types.js";
import { deferred, rejection } from "./support/bytes.js";

const url = "https://api.example.com/v1/keys/a";
const example = { id: "1", limits: { day: 5, month: 50 }, tags: ["a", "b"] };

/** A package of operations on one path, one for each method. */
const apiOf = (...all: Partial<MockAnswers>[]) => ({
  operations: all.map(
    (answers, index) =>
      [
        `op${index}`,
        ["GET", "POST", "PUT"][index] ?? "",
        ...["/keys/{id}", ""],
        JSON.stringify({
          ...{ kind: "json", status: 200, mediaType: "application/json" },
          ...{ errors: [], body: example, ...answers },
        }),
      ] as unknown as [string, string, string, string, string],
  ),
  ...{ prefixes: ["/v1"], streams: mockedStream },
});

/** The response of one operation, which is told to answer so. */
const answered = async (
  answer: unknown,
  answers: Partial<MockAnswers> = {},
  init?: RequestInit,
) => mocked(apiOf(answers), { op0: answer })(url, init);

/** Status, content type and body. */
const seen = async (response: Response) => [
  response.status,
  response.headers.get("content-type"),
  await response.text(),
];

const jsonType = "application/json";

describe("a success", () => {
  it("is the example, with what is given merged into it", async () => {
    expect(await seen(await answered(undefined))).toEqual([
      ...[200, jsonType, JSON.stringify(example)],
    ]);
    const data = {
      ...{ id: undefined, limits: { day: 1, hour: 2 }, tags: ["c"] },
      ...{ ["__proto__"]: { isAdmin: true } },
    };
    const merged = await answered({ data });
    expect(await merged.json()).toEqual({
      ...{ id: "1", limits: { day: 1, month: 50, hour: 2 }, tags: ["c"] },
      ...{ ["__proto__"]: { isAdmin: true } },
    });
    expect(({} as { isAdmin?: true }).isAdmin).toBeUndefined();
  });

  it("is an object where the example is none", async () => {
    const response = await answered({ data: { a: 1 } }, { body: "text" });
    expect(await response.json()).toEqual({ a: 1 });
  });

  it("has a body, a status and headers as they are given", async () => {
    const response = await answered({
      ...{ status: 201, body: { a: 1 }, data: { b: 2 } },
      headers: { "X-A": "b", "Content-Type": "application/x+json" },
    });
    expect(await seen(response)).toEqual([
      ...[201, "application/x+json", '{"a":1}'],
    ]);
    expect(response.headers.get("x-a")).toBe("b");
  });

  it.each<[string, Partial<MockAnswers>, unknown, unknown[]]>([
    ["JSON without an example", {}, {}, [200, jsonType, "null"]],
    ["null", { body: 1 }, { body: null }, [200, jsonType, "null"]],
    ["none", { kind: "none", status: 204 }, {}, [204, null, ""]],
    ["a body where none may be", {}, { status: 204 }, [204, null, ""]],
    [
      "text",
      { kind: "text", mediaType: "text/csv", body: "a,b" },
      ...[{}, [200, "text/csv", "a,b"]],
    ],
    [
      "a file without an example",
      { kind: "binary", mediaType: "image/png" },
      ...[{}, [200, "image/png", "text"]],
    ],
    [
      "a Blob",
      { kind: "binary", mediaType: "image/png" },
      { body: new Blob(["ab"], { type: "image/gif" }) },
      [200, "image/png", "ab"],
    ],
    [
      "text that is an object",
      { kind: "text", mediaType: "text/plain" },
      ...[{ body: { a: 1 } }, [200, "text/plain", '{"a":1}']],
    ],
    ["an undeclared body", { kind: "undeclared" }, {}, [200, null, ""]],
    [
      "a body that is not declared",
      { kind: "undeclared" },
      ...[{ body: [1] }, [200, jsonType, "[1]"]],
    ],
  ] as never)("can be %s", async (_, answers, answer, want) => {
    const whole = { body: undefined, ...answers };
    expect(await seen(await answered(answer, whole))).toEqual(want);
  });

  it("has no content type where none is known", async () => {
    const bytes = { kind: "binary", body: undefined, mediaType: "" };
    const response = await answered({ body: new Blob(["a"]) }, bytes);
    expect(await seen(response)).toEqual([200, null, "a"]);
  });

  it("is where it redirects to", async () => {
    const answers = { kind: "location", status: 302 };
    const ours = await answered({}, answers);
    expect(ours.headers.get("location")).toMatch(/^https:/);
    const location = "https://a.example/";
    const given = await answered({ headers: { location } }, answers);
    expect([given.status, given.headers.get("location")]).toEqual([
      ...[302, location],
    ]);
  });
});

describe("a stream", () => {
  const lines = { kind: "jsonLines", mediaType: "application/jsonl" };
  const events = { kind: "events", mediaType: "text/event-stream" };
  const whole = { ...events, kind: "wholeEvents" };

  it.each<[string, Partial<MockAnswers>, object, string]>([
    ["lines", lines, { events: [1, { a: 2 }] }, '1\n{"a":2}\n'],
    ["its example", lines, {}, `${JSON.stringify(example)}\n`],
    ["the body", lines, { body: null }, "null\n"],
    ["nothing", { ...lines, body: undefined }, {}, ""],
    ["no events", lines, { events: [] }, ""],
    [
      "events",
      events,
      { events: ["a", { data: 1 }] },
      'data: "a"\n\ndata: {"data":1}\n\n',
    ],
    [
      "whole events",
      whole,
      {
        events: [
          { event: "e", id: "1", retry: 5, data: "a\nb\r\nc\rd", other: 1 },
          { event: undefined, data: { a: "\n" } },
          ...["text", null, { event: "no data" }],
        ],
      },
      [
        "event: e\nid: 1\nretry: 5\ndata: a\ndata: b\ndata: c\ndata: d\n\n",
        'data: {"a":"\\n"}\n\n',
        'data: "text"\n\ndata: null\n\ndata: {"event":"no data"}\n\n',
      ].join(""),
    ],
  ])("has %s", async (_, answers, answer, want) => {
    const response = await answered(answer, answers);
    expect(await seen(response)).toEqual([200, answers.mediaType, want]);
  });

  it("is what callers may ask for in place of JSON", async () => {
    const answers: Partial<MockAnswers> = {
      stream: ["events", "text/event-stream"],
    };
    expect(await seen(await answered({ events: [1] }, answers))).toEqual([
      ...[200, "text/event-stream", "data: 1\n\n"],
    ]);
    expect(await seen(await answered({}, answers))).toEqual([
      ...[200, jsonType, JSON.stringify(example)],
    ]);
    // Where there is no stream, events are nothing.
    expect(await (await answered({ events: [1] })).json()).toEqual(example);
  });

  it("breaks after some items", async () => {
    const response = await answered({ events: [1, 2, 3], failAfter: 2 }, lines);
    const read = response.body?.getReader();
    const texts = [await read?.read(), await read?.read()].map((chunk) =>
      new TextDecoder().decode(chunk?.value),
    );
    expect(texts).toEqual(["1\n", "2\n"]);
    const error = await rejection(read?.read() ?? Promise.resolve());
    expect(error).toEqual(new TypeError("terminated"));
  });

  it("waits before each item", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    try {
      const asked = answered({ events: [1], delay: 5000 }, lines);
      await vi.advanceTimersByTimeAsync(5000);
      const reading = (await asked).body?.getReader().read();
      let hasCome = false;
      void reading?.then(() => {
        hasCome = true;
      });
      await vi.advanceTimersByTimeAsync(4999);
      expect(hasCome).toBe(false);
      await vi.advanceTimersByTimeAsync(1);
      expect(new TextDecoder().decode((await reading)?.value)).toBe("1\n");
    } finally {
      vi.useRealTimers();
    }
  });
});

describe("an error", () => {
  const errors: MockAnswers["errors"] = [
    ["default", "application/problem+json", { any: true }],
    ["4XX", jsonType, { client: true }],
    [404, "text/plain", "not here"],
    [410],
  ];
  it.each<[string, unknown, unknown[]]>([
    ["of its own", 404, [404, "text/plain", "not here"]],
    ["of its kind", 422, [422, jsonType, '{"client":true}']],
    ["of all others", 500, [500, "application/problem+json", '{"any":true}']],
    ["without a body", 410, [410, null, ""]],
    [
      "with a body that is given",
      { status: 422, body: [1] },
      [422, jsonType, "[1]"],
    ],
    ["with null", { status: 422, body: null }, [422, jsonType, "null"]],
    [
      "with an object as text",
      { status: 404, body: { a: 1 } },
      [404, "text/plain", '{"a":1}'],
    ],
  ])("has the example of its status: %s", async (_, answer, want) => {
    expect(await seen(await answered(answer, { errors }))).toEqual(want);
  });

  it("has nothing where none is declared, and headers", async () => {
    const headers = { "retry-after": "1" };
    const response = await answered({ status: 503, headers });
    expect(await seen(response)).toEqual([503, null, ""]);
    expect(response.headers.get("retry-after")).toBe("1");
  });

  it("is that of servers of a kind", async () => {
    const response = await answered(502, { errors: [["5XX", jsonType, 1]] });
    expect(await seen(response)).toEqual([502, jsonType, "1"]);
  });
});

describe("no answer", () => {
  it("is a lost connection", async () => {
    expect(await rejection(answered({ fail: "network" }))).toEqual(
      new TypeError("fetch failed"),
    );
  });

  it.each([
    ["waits until the caller gives up", { fail: "timeout" }],
    ["is waited for no longer when the caller gives up", { delay: 1e6 }],
  ])("%s", async (_, answer) => {
    const controller = new AbortController();
    const { signal } = controller;
    const began = deferred();
    const told = () => {
      began.resolve();
      return answer;
    };
    const failure = rejection(answered(told, {}, { signal }));
    await began.promise;
    // The answer of the function is taken in a later step.
    await new Promise((done) => setImmediate(done));
    controller.abort(new Error("no longer"));
    expect(await failure).toEqual(new Error("no longer"));
  });

  it("comes to a caller who has given up", async () => {
    const signal = AbortSignal.abort(new Error("no longer"));
    expect(await rejection(answered({}, {}, { signal }))).toEqual(
      new Error("no longer"),
    );
  });

  it("comes before a delay is over", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    try {
      let status = 0;
      const response = answered({ delay: 5000 });
      void response.then((one) => {
        ({ status } = one);
      });
      await vi.advanceTimersByTimeAsync(4999);
      expect(status).toBe(0);
      await vi.advanceTimersByTimeAsync(1);
      expect((await response).status).toBe(200);
    } finally {
      vi.useRealTimers();
    }
  });
});

describe("a mock", () => {
  it("is told of an operation by its old name too, and tells the new one", async () => {
    const api = { ...apiOf({}), renamed: { old: "op0" } };
    const fetch = mocked(api, { old: [404, { data: { id: "2" } }] });
    const found = [await fetch(url), await fetch(url)];
    expect(found.map(({ status }) => status)).toEqual([404, 200]);
    expect(fetch.calls.map(({ operation }) => operation)).toEqual([
      ...["op0", "op0"],
    ]);
    expect(fixtureOf(api, "old")).toEqual(example);
    expect(() => mocked(api, { toString: 404 })).toThrow(TypeError);
  });

  it("answers one after the other, and the last one from then on", async () => {
    const fetch = mocked(apiOf({}, {}), { op0: [503, 404, 200], op1: 201 });
    const statuses = [];
    for (const method of ["GET", "POST", "GET", "GET", "GET"])
      statuses.push((await fetch(url, { method })).status);
    expect(statuses).toEqual([503, 201, 404, 200, 200]);
    const empty = await mocked(apiOf({}), { op0: [] })(url);
    expect(await empty.json()).toEqual(example);
  });

  it("asks functions, which may read the request and answer by themselves", async () => {
    const own = new Response("own", { status: 418 });
    const given: unknown[] = [];
    const fetch = mocked(apiOf({}, {}), {
      op0: () => own,
      op1: async (request: Request, params: MockCall["params"]) => {
        given.push(await request.text(), params);
        return { data: { id: params["id"] } };
      },
    });
    expect(await fetch(url)).toBe(own);
    const init = { method: "POST", body: "sent" };
    expect(await (await fetch(new Request(url, init))).json()).toEqual({
      ...{ ...example, id: "a" },
    });
    expect(given).toEqual(["sent", { id: "a" }]);
    // Those who look at the calls can read the request, too.
    const [, post] = fetch.calls;
    expect(await post?.request.text()).toBe("sent");
    expect(
      fetch.calls.map(({ operation, params }) => [operation, params]),
    ).toEqual([
      ["op0", { id: "a" }],
      ["op1", { id: "a" }],
    ]);
  });

  it("passes over pages of what is no list", async () => {
    expect(await (await answered(mockPages([[1]]))).json()).toEqual(example);
  });

  it("gives pages status and headers", async () => {
    const paging = { by: "url", items: ["tags"] } as const;
    const response = await answered(
      {
        ...mockPages([["c"], ["d"]], { headers: { "x-a": "b" } }),
        status: 206,
      },
      { paging },
    );
    expect(response.status).toBe(206);
    expect(response.headers.get("x-a")).toBe("b");
    expect(response.headers.get("link")).toMatch(/rel="next"/);
    expect(await response.json()).toEqual({ ...example, tags: ["c"] });
  });

  it("answers nothing that is no operation", async () => {
    const fetch = mocked(apiOf({}), {});
    for (const [target, init, message] of [
      ["https://a.example/none?secret=1", {}, "GET /none"],
      [url, { method: "DELETE" }, "DELETE /v1/keys/a"],
    ] as const)
      expect(await rejection(fetch(target, init))).toEqual(
        new TypeError(`no operation is ${message}`),
      );
    expect(fetch.calls).toEqual([]);
    expect(() => mocked(apiOf({}), { getNothing: {} })).toThrow(
      new TypeError("there is no operation getNothing to be mocked"),
    );
  });

  it("has the path of the client's server", async () => {
    const baseURL = "http://localhost:8080/proxy/";
    const fetch = mocked(apiOf({}), {}, { baseURL });
    const { status } = await fetch("http://localhost:8080/proxy/keys/a");
    expect(status).toBe(200);
  });
});

describe("a fixture", () => {
  const errors: MockAnswers["errors"] = [["4XX", jsonType, { message: "no" }]];
  const api = apiOf({ errors }, { body: undefined, bodyOf: "op0" });

  it("is the body of a success or an error, new each time", () => {
    expect(fixtureOf(api, "op0")).toEqual(example);
    expect(fixtureOf(api, "op0")).not.toBe(fixtureOf(api, "op0"));
    expect(fixtureOf(api, "op0", 404)).toEqual({ message: "no" });
    expect(fixtureOf(api, "op0", 500)).toBeUndefined();
  });

  it("is that of another operation where both have the same", async () => {
    expect(fixtureOf(api, "op1")).toEqual(example);
    const response = await mocked(api, {})(url, { method: "POST" });
    expect(await response.json()).toEqual(example);
  });

  it("is of no other operation", () => {
    expect(() => fixtureOf(api, "toString")).toThrow(
      new TypeError("there is no operation toString"),
    );
  });
});
