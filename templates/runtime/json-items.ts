/**
 * Request bodies of JSON values one after the other: JSON Lines, and JSON text
 * sequences (RFC 7464).
 */
import { abortableStream, isBytes } from "./body-stream.js";
import { encodeBody } from "./body.js";
import type { Encoder, RequestBody } from "./operation.js";
import { jsonText } from "./styles.js";
import { refuseValue, throwTypeError } from "./type-error.js";

/**
 * The items of an array, or of an iterable or stream: these are sent as they
 * come, and cannot be retried.
 */
export const jsonItems: Encoder = {
  encode(params, operation, headers, scope) {
    const usual = "application/jsonl";
    const { contentType = usual } = operation;
    const start = /\bjson-seq\b/i.test(contentType) ? "\x1e" : "";
    // Bytes are JSON already, or no JSON at all.
    const write = (item: unknown) =>
      isBytes(item)
        ? throwTypeError("an item of the body is bytes")
        : `${start}${jsonText("body", item)}\n`;
    return encodeBody(params, operation, headers, usual, (items) =>
      Array.isArray(items)
        ? items.map(write).join("")
        : ((abortableStream(eachOf(items), scope, write) ??
            refuseValue("body")) as RequestBody),
    );
  },
};

/** What can be read as a stream: an iterable other than text becomes that. */
const eachOf = (items: unknown): unknown =>
  typeof items === "object" && items !== null && Symbol.iterator in items
    ? inTime(items as Iterable<unknown>)
    : items;

async function* inTime(items: Iterable<unknown>): AsyncGenerator {
  for (const item of items) yield await Promise.resolve(item);
}
