/** Request bodies of JSON values one after the other. */
import { body, type Fragment, type Row, type Table } from "../support/table.js";

const entry: Fragment = {
  type: "object",
  required: ["a"],
  properties: {
    a: { type: "string" },
    at: { type: "string", format: "date-time" },
  },
};
const spec = "OpenAPI 3.2.0, 4.14.3 Sequential Media Types";
const lines = "JSON Lines, 2 Each Line is a Valid JSON Value";
const sequence = "RFC 7464, 2.1 JSON Text Sequence Encoding";

const items = (
  rule: string,
  where: string,
  mediaType: string,
  args: string,
  sent: string,
  media: Fragment = { itemSchema: entry },
): Row => ({
  rule,
  spec: where,
  operation: body({ [mediaType]: media }),
  args: `{ body: ${args} }`,
  sends: { headers: { "content-type": mediaType }, body: sent },
});

const two = `[{ a: "1\\n" }, { a: "ü" }]`;
const twoLines = `{"a":"1\\n"}\n{"a":"ü"}\n`;

export const jsonItems: Table = {
  title: "sequences of JSON values",
  document: { openapi: "3.2.0" },
  rows: [
    items("JSON Lines", lines, "application/jsonl", two, twoLines),
    items("NDJSON", lines, "application/x-ndjson", two, twoLines),
    items(
      "with a parameter of the media type",
      lines,
      "application/x-ndjson; charset=utf-8",
      two,
      twoLines,
    ),
    items(
      "a JSON text sequence",
      sequence,
      "application/json-seq",
      two,
      `\x1e{"a":"1\\n"}\n\x1e{"a":"ü"}\n`,
    ),
    items(
      "a media type with the suffix",
      "RFC 8142, 2 The GeoJSON Text Sequences Media Type",
      "application/geo+json-seq",
      `[{ a: "1" }]`,
      `\x1e{"a":"1"}\n`,
    ),
    items("no items", lines, "application/jsonl", "[]", ""),
    items(
      "readonly items, and dates",
      lines,
      "application/jsonl",
      `[{ a: "1", at: new Date(0) }] as const`,
      `{"a":"1","at":"1970-01-01T00:00:00.000Z"}\n`,
    ),
    items(
      "what iterates",
      spec,
      "application/jsonl",
      `new Set(${two})`,
      twoLines,
    ),
    items(
      "what iterates once",
      spec,
      "application/jsonl",
      `(function* () { yield { a: "1" }; yield { a: "2" }; })()`,
      `{"a":"1"}\n{"a":"2"}\n`,
    ),
    items(
      "what iterates in time",
      spec,
      "application/x-ndjson",
      `(async function* () { yield { a: await Promise.resolve("1") }; yield { a: "2" }; })()`,
      `{"a":"1"}\n{"a":"2"}\n`,
    ),
    items(
      "schema describes the list",
      spec,
      "application/jsonl",
      `["a", 1, null]`,
      `"a"\n1\nnull\n`,
      {
        schema: {
          type: "array",
          items: { type: ["string", "integer", "null"] },
        },
      },
    ),
    items(
      "schema describes a line, as before 3.2",
      lines,
      "application/x-ndjson",
      two,
      twoLines,
      { schema: entry },
    ),
    items(
      "lines that the caller writes",
      lines,
      "application/x-ndjson",
      `new TextEncoder().encode("{}\\n")`,
      "{}\n",
      { schema: { type: "string" } },
    ),
    {
      rule: "as one of several media types",
      spec,
      operation: body({
        "application/json": { schema: { type: "array", items: entry } },
        "application/jsonl": { itemSchema: entry },
      }),
      args: `{ contentType: "application/jsonl", body: ${two} }`,
      sends: {
        headers: { "content-type": "application/jsonl" },
        body: twoLines,
      },
    },
    {
      rule: "items of another type do not compile",
      spec,
      operation: body({ "application/jsonl": { itemSchema: entry } }),
      args: `{ body: [{ b: 1 }] }`,
      refused: true,
    },
    {
      rule: "one item is no list",
      spec,
      operation: body({ "application/jsonl": { itemSchema: entry } }),
      args: `{ body: { a: "1" } as never }`,
      fails: { name: "ConfigError" },
    },
  ],
};
