/**
 * Responses that are streams of lines: text, JSON Lines and JSON text
 * sequences.
 */
import type { SDKError } from "./errors.js";
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
  return (text, isEnd) => {
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
    if (isEnd) lines.push(completeLine(""));
    return lines;
  };
}

/** True for JSON text sequences, where a value may span lines. */
const isSequence = ({ headers }: Response): boolean =>
  /\bjson-seq\b/i.test(headers.get("content-type") ?? "");

/** A stream of lines of text; the last one may have no line end. */
export const lines: Decoder = {
  decode: (response, context): Stream<string> =>
    openStream(
      response,
      context,
      lineSplitter(response, context, false),
      (line, isEnd) => (line || !isEnd ? [line] : []),
    ),
};

/**
 * A stream of JSON values, one on each line; empty lines are skipped. The last
 * value may have no line end.
 */
export const jsonLines: Decoder = {
  decode: (response, context): Stream<unknown> => {
    const isInSequence = isSequence(response);
    return openStream(
      response,
      context,
      // JSON text sequences (RFC 7464) begin each value with a record
      // separator.
      lineSplitter(response, context, false, isInSequence ? /\x1e/g : /\n/g),
      (line, isEnd) => {
        const text = line.replace("\x1e", "").trim();
        // Without space after it, it may be the beginning of a longer one.
        if (isEnd && isInSequence && /[\w.]$/.test(line))
          throw endedEarly(response, context, text);
        return text ? [parseJSON(text, response, context, isEnd)] : [];
      },
    );
  },
};

/**
 * Parses one value of a stream. The error of `JSON.parse` would quote it. The
 * last value is what arrived of it.
 */
export function parseJSON(
  text: string,
  response: Response,
  context: DecodeContext,
  isEnd: boolean,
): unknown {
  try {
    return JSON.parse(text);
  } catch {
    if (isEnd) throw endedEarly(response, context, text);
    const message = "a value in the stream is not JSON";
    throw decodeError(message, context.call, response, text);
  }
}

/** The error for a stream whose last value did not arrive as a whole. */
export const endedEarly = (
  response: Response,
  { call }: DecodeContext,
  text: string,
): SDKError => decodeError("the stream ended early", call, response, text);
