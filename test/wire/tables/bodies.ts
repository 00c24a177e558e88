/** Request bodies: every kind of content, and the caller's choice among several. */
import { body, type Fragment, type Row, type Table } from "../support/table.js";

const string = { type: "string" };
const file = { type: "string", format: "binary" };
const object = (properties: Fragment, more: Fragment = {}): Fragment => ({
  type: "object",
  properties,
  ...more,
});

const json = "RFC 8259, 2 JSON Grammar";
const urlencoded =
  "WHATWG URL, 5.2 application/x-www-form-urlencoded serializing";
const multipart =
  "RFC 7578, 4.2 Content-Disposition Header Field for Each Part";
const encoding = "OpenAPI 3.1.1, 4.8.15 Encoding Object";
const media = "OpenAPI 3.1.1, 4.8.14 Media Type Object";

const row = (
  rule: string,
  spec: string,
  content: Fragment,
  args: string,
  type: string | null,
  sent: string,
): Row => ({
  rule,
  spec,
  operation: body(content),
  args,
  sends: { headers: { "content-type": type }, body: sent },
});

const form = (
  rule: string,
  schema: Fragment,
  args: string,
  sent: string,
  encodings?: Fragment,
  spec = urlencoded,
): Row =>
  row(
    `form: ${rule}`,
    spec,
    {
      "application/x-www-form-urlencoded": {
        schema,
        ...(encodings && { encoding: encodings }),
      },
    },
    args,
    "application/x-www-form-urlencoded",
    sent,
  );

const parts = (
  rule: string,
  schema: Fragment,
  args: string,
  sent: readonly string[],
  encodings?: Fragment,
  spec = multipart,
): Row =>
  row(
    `multipart: ${rule}`,
    spec,
    {
      "multipart/form-data": {
        schema,
        ...(encodings && { encoding: encodings }),
      },
    },
    args,
    "multipart/form-data; boundary=BOUNDARY",
    sent.map((part) => `--BOUNDARY\r\n${part}\r\n`).join("") +
      "--BOUNDARY--\r\n",
  );

const part = (
  head: string,
  content: string,
  ...more: readonly string[]
): string =>
  [`Content-Disposition: form-data; ${head}`, ...more, "", content].join(
    "\r\n",
  );

