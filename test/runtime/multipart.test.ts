/**
 * `multipart/form-data`, with the rules of OpenAPI 3.1.1 section 4.8.15 and RFC 7578, read by a
 * parser that shares nothing with the encoder; Node's own one has to agree.
 */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createReadStream, openAsBlob } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { describe, expect, it, onTestFinished } from "vitest";
import { multipart } from "../../templates/runtime/multipart.js";
import type { FieldEncoding } from "../../templates/runtime/operation.js";
import {
  partCommaDelimited,
  partPipeDelimited,
  partSpaceDelimited,
  partTabDelimited,
  partsDeepObject,
  partsExploded,
} from "../../templates/runtime/part-styles.js";
import { part } from "../../templates/runtime/upload.js";
import { invoke, rejection, sent, type Received } from "./support/bytes.js";

interface Part {
  readonly headers: string[];
  readonly content: string;
}

/** RFC 2046 section 5.1.1, for bodies without preamble; one character a byte. */
function parse({ headers, body }: Received): Part[] {
  const [, boundary = ""] =
    /^multipart\/[\w-]+; ?boundary="?([\w'()+,./:=?-]{1,70})"?$/.exec(
      headers.get("content-type") ?? "",
    ) ?? [];
  expect(boundary).not.toBe("");
  const text = `\r\n${body.toString("latin1")}`;
  const [before, ...pieces] = text.split(`\r\n--${boundary}`);
  expect(before).toBe("");
  expect(pieces.pop()).toMatch(/^--(\r\n)?$/);
  return pieces.map((piece) => {
    expect(piece.startsWith("\r\n")).toBe(true);
    const end = piece.indexOf("\r\n\r\n");
    return {
      headers: piece.slice(2, end).split("\r\n"),
      content: piece.slice(end + 4),
    };
  });
}

const parts = async (value: object, encoding?: FieldEncoding[]) =>
  parse(
    await sent(
      { body: multipart, ...(encoding && { encoding }) },
      { body: value },
    ),
  );

const disposition = (rest: string) => `Content-Disposition: form-data; ${rest}`;

