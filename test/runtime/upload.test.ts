/** Files and bodies of whatever holds bytes. */
import { Readable } from "node:stream";
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { binary } from "../../templates/runtime/body.js";
import {
  toReadableStream,
  withBlobsRead,
} from "../../templates/runtime/body-stream.js";
import { multipart } from "../../templates/runtime/multipart.js";
import {
  part,
  toFile,
  type Uploadable,
} from "../../templates/runtime/upload.js";
import { invoke, rejection, sent } from "./support/bytes.js";
import { echo } from "./support/server.js";

const bytes = new TextEncoder().encode("ab");
const stream = () => new Blob([bytes]).stream();

describe("toFile", () => {
  it.each([
    ["text", () => "ab"],
    ["bytes", () => bytes],
    ["a Buffer", () => Buffer.from("ab")],
    ["an ArrayBuffer", () => bytes.buffer],
    ["a Blob", () => new Blob(["ab"])],
    ["a DataView", () => new DataView(bytes.buffer)],
    ["a stream", stream],
    ["a stream of Node", () => Readable.from([bytes.slice(0, 1), "", "b"])],
    [
      "an async iterable of other views",
      () => Readable.from([new DataView(bytes.buffer)]),
    ],
    ["an async iterable of buffers", () => Readable.from([bytes.buffer])],
    ["a response", () => new Response("ab")],
    ["a promise of a response", () => Promise.resolve(new Response("ab"))],
  ])("names %s", async (_, data) => {
    const file = await toFile(data(), "a.txt");
    expect(file).toBeInstanceOf(File);
    expect(file.name).toBe("a.txt");
    expect(await file.text()).toBe("ab");
  });

  it("keeps the media type of a response and of a Blob", async () => {
    const type = "image/png";
    const response = new Response("ab", { headers: { "content-type": type } });
    expect((await toFile(response, "a.png")).type).toBe(type);
    const blob = new Blob(["ab"], { type });
    expect((await toFile(blob, "a.png")).type).toBe(type);
  });

  it("takes a time", async () => {
    const before = Date.now();
    expect((await toFile("ab", "a", { lastModified: 7 })).lastModified).toBe(7);
    expect((await toFile("ab", "a")).lastModified).toBeGreaterThanOrEqual(
      before,
    );
  });

  it.each([
    ["an object", { a: 1 }],
    ["a list", ["ab"]],
    ["a Map", new Map()],
    ["a number", 1],
  ])("refuses %s", async (_, data) => {
    expect(await rejection(toFile(data as never, "a.txt"))).toEqual(
      new TypeError("invalid value for content"),
    );
  });

  it("refuses a stream of objects", async () => {
    expect(
      await rejection(toFile(Readable.from([{ a: 1 }]), "a.txt")),
    ).toBeInstanceOf(TypeError);
  });

  it("takes a media type", async () => {
    const file = await toFile("ab", "a.txt", { type: "text/plain" });
    expect(file.type).toBe("text/plain");
  });
});