export const bodies: Table = {
  title: "request bodies",
  rows: [
    row(
      "JSON",
      json,
      {
        "application/json": {
          schema: object({ a: string, n: { type: "integer" } }),
        },
      },
      `{ a: "ü", n: 1 }`,
      "application/json",
      `{"a":"ü","n":1}`,
    ),
    row(
      "a type of JSON keeps its name",
      "RFC 6839, 3.1 The +json Structured Syntax Suffix",
      { "application/vnd.api+json": { schema: object({ a: string }) } },
      `{ a: "b" }`,
      "application/vnd.api+json",
      `{"a":"b"}`,
    ),
    row(
      "JSON that is no object",
      json,
      { "application/json": { schema: { type: "array", items: string } } },
      `{ body: ["a"] }`,
      "application/json",
      `["a"]`,
    ),
    row(
      "JSON: null is a value",
      json,
      {
        "application/json": {
          schema: object({ a: { type: ["string", "null"] } }),
        },
      },
      `{ a: null }`,
      "application/json",
      `{"a":null}`,
    ),
    row(
      "JSON: a date",
      "JSON Schema Validation, 7.3.1",
      {
        "application/json": {
          schema: object({ at: { type: "string", format: "date-time" } }),
        },
      },
      `{ at: new Date(0) }`,
      "application/json",
      `{"at":"1970-01-01T00:00:00.000Z"}`,
    ),
    row(
      "JSON: an empty object is sent where a body is required",
      "OpenAPI 3.1.1, 4.8.13 Request Body Object, required",
      { "application/json": { schema: object({ a: string }) } },
      `{}`,
      "application/json",
      `{}`,
    ),
    {
      rule: "an optional body that is left out is none",
      spec: "OpenAPI 3.1.1, 4.8.13 Request Body Object, required",
      operation: body(
        { "application/json": { schema: object({ a: string }) } },
        false,
      ),
      sends: { headers: { "content-type": null }, body: "" },
    },
    {
      rule: "an optional body with required fields is spread",
      spec: "OpenAPI 3.1.1, 4.8.13 Request Body Object, required",
      operation: body(
        {
          "application/json": {
            schema: object({ a: string }, { required: ["a"] }),
          },
        },
        false,
      ),
      args: `{ a: "b" }`,
      sends: { body: `{"a":"b"}` },
    },
    {
      rule: "an optional body with required fields is left out",
      spec: "OpenAPI 3.1.1, 4.8.13 Request Body Object, required",
      operation: body(
        {
          "application/json": {
            schema: object({ a: string }, { required: ["a"] }),
          },
        },
        false,
      ),
      args: `undefined`,
      sends: { headers: { "content-type": null }, body: "" },
    },
    row(
      "text",
      "RFC 2046, 4.1.3 Plain Subtype",
      { "text/plain": { schema: string } },
      `{ body: "ü" }`,
      "text/plain",
      "ü",
    ),
    row(
      "XML is text",
      "RFC 7303, 9.1",
      { "application/xml": { schema: object({ a: string }) } },
      `{ body: "<a/>" }`,
      "application/xml",
      "<a/>",
    ),
    row(
      "bytes",
      "RFC 2046, 4.5.1 Octet-Stream Subtype",
      { "application/octet-stream": {} },
      `{ body: new Uint8Array([104, 105]) }`,
      "application/octet-stream",
      "hi",
    ),
    row(
      "a Blob in a range of types has its own",
      media,
      { "image/*": {} },
      `{ body: new Blob(["hi"], { type: "image/png" }) }`,
      "image/png",
      "hi",
    ),
    row(
      "a stream",
      "RFC 9112, 7.1 Chunked Transfer Coding",
      { "application/octet-stream": {} },
      `{ body: new Blob(["hi"]).stream() }`,
      "application/octet-stream",
      "hi",
    ),
    row(
      "an async iterable",
      "RFC 9112, 7.1 Chunked Transfer Coding",
      { "application/pdf": {} },
      `{ body: (async function* () { yield await Promise.resolve(new Uint8Array([104])); yield new Uint8Array([105]); })() }`,
      "application/pdf",
      "hi",
    ),
    form(
      "names and values",
      object({ a: string, "b c": string }),
      `{ a: "1 2&3=ä*~", "b c": "x" }`,
      "a=1+2%263%3D%C3%A4%2A%7E&b+c=x",
    ),
    form(
      "a list repeats its name",
      object({ a: { type: "array", items: string } }),
      `{ a: ["1", "2"] }`,
      "a=1&a=2",
      undefined,
      encoding,
    ),
    form(
      "an object is JSON where the document says so",
      object({ a: object({ b: string }) }),
      `{ a: { b: "c" } }`,
      "a=%7B%22b%22%3A%22c%22%7D",
      { a: { contentType: "application/json" } },
      encoding,
    ),
    form(
      "style and explode",
      object({ a: { type: "array", items: string } }),
      `{ a: ["1", "2"] }`,
      "a=1,2",
      { a: { style: "form", explode: false } },
      encoding,
    ),
    form(
      "deepObject",
      object({ a: object({ b: string }) }),
      `{ a: { b: "c" } }`,
      "a%5Bb%5D=c",
      { a: { style: "deepObject", explode: true } },
      encoding,
    ),
    form(
      "undefined is not sent",
      object({ a: string, b: string }),
      `{ a: "1", b: undefined }`,
      "a=1",
    ),
    parts(
      "text",
      object({ a: string, n: { type: "integer" } }),
      `{ a: "x y", n: 1 }`,
      [part(`name="a"`, "x y"), part(`name="n"`, "1")],
    ),
    parts(
      "a file has a name and a type",
      object({ f: file }),
      `{ f: new File(["hi"], "a.txt", { type: "text/plain" }) }`,
      [part(`name="f"; filename="a.txt"`, "hi", "Content-Type: text/plain")],
    ),
    parts(
      "names are escaped as browsers do it",
      object({ f: file }),
      `{ f: new File(["hi"], 'a"\\r\\nb.txt') }`,
      [
        part(
          `name="f"; filename="a%22%0D%0Ab.txt"`,
          "hi",
          "Content-Type: application/octet-stream",
        ),
      ],
      undefined,
      "WHATWG HTML, 4.10.21.8 Multipart form data",
    ),
    parts(
      "an array is several parts",
      object({ f: { type: "array", items: file } }),
      `{ f: [new File(["1"], "1"), new File(["2"], "2")] }`,
      [
        part(
          `name="f"; filename="1"`,
          "1",
          "Content-Type: application/octet-stream",
        ),
        part(
          `name="f"; filename="2"`,
          "2",
          "Content-Type: application/octet-stream",
        ),
      ],
      undefined,
      "RFC 7578, 4.3 Multiple Files for One Form Field",
    ),
    parts(
      "an object is JSON",
      object({ o: object({ a: string }) }),
      `{ o: { a: "b" } }`,
      [part(`name="o"`, `{"a":"b"}`, "Content-Type: application/json")],
      undefined,
      encoding,
    ),
    parts(
      "the content type of a part",
      object({ a: string }),
      `{ a: "<a/>" }`,
      [part(`name="a"`, "<a/>", "Content-Type: application/xml")],
      { a: { contentType: "application/xml" } },
      encoding,
    ),
    parts(
      "a header whose value the document fixes",
      object({ a: string }),
      `{ a: "b" }`,
      [part(`name="a"`, "b", "X-Kind: note")],
      { a: { headers: { "X-Kind": { schema: { const: "note" } } } } },
      encoding,
    ),
    parts(
      "what the caller says of a part",
      object({ f: file }),
      `{ f: sdk.part(new Uint8Array([104, 105]), { filename: "a.png", type: "image/png", headers: { "X-A": "b" } }) }`,
      [
        part(
          `name="f"; filename="a.png"`,
          "hi",
          "Content-Type: image/png",
          "X-A: b",
        ),
      ],
    ),
    parts(
      "a stream as a part",
      object({ f: file }),
      `{ f: new Blob(["hi"]).stream() }`,
      [
        part(
          `name="f"; filename="blob"`,
          "hi",
          "Content-Type: application/octet-stream",
        ),
      ],
    ),
    {
      rule: "multipart: a header that would be two is refused",
      spec: "RFC 7578, 4.8 Other Content- Header Fields",
      operation: body({
        "multipart/form-data": { schema: object({ f: file }) },
      }),
      args: `{ f: sdk.part(new Blob(["x"]), { type: "a/b\\r\\nX: y" }) }`,
      fails: { name: "ConfigError" },
    },
  ],
};

