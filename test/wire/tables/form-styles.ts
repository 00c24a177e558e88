/** Encoding Objects in the versions of OpenAPI: what a style means in a form and in its parts. */
import {
  body,
  response,
  type Fragment,
  type Row,
  type Table,
} from "../support/table.js";

const string = { type: "string" };
const file = { type: "string", format: "binary" };
const list = { type: "array", items: string };
const object = (properties: Fragment): Fragment => ({
  type: "object",
  properties,
});

/** A row with one field `a`; the parts are their headers after the name, and their content. */
const field = (
  rule: string,
  spec: string,
  schema: Fragment,
  encoding: Fragment,
  value: string,
  sent: readonly string[],
  mediaType = "multipart/form-data",
): Row => ({
  rule,
  spec,
  operation: body({
    [mediaType]: { schema: object({ a: schema }), encoding: { a: encoding } },
  }),
  args: `{ a: ${value} }`,
  sends: {
    headers: { "content-type": `${mediaType}; boundary=BOUNDARY` },
    body:
      sent
        .map((part) => `--BOUNDARY\r\nContent-Disposition: form-data; ${part}`)
        .join("") + "--BOUNDARY--\r\n",
  },
});

const part = (head: string, content: string): string =>
  `${head}\r\n\r\n${content}\r\n`;

const typed = (head: string, type: string, content: string): string =>
  part(`${head}\r\nContent-Type: ${type}`, content);

const style =
  "OpenAPI 3.1.1, 4.8.15.1.2 Fixed Fields for RFC6570-style Serialization";
const plain = "OpenAPI 3.1.1, Appendix E, Percent-Encoding and form-data";

const styled: readonly Row[] = [
  field(
    "allowReserved: the whole text is sent",
    plain,
    string,
    { allowReserved: true },
    `"a=b&c=d%41 +ü?"`,
    [part(`name="a"`, "a=b&c=d%41 +ü?")],
  ),
  field(
    "allowReserved: in a list",
    plain,
    list,
    { allowReserved: true, explode: false },
    `["a=b&c", "%41"]`,
    [part(`name="a"`, "a=b&c,%41")],
  ),
  field(
    "form, exploded: the members of an object",
    style,
    object({ "b=c": string, d: string }),
    { style: "form" },
    `{ "b=c": "1&2=3", d: "%20" }`,
    [part(`name="b=c"`, "1&2=3"), part(`name="d"`, "%20")],
  ),
  field(
    "form, not exploded: an object",
    style,
    object({ b: string, d: string }),
    { style: "form", explode: false },
    `{ b: "1 2", d: "x" }`,
    [part(`name="a"`, "b,1 2,d,x")],
  ),
  field(
    "spaceDelimited",
    style,
    list,
    { style: "spaceDelimited", explode: false },
    `["1", "%2"]`,
    [part(`name="a"`, "1 %2")],
  ),
  field(
    "pipeDelimited",
    style,
    list,
    { style: "pipeDelimited", explode: false },
    `["1", "2&"]`,
    [part(`name="a"`, "1|2&")],
  ),
  field(
    "deepObject",
    style,
    object({ "b&": object({ c: string }), d: list }),
    { style: "deepObject" },
    `{ "b&": { c: "=%25" }, d: ["x"] }`,
    [part(`name="a[b&][c]"`, "=%25"), part(`name="a[d][0]"`, "x")],
  ),
  field(
    "a file in a styled object is a file",
    style,
    object({ b: file }),
    { style: "deepObject" },
    `{ b: new File(["hi"], "b.txt", { type: "text/plain" }) }`,
    [typed(`name="a[b]"; filename="b.txt"`, "text/plain", "hi")],
  ),
  field(
    "a style takes the place of the content type",
    style,
    string,
    { style: "form", contentType: "application/xml" },
    `"<a/>"`,
    [part(`name="a"`, "<a/>")],
  ),
  field(
    "bytes have no style",
    style,
    file,
    { style: "form", contentType: "image/png" },
    `new Uint8Array([104, 105])`,
    [typed(`name="a"; filename="blob"`, "image/png", "hi")],
  ),
  field(
    "null in a list is left out",
    style,
    { type: "array", items: { type: ["string", "null"] } },
    { style: "form", explode: false },
    `["1", null, "2"]`,
    [part(`name="a"`, "1,2")],
  ),
  field(
    "an empty list is no part",
    style,
    list,
    { style: "pipeDelimited", explode: false },
    `[]`,
    [],
  ),
  field(
    "headers of each part of a style",
    "OpenAPI 3.1.1, 4.8.15.1.1 Common Fixed Fields",
    object({ b: string, c: string }),
    {
      style: "form",
      headers: { "X-Limit": { schema: { type: "integer", const: 7 } } },
    },
    `{ b: "1", c: "2" }`,
    [part(`name="b"\r\nX-Limit: 7`, "1"), part(`name="c"\r\nX-Limit: 7`, "2")],
  ),
  field(
    "a caller's headers of a styled field",
    "OpenAPI 3.1.1, 4.8.15.1.1 Common Fixed Fields",
    object({ b: string }),
    { style: "form", headers: { "X-Kind": { schema: string } } },
    `sdk.part({ b: "1" }, { headers: { "X-Kind": "k" } })`,
    [part(`name="b"\r\nX-Kind: k`, "1")],
  ),
  field(
    "other multipart types have no styles",
    style,
    object({ b: string }),
    { style: "form", explode: true },
    `{ b: "c" }`,
    [typed(`name="a"`, "application/json", `{"b":"c"}`)],
    "multipart/mixed",
  ),
];

const headers = "OpenAPI 3.1.1, 4.8.15.1.1 Common Fixed Fields, headers";
const kind = { headers: { "X-Kind": { schema: string } } };

