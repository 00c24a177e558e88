/** Multipart bodies whose parts have no names. */
import { body, type Fragment, type Row, type Table } from "../support/table.js";

const spec = "OpenAPI 3.2.0, 4.14.5 Encoding Objects by Position";
const pet: Fragment = {
  type: "object",
  properties: { name: { type: "string" } },
};
const file: Fragment = { type: "string", format: "binary" };
const start = "--BOUNDARY\r\n";
const end = "--BOUNDARY--\r\n";

const parts = (
  rule: string,
  media: Fragment,
  args: string,
  sent: string,
  mediaType = "multipart/mixed",
): Row => ({
  rule,
  spec,
  operation: body({ [mediaType]: media }),
  args: `{ body: ${args} }`,
  sends: {
    headers: { "content-type": `${mediaType}; boundary=BOUNDARY` },
    body: sent,
  },
});

export const itemParts: Table = {
  title: "parts without names",
  document: { openapi: "3.2.0" },
  rows: [
    parts(
      "the type of each is that of its value",
      {
        schema: { type: "array", items: { anyOf: [pet, { type: "string" }] } },
      },
      `[{ name: "a" }, "b"]`,
      `${start}Content-Type: application/json\r\n\r\n{"name":"a"}\r\n${start}Content-Type: text/plain\r\n\r\nb\r\n${end}`,
    ),
    parts(
      "itemSchema and itemEncoding",
      {
        itemSchema: pet,
        itemEncoding: {
          contentType: "application/vnd.pet+json",
          headers: { "X-Kind": { schema: { const: "pet" } } },
        },
      },
      `[{ name: "a" }]`,
      `${start}Content-Type: application/vnd.pet+json\r\nX-Kind: pet\r\n\r\n{"name":"a"}\r\n${end}`,
    ),
    parts(
      "prefixEncoding by position, itemEncoding for the rest",
      {
        schema: { type: "array", prefixItems: [pet, file], items: file },
        prefixEncoding: [{}, { contentType: "image/png" }],
        itemEncoding: { contentType: "image/gif" },
      },
      `[{ name: "a" }, new Blob(["P"]), new Blob(["G"])]`,
      `${start}Content-Type: application/json\r\n\r\n{"name":"a"}\r\n${start}Content-Type: image/png\r\n\r\nP\r\n${start}Content-Type: image/gif\r\n\r\nG\r\n${end}`,
      "multipart/related",
    ),
    parts(
      "several types leave the choice to the value",
      {
        schema: { type: "array", items: file },
        itemEncoding: { contentType: "image/png, image/gif" },
      },
      `[new Blob(["G"], { type: "image/gif" }), new Uint8Array([80])]`,
      `${start}Content-Type: image/gif\r\n\r\nG\r\n${start}Content-Type: application/octet-stream\r\n\r\nP\r\n${end}`,
    ),
    parts("no items", { schema: { type: "array", items: pet } }, `[]`, end),
    {
      rule: "items of another type do not compile",
      spec,
      operation: body({ "multipart/mixed": { itemSchema: pet } }),
      args: `{ body: [{ name: 1 }] }`,
      refused: true,
    },
    {
      rule: "one item is no list",
      spec,
      operation: body({ "multipart/mixed": { itemSchema: pet } }),
      args: `{ body: { name: "a" } }`,
      refused: true,
    },
  ],
};