describe("a body of bytes", () => {
  const type = "image/png";
  it.each([
    ["text", () => "ab"],
    ["a Buffer", () => Buffer.from("ab")],
    ["a DataView", () => new DataView(bytes.buffer)],
    ["an ArrayBuffer", () => bytes.buffer],
    ["a Blob", () => new Blob(["ab"])],
    ["a stream", stream],
    ["a stream of text", () => Readable.toWeb(Readable.from(["a", "b"]))],
    ["a stream of Node", () => Readable.from([bytes])],
    ["a part", () => part("ab", {})],
    // What jest-environment-jsdom has: classes of another realm.
    [
      "bytes of another realm",
      () => runInNewContext("new Uint8Array([97, 98]).buffer"),
    ],
  ])("can be %s", async (_, data) => {
    const { body, headers } = await sent({ body: binary }, { body: data() });
    expect(body.toString()).toBe("ab");
    expect(headers.get("content-type")).toBe("application/octet-stream");
  });

  it.each([
    ["a Blob", new Blob(["ab"], { type })],
    ["a part", part("ab", { type })],
    ["a part with a Blob", part(new Blob(["ab"], { type }), {})],
  ])("has the content type of %s", async (_, data) => {
    const { headers } = await sent({ body: binary }, { body: data });
    expect(headers.get("content-type")).toBe(type);
  });

  it.each([
    ["an object", { a: 1 }],
    ["a list of bytes", [bytes]],
    ["a Map", new Map([["a", 1]])],
    ["a FormData", new FormData()],
    ["a number", 1],
    ["null", null],
    ["a date", new Date(0)],
  ])("cannot be %s", async (_, data) => {
    const error = await rejection(
      invoke({ url: "http://127.0.0.1:9" }, { body: binary }, { body: data }),
    );
    expect(error).toMatchObject({
      name: "ConfigError",
      message: "invalid value for body (POST /)",
    });
  });

  it("cannot be a stream of objects", async () => {
    const error = await rejection(
      sent({ body: binary }, { body: Readable.from([{ a: 1 }]) }),
    );
    expect(error).toEqual(
      new TypeError("a stream to send gave neither bytes nor text"),
    );
  });
});

describe("a response as a file", () => {
  const response = () =>
    new Response("ab", { headers: { "content-type": "image/png" } });

  it("is sent with its media type", async () => {
    const { body, headers } = await sent(
      { body: binary },
      { body: response() },
    );
    expect(headers.get("content-type")).toBe("image/png");
    expect(body.toString()).toBe("ab");
  });

  it("is a part with its media type", async () => {
    const { body } = await sent(
      { body: multipart },
      { body: { file: response() } },
    );
    expect(body.toString()).toContain(
      'name="file"; filename="blob"\r\nContent-Type: image/png\r\n\r\nab\r\n',
    );
  });
});

describe("a response without what names a file", () => {
  it("is bytes where it says no type, and empty where it has no body", async () => {
    for (const [response, want] of [
      [new Response(bytes), "ab"],
      [new Response(null), ""],
    ] as const) {
      const whole = await sent({ body: binary }, { body: response.clone() });
      expect(whole.headers.get("content-type")).toBe(
        "application/octet-stream",
      );
      expect(whole.body.toString()).toBe(want);
      const { body } = await sent(
        { body: multipart },
        { body: { f: response } },
      );
      expect(body.toString()).toContain(
        `name="f"; filename="blob"\r\nContent-Type: application/octet-stream\r\n\r\n${want}\r\n--`,
      );
    }
  });

  it.each([
    ["/files/a%20b.png?token=SECRET", "a%20b.png"],
    ["/", "blob"],
  ])("has the last segment of its URL for a name: %s", async (path, name) => {
    const { url } = await echo({});
    const { body } = await sent(
      { body: multipart },
      { body: { f: await fetch(url + path) } },
    );
    expect(body.toString()).toContain(
      `name="f"; filename="${name}"\r\nContent-Type: application/json\r\n\r\n{}\r\n`,
    );
  });
});

