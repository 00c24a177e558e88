/** Responses of lines: NDJSON, JSON text sequences (RFC 7464) and text. */
import { describe, expect, it } from "vitest";
import * as errors from "../../templates/runtime/errors.js";
import { jsonLines, lines } from "../../templates/runtime/lines.js";
import type { Decoder } from "../../templates/runtime/operation.js";
import type { Stream } from "../../templates/runtime/stream.js";
import {
  collect,
  deferred,
  decoded,
  invoke,
  rejection,
  serve,
} from "./support/bytes.js";

const read = async (
  decoder: Decoder,
  type: string,
  pieces: Iterable<string | Uint8Array>,
) => collect(await decoded<Stream<unknown>>(decoder, pieces, type));

const NDJSON = "application/x-ndjson";
const SEQUENCE = "application/json-seq";

type Row = readonly [
  what: string,
  decoder: Decoder,
  type: string,
  text: string,
  values: readonly unknown[],
];

const rows: readonly Row[] = [
  [
    "JSON lines",
    jsonLines,
    NDJSON,
    '{"a":1}\n[2]\n"ä€😀"\n',
    [{ a: 1 }, [2], "ä€😀"],
  ],
  ["CRLF", jsonLines, NDJSON, "1\r\n2\r\n", [1, 2]],
  ["an unfinished last line", jsonLines, NDJSON, "1\n2", [1, 2]],
  ["empty lines", jsonLines, NDJSON, "\n1\n\n \r\n2\n\n", [1, 2]],
  [
    "null, false and the empty text",
    jsonLines,
    NDJSON,
    'null\nfalse\n""\n0\n',
    [null, false, "", 0],
  ],
  ["a byte order mark", jsonLines, NDJSON, "\ufeff1\n", [1]],
  [
    "line separators inside of texts",
    jsonLines,
    NDJSON,
    '"\u2028\u0085"\n',
    ["\u2028\u0085"],
  ],
  ["nothing", jsonLines, NDJSON, "", []],
  ["a sequence", jsonLines, SEQUENCE, "\x1e1\n\x1e[2,3]\n", [1, [2, 3]]],
  ["a last string of a sequence", jsonLines, SEQUENCE, '\x1e"a"', ["a"]],
  ["a last number of a sequence", jsonLines, SEQUENCE, "\x1e1 ", [1]],
  ["text", lines, "text/plain", "a\nb\r\n\nä€😀", ["a", "b", "", "ä€😀"]],
  ["text with an end", lines, "text/plain", "a\n", ["a"]],
  ["text that is empty", lines, "text/plain", "", []],
];

describe("lines", () => {
  it.each(rows)(
    "%s, cut at every byte",
    async (_, decoder, type, text, all) => {
      const bytes = new TextEncoder().encode(text);
      for (let cut = 0; cut <= bytes.length; cut++)
        expect(
          await read(decoder, type, [
            bytes.subarray(0, cut),
            bytes.subarray(cut),
          ]),
          `cut at ${cut}`,
        ).toEqual(all);
      expect(
        await read(
          decoder,
          type,
          [...bytes].map((byte) => Uint8Array.of(byte)),
        ),
      ).toEqual(all);
    },
  );

  it("a value of a sequence can have several lines (RFC 7464, 2.1)", async () => {
    expect(
      await read(jsonLines, SEQUENCE, ['\x1e{\n "a": 1\n}\n\x1e2\n']),
    ).toEqual([{ a: 1 }, 2]);
  });

  it("what is no JSON is a DecodeError, which does not print it", async () => {
    const error = await rejection(read(jsonLines, NDJSON, ["1\n{secret\n"]));
    expect(error).toBeInstanceOf(errors.DecodeError);
    expect(error.message).not.toContain("secret");
  });

  it.each([
    ["a line", NDJSON, '1\n{"a":'],
    ["a value of a sequence", SEQUENCE, '\x1e1\n\x1e{"a":'],
    // RFC 7464, 2.4: it may be the beginning of 12.
    ["a number of a sequence", SEQUENCE, "\x1e1\n\x1e1"],
    ["true in a sequence", SEQUENCE, "\x1e1\n\x1etrue"],
  ])("%s that is cut off is an error", async (_, type, text) => {
    const stream = await decoded<Stream<unknown>>(jsonLines, [text], type);
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

  it("a character that is cut off shows", async () => {
    expect(
      await read(lines, "text/plain", ["a\nb", Uint8Array.of(0xc3)]),
    ).toEqual(["a", "b\ufffd"]);
  });

  it("a line of more than 8 MB is a DecodeError", async () => {
    const error = await rejection(
      read(lines, "text/plain", Array<string>(9).fill("x".repeat(1_000_000))),
    );
    expect(error).toBeInstanceOf(errors.DecodeError);
  });

  it("leaving the loop closes the connection", async () => {
    const { promise, resolve } = deferred();
    const server = await serve((response) => {
      response.on("close", resolve);
      response.writeHead(200, { "content-type": NDJSON });
      response.write("1\n2\n");
    });
    const all = await invoke<Stream<unknown>>(server, { response: jsonLines });
    for await (const value of all) {
      expect(value).toBe(1);
      break;
    }
    await promise;
  });
});