const pet = { $ref: "#/components/schemas/Pet" };
const opened = (
  rule: string,
  schema: Fragment,
  args: string,
  sent: string,
): Row =>
  row(
    rule,
    "JSON Schema Core, 10.3.2.3 additionalProperties: absent, anything",
    { "application/json": { schema } },
    args,
    "application/json",
    sent,
  );

/** What a schema leaves open is sent as it is passed. */
export const openBodies: Table = {
  title: "members of a body that its schema does not declare",
  document: {
    components: {
      schemas: {
        Pet: {
          ...object({ kind: string, name: string }, { required: ["kind"] }),
          discriminator: { propertyName: "kind" },
        },
        Dog: { allOf: [pet, object({ bark: { type: "integer" } })] },
        Plain: object({ a: string }),
        Wide: {
          allOf: [
            { $ref: "#/components/schemas/Plain" },
            object({ b: string }),
          ],
        },
      },
    },
  },
  rows: [
    opened(
      "a child of a discriminated base",
      pet,
      `(() => { const dog: sdk.Dog = { kind: "Dog", bark: 3 }; return { body: dog }; })()`,
      `{"kind":"Dog","bark":3}`,
    ),
    opened(
      "a schema that extends the body's",
      { $ref: "#/components/schemas/Plain" },
      `(() => { const wide: sdk.Wide = { a: "1", b: "2" }; return { body: wide }; })()`,
      `{"a":"1","b":"2"}`,
    ),
    opened(
      "a property that is only required",
      object({ a: string }, { required: ["a", "b"] }),
      `{ a: "1", b: [2] }`,
      `{"a":"1","b":[2]}`,
    ),
    opened(
      "any other, as an option",
      object({ a: string }),
      `{ a: "1" }, { body: { b: { c: 2 } } }`,
      `{"a":"1","b":{"c":2}}`,
    ),
    {
      ...form("any other, as an option", object({ a: string }), "", "a=1&b=2"),
      args: `{ a: "1" }, { body: { b: 2 } }`,
    },
  ],
};

