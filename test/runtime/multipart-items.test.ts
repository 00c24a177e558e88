/**
 * Multipart bodies whose parts have no names (RFC 2046 section 5.1).
 */
import { describe, expect, it } from "vitest";
import { multipartItems } from "../../templates/runtime/multipart-items.js";
import type { FieldEncoding } from "../../templates/runtime/operation.js";
import { part } from "../../templates/runtime/upload.js";
import { invoke, rejection, sent } from "./support/bytes.js";

const bodyOf = async (
  body: unknown,
  encoding?: FieldEncoding[],
  contentType?: string,
) => {
  const operation = {
    body: multipartItems,
    ...(encoding && { encoding }),
    ...(contentType && { contentType }),
  };
  const received = await sent(operation, { body });
  const [type = "", boundary = ""] =
    received.headers.get("content-type")?.split("; boundary=") ?? [];
  return {
    type,
    text: received.body.toString("latin1").replaceAll(boundary, "B"),
  };
};

const lines = (...all: string[]) => all.join("\r\n");

describe("parts without names", () => {
  it("have the type of their values, text where nothing else is said", async () => {
    expect(await bodyOf(["a", { b: 1 }, new Uint8Array([67]), 4])).toEqual({
      type: "multipart/mixed",
      text: lines(
        ...["--B", "Content-Type: text/plain", "", "a"],
        ...["--B", "Content-Type: application/json", "", '{"b":1}'],
        ...["--B", "Content-Type: application/octet-stream", "", "C"],
        ...["--B", "Content-Type: text/plain", "", "4"],
        "--B--\r\n",
      ),
    });
  });

  it("are encoded by their position, the others by *", async () => {
    const encoding: FieldEncoding[] = [
      { name: "1", type: "image/png" },
      { name: "*", type: "image/gif", headers: [["X-A", "b"]] },
    ];
    const { type, text } = await bodyOf(
      ["a", "b", "c"],
      encoding,
      "multipart/related",
    );
    expect(type).toBe("multipart/related");
    expect(text).toBe(
      lines(
        ...["--B", "Content-Type: image/gif", "X-A: b", "", "a"],
        ...["--B", "Content-Type: image/png", "", "b"],
        ...["--B", "Content-Type: image/gif", "X-A: b", "", "c"],
        "--B--\r\n",
      ),
    );
  });

  it("leave a choice of types to the value", async () => {
    const encoding = [{ name: "*", type: "image/png, image/gif" }];
    const image = new Blob(["G"], { type: "image/gif" });
    const { text } = await bodyOf([image], encoding);
    expect(text).toContain("Content-Type: image/gif\r\n");
  });

  it("say more of themselves with `part`", async () => {
    const { text } = await bodyOf([
      part("a", {
        filename: 'a".txt',
        type: "text/css",
        headers: { "X-A": "b" },
      }),
    ]);
    expect(text).toBe(
      lines(
        "--B",
        'Content-Disposition: attachment; filename="a%22.txt"',
        ...["Content-Type: text/css", "X-A: b", "", "a", "--B--\r\n"],
      ),
    );
  });

  it("may be none", async () => {
    expect((await bodyOf([])).text).toBe("--B--\r\n");
  });

  it.each([
    ["an object", { a: 1 }, "invalid value for body"],
    ["null in the list", ["a", null], "invalid value for body[1]"],
    ["undefined in the list", [undefined], "invalid value for body[0]"],
    [
      "a header that would be two",
      [part("a", { headers: { "X-A": "b\r\nX-B: c" } })],
      "invalid header in part body[0]",
    ],
  ])("refuse %s", async (_, body, message) => {
    const error = await rejection(
      invoke({ url: "http://127.0.0.1:9" }, { body: multipartItems }, { body }),
    );
    expect(error).toMatchObject({
      name: "ConfigError",
      message: expect.stringContaining(message),
    });
  });
});