describe("a stream to upload", () => {
  /** Every kind of chunk, in views that begin and end within their buffer. */
  const chunks: (string | Blob | ArrayBuffer | ArrayBufferView)[] = [
    "a\u20ac",
    new Uint8Array([0, 0x62, 0]).subarray(1, 2),
    new DataView(new Uint8Array([0, 0x63]).buffer, 1),
    new Uint8Array([0x64]).buffer,
    new Blob([]),
    new Blob(["e", new Uint8Array([0xff])]),
    new File(["f"], "f.txt"),
    Buffer.from("g"),
  ];
  const bytesOfChunks = "61e282ac62636465ff6667";
  const streamed = () => Readable.toWeb(Readable.from(chunks)) as Streamed;
  type Streamed = ReadableStream<(typeof chunks)[number]>;
  async function* iterated() {
    for (const chunk of chunks) yield await Promise.resolve(chunk);
  }

  it.each([
    ["a stream", streamed],
    ["an async iterable", iterated],
  ])("sends the bytes of the chunks of %s", async (_, data) => {
    const whole: Uploadable = data();
    const { body } = await sent({ body: binary }, { body: whole });
    expect(body.toString("hex")).toBe(bytesOfChunks);
    const file = await toFile(data(), "f");
    expect(Buffer.from(await file.arrayBuffer()).toString("hex")).toBe(
      bytesOfChunks,
    );
    const named: Uploadable = { data: data(), name: "f", type: "image/png" };
    for (const [value, head] of [
      [data(), '"blob"\r\nContent-Type: application/octet-stream'],
      [named, '"f"\r\nContent-Type: image/png'],
      [
        { data: data(), name: "f" } satisfies Uploadable,
        '"f"\r\nContent-Type: application/octet-stream',
      ],
    ] as const) {
      const all = await sent({ body: multipart }, { body: { file: value } });
      const [, boundary = ""] =
        /boundary=(.*)/.exec(all.headers.get("content-type") ?? "") ?? [];
      expect(all.body.toString("hex")).toBe(
        [
          Buffer.from(
            `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename=${head}\r\n\r\n`,
          ).toString("hex"),
          bytesOfChunks,
          Buffer.from(`\r\n--${boundary}--\r\n`).toString("hex"),
        ].join(""),
      );
    }
  });

  it("with a name is an item of a list, and the whole body", async () => {
    const named = () => ({ data: Readable.from(["ab"]), name: "a.txt" });
    const { body } = await sent(
      { body: multipart },
      { body: { files: [named(), new Blob(["c"])] } },
    );
    expect(body.toString()).toMatch(
      /name="files"; filename="a\.txt"[^]*\r\n\r\nab\r\n[^]*name="files"; filename="blob"/,
    );
    const whole = await sent({ body: binary }, { body: named() });
    expect(whole.body.toString()).toBe("ab");
  });

  it.each([
    { data: "ab", name: "a" },
    { data: ["ab"], name: "a" },
    { data: { a: 1 }, name: "a" },
    { data: "ab", name: 1 },
  ])("is no other object with a name: %j", async (value) => {
    const { body } = await sent({ body: multipart }, { body: { f: value } });
    expect(body.toString()).toContain(
      `name="f"\r\nContent-Type: application/json\r\n\r\n${JSON.stringify(value)}\r\n`,
    );
  });

  it("ends when a Blob cannot be read", async () => {
    const gone = new Error("gone");
    let hasEnded = false;
    async function* source() {
      try {
        yield await Promise.resolve(
          Object.assign(new Blob(["a"]), {
            stream: () =>
              new ReadableStream({ start: (one) => one.error(gone) }),
          }),
        );
        yield "never";
      } finally {
        hasEnded = true;
      }
    }
    for (const [body, params] of [
      [binary, { body: source() }],
      [multipart, { body: { file: source() } }],
    ] as const) {
      hasEnded = false;
      expect(await rejection(sent({ body }, params))).toBe(gone);
      expect(hasEnded).toBe(true);
    }
  });

  it("ends before it is read, too", async () => {
    let hasEnded = false;
    const source = new ReadableStream({
      cancel() {
        hasEnded = true;
      },
    });
    await withBlobsRead(source).cancel();
    expect(hasEnded).toBe(true);
  });

  it("asks for no more than is sent", async () => {
    let asked = 0;
    const blob = Object.assign(new Blob(["a"]), {
      stream: () =>
        new ReadableStream(
          {
            pull(one) {
              asked += 1;
              one.enqueue(new Uint8Array(1));
            },
          },
          { highWaterMark: 0 },
        ),
    });
    const reader = withBlobsRead(
      toReadableStream(Readable.from([blob])) ?? new ReadableStream(),
    ).getReader();
    await reader.read();
    await reader.read();
    // What is asked for ahead would be by now.
    await new Promise((done) => setImmediate(done));
    expect(asked).toBe(2);
    await reader.cancel();
  });
});
