/** Responses of lines: text, and JSON. */
import type { DecodeContext, Decoder } from "./operation.js";
import { decodeError } from "./read-response.js";
import { openStream, type LineSplitter, type Stream } from "./stream.js";

/** The longest line, in characters. */
const LONGEST = 8_000_000;

/**
 * Splits at `\n`, `\r\n` and, where `carriage` is set, at a lone `\r`. Every character is looked
 * at once, so that the cost does not depend on how the text is cut.
 */
export function lineSplitter(
  response: Response,
  { call }: DecodeContext,
  carriage: boolean,
  end: RegExp = carriage ? /\r\n|\n|\r/g : /\n/g,
): LineSplitter {
  let parts: string[] = [];
  let length = 0;
  let afterCarriage = false;
  const take = (rest: string) => {
    const line = parts.length > 0 ? parts.join("") + rest : rest;
    parts = [];
    length = 0;
    return carriage || !line.endsWith("\r") ? line : line.slice(0, -1);
  };
  return (text) => {
    if (text === undefined) return length > 0 ? [take("")] : [];
    let start = afterCarriage && text.startsWith("\n") ? 1 : 0;
    if (text) afterCarriage = carriage && text.endsWith("\r");
    const lines: string[] = [];
    end.lastIndex = start;
    for (let found; (found = end.exec(text)); start = end.lastIndex)
      lines.push(take(text.slice(start, found.index)));
    if (start < text.length) {
      parts.push(text.slice(start));
      length += text.length - start;
      if (length > LONGEST)
        throw decodeError("a line is too long", call, response);
    }
    return lines;
  };
}

/** There, a value can have several lines. */
const isSequence = ({ headers }: Response): boolean =>
  /\bjson-seq\b/i.test(headers.get("content-type") ?? "");

/** Lines of text. */
export const lines: Decoder = {
  decode: (response, context): Stream<string> =>
    openStream(
      response,
      context,
      lineSplitter(response, context, false),
      (line) => [line],
    ),
};

/** A JSON value on each line; empty lines are skipped. */
export const jsonLines: Decoder = {
  decode: (response, context): Stream<unknown> =>
    openStream(
      response,
      context,
      // JSON text sequences (RFC 7464) begin each value with this character.
      lineSplitter(
        response,
        context,
        false,
        isSequence(response) ? /\x1e/g : /\n/g,
      ),
      (line) => {
        const text = line.replace("\x1e", "").trim();
        return text ? [parseJSON(text, response, context)] : [];
      },
    ),
};

/** Parses a part of a stream. The parser's own error would quote it. */
export function parseJSON(
  text: string,
  response: Response,
  { call }: DecodeContext,
): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const message = "a value of the stream is not JSON";
    throw decodeError(message, call, response, text);
  }
}
