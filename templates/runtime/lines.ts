/**
 * Responses that are streams of lines: text, JSON Lines and JSON text
 * sequences.
 */
import type { DecodeContext, Decoder } from "./operation.js";
import { decodeError } from "./read-response.js";
import { openStream, type LineSplitter, type Stream } from "./stream.js";

/** The longest line that is read, in UTF-16 code units. */
const MAX_LINE_LENGTH = 8_000_000;

/**
 * Splits text at `\n`, `\r\n` and, with `splitAtCR`, at a lone `\r`. Each
 * character is looked at once, so that the cost does not depend on the size of
 * the chunks.
 */
export function lineSplitter(
  response: Response,
  { call }: DecodeContext,
  splitAtCR: boolean,
  lineEnd: RegExp = splitAtCR ? /\r\n|\n|\r/g : /\n/g,
): LineSplitter {
  let chunks: string[] = [];
  let length = 0;
  let endedWithCR = false;
  const completeLine = (rest: string) => {
    const line = chunks.length > 0 ? chunks.join("") + rest : rest;
    chunks = [];
    length = 0;
    return splitAtCR || !line.endsWith("\r") ? line : line.slice(0, -1);
  };
  return (text) => {
    if (text === undefined) return length > 0 ? [completeLine("")] : [];
    let start = endedWithCR && text.startsWith("\n") ? 1 : 0;
    if (text) endedWithCR = splitAtCR && text.endsWith("\r");
    const lines: string[] = [];
    lineEnd.lastIndex = start;
    for (let match; (match = lineEnd.exec(text)); start = lineEnd.lastIndex)
      lines.push(completeLine(text.slice(start, match.index)));
    if (start < text.length) {
      chunks.push(text.slice(start));
      length += text.length - start;
      if (length > MAX_LINE_LENGTH)
        throw decodeError("a line is too long", call, response);
    }
    return lines;
  };
}

/** True for JSON text sequences, where a value may span lines. */
const isSequence = ({ headers }: Response): boolean =>
  /\bjson-seq\b/i.test(headers.get("content-type") ?? "");

/** A stream of lines of text. */
export const lines: Decoder = {
  decode: (response, context): Stream<string> =>
    openStream(
      response,
      context,
      lineSplitter(response, context, false),
      (line) => [line],
    ),
};

/** A stream of JSON values, one on each line; empty lines are skipped. */
export const jsonLines: Decoder = {
  decode: (response, context): Stream<unknown> =>
    openStream(
      response,
      context,
      // JSON text sequences (RFC 7464) begin each value with a record
      // separator.
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

/** Parses one value of a stream. The error of `JSON.parse` would quote it. */
export function parseJSON(
  text: string,
  response: Response,
  { call }: DecodeContext,
): unknown {
  try {
    return JSON.parse(text);
  } catch {
    const message = "a value in the stream is not JSON";
    throw decodeError(message, call, response, text);
  }
}
