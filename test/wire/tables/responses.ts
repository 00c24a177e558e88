/** Responses: what is asked for, and what a call makes of what comes. */
import {
  answers,
  body,
  response,
  type Row,
  type Table,
} from "../support/table.js";

const thing = {
  type: "object",
  required: ["a"],
  properties: { a: { type: "string" } },
};
const media = "OpenAPI 3.1.1, 4.8.17 Response Object";
const json = { "application/json": { schema: thing } };
const text = `(call) => call.then((data) => data.a)`;
const collect = `async (call) => { const all = []; for await (const one of await call) all.push(one); return all; }`;

const decodeError = (rule: string, spec: string, answer: string): Row => ({
  rule,
  spec,
  operation: answers(json),
  answer,
  sends: "",
  fails: { name: "DecodeError" },
});

/** Successes, errors, and what is asked for. */
const acceptRows = (
  [
    [
      "an error in another type",
      json,
      ["application/problem+json"],
      "application/json, application/problem+json;q=0.9",
    ],
    [
      "an error in the same type",
      json,
      ["application/json", "Application/JSON; charset=utf-8"],
      "application/json",
    ],
    [
      "errors in several types",
      json,
      ["text/plain", "application/problem+json", "text/plain"],
      "application/json, application/problem+json;q=0.9, text/plain;q=0.9",
    ],
    [
      "anything",
      { "*/*": { schema: thing } },
      ["application/problem+json"],
      "*/*",
    ],
    [
      "a range",
      { "text/*": { schema: { type: "string" } } },
      ["text/html", "application/json"],
      "text/*, application/json;q=0.9",
    ],
    [
      "a parameter, which an error does not have",
      { "application/json;v=2": { schema: thing } },
      ["application/json"],
      "application/json;v=2, application/json;q=0.9",
    ],
    [
      "nothing, and errors",
      undefined,
      ["application/problem+json", "application/json"],
      "application/json, application/problem+json;q=0.9",
    ],
    ["nothing, and no errors", undefined, [], "application/json"],
    ["an error of no possible type", json, ["a b"], "application/json"],
    [
      "nothing that is JSON",
      { "text/csv": { schema: { type: "string" } } },
      [],
      "text/csv, */*;q=0.8",
    ],
    [
      "nothing that is JSON, and an error in no JSON",
      { "text/csv": { schema: { type: "string" } } },
      ["text/plain"],
      "text/csv, text/plain;q=0.9, */*;q=0.8",
    ],
    [
      "JSON by its suffix",
      { "application/vnd.thing+json": { schema: thing } },
      [],
      "application/vnd.thing+json",
    ],
  ] as const
).map(([rule, success, errors, accept]): Row => ({
  rule: `Accept: ${rule}`,
  spec: "RFC 9110, 12.5.1 Accept",
  operation: {
    responses: {
      ...(success
        ? { 200: { description: "OK", content: success } }
        : { 204: { description: "Done" } }),
      ...Object.fromEntries(
        errors.map((type, index) => [
          400 + index,
          { description: "No", content: { [type]: {} } },
        ]),
      ),
    },
  },
  sends: { headers: { accept } },
}));

/** Frameworks leave `content` out by default, whatever the handler returns. */
const undeclaredRows = (
  [
    ["application/json", `{"status":"ok"}`, { status: "ok" }],
    ["application/problem+json; charset=utf-8", "[1]", [1]],
    ["text/html; charset=utf-8", "Hello World!", "Hello World!"],
    ["application/xml", "<a/>", "<a/>"],
    ["application/json", "", undefined],
    ["text/plain", "", undefined],
    ["image/png", "", undefined],
  ] as readonly (readonly [string, string, unknown])[]
).map(([type, body, gives]): Row => ({
  rule: `a success without content is what it says: ${type} ${body}`,
  spec: "OpenAPI 3.1.1, 4.8.17 Response Object",
  operation: { responses: { 200: { description: "" } } },
  answer: response(type, body),
  sends: { headers: { accept: "application/json, */*;q=0.9" } },
  gives,
}));

