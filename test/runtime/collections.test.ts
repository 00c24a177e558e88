/** Swagger's collection formats, styles with `allowReserved`, raw cookies, and streamed uploads. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { binary } from "../../templates/runtime/body.js";
import { unsafe } from "../../templates/runtime/unsafe.js";
import { call } from "../../templates/runtime/call.js";
import { ConfigError } from "../../templates/runtime/errors.js";
import { extras } from "../../templates/runtime/extras.js";
import * as headers from "../../templates/runtime/header-styles.js";
import { multipart } from "../../templates/runtime/multipart.js";
import type {
  Operation,
  ParameterEncoder,
} from "../../templates/runtime/operation.js";
import * as paths from "../../templates/runtime/path-styles.js";
import * as queries from "../../templates/runtime/query-styles.js";
import { request } from "../../templates/runtime/request.js";
import { part } from "../../templates/runtime/upload.js";
import { bodyByMediaType } from "../../templates/runtime/body-by-media-type.js";
import { clientOf, echo, failureOf } from "./support/server.js";

const list = ["a b", "c/d"];
const object = { R: "a b", G: "c/d" };

describe("a collection format", () => {
  it.each<[string, ParameterEncoder, string]>([
    ["ssv in a path", paths.simpleSpaceDelimited, "a%20b%20c%2Fd"],
    ["tsv in a path", paths.simpleTabDelimited, "a%20b%09c%2Fd"],
    ["pipes in a path", paths.simplePipeDelimited, "a%20b%7Cc%2Fd"],
    ["csv in a query", queries.commaDelimited, "x=a%20b,c%2Fd"],
    ["ssv in a query", queries.spaceDelimited, "x=a%20b%20c%2Fd"],
    ["tsv in a query", queries.tabDelimited, "x=a%20b%09c%2Fd"],
    ["pipes in a query", queries.pipeDelimited, "x=a%20b%7Cc%2Fd"],
    ["multi in a query", queries.formExploded, "x=a%20b&x=c%2Fd"],
    ["csv in a header", headers.headerSimple, "a b,c/d"],
    ["ssv in a header", headers.headerSpaceDelimited, "a b c/d"],
    ["tsv in a header", headers.headerTabDelimited, "a b\tc/d"],
    ["pipes in a header", headers.headerPipeDelimited, "a b|c/d"],
  ])("%s is written", (_, encode, expected) => {
    expect(encode("x", list)).toBe(expected);
  });
});

describe("allowReserved", () => {
  it.each<[ParameterEncoder, unknown, string]>([
    [queries.formExplodedReserved, list, "x=a%20b&x=c/d"],
    [queries.formExplodedReserved, object, "R=a%20b&G=c/d"],
    [queries.commaDelimitedReserved, list, "x=a%20b,c/d"],
    [queries.spaceDelimitedReserved, list, "x=a%20b%20c/d"],
    [queries.pipeDelimitedReserved, list, "x=a%20b%7Cc/d"],
    [queries.deepObjectReserved, object, "x%5BR%5D=a%20b&x%5BG%5D=c/d"],
    [
      queries.formExplodedReserved,
      ":/?#[]@!$&'()*+,;=%2F%",
      "x=:/?%23%5B%5D@!$%26'()*%2B,;=%2F%25",
    ],
  ])("%o writes %j", (encode, value, expected) => {
    expect(encode("x", value)).toBe(expected);
  });
});

describe("a cookie", () => {
  const sent = async (encode: ParameterEncoder, value: unknown) => {
    const server = await echo();
    const operation: Operation = {
      id: "x",
      method: "GET",
      path: "/",
      extras,
      cookies: [{ name: "c", encode }, "d"],
    };
    await call(clientOf(server), operation, { c: value, d: 1 });
    return server.requests[0]?.headers["cookie"];
  };

  it("can be exploded or sent as it is", async () => {
    expect(await sent(headers.cookieFormExploded, object)).toBe(
      "R=a%20b; G=c%2Fd; d=1",
    );
    expect(await sent(headers.cookieRaw, "a=b&c/d")).toBe("c=a=b&c/d; d=1");
    expect(await sent(headers.cookieRaw, ["1", "2"])).toBe("c=1; c=2; d=1");
    expect(await sent(queries.commaDelimited, [1, 2])).toBe("c=1,2; d=1");
  });

  it.each(["a;b", "a b", "a,b", 'a"b', "a\\b", "ä", "a\r\nb"])(
    "that is raw cannot hold %j",
    async (value) => {
      expect(await failureOf(sent(headers.cookieRaw, value))).toBeInstanceOf(
        ConfigError,
      );
    },
  );
});

describe("an upload", () => {
  async function* pieces() {
    yield new Uint8Array([104]);
    yield await Promise.resolve(new Uint8Array([105]));
  }
  const upload: Operation = {
    id: "up",
    method: "POST",
    unsafe,
    path: "/up",
    body: multipart,
    fields: ["note", "file"],
  };

  it.each<[string, () => unknown]>([
    ["a stream", () => new Blob(["hi"]).stream()],
    ["an async iterable", pieces],
    [
      "a stream with a name",
      () =>
        part(pieces(), {
          filename: "hi.txt",
          type: "text/plain",
          headers: { "X-A": "1" },
        }),
    ],
  ])("in parts can be %s, sent once", async (_, file) => {
    const server = await echo();
    await call(clientOf(server), upload, { note: "n", file: file() });
    const [request] = server.requests;
    expect(request?.body).toMatch(
      /name="note"\r\n\r\nn\r\n--[^]*\r\n\r\nhi\r\n--[\w-]+--\r\n$/,
    );
    expect(request?.headers["transfer-encoding"]).toBe("chunked");
  });

  it.each(["an async iterable", "a stream"])(
    "that fails on the way has the error of %s, and ends it",
    async (kind) => {
      const disk = Object.assign(new Error("disk"), { code: "EIO" });
      let [asked, ended] = [0, 0];
      async function* failing() {
        try {
          asked++;
          yield new Uint8Array([104]);
          await Promise.resolve();
          throw disk;
        } finally {
          ended++;
        }
      }
      const source = () =>
        kind === "a stream"
          ? Readable.toWeb(Readable.from(failing()))
          : failing();
      const server = await echo();
      const client = clientOf(server, { retry: "all" });
      const { fields: _, ...whole } = upload;
      for (const sending of [
        () => call(client, upload, { file: source() }),
        () => call(client, { ...whole, body: binary }, { body: source() }),
        () => request(client, "PUT", "/up", source()),
      ])
        expect(await failureOf(sending())).toBe(disk);
      expect([asked, ended]).toEqual([3, 3]);
      expect(server.requests).toEqual([]);
    },
  );

  it("that loses its connection is no error of the source", async () => {
    let ended = false;
    async function* endless() {
      try {
        for (;;) {
          yield new Uint8Array(1000);
          await new Promise((done) => setTimeout(done, 1));
        }
      } finally {
        ended = true;
      }
    }
    const { fields: _, ...whole } = upload;
    const server = createServer((incoming) => incoming.socket.destroy());
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    const url = `http://127.0.0.1:${port}`;
    const sending = call(
      clientOf({ url }),
      { ...whole, body: binary },
      { body: endless() },
    );
    expect(await failureOf(sending)).toMatchObject({
      name: "ConnectionError",
      attempts: 1,
    });
    await vi.waitFor(() => {
      expect(ended).toBe(true);
    });
  });

  it.each(["binary", "multipart", "request"])(
    "by %s that is aborted ends the source",
    async (how) => {
      const controller = new AbortController();
      let end = (): void => undefined;
      const ended = new Promise<void>((resolve) => (end = resolve));
      async function* endless() {
        try {
          for (let count = 0; ; count++) {
            if (count === 10) controller.abort();
            yield new Uint8Array(10);
            await new Promise((done) => setTimeout(done, 1));
          }
        } finally {
          end();
        }
      }
      const client = clientOf(await echo());
      const { fields: _, ...whole } = upload;
      const { signal } = controller;
      const source = endless();
      const stream = new ReadableStream<Uint8Array>({
        async pull(sink) {
          const { value } = await source.next();
          if (value) sink.enqueue(value);
        },
        async cancel() {
          await source.return();
        },
      });
      const sending = {
        binary: () =>
          call(
            client,
            { ...whole, body: binary },
            { body: source },
            { signal },
          ),
        multipart: () => call(client, upload, { file: source }, { signal }),
        request: () => request(client, "POST", "/up", stream, { signal }),
      }[how];
      expect(await failureOf(sending?.() as Promise<unknown>)).toMatchObject({
        name: "AbortError",
      });
      await ended;
    },
  );

  it("to any endpoint can be all that fetch takes, and an async iterable", async () => {
    const server = await echo();
    const client = clientOf(server);
    const data = new FormData();
    data.append("a", "in parts");
    for (const body of [
      pieces(),
      new Blob(["hi"]).stream(),
      new Blob(["hi"]),
      Buffer.from("hi"),
      new TextEncoder().encode("hi").buffer,
      new URLSearchParams("hi"),
      data,
      { a: 1 },
    ])
      await request(client, "POST", "/up", body);
    expect(server.requests.map(({ body }) => body)).toEqual([
      ...Array<string>(5).fill("hi"),
      "hi=",
      expect.stringContaining("\r\nin parts\r\n"),
      '{"a":1}',
    ]);
  });

  it("in a type that is none of the operation's is refused", async () => {
    const operation: Operation = {
      ...upload,
      body: bodyByMediaType([
        ["multipart/form-data", multipart],
        ["application/octet-stream", binary],
      ]),
    };
    const server = await echo();
    expect(
      await failureOf(
        call(clientOf(server), operation, {
          note: "n",
          contentType: "text/csv",
        }),
      ),
    ).toBeInstanceOf(ConfigError);
    await call(clientOf(server), operation, { note: "n" });
    expect(server.requests[0]?.headers["content-type"]).toMatch(
      /^multipart\/form-data; boundary=/,
    );
  });
});
