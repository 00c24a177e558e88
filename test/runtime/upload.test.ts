/** Files and bodies of whatever holds bytes. */
import { Readable } from "node:stream";
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { binary } from "../../templates/runtime/body.js";
import { multipart } from "../../templates/runtime/multipart.js";
import { part, toFile } from "../../templates/runtime/upload.js";
import { invoke, rejection, sent } from "./support/bytes.js";

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