const plain = "OpenAPI 3.1.1, 4.8.17; RFC 9110, 8.3 Content-Type";
const stringRows = (
  [
    ["application/json", "string", "application/json", `"a"`, "a"],
    [
      "application/json",
      "string",
      "text/html; charset=utf-8",
      "Hello!",
      "Hello!",
    ],
    ["application/json", "string", "text/plain", "42", "42"],
    ["application/json", "string", "text/plain", "null", "null"],
    ["application/json", "string", "text/plain", `"a"`, "a"],
    ["application/json", "string", "text/plain", "", ""],
    ["text/plain", "integer", "text/plain", "42", 42],
    ["text/plain", "number", "text/plain; charset=utf-8", "-1.5\n", -1.5],
    ["text/plain", "boolean", "text/plain", "true", true],
    ["text/plain", "string", "text/plain", "42", "42"],
    ["application/json", "integer", "text/plain", "7", 7],
  ] as const
).map(([declared, type, sent, body, gives]): Row => ({
  rule: `${type} as ${declared}, sent as ${sent}: ${JSON.stringify(body)}`,
  spec: plain,
  operation: answers({ [declared]: { schema: { type } } }),
  answer: response(sent, body),
  use: `async (call): Promise<${type === "integer" ? "number" : type}> => call`,
  gives,
}));