const choice = {
  "application/json": { schema: object({ a: string }, { required: ["a"] }) },
  "application/x-www-form-urlencoded": {
    schema: object({ b: string }, { required: ["b"] }),
  },
  "multipart/form-data": { schema: object({ f: file }, { required: ["f"] }) },
  "text/csv": { schema: string },
};

export const bodyChoice: Table = {
  title: "a body in several content types",
  rows: [
    row(
      "the first choice is JSON",
      media,
      choice,
      `{ a: "1" }`,
      "application/json",
      `{"a":"1"}`,
    ),
    row(
      "JSON by its name",
      media,
      choice,
      `{ contentType: "application/json", a: "1" }`,
      "application/json",
      `{"a":"1"}`,
    ),
    row(
      "a form",
      media,
      choice,
      `{ contentType: "application/x-www-form-urlencoded", b: "1 2" }`,
      "application/x-www-form-urlencoded",
      "b=1+2",
    ),
    row(
      "text",
      media,
      choice,
      `{ contentType: "text/csv", body: "a,b" }`,
      "text/csv",
      "a,b",
    ),
    row(
      "multipart",
      media,
      choice,
      `{ contentType: "multipart/form-data", f: new Blob(["hi"]) }`,
      "multipart/form-data; boundary=BOUNDARY",
      `--BOUNDARY\r\n${part(`name="f"; filename="blob"`, "hi", "Content-Type: application/octet-stream")}\r\n--BOUNDARY--\r\n`,
    ),
    {
      rule: "the fields of another type do not compile",
      spec: media,
      operation: body(choice),
      args: `{ contentType: "text/csv", a: "1" }`,
      refused: true,
    },
    {
      rule: "a type that is not declared does not compile",
      spec: media,
      operation: body(choice),
      args: `{ contentType: "text/html", body: "" }`,
      refused: true,
    },
    {
      rule: "a type that is not declared is refused",
      spec: media,
      operation: body(choice),
      args: `{ contentType: "text/html" as "text/csv", body: "" }`,
      fails: { name: "ConfigError" },
    },
    row(
      "a range beside a type is not sent",
      media,
      {
        "application/*+json": { schema: object({ a: string }) },
        "application/json": { schema: object({ a: string }) },
      },
      `{ a: "1" }`,
      "application/json",
      `{"a":"1"}`,
    ),
    {
      rule: "a field of the name makes room",
      spec: media,
      operation: body({
        "application/json": { schema: object({ contentType: string }) },
        "application/x-www-form-urlencoded": {
          schema: object({ contentType: string }),
        },
      }),
      args: `{ contentType: "x", contentType_body: "application/x-www-form-urlencoded" }`,
      sends: { body: "contentType=x" },
    },
  ],
};
