/** Parts of a multipart body, and fields of a form, that are bodies themselves. */
import { body, type Fragment, type Row, type Table } from "../support/table.js";

const spec = "OpenAPI 3.2.0, 4.15.3 Nested Encoding";
const text: Fragment = { type: "string" };
const file: Fragment = { type: "string", format: "binary" };
const list = (items: Fragment): Fragment => ({ type: "array", items });
const fields = (properties: Fragment): Fragment => ({
  type: "object",
  properties,
});
const start = "--BOUNDARY\r\n";
const end = "--BOUNDARY--\r\n";
const inner = "--INNER\r\n";
const innerEnd = "--INNER--\r\n";
const named = (name: string): string =>
  `Content-Disposition: form-data; name="${name}"`;
const boundary = "; boundary=INNER\r\n\r\n";

const parts = (
  rule: string,
  [mediaType, media]: readonly [mediaType: string, media: Fragment],
  args: string,
  sent: string,
): Row => ({
  rule,
  spec,
  operation: body({ [mediaType]: media }),
  args,
  sends: {
    headers: { "content-type": `${mediaType}; boundary=BOUNDARY` },
    body: sent,
  },
});

/** A part with the style of its lists. */
const query = {
  contentType: "application/x-www-form-urlencoded",
  encoding: {
    tags: { style: "pipeDelimited", explode: false },
    point: { style: "deepObject" },
  },
};
const queryFields = fields({
  name: text,
  tags: list(text),
  point: fields({ x: { type: "integer" } }),
});
const queryText = "name=a+b&tags=c%7Cd&point%5Bx%5D=1";

export const innerBodies: Table = {
  title: "bodies inside parts",
  document: { openapi: "3.2.0" },
  rows: [
    parts(
      "a form, with its own styles",
      [
        "multipart/form-data",
        { schema: fields({ query: queryFields }), encoding: { query } },
      ],
      `{ query: { name: "a b", tags: ["c", "d"], point: { x: 1 } } }`,
      `${start}${named("query")}\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\n${queryText}\r\n${end}`,
    ),
    parts(
      "a form, of which nothing more is said",
      [
        "multipart/form-data",
        {
          schema: fields({ query: fields({ name: text, tags: list(text) }) }),
          encoding: {
            query: { contentType: "application/x-www-form-urlencoded" },
          },
        },
      ],
      `{ query: { name: "a&b", tags: ["c", "d"] } }`,
      `${start}${named("query")}\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\nname=a%26b&tags=c&tags=d\r\n${end}`,
    ),
    parts(
      "parts with names, and the encoding of each",
      [
        "multipart/form-data",
        {
          schema: fields({
            title: text,
            letter: fields({ text, photo: file }),
          }),
          encoding: {
            letter: {
              contentType: "multipart/form-data",
              headers: { "X-Kind": { schema: { const: "letter" } } },
              encoding: { photo: { contentType: "image/png" } },
            },
          },
        },
      ],
      `{ title: "T", letter: { text: "hi", photo: new Blob(["P"]) } }`,
      `${start}${named("title")}\r\n\r\nT\r\n${start}${named("letter")}\r\nContent-Type: multipart/form-data; boundary=INNER\r\nX-Kind: letter\r\n\r\n${inner}${named("text")}\r\n\r\nhi\r\n${inner}${named("photo")}; filename="blob"\r\nContent-Type: image/png\r\n\r\nP\r\n${innerEnd}\r\n${end}`,
    ),
    parts(
      "parts by their position, one for each item of a field",
      [
        "multipart/form-data",
        {
          schema: fields({
            letters: list({ type: "array", prefixItems: [text], items: file }),
          }),
          encoding: {
            letters: {
              contentType: "multipart/mixed",
              prefixEncoding: [{ contentType: "text/markdown" }],
              itemEncoding: { contentType: "image/gif" },
            },
          },
        },
      ],
      `{ letters: [["*hi*", new Blob(["G"])]] }`,
      `${start}${named("letters")}\r\nContent-Type: multipart/mixed${boundary}${inner}Content-Type: text/markdown\r\n\r\n*hi*\r\n${inner}Content-Type: image/gif\r\n\r\nG\r\n${innerEnd}\r\n${end}`,
    ),
    parts(
      "in parts without names, at two levels",
      [
        "multipart/mixed",
        {
          schema: {
            type: "array",
            prefixItems: [text, list(queryFields)],
          },
          prefixEncoding: [
            {},
            { contentType: "multipart/mixed", itemEncoding: query },
          ],
        },
      ],
      `{ body: ["a", [{ name: "a b", tags: ["c", "d"], point: { x: 1 } }]] }`,
      `${start}Content-Type: text/plain\r\n\r\na\r\n${start}Content-Type: multipart/mixed${boundary}${inner}Content-Type: application/x-www-form-urlencoded\r\n\r\n${queryText}\r\n${innerEnd}\r\n${end}`,
    ),
    parts(
      "with a stream in it",
      [
        "multipart/mixed",
        {
          schema: list(list(file)),
          itemEncoding: { contentType: "multipart/mixed" },
        },
      ],
      `{ body: [[new Blob(["S"]).stream()], []] }`,
      `${start}Content-Type: multipart/mixed${boundary}${inner}Content-Type: application/octet-stream\r\n\r\nS\r\n${innerEnd}\r\n${start}Content-Type: multipart/mixed${boundary}${innerEnd}\r\n${end}`,
    ),
    parts(
      "and one that the caller has written",
      [
        "multipart/form-data",
        {
          schema: fields({ query: { anyOf: [text, queryFields] } }),
          encoding: { query },
        },
      ],
      `{ query: "a=1" }`,
      `${start}${named("query")}\r\nContent-Type: application/x-www-form-urlencoded\r\n\r\na=1\r\n${end}`,
    ),
    {
      rule: "a form in a field of a form",
      spec,
      operation: body({
        "application/x-www-form-urlencoded": {
          schema: fields({ query: queryFields, page: { type: "integer" } }),
          encoding: { query },
        },
      }),
      args: `{ query: { name: "a", tags: ["c", "d"] }, page: 2 }`,
      sends: { body: "query=name%3Da%26tags%3Dc%257Cd&page=2" },
    },
  ],
};