export const responses: Table = {
  title: "responses",
  document: { openapi: "3.2.0" },
  rows: [
    {
      rule: "JSON is asked for and parsed",
      spec: media,
      operation: answers(json),
      answer: response("application/json", `{"a":"b"}`),
      use: text,
      sends: { headers: { accept: "application/json" } },
      gives: "b",
    },
    ...acceptRows,
    {
      rule: "a type of JSON",
      spec: "RFC 6839, 3.1",
      operation: answers({ "application/hal+json": { schema: thing } }),
      answer: response("application/hal+json", `{"a":"b"}`),
      use: text,
      sends: { headers: { accept: "application/hal+json" } },
      gives: "b",
    },
    {
      rule: "a charset and a BOM",
      spec: "RFC 8259, 8.1 Character Encoding",
      operation: answers(json),
      answer: response("application/json; charset=UTF-8", `\ufeff{"a":"ü"}`),
      use: text,
      gives: "ü",
    },
    ...undeclaredRows,
    ...stringRows,
    {
      rule: "204 is nothing",
      spec: "RFC 9110, 15.3.5",
      operation: answers(json),
      gives: undefined,
    },
    {
      rule: "a string beside another format, sent as HTML",
      spec: plain,
      operation: answers({
        "application/json": { schema: { type: "string" } },
        "text/csv": { schema: { type: "string" } },
      }),
      answer: response("text/html", "<p>"),
      gives: "<p>",
    },
    {
      rule: "what is a file is a Blob, though nothing is declared",
      spec: "OpenAPI 3.1.1, 4.8.17 Response Object",
      operation: { responses: { default: { description: "" } } },
      answer: response("image/png", "png"),
      use: 'async (call): Promise<string> => { const data: unknown = await call; return data instanceof Blob ? `${data.type} ${await data.text()}` : "no file"; }',
      gives: "image/png png",
    },
    ...(
      [
        [
          "200 of HEAD, whatever is declared",
          "head",
          { 200: { description: "", content: json } },
          "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 9\r\n\r\n",
        ],
        [
          "205 alone",
          "get",
          { 205: { description: "" } },
          "HTTP/1.1 205 Reset Content\r\ncontent-length: 0\r\n\r\n",
        ],
      ] as readonly (readonly [string, string, object, string])[]
    ).map(([rule, method, all, answer]): Row => ({
      rule: `no body: ${rule}`,
      spec: "RFC 9110, 9.3.2 and 15.3.6",
      method,
      operation: { responses: all },
      answer,
      use: "async (call): Promise<void> => call",
      gives: undefined,
    })),
    {
      rule: "an empty body is nothing",
      spec: "RFC 9112, 6.3",
      operation: answers(json),
      answer: response("application/json", ""),
      gives: undefined,
    },
    decodeError(
      "HTML in place of JSON",
      "RFC 9110, 8.3 Content-Type",
      response("text/html", "<html>"),
    ),
    decodeError(
      "JSON that is none",
      "RFC 8259, 2",
      response("application/json", `{"a":`),
    ),
    decodeError(
      "another charset",
      "RFC 8259, 8.1",
      response("application/json; charset=utf-16", `{"a":"b"}`),
    ),
    {
      rule: "text",
      spec: media,
      operation: answers({ "text/plain": { schema: { type: "string" } } }),
      answer: response("text/plain", "hello"),
      sends: { headers: { accept: "text/plain, */*;q=0.8" } },
      gives: "hello",
    },
    {
      rule: "text in its own charset",
      spec: "RFC 9110, 8.3.2 Charset",
      operation: answers({ "text/plain": { schema: { type: "string" } } }),
      answer: response("text/plain; charset=iso-8859-1", "plain"),
      gives: "plain",
    },
    {
      rule: "XML is text",
      spec: "RFC 7303, 3",
      operation: answers({ "application/xml": { schema: thing } }),
      answer: response("application/xml", "<a/>"),
      gives: "<a/>",
    },
    {
      rule: "bytes",
      spec: media,
      operation: answers({ "application/pdf": {} }),
      answer: response("application/pdf", "%PDF"),
      use: `async (call) => { const blob = await call; return [blob.type, await blob.text()]; }`,
      sends: { headers: { accept: "application/pdf, */*;q=0.8" } },
      gives: ["application/pdf", "%PDF"],
    },
    {
      rule: "several successes",
      spec: media,
      operation: {
        responses: {
          200: { description: "", content: json },
          201: {
            description: "",
            content: {
              "application/json": { schema: { type: "array", items: thing } },
            },
          },
        },
      },
      answer: response("application/json", `[{"a":"b"}]`, "201 Created"),
      use: `(call) => call.then((data) => Array.isArray(data) ? data[0]?.a : data.a)`,
      gives: "b",
    },
    {
      rule: "2XX is any success",
      spec: "OpenAPI 3.1.1, 4.8.16 Responses Object",
      operation: answers(json, "2XX"),
      answer: response("application/json", `{"a":"b"}`, "202 Accepted"),
      use: text,
      gives: "b",
    },
    {
      rule: "default is a success where there is no other",
      spec: "OpenAPI 3.1.1, 4.8.16 Responses Object",
      operation: answers(json, "default"),
      answer: response("application/json", `{"a":"b"}`),
      use: text,
      gives: "b",
    },
    {
      rule: "names of headers are known",
      spec: "OpenAPI 3.1.1, 4.8.17 Response Object, headers",
      operation: {
        responses: {
          200: {
            description: "",
            headers: { "X-Rate": { schema: { type: "integer" } } },
            content: json,
          },
        },
      },
      answer:
        'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nx-rate: 7\r\n\r\n{"a":"b"}',
      use: `async (call) => { const { response } = await call.withResponse(); const get: (name: "X-Rate") => string | null = (name) => response.headers.get(name); return get("X-Rate"); }`,
      gives: "7",
    },
    {
      // Beyond the specification, which drops it: a last event that is complete but for its empty
      // line is what many servers end with.
      rule: "server-sent events, the last one without its empty line too",
      spec: "WHATWG HTML, 9.2.6 Interpreting an event stream",
      operation: answers({ "text/event-stream": { schema: thing } }),
      answer: response(
        "text/event-stream",
        `: hi\n\ndata: {"a":\ndata: "1"}\n\ndata: {"a":"2"}\r\n\r\ndata: {"a":"last"}`,
      ),
      use: collect,
      sends: { headers: { accept: "text/event-stream" } },
      gives: [{ a: "1" }, { a: "2" }, { a: "last" }],
    },
    {
      rule: "server-sent events whose data is text",
      spec: "WHATWG HTML, 9.2.6 Interpreting an event stream",
      operation: answers({
        "text/event-stream": { schema: { type: "string" } },
      }),
      answer: response(
        "text/event-stream",
        `event: add\nid: 7\ndata:  x\ndata: y\n\n`,
      ),
      use: `async (call) => { const all: sdk.ServerSentEvent[] = []; for await (const one of await call) all.push(one); return all; }`,
      gives: [{ event: "add", id: "7", data: " x\ny" }],
    },
    {
      rule: "the schema of an event's data",
      spec: "OpenAPI 3.2.0, 4.14.5.3 Server-Sent Event Streams",
      operation: answers({
        "text/event-stream": {
          itemSchema: {
            type: "object",
            properties: {
              event: { type: "string" },
              data: {
                type: "string",
                contentMediaType: "application/json",
                contentSchema: thing,
              },
            },
          },
        },
      }),
      answer: response("text/event-stream", `data: {"a":"1"}\n\n`),
      use: `async (call) => { const all: string[] = []; for await (const one of await call) all.push(one.data.a); return all; }`,
      gives: ["1"],
    },
    {
      rule: "JSON lines",
      spec: "OpenAPI 3.2.0, 4.14.5.1 Sequential JSON",
      operation: answers({ "application/jsonl": { itemSchema: thing } }),
      answer: response("application/jsonl", `{"a":"1"}\n\n{"a":"2"}`),
      use: `async (call) => { const all: string[] = []; for await (const one of await call) all.push(one.a); return all; }`,
      sends: { headers: { accept: "application/jsonl" } },
      gives: ["1", "2"],
    },
    {
      rule: "JSON text sequences",
      spec: "RFC 7464, 2 JSON Text Sequence Format",
      operation: answers({ "application/json-seq": { itemSchema: thing } }),
      answer: response(
        "application/json-seq",
        `\x1e{"a":"1"}\n\x1e{"a":\n"2"}\n`,
      ),
      use: collect,
      gives: [{ a: "1" }, { a: "2" }],
    },
  ],
};

