/**
 * Server-sent events that are given out whole, and errors among events: what is data and what is an
 * error is decided by what the document declares (OpenAPI 3.2.0, 4.14.5.3).
 */
import { describe, expect, it } from "vitest";
import { APIError, DecodeError } from "../../templates/runtime/errors.js";
import {
  eventsWithErrors,
  rawEvents,
  wholeEvents,
  type EventFormat,
} from "../../templates/runtime/events.js";
import { jsonLines } from "../../templates/runtime/lines.js";
import type { Decoder } from "../../templates/runtime/operation.js";
import type { Stream } from "../../templates/runtime/stream.js";
import { collect, decoded, rejection } from "./support/bytes.js";

const TYPE = "text/event-stream";

const read = async (decoder: Decoder, text: string, type = TYPE) =>
  collect(await decoded<Stream<unknown>>(decoder, [text], type));

const whole = (format: EventFormat, text: string) =>
  read(wholeEvents(format), text);

const nothing = { id: undefined, retry: undefined };

describe("retry", () => {
  it.each([
    ["of an event", "retry: 10\ndata: a\n\ndata: b\n\n", [10, undefined]],
    ["before the first", "retry: 10\n\ndata: a\n\n", [10]],
    ["that is no number", "retry: 1s\ndata: a\n\n", [undefined]],
    ["that is empty", "retry\ndata: a\n\n", [undefined]],
  ])("%s", async (_, text, expected) => {
    const all = (await read(rawEvents, text)) as { retry: unknown }[];
    expect(all.map(({ retry }) => retry)).toEqual(expected);
  });
});

describe("whole events", () => {
  it("have their data parsed where it is declared to be JSON", async () => {
    expect(
      await whole(
        { json: ["add"], text: ["note"] },
        'event: add\nid: 7\nretry: 5\ndata: {"a":1}\n\nevent: note\ndata: 12\n\n',
      ),
    ).toEqual([
      { event: "add", data: { a: 1 }, id: "7", retry: 5 },
      { event: "note", data: "12", id: "7", retry: undefined },
    ]);
  });

  it.each([
    [
      "JSON or text",
      undefined,
      'data: {"a":1}\n\ndata: hi\n\n',
      [{ a: 1 }, "hi"],
    ],
    ["JSON", "json", "event: x\ndata: 1\n\n", [1]],
    ["text", "text", "event: x\ndata: 1\n\ndata\n\n", ["1", ""]],
  ] as const)("of other names hold %s", async (_, others, text, expected) => {
    const all = await whole({ json: ["add"], ...(others && { others }) }, text);
    expect(all.map((event) => (event as { data: unknown }).data)).toEqual(
      expected,
    );
  });

  it("with data that is no JSON are a DecodeError", async () => {
    const error = await rejection(
      whole({ json: ["add"] }, "event: add\ndata: {secret\n\n"),
    );
    expect(error).toBeInstanceOf(DecodeError);
    expect(error.message).not.toContain("secret");
  });

  it("end at [DONE], unless it is declared", async () => {
    expect(
      await whole({ others: "json" }, "data: [DONE]\n\ndata: 1\n\n"),
    ).toEqual([]);
    expect(
      await whole({ text: ["done"] }, "event: done\ndata: [DONE]\n\n"),
    ).toEqual([{ event: "done", data: "[DONE]", ...nothing }]);
  });

  it("may lie in their data, as some servers send them", async () => {
    const format = { json: ["add"], mayBeNested: true };
    const inner = '{"event":"add","id":"7","data":{"a":1}}';
    expect(await whole(format, `data: ${inner}\n\n`)).toEqual([
      { event: "add", data: { a: 1 }, id: "7", retry: undefined },
    ]);
    // Not where it has a name of its own, other members, or no data.
    for (const text of [
      `event: add\ndata: ${inner}\n\n`,
      'data: {"data":1,"more":2}\n\n',
      'data: {"event":"add"}\n\n',
      "data: null\n\n",
    ]) {
      const data = JSON.parse(/data: (.*)/.exec(text)?.[1] ?? "") as unknown;
      expect(await whole(format, text)).toEqual([
        {
          event: text.startsWith("event") ? "add" : "message",
          data,
          ...nothing,
        },
      ]);
    }
    expect(await whole({ json: ["add"] }, `data: ${inner}\n\n`)).toEqual([
      { event: "message", data: JSON.parse(inner) as unknown, ...nothing },
    ]);
  });
});

describe("an error among events", () => {
  const declared = '{"step":2,"error":"crate 7 is wet"}';

  it("is data where the schema has such a member", async () => {
    const expected = JSON.parse(declared) as unknown;
    expect(await read(eventsWithErrors, `data: ${declared}\n\n`)).toEqual([
      expected,
    ]);
    expect(
      await whole(
        { others: "json", declaresError: true },
        `event: step\ndata: ${declared}\n\n`,
      ),
    ).toEqual([{ event: "step", data: expected, ...nothing }]);
    expect(
      await read(jsonLines, `${declared}\n`, "application/x-ndjson"),
    ).toEqual([expected]);
  });

  it.each([
    ["an event of that type", eventsWithErrors, "event: error\ndata: busy\n\n"],
    [
      "an event of that type among others",
      wholeEvents({ others: "text" }),
      "event: error\ndata: busy\n\n",
    ],
    [
      "a member that is not declared",
      wholeEvents({ others: "json" }),
      'data: {"error":"busy"}\n\n',
    ],
  ])("is thrown: %s", async (_, decoder, text) => {
    const error = await rejection(read(decoder, text));
    expect(error).toBeInstanceOf(APIError);
    expect(error.message).toBe("200 busy (GET /)");
  });

  it("is an event where the document declares that", async () => {
    expect(
      await whole(
        { json: ["error"] },
        'event: error\ndata: {"why":"busy"}\n\n',
      ),
    ).toEqual([{ event: "error", data: { why: "busy" }, ...nothing }]);
    expect(
      await whole({ text: ["error"] }, "event: error\ndata: busy\n\n"),
    ).toEqual([{ event: "error", data: "busy", ...nothing }]);
  });
});
