/** JSON Lines and JSON text sequences (RFC 7464) that are sent, as one text or while they come. */
import { Readable } from "node:stream";
import { afterEach, describe, expect, it, vi } from "vitest";
import { call } from "../../templates/runtime/call.js";
import { unsafe } from "../../templates/runtime/unsafe.js";
import { Core } from "../../templates/runtime/client.js";
import { jsonItems } from "../../templates/runtime/json-items.js";
import {
  deferred,
  invoke,
  rejection,
  sent,
  serve,
  type Server,
} from "./support/bytes.js";

const body = async (items: unknown, contentType?: string) =>
  (
    await sent(
      { body: jsonItems, ...(contentType !== undefined && { contentType }) },
      { body: items },
    )
  ).body.toString();

afterEach(() => {
  vi.unstubAllGlobals();
});

describe("a sequence of JSON values", () => {
  it("says its type", async () => {
    const { headers } = await sent({ body: jsonItems }, { body: [1] });
    expect(headers.get("content-type")).toBe("application/jsonl");
    expect(headers.get("content-length")).toBe("2");
  });

  it.each([
    ["a list", () => [{ a: 1 }, null, "x"]],
    ["a Set", () => new Set([{ a: 1 }, null, "x"])],
    [
      "a generator",
      function* () {
        yield* [{ a: 1 }, null, "x"];
      },
    ],
    [
      "an async generator",
      async function* () {
        yield* await Promise.resolve([{ a: 1 }, null, "x"]);
      },
    ],
    ["a stream", () => Readable.toWeb(Readable.from([{ a: 1 }, "x"]))],
  ])("is made of %s", async (kind, items) => {
    const want =
      kind === "a stream" ? `{"a":1}\n"x"\n` : `{"a":1}\nnull\n"x"\n`;
    expect(await body(items())).toBe(want);
  });

  it("begins each value with a separator where the type says so", async () => {
    const text = "\x1e1\n\x1e2\n";
    expect(await body([1, 2], "application/json-seq")).toBe(text);
    expect(await body(new Set([1, 2]), "application/geo+json-seq")).toBe(text);
  });

  it.each([
    ["an object", { a: 1 }],
    ["text", "ab"],
    ["a number", 1],
    ["null", null],
    ["a Blob", new Blob(["ab"])],
    ["a list of what has no JSON", [() => 1]],
    ["a list of bytes", [new Uint8Array(1)]],
    ["a list with a bigint", [1n]],
  ])("cannot be %s", async (_, items) => {
    const error = await rejection(
      invoke(
        { url: "http://127.0.0.1:9" },
        { body: jsonItems },
        { body: items },
      ),
    );
    expect(error).toMatchObject({ name: "ConfigError" });
    expect(error.message).toMatch(/^(invalid value for|an item of the) body/);
  });

  it("is no body where there is none", async () => {
    expect(await body(undefined)).toBe("");
  });

  it("arrives while it is made", async () => {
    const arrived = deferred();
    let seen = "";
    const { createServer } = await import("node:http");
    const server = createServer((request, response) => {
      request.on("data", (chunk: Buffer) => {
        seen += chunk.toString();
        arrived.resolve();
      });
      request.on("end", () => response.end("{}"));
    });
    await new Promise<void>((resolve) =>
      server.listen(0, "127.0.0.1", resolve),
    );
    const { port } = server.address() as { port: number };
    async function* items() {
      yield 1;
      // The second item waits for the first one to arrive.
      await arrived.promise;
      yield 2;
    }
    await invoke(
      { url: `http://127.0.0.1:${port}` },
      { body: jsonItems },
      { body: items() },
    );
    expect(seen).toBe("1\n2\n");
    server.close();
  });
});

describe("a sequence that failed", () => {
  const failing = () =>
    serve((response) => {
      response.writeHead(503, { "content-type": "application/json" });
      response.end("{}");
    });
  const put = (server: Server, items: unknown) =>
    rejection(
      call(
        new Core({ baseURL: server.url, maxRetries: 1 }),
        { id: "put", method: "PUT", unsafe, path: "/", body: jsonItems },
        { body: items },
      ),
    );
  const texts = ({ received }: Server) =>
    received.map((request) => request.body.toString());

  it("is sent again as a list", async () => {
    vi.spyOn(Math, "random").mockReturnValue(0);
    const server = await failing();
    await put(server, [1, 2]);
    expect(texts(server)).toEqual(["1\n2\n", "1\n2\n"]);
  });

  it("is not sent again without what was read already", async () => {
    const server = await failing();
    await put(
      server,
      (function* () {
        yield 1;
      })(),
    );
    expect(texts(server)).toEqual(["1\n"]);
  });

  it("ends what it reads", async () => {
    const begun = deferred();
    const ended = deferred();
    async function* endless() {
      try {
        for (;;) {
          yield 1;
          // The first item is on its way: the request has begun.
          begun.resolve();
          await new Promise((resolve) => setTimeout(resolve, 1));
        }
      } finally {
        ended.resolve();
      }
    }
    const controller = new AbortController();
    const server = await failing();
    const ending = rejection(
      invoke(
        server,
        { body: jsonItems },
        { body: endless() },
        { signal: controller.signal },
      ),
    );
    await begun.promise;
    controller.abort();
    expect((await ending).name).toBe("AbortError");
    await ended.promise;
  });
});

describe("a platform that sends no streams", () => {
  // What browsers do that take a stream for a text.
  class TextRequest {
    readonly headers = new Headers({ "content-type": "text/plain" });
  }

  it("sends a list all the same, and refuses the rest", async () => {
    vi.stubGlobal("Request", TextRequest);
    expect(await body([1])).toBe("1\n");
    const error = await rejection(
      invoke(
        { url: "http://127.0.0.1:9" },
        { body: jsonItems },
        { body: new Set([1]) },
      ),
    );
    expect(error).toMatchObject({
      name: "ConfigError",
      message: "this platform cannot send streams (POST /)",
    });
  });

  it("is not known where there is no Request", async () => {
    vi.stubGlobal("Request", undefined);
    expect(await body(new Set([1]))).toBe("1\n");
  });
});