const both = {
  ...json,
  "text/csv": { schema: { type: "string" } },
  "application/pdf": {},
};
const streamed = {
  ...body({
    "application/json": {
      schema: { type: "object", properties: { stream: { type: "boolean" } } },
    },
  }),
  ...answers({
    ...json,
    "text/event-stream": {
      schema: {
        type: "object",
        required: ["d"],
        properties: { d: { type: "string" } },
      },
    },
  }),
};

export const responseChoice: Table = {
  title: "a response in several content types",
  rows: [
    {
      rule: "JSON where nothing is said",
      spec: media,
      operation: answers(both),
      answer: response("application/json", `{"a":"b"}`),
      use: text,
      sends: { headers: { accept: "application/json" } },
      gives: "b",
    },
    {
      rule: "accept asks for text",
      spec: "RFC 9110, 12.5.1 Accept",
      operation: answers(both),
      args: `{ accept: "text/csv" }`,
      use: `(call) => call.then((csv) => csv.split(","))`,
      answer: response("text/csv", "a,b"),
      sends: { headers: { accept: "text/csv" } },
      gives: ["a", "b"],
    },
    {
      rule: "accept asks for bytes",
      spec: "RFC 9110, 12.5.1 Accept",
      operation: answers(both),
      args: `{ accept: "application/pdf" }`,
      use: `(call) => call.then((blob) => blob.text())`,
      answer: response("application/pdf", "%PDF"),
      sends: { headers: { accept: "application/pdf" } },
      gives: "%PDF",
    },
    {
      rule: "what comes is read as what it says it is",
      spec: "RFC 9110, 8.3 Content-Type",
      operation: answers(both),
      args: `{ accept: "text/csv" }`,
      answer: response("application/json", `{"a":"b"}`),
      gives: { a: "b" },
    },
    {
      rule: "a type that is not declared does not compile",
      spec: media,
      operation: answers(both),
      args: `{ accept: "text/html" }`,
      refused: true,
    },
    {
      rule: "the result of one type is not that of another",
      spec: media,
      operation: answers(both),
      args: `{ accept: "text/csv" }`,
      use: text,
      refused: true,
    },
    {
      rule: "stream: true gives a stream",
      spec: "WHATWG HTML, 9.2",
      operation: streamed,
      args: `{ stream: true }`,
      use: `async (call) => { const all: string[] = []; for await (const { d } of await call) all.push(d); return all; }`,
      answer: response(
        "text/event-stream",
        `data: {"d":"1"}\n\ndata: [DONE]\n\n`,
      ),
      sends: {
        headers: { accept: "application/json, text/event-stream" },
        body: `{"stream":true}`,
      },
      gives: ["1"],
    },
    {
      rule: "without it, the answer is one value",
      spec: "WHATWG HTML, 9.2",
      operation: streamed,
      args: `{}`,
      use: text,
      answer: response("application/json", `{"a":"b"}`),
      gives: "b",
    },
    {
      rule: "what is not known is either",
      spec: "WHATWG HTML, 9.2",
      operation: streamed,
      args: `{ stream: Math.random() < 0 }`,
      use: `(call) => call.then((data) => "a" in data ? data.a : "stream")`,
      answer: response("application/json", `{"a":"b"}`),
      gives: "b",
    },
    {
      rule: "a stream is no value",
      spec: "WHATWG HTML, 9.2",
      operation: streamed,
      args: `{ stream: true }`,
      use: text,
      refused: true,
    },
  ],
};

