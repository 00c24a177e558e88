/**
 * Server-sent events, by section 9.2.6 of the HTML standard: against a reference that reads the
 * whole text at once and shares nothing with the runtime, cut at every byte, and over sockets.
 */
import type { ServerResponse } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import * as errors from "../../templates/runtime/errors.js";
import {
  events,
  rawEvents,
  type ServerSentEvent,
} from "../../templates/runtime/events.js";
import type { RequestOptions } from "../../templates/runtime/operation.js";
import type { Stream } from "../../templates/runtime/stream.js";
import {
  collect,
  deferred,
  decoded,
  invoke,
  rejection,
  serve,
  type Server,
} from "./support/bytes.js";

const TYPE = "text/event-stream";

const EARLY = ["the stream ended early"];

const read = async (
  pieces: Iterable<string | Uint8Array>,
): Promise<(readonly string[])[]> => {
  const all: (readonly string[])[] = [];
  try {
    for await (const { event, data, id } of await decoded<
      Stream<ServerSentEvent>
    >(rawEvents, pieces, TYPE))
      all.push([event, data, id ?? ""]);
  } catch (error) {
    expect(error).toBeInstanceOf(errors.DecodeError);
    all.push([(error as Error).message.replace(/ \(.*/, "")]);
  }
  return all;
};

/** The standard's algorithm, step by step; the end of the stream ends an event. */
function reference(bytes: Uint8Array): (readonly string[])[] {
  const text = new TextDecoder("utf-8", { ignoreBOM: true })
    .decode(bytes)
    .replace(/^\ufeff/, "");
  const all: (readonly string[])[] = [];
  let [data, type, id] = ["", "", ""];
  const dispatch = () => {
    if (data !== "") all.push([type || "message", data.slice(0, -1), id]);
    [data, type] = ["", ""];
  };
  const take = (line: string) => {
    const [, field, value = ""] = /^([^:]*)(?:: ?([^]*))?$/.exec(line) ?? [];
    if (field === "event") type = value;
    if (field === "data") data += `${value}\n`;
    if (field === "id" && !value.includes("\0")) id = value;
  };
  let end = 0;
  for (const [whole, line = ""] of text.matchAll(/([^\r\n]*)(?:\r\n|\r|\n)/g)) {
    if (line === "") dispatch();
    else if (!line.startsWith(":")) take(line);
    end += whole.length;
  }
  const rest = text.slice(end);
  const isField = rest !== "" && !rest.startsWith(":");
  if (isField) take(rest);
  if ((isField && data.length < 2) || (type !== "" && data === ""))
    return [...all, EARLY];
  dispatch();
  return all;
}

/** Examples of the standard, and what implementations got wrong. */
const texts: Readonly<Record<string, string>> = {
  "the standard's first example": "data: YHOO\ndata: +2\ndata: 10\n\n",
  "the standard's example of ids":
    ": test stream\n\ndata: first event\nid: 1\n\ndata:second event\nid\n\ndata:  third event\n",
  "the standard's example of empty data": "data\n\ndata\ndata\n\ndata:",
  "the standard's example of spaces": "data:test\n\ndata: test\n\n",
  "line ends of all kinds":
    "data: a\rdata: b\r\ndata: c\n\r\ndata: d\r\r\n\r\n",
  "a byte order mark": "\ufeffdata: a\n\n\ufeffdata: b\n\n",
  "names of events": "event: add\ndata: 1\n\nevent: gone\n\ndata: 2\n\n",
  "ids that stay, end and are refused":
    "id: 1\ndata: a\n\ndata: b\n\nid: 2\0\ndata: c\n\nid:\ndata: d\n\n",
  "unknown fields": "retry: 10\nfoo: bar\ndata: a\nDATA: b\n data: c\n\n",
  "colons and spaces": "data: a: b\ndata:: c\ndata:   d\ndata :e\n\n",
  "an unfinished event": "data: a\n\ndata: b\n",
  "an unfinished line": "data: a\n\ndata: b",
  "an unfinished line without data": "data: a\n\nevent: err",
  "an unfinished field": "data: a\n\ndat",
  "data that are still to come": "data: a\n\ndata: ",
  "an event without its data": "data: a\n\nevent: error\n",
  "a comment at the end": "data: a\n\n: bye\n: b",
  "a last id": "data: a\n\nid: 5\n",
  "a ping at the end": "event: ping\ndata:\n",
  "text beyond ASCII": "data: ä€😀\u2028\u0085x\n\nevent: é\ndata: \n\n",
  nothing: "",
  "line ends only": "\n\r\n\r\r\n\n",
};

describe("the framing of events", () => {
  it.each(Object.entries(texts))("%s, cut at every byte", async (_, text) => {
    const bytes = new TextEncoder().encode(text);
    const expected = reference(bytes);
    for (let cut = 0; cut <= bytes.length; cut++)
      expect(
        await read([bytes.subarray(0, cut), bytes.subarray(cut)]),
        `cut at ${cut}`,
      ).toEqual(expected);
    expect(await read([...bytes].map((byte) => Uint8Array.of(byte)))).toEqual(
      expected,
    );
  });

  it("agrees with the reference on random texts", async () => {
    const alphabet = ["data", "id", ":", " ", "\r", "\n", "\r\n", "a", "event"];
    let seed = 1;
    const random = (below: number) =>
      (seed = (seed * 48271) % 2147483647) % below;
    for (let round = 0; round < 500; round++) {
      const text = Array.from(
        { length: random(30) },
        () => alphabet[random(alphabet.length)],
      ).join("");
      const bytes = new TextEncoder().encode(text);
      const cut = random(bytes.length + 1);
      expect(
        await read([bytes.subarray(0, cut), bytes.subarray(cut)]),
        JSON.stringify([text, cut]),
      ).toEqual(reference(bytes));
    }
  });

  it("does not wait for the second half of a CRLF", async () => {
    const server = await stream("data: 1\r\r");
    const all = await invoke<Stream<unknown>>(server, { response: events });
    const first = await all[Symbol.asyncIterator]().next();
    expect(first.value).toBe(1);
    all.abort();
  });
});

describe("the cost of events", () => {
  it.each([
    ["a line", "data: ", "x".repeat(1_000_000)],
    ["a comment", ":", "x".repeat(1_000_000)],
    ["an event", "", `data: ${"x".repeat(1_000_000)}\n`],
  ])("ends at 8 MB: %s", async (_, start, piece) => {
    let closed: Promise<unknown> | undefined;
    const server = await serve(async (response) => {
      response.writeHead(200, { "content-type": TYPE });
      closed = new Promise((resolve) => response.on("close", resolve));
      response.write(start);
      while (!response.destroyed) {
        response.write(piece);
        await wait(1);
      }
    });
    const all = await invoke<Stream<unknown>>(server, { response: rawEvents });
    const error = await rejection(collect(all));
    expect(error).toBeInstanceOf(errors.DecodeError);
    expect(error.message.length).toBeLessThan(200);
    await closed;
  });
});

describe("the data of events", () => {
  const values = async (text: string, options: RequestOptions = {}) =>
    collect(await decoded<Stream<unknown>>(events, [text], TYPE, options));

  it("is JSON", async () => {
    expect(await values('data: {"a":1}\n\ndata: [1,\ndata: 2]\n\n')).toEqual([
      { a: 1 },
      [1, 2],
    ]);
  });

  it("ends at [DONE]", async () => {
    expect(await values("data: 1\n\ndata: [DONE]\n\ndata: 2\n\n")).toEqual([1]);
  });

  it("is handed out without the last empty line", async () => {
    expect(await values('data: 1\n\ndata: {"a":2}\n')).toEqual([1, { a: 2 }]);
    expect(await values('data: 1\n\ndata: {"a":2}')).toEqual([1, { a: 2 }]);
    expect(await values("data: 1\n\ndata: [DONE]")).toEqual([1]);
  });

  it.each([
    'data: 1\n\ndata: {"a":',
    "data: 1\n\ndata: {\n",
    "data: 1\n\ndata: [DON",
    "data: 1\n\ndata:",
    "data: 1\n\nda",
    "data: 1\n\nevent: error\n",
  ])("that is cut off is an error: %j", async (text) => {
    const stream = await decoded<Stream<unknown>>(events, [text], TYPE);
    const seen: unknown[] = [];
    const error = await rejection(
      (async () => {
        for await (const value of stream) seen.push(value);
      })(),
    );
    expect(seen).toEqual([1]);
    expect(error).toBeInstanceOf(errors.DecodeError);
    expect(error.message).toContain("the stream ended early");
  });

  it("may be empty, which says nothing", async () => {
    expect(await values("data:\n\ndata: 1\n\nevent: ping\ndata\n\n")).toEqual([
      1,
    ]);
  });

  it("that is no JSON is a DecodeError, which does not print it", async () => {
    const error = await rejection(values("data: 1\n\ndata: {secret\n\n"));
    expect(error).toBeInstanceOf(errors.DecodeError);
    expect(error.message).not.toContain("secret");
    expect(error).toHaveProperty("text", "{secret");
  });

  it.each([
    ["named error", 'event: error\ndata: {"message":"busy"}\n\n', undefined],
    ["named error, as text", "event: error\ndata: busy\n\n", undefined],
    ["with an error", 'data: {"error":{"code":429,"message":"busy"}}\n\n', 429],
  ])("%s is an APIError", async (_, text, status) => {
    const error = await rejection(values(text));
    expect(error).toBeInstanceOf(errors.APIError);
    if (status) {
      expect(error).toBeInstanceOf(errors.RateLimitError);
      expect(error).toHaveProperty("status", status);
      expect(error.message).toContain("busy");
    }
  });

  it.each([
    ["text", "event: error\ndata: busy,\ndata: sorry\n\n", "200 busy, sorry"],
    ["JSON without words", 'event: error\ndata: {"a":1}\n\n', '200 {"a":1}'],
    ["JSON", 'event: error\ndata: {"message":"busy"}\n\n', "200 busy"],
    ["nothing", "event: error\ndata\n\n", "200 Unknown Status"],
  ])("an error event of %s says why", async (_, text, message) => {
    const error = await rejection(values(text));
    expect(error.message).toBe(`${message} (GET /)`);
  });

  it.each(["text/html", "application/json"])("is not %s", async (type) => {
    const error = await rejection(decoded(events, ["{}"], type));
    expect(error).toBeInstanceOf(errors.DecodeError);
  });
});

/** A server that sends a text, and then nothing or what `then` does. */
const stream = (
  text: string,
  then: (response: ServerResponse) => void = () => undefined,
): Promise<Server> =>
  serve((response) => {
    response.writeHead(200, { "content-type": TYPE });
    response.write(text, () => then(response));
  });

describe("the life of a stream", () => {
  const closing = async (
    use: (all: Stream<unknown>) => Promise<unknown>,
    options: RequestOptions = {},
  ): Promise<void> => {
    const { promise, resolve } = deferred();
    const server = await serve((response) => {
      response.on("close", resolve);
      response.writeHead(200, { "content-type": TYPE });
      response.write("data: 1\n\ndata: 2\n\n");
    });
    await use(
      await invoke<Stream<unknown>>(server, { response: events }, {}, options),
    );
    await promise;
  };

  it("break closes the connection", () =>
    closing(async (all) => {
      for await (const _ of all) break;
    }));

  it("a throw closes the connection", () =>
    closing(async (all) => {
      const error = await rejection(
        (async () => {
          for await (const value of all) throw new Error(String(value));
        })(),
      );
      expect(error.message).toBe("1");
    }));

  it("the terminal event closes the connection", async () => {
    const { promise, resolve } = deferred();
    const server = await serve((response) => {
      response.on("close", resolve);
      response.writeHead(200, { "content-type": TYPE });
      response.write("data: 1\n\ndata: [DONE]\n\n");
    });
    const all = await invoke<Stream<unknown>>(server, { response: events });
    expect(await collect(all)).toEqual([1]);
    await promise;
  });

  it("abort() closes one that nobody reads", () =>
    closing((all) => Promise.resolve(all.abort())));

  it("disposing closes one that nobody reads", () =>
    closing((all) => all[Symbol.asyncDispose]()));

  it("abort() ends a loop that waits", () =>
    closing(async (all) => {
      setTimeout(() => all.abort(), 50);
      expect(await collect(all)).toEqual([1, 2]);
    }));

  it("cancelling the ReadableStream closes the connection", () =>
    closing(async (all) => {
      const reader = all.toReadableStream().getReader();
      expect(await reader.read()).toEqual({
        done: false,
        value: new TextEncoder().encode("1\n"),
      });
      await reader.cancel();
    }));

  it("a ReadableStream is a body of JSON lines", async () => {
    const all = await decoded<Stream<unknown>>(
      events,
      ['data: {"a": "ä"}\n\ndata: 2\n\n'],
      TYPE,
    );
    const body = all.toReadableStream();
    expect(await new Response(body).text()).toBe('{"a":"ä"}\n2\n');
  });

  it("the response can be seen", async () => {
    const all = await decoded<Stream<unknown>>(events, [], TYPE);
    expect(all.response.headers.get("content-type")).toBe(TYPE);
    expect(await collect(all)).toEqual([]);
  });

  it("the caller's signal ends a loop that waits, with an AbortError", () => {
    const controller = new AbortController();
    const reason = new Error("enough");
    return closing(
      async (all) => {
        setTimeout(() => controller.abort(reason), 50);
        const error = await rejection(collect(all));
        expect(error).toBeInstanceOf(errors.AbortError);
        expect(error.cause).toBe(reason);
      },
      { signal: controller.signal },
    );
  });

  it("the caller's signal is obeyed before the next value", () => {
    const controller = new AbortController();
    return closing(
      async (all) => {
        const seen: unknown[] = [];
        const error = await rejection(
          (async () => {
            for await (const value of all) {
              seen.push(value);
              controller.abort();
            }
          })(),
        );
        expect(error).toBeInstanceOf(errors.AbortError);
        expect(seen).toEqual([1]);
      },
      { signal: controller.signal },
    );
  });

  it("silence ends it with a TimeoutError", () =>
    closing(
      async (all) => {
        const seen: unknown[] = [];
        const error = await rejection(
          (async () => {
            for await (const value of all) seen.push(value);
          })(),
        );
        expect(error).toBeInstanceOf(errors.TimeoutError);
        expect(seen).toEqual([1, 2]);
      },
      { idleTimeout: 50 },
    ));

  it("a slow reader is not silence, nor is what comes slowly", async () => {
    const server = await serve(async (response) => {
      response.writeHead(200, { "content-type": TYPE });
      for (let count = 0; count < 5; count++) {
        response.write("data: 1\n\n");
        await wait(60);
      }
      response.end();
    });
    const all = await invoke<Stream<unknown>>(
      server,
      { response: events },
      {},
      { idleTimeout: 600, timeout: 500 },
    );
    let count = 0;
    for await (const _ of all) if (count++ === 0) await wait(800);
    expect(count).toBe(5);
  });

  it("a broken connection is a ConnectionError", async () => {
    const server = await stream("data: 1\n\n", (response) =>
      setTimeout(() => response.destroy(), 20),
    );
    const all = await invoke<Stream<unknown>>(server, { response: events });
    const error = await rejection(collect(all));
    expect(error).toBeInstanceOf(errors.ConnectionError);
    expect(error).not.toBeInstanceOf(errors.TimeoutError);
  });

  it("a body that knows no signal ends all the same", async () => {
    const controller = new AbortController();
    let cancelled = false;
    const body = new ReadableStream<Uint8Array>({
      cancel: () => void (cancelled = true),
    });
    const all = await invoke<Stream<unknown>>(
      { url: "http://127.0.0.1" },
      { response: events },
      {},
      { signal: controller.signal },
      () => Promise.resolve(new Response(body)),
    );
    setTimeout(() => controller.abort(), 20);
    expect(await rejection(collect(all))).toBeInstanceOf(errors.AbortError);
    expect(cancelled).toBe(true);
  });

  it("has no second reading that seems to be empty", async () => {
    const all = await decoded<Stream<unknown>>(events, ["data: 1\n\n"], TYPE);
    await collect(all);
    expect(await rejection((async () => collect(all))())).toBeInstanceOf(Error);
  });

  it.each([0, -1, NaN, 2 ** 31])("idleTimeout: %s is refused", async (time) => {
    const error = await rejection(
      decoded(events, [], TYPE, { idleTimeout: time }),
    );
    expect(error).toBeInstanceOf(errors.ConfigError);
  });
});