describe("a multipart body", () => {
  it("has a part for each field", async () => {
    const date = new Date(0);
    expect(
      await parts({
        a: "x",
        b: 1,
        c: true,
        d: 2n,
        e: date,
        f: null,
        g: undefined,
      }),
    ).toEqual([
      { headers: [disposition('name="a"')], content: "x" },
      { headers: [disposition('name="b"')], content: "1" },
      { headers: [disposition('name="c"')], content: "true" },
      { headers: [disposition('name="d"')], content: "2" },
      { headers: [disposition('name="e"')], content: date.toISOString() },
    ]);
  });

  it("sends files with their names and types", async () => {
    const file = new File(["\0\xff"], "a.png", { type: "image/png" });
    expect(await parts({ file })).toEqual([
      {
        headers: [
          disposition('name="file"; filename="a.png"'),
          "Content-Type: image/png",
        ],
        content: Buffer.from("\0\xff").toString("latin1"),
      },
    ]);
  });

  it.each([
    ["a Blob", new Blob(["ab"])],
    ["an ArrayBuffer", new TextEncoder().encode("ab").buffer],
    ["a Uint8Array", new TextEncoder().encode("xaby").subarray(1, 3)],
    ["a Buffer", Buffer.from("ab")],
    ["a DataView", new DataView(new TextEncoder().encode("xab").buffer, 1)],
  ])("sends %s as a file", async (_, value) => {
    const [part] = await parts({ file: value });
    expect(part?.headers[0]).toMatch(/; filename="[^"]+"$/);
    expect(part?.headers[1]).toBe("Content-Type: application/octet-stream");
    expect(part?.content).toBe("ab");
  });

  it("repeats the name for a list", async () => {
    const files = [new File(["1"], "1.txt"), new File(["2"], "2.txt")];
    const all = await parts({ file: files, tag: ["x", null, "y"] });
    expect(all.map(({ headers }) => headers[0])).toEqual([
      disposition('name="file"; filename="1.txt"'),
      disposition('name="file"; filename="2.txt"'),
      disposition('name="tag"'),
      disposition('name="tag"'),
    ]);
  });

  it("sends objects as JSON, without a file name", async () => {
    expect(await parts({ a: { b: "ä" }, list: [{ c: 1 }] })).toEqual([
      {
        headers: [disposition('name="a"'), "Content-Type: application/json"],
        content: Buffer.from('{"b":"ä"}').toString("latin1"),
      },
      {
        headers: [disposition('name="list"'), "Content-Type: application/json"],
        content: '{"c":1}',
      },
    ]);
  });

  it("follows the operation's encoding, for each item of a list", async () => {
    const address = "<address/>";
    const encoding: FieldEncoding[] = [
      { name: "addresses", type: "application/xml; charset=utf-8" },
      {
        name: "image",
        type: "image/png, image/jpeg",
        headers: [["X-Rate-Limit-Limit", "7"]],
      },
    ];
    const image = new File(["i"], "i.jpg", { type: "image/jpeg" });
    expect(
      await parts({ addresses: [address, address], image }, encoding),
    ).toEqual([
      {
        headers: [
          disposition('name="addresses"'),
          "Content-Type: application/xml; charset=utf-8",
        ],
        content: address,
      },
      {
        headers: [
          disposition('name="addresses"'),
          "Content-Type: application/xml; charset=utf-8",
        ],
        content: address,
      },
      {
        headers: [
          disposition('name="image"; filename="i.jpg"'),
          "Content-Type: image/jpeg",
          "X-Rate-Limit-Limit: 7",
        ],
        content: "i",
      },
    ]);
  });

  it("gives bytes the type of the encoding, unless that is a choice", async () => {
    const bytes = new Uint8Array(1);
    const [one] = await parts({ a: bytes }, [{ name: "a", type: "image/png" }]);
    expect(one?.headers[1]).toBe("Content-Type: image/png");
    const [two] = await parts({ a: bytes }, [{ name: "a", type: "image/*" }]);
    expect(two?.headers[1]).toBe("Content-Type: application/octet-stream");
  });

  const list = ["a=b&c", null, "%41", undefined, 1];
  const object = { "a b": "&=", n: null, c: { d: ["%41"] } };
  const nested = Buffer.from('{"d":["%41"]}').toString();
  it.each([
    ["comma", partCommaDelimited, list, [["link", "a=b&c,%41,1"]]],
    ["space", partSpaceDelimited, list, [["link", "a=b&c %41 1"]]],
    ["pipe", partPipeDelimited, list, [["link", "a=b&c|%41|1"]]],
    ["tab", partTabDelimited, list, [["link", "a=b&c\t%41\t1"]]],
    ["comma", partCommaDelimited, object, [["link", `a b,&=,c,${nested}`]]],
    ["comma", partCommaDelimited, "\ud800", [["link", "\ufffd"]]],
    ["comma", partCommaDelimited, [], []],
    ["comma", partCommaDelimited, [null], []],
    ["comma", partCommaDelimited, [""], [["link", ""]]],
    [
      "exploded",
      partsExploded,
      list,
      [
        ["link", "a=b&c"],
        ["link", "%41"],
        ["link", "1"],
      ],
    ],
    [
      "exploded",
      partsExploded,
      object,
      [
        ["a b", "&="],
        ["c", nested],
      ],
    ],
    [
      "deep",
      partsDeepObject,
      object,
      [
        ["link[a b]", "&="],
        ["link[c][d][0]", "%41"],
      ],
    ],
    ["deep", partsDeepObject, "x", [["link", "x"]]],
    ["deep", partsDeepObject, null, []],
  ] as const)(
    "writes the style %s without percent-encoding",
    async (_, style, link, want) => {
      const all = await parts({ link }, [{ name: "link", parts: style }]);
      expect(
        all.map(({ headers: [head], content }) => [
          head,
          Buffer.from(content, "latin1").toString(),
        ]),
      ).toEqual(
        want.map(([name, text]) => [disposition(`name="${name}"`), text]),
      );
    },
  );

  it("says of each part of a style what is said of the whole", async () => {
    const headers = { "X-B": "2" };
    const encoding: FieldEncoding[] = [
      { name: "a", headers: [["X-A", "1"]], parts: partsExploded },
    ];
    const value = { b: "x", c: part("y", { type: "text/csv" }) };
    expect(await parts({ a: part(value, { headers }) }, encoding)).toEqual([
      {
        headers: [disposition('name="b"'), "X-A: 1", "X-B: 2"],
        content: "x",
      },
      {
        headers: [disposition('name="c"'), "Content-Type: text/csv", "X-A: 1"],
        content: "y",
      },
    ]);
  });

  it("is read alike by Node's own parser", async () => {
    const request = await sent(
      { body: multipart },
      { body: { 'q"\r\n': "v", file: new File(["f"], 'n"\r\n.txt') } },
    );
    const type = String(request.headers.get("content-type"));
    const data = await new Response(new Uint8Array(request.body), {
      headers: { "content-type": type },
    }).formData();
    expect([...data.keys()]).toEqual(['q"\r\n', "file"]);
    expect((data.get("file") as File).name).toBe('n"\r\n.txt');
  });

  it.each(['"', "\r", "\n", '"\r\nX-Evil: 1\r\n\r\n'])(
    "escapes %j in names and file names",
    async (text) => {
      const escaped = text
        .replaceAll('"', "%22")
        .replaceAll("\r", "%0D")
        .replaceAll("\n", "%0A");
      const [part] = await parts({ [`a${text}`]: new File(["x"], text) });
      expect(part?.headers[0]).toBe(
        disposition(`name="a${escaped}"; filename="${escaped}"`),
      );
      expect(part?.headers).toHaveLength(2);
      expect(part?.content).toBe("x");
    },
  );

  it.each([
    ["CR LF in a part's header", [["X-A", "b\r\nc: d"]]],
    ["a part's header without a name", [["a b", "c"]]],
  ] as const)("refuses %s", async (_, headers) => {
    const error = await rejection(
      invoke(
        { url: "http://127.0.0.1:9" },
        { body: multipart, encoding: [{ name: "a", headers }] },
        { body: { a: 1 } },
      ),
    );
    expect(error.name).toBe("ConfigError");
  });

  it.each([
    ["not a number", NaN],
    ["a function", () => 1],
    ["a Map", new Map()],
    ["a part of a part", part(part("x", {}), {})],
    ["a part of nothing", part(undefined, {})],
  ])("refuses %s", async (_, value) => {
    const error = await rejection(
      invoke(
        { url: "http://127.0.0.1:9" },
        { body: multipart },
        { body: { a: value } },
      ),
    );
    expect(error.name).toBe("ConfigError");
  });

  it.each([
    [
      "a FormData",
      () => {
        const data = new FormData();
        data.append("a", "1");
        data.append("a", "2");
        data.append("f", new Blob(["x"], { type: "image/png" }), "f.png");
        return data;
      },
    ],
    [
      "a Map",
      () =>
        new Map<string, unknown>([
          ["a", ["1", "2"]],
          ["f", new File(["x"], "f.png", { type: "image/png" })],
        ]),
    ],
  ])("is made of the entries of %s", async (_, value) => {
    expect(await parts(value())).toEqual([
      { headers: [disposition('name="a"')], content: "1" },
      { headers: [disposition('name="a"')], content: "2" },
      {
        headers: [
          disposition('name="f"; filename="f.png"'),
          "Content-Type: image/png",
        ],
        content: "x",
      },
    ]);
  });

  it("is made of the entries of URLSearchParams, and of other keys", async () => {
    for (const value of [new URLSearchParams("1=2"), new Map([[1, 2]])])
      expect(await parts(value)).toEqual([
        { headers: [disposition('name="1"')], content: "2" },
      ]);
  });

  it.each([
    ["text", "ab"],
    ["a list", [1]],
    ["a Set", new Set(["a"])],
    ["a Blob", new Blob(["ab"])],
    ["bytes", Buffer.from("ab")],
    ["a stream", Readable.from(["ab"])],
  ])("is not made of %s", async (_, value) => {
    const error = await rejection(
      invoke(
        { url: "http://127.0.0.1:9" },
        { body: multipart },
        { body: value },
      ),
    );
    expect(error).toMatchObject({
      name: "ConfigError",
      message: "invalid value for body (POST /)",
    });
  });

  it("does not end a stream at an empty text", async () => {
    const file = Readable.from(["a", "", "b"]);
    const [part] = await parts({ file });
    expect(part?.content).toBe("ab");
  });

  it("knows its length, and a new boundary every time", async () => {
    const [one, two] = await Promise.all([
      sent({ body: multipart }, { body: { a: new Blob(["x"]) } }),
      sent({ body: multipart }, { body: { a: new Blob(["x"]) } }),
    ]);
    expect(one.headers.get("content-length")).toBe(String(one.body.length));
    expect(one.headers.get("content-type")).not.toBe(
      two.headers.get("content-type"),
    );
  });

  it("sends other multipart types too", async () => {
    const request = await sent(
      { body: multipart, contentType: "multipart/mixed" },
      { body: { a: 1 } },
    );
    expect(request.headers.get("content-type")).toMatch(
      /^multipart\/mixed; ?b/,
    );
    expect(parse(request)).toHaveLength(1);
  });

  it("names a stream of Node after its file, unless it has a name", async () => {
    const folder = await mkdtemp(join(tmpdir(), "sdkwright-"));
    onTestFinished(() => rm(folder, { recursive: true }));
    const path = join(folder, "a b.txt");
    await writeFile(path, "ab");
    const all = await parts({
      file: createReadStream(path),
      buffer: createReadStream(Buffer.from(path)),
      named: part(createReadStream(path), { filename: "c.txt" }),
      windows: Object.assign(Readable.from(["ab"]), { path: "C:\\d\\e.txt" }),
    });
    expect(all.map(({ headers }) => headers[0])).toEqual([
      disposition('name="file"; filename="a b.txt"'),
      disposition('name="buffer"; filename="blob"'),
      disposition('name="named"; filename="c.txt"'),
      disposition('name="windows"; filename="e.txt"'),
    ]);
    expect(all.map(({ content }) => content)).toEqual(["ab", "ab", "ab", "ab"]);
  });

  it("reads a file on disk as it sends it", async () => {
    const folder = await mkdtemp(join(tmpdir(), "sdkwright-"));
    onTestFinished(() => rm(folder, { recursive: true }));
    const path = join(folder, "big.bin");
    await writeFile(path, Buffer.alloc(3_000_000, "z"));
    const file = await openAsBlob(path, { type: "image/png" });
    const [part, note] = await parts({ file, note: "n" });
    expect(part?.headers[1]).toBe("Content-Type: image/png");
    expect(part?.content).toBe("z".repeat(3_000_000));
    expect(note?.content).toBe("n");
  });
});