const problem = {
  "application/json": {
    schema: {
      type: "object",
      required: ["message"],
      properties: { message: { type: "string" } },
    },
  },
};
const failing = {
  responses: {
    200: { description: "", content: json },
    404: { description: "", content: problem },
    "4XX": {
      description: "",
      content: {
        "application/json": {
          schema: {
            type: "object",
            properties: { detail: { type: "string" } },
          },
        },
      },
    },
    "5XX": { description: "", content: problem },
    default: { description: "" },
  },
};
const failed = (status: string): string =>
  response("application/json", `{"message":"no such thing"}`, status);

export const errors: Table = {
  title: "errors",
  rows: [
    {
      rule: "a declared status has its class and body",
      spec: media,
      operation: failing,
      answer: failed("404 Not Found"),
      use: `async (call) => { const { error } = await call.result(); return error?.status === 404 ? error.body?.message : undefined; }`,
      gives: "no such thing",
    },
    {
      rule: "a range has its body",
      spec: "OpenAPI 3.1.1, 4.8.16 Responses Object",
      operation: failing,
      answer: response("application/json", `{"detail":"d"}`, "418 Teapot"),
      use: `async (call) => { const { error } = await call.result(); return error?.status === 418 ? error.body?.detail : undefined; }`,
      gives: "d",
    },
    {
      rule: "a server error has its body",
      spec: "OpenAPI 3.1.1, 4.8.16 Responses Object",
      operation: failing,
      answer: failed("503 Unavailable"),
      use: `async (call) => { const { error } = await call.result(); return error?.status === 503 ? error.body?.message : undefined; }`,
      gives: "no such thing",
    },
    {
      rule: "one line says what happened",
      spec: "RFC 9110, 15 Status Codes",
      operation: failing,
      answer: failed("404 Not Found"),
      sends: "",
      fails: { name: "NotFoundError", message: "404 no such thing (GET /r3)" },
    },
    {
      rule: "a redirect elsewhere is an error",
      spec: "RFC 9110, 15.4 Redirection 3xx",
      operation: failing,
      answer:
        "HTTP/1.1 307 Temporary Redirect\r\nlocation: https://elsewhere.test/\r\n\r\n",
      sends: "",
      fails: { name: "APIError" },
    },
    {
      rule: "a status narrows to number and a body to unknown",
      spec: media,
      operation: failing,
      answer: failed("404 Not Found"),
      use: `(call) => call.catch((error: unknown) => { if (!(error instanceof sdk.APIError)) return undefined; const number: 1 extends typeof error.status & 0 ? "any" : "number" = "number"; const unknown: 1 extends typeof error.body & 0 ? "any" : "unknown" = "unknown"; return [number, unknown]; })`,
      gives: ["number", "unknown"],
    },
  ],
};