/** What the document leaves to the caller is said with `part(…)`. */
const parts: readonly Row[] = [
  field(
    "a text with a header of the caller",
    headers,
    string,
    kind,
    `sdk.part("b", { headers: { "X-Kind": "k" } })`,
    [part(`name="a"\r\nX-Kind: k`, "b")],
  ),
  field("a text without it", headers, string, kind, `"b"`, [
    part(`name="a"`, "b"),
  ]),
  field(
    "texts with headers of the caller",
    headers,
    list,
    kind,
    `["b", sdk.part("c", { headers: { "X-Kind": "k" } })]`,
    [part(`name="a"`, "b"), part(`name="a"\r\nX-Kind: k`, "c")],
  ),
  field(
    "an object with a header of the caller",
    headers,
    object({ b: string }),
    { headers: { "X-Kind": { $ref: "#/components/headers/Kind" } } },
    `sdk.part({ b: "c" }, { headers: { "X-Kind": "k" } })`,
    [typed(`name="a"`, "application/json\r\nX-Kind: k", `{"b":"c"}`)],
  ),
  field(
    "a header that the components fix",
    headers,
    string,
    { headers: { "X-Kind": { $ref: "#/components/headers/Fixed" } } },
    `"b"`,
    [part(`name="a"\r\nX-Kind: f`, "b")],
  ),
  field(
    "one of several content types",
    "OpenAPI 3.1.1, 4.8.15.1.1 Common Fixed Fields, contentType",
    string,
    { contentType: "text/csv, text/html" },
    `sdk.part("b", { type: "text/csv" })`,
    [typed(`name="a"`, "text/csv", "b")],
  ),
  {
    rule: "in an optional body",
    spec: headers,
    operation: body(
      {
        "multipart/form-data": {
          schema: {
            type: "object",
            required: ["a"],
            properties: { a: string },
          },
          encoding: { a: kind },
        },
      },
      false,
    ),
    args: `{ a: sdk.part("b", { headers: { "X-Kind": "k" } }) }`,
    sends: {
      body: `--BOUNDARY\r\nContent-Disposition: form-data; name="a"\r\nX-Kind: k\r\n\r\nb\r\n--BOUNDARY--\r\n`,
    },
  },
  {
    rule: "a part of another type does not compile",
    spec: headers,
    operation: body({
      "multipart/form-data": {
        schema: object({ a: string }),
        encoding: { a: kind },
      },
    }),
    args: `{ a: sdk.part(1, {}) }`,
    refused: true,
  },
];

export const formStyles: Table = {
  title: "encodings of parts",
  document: {
    components: {
      headers: {
        Kind: { schema: string },
        Fixed: { schema: { $ref: "#/components/schemas/Fixed" } },
      },
      schemas: { Fixed: { type: "string", enum: ["f"] } },
    },
  },
  rows: [...styled, ...parts],
};

const photo = {
  schema: { $ref: "#/components/schemas/Photo" },
};
const files = "OpenAPI 3.1.1, 4.1.2.1 Working with Binary Data";

export const filesBothWays: Table = {
  title: "a model with a file in forms and in JSON",
  document: {
    components: {
      schemas: {
        Photo: {
          type: "object",
          required: ["file"],
          properties: { id: { ...string, readOnly: true }, file },
        },
      },
    },
  },
  rows: [
    {
      rule: "a form takes bytes, a JSON response has text",
      spec: files,
      operation: {
        ...body({ "multipart/form-data": photo }),
        responses: {
          200: { description: "OK", content: { "application/json": photo } },
        },
      },
      args: `{ file: new Blob(["hi"]) }`,
      answer: response("application/json", `{"id":"1","file":"aGk="}`),
      use: `async (call) => (await call).file.length`,
      gives: 4,
    },
    {
      rule: "a JSON body has text",
      spec: files,
      operation: body({ "application/json": photo }),
      args: `{ file: "aGk=" }`,
      sends: { body: `{"file":"aGk="}` },
    },
    {
      rule: "a JSON body takes no bytes",
      spec: files,
      operation: body({ "application/json": photo }, false),
      args: `{ body: { file: new Blob(["hi"]) } }`,
      refused: true,
    },
    {
      rule: "a file is text in a form that can carry none",
      spec: files,
      operation: body({ "application/x-www-form-urlencoded": photo }),
      args: `{ file: "aGk=" }`,
      sends: { body: "file=aGk%3D" },
    },
  ],
};

const old = "OpenAPI 3.0.4, 4.7.15.1.2";

export const formStyles30: Table = {
  title: "encodings of parts in OpenAPI 3.0",
  document: { openapi: "3.0.4" },
  rows: [
    field(
      "an object is JSON, whatever the style",
      old,
      object({ b: string }),
      { style: "form", explode: true },
      `{ b: "c" }`,
      [typed(`name="a"`, "application/json", `{"b":"c"}`)],
    ),
    field(
      "a list is several parts, whatever the style",
      old,
      list,
      { style: "pipeDelimited", explode: false },
      `["1", "2"]`,
      [part(`name="a"`, "1"), part(`name="a"`, "2")],
    ),
    field(
      "the content type is that of the encoding",
      old,
      string,
      { style: "form", contentType: "application/xml" },
      `"<a/>"`,
      [typed(`name="a"`, "application/xml", "<a/>")],
    ),
    {
      rule: "forms have styles",
      spec: old,
      operation: body({
        "application/x-www-form-urlencoded": {
          schema: object({ a: object({ b: string }) }),
          encoding: { a: { style: "deepObject", explode: true } },
        },
      }),
      args: `{ a: { b: "c" } }`,
      sends: { body: "a%5Bb%5D=c" },
    },
  ],
};
