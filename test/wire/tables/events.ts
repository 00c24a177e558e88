/** Server-sent events: whole events or their data, as the schema says, and errors among them. */
import { answers, response, type Row, type Table } from "../support/table.js";

const spec = "OpenAPI 3.2.0, 4.14.5.3 Server-Sent Event Streams";
const before = "OpenAPI 3.1.1, 4.8.14 Media Type Object: a schema of the data";
const type = "text/event-stream";
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const text = { type: "string" };
const thing = {
  type: "object",
  required: ["a"],
  properties: { a: { type: "string" } },
};
const inJSON = (schema: object) => ({
  type: "string",
  contentMediaType: "application/json",
  contentSchema: schema,
});
const event = (name: string, data: object) => ({
  type: "object",
  required: ["event", "data"],
  properties: { event: { const: name }, data },
});

const add = `event: add\nid: 7\nretry: 100\ndata: {"a":"1"}\n\n`;
const added = { event: "add", id: "7", retry: 100, data: { a: "1" } };
const note = `event: note\ndata: {2}\n\n`;
const noted = { event: "note", id: "7", data: "{2}" };

/** Each event of a stream, as an expression makes it. */
const each = (item: string) =>
  `async (call) => { const all = []; for await (const one of await call) all.push(${item}); return all; }`;
/** Compiles only where the type tells the events apart. */
const narrowed = `async (call) => { const all = []; for await (const one of await call) { const text: string = one.event === "add" ? one.data.a : one.data; const id: string | undefined = one.id; const retry: number | undefined = one.retry; all.push({ event: one.event, text, id, retry }); } return all; }`;
const told = [
  { event: "add", text: "1", id: "7", retry: 100 },
  { event: "note", text: "{2}", id: "7", retry: undefined },
];

const stream = (content: object, answer: string): Partial<Row> => ({
  operation: answers({ [type]: content }),
  answer: response(type, answer),
});
const choice = (rule: string, itemSchema: object): Row => ({
  rule: `whole events, told apart through ${rule}`,
  spec,
  ...stream({ itemSchema }, add + note),
  use: narrowed,
  gives: told,
});

const wet = `{"step":2,"error":"crate 7 is wet"}`;
const step = { step: 2, error: "crate 7 is wet" };
const declared = (rule: string, content: object): Row => ({
  rule: `a member "error" is data where it is declared: ${rule}`,
  spec: before,
  ...stream(content, `data: ${wet}\n\n`),
  use: each("one"),
  gives: [step],
});

export const events: Table = {
  title: "server-sent events",
  document: {
    openapi: "3.2.0",
    components: {
      schemas: {
        Thing: thing,
        Add: event("add", inJSON(ref("Thing"))),
        Note: event("note", text),
        Base: {
          type: "object",
          required: ["event"],
          properties: { event: text, id: text, retry: { type: "integer" } },
        },
        Either: { oneOf: [ref("Add"), ref("Note")] },
        Step: {
          type: "object",
          properties: { step: { type: "integer" }, error: text },
        },
      },
    },
  },
  rows: [
    choice("oneOf", { oneOf: [ref("Add"), ref("Note")] }),
    choice("anyOf", { anyOf: [ref("Note"), ref("Add")] }),
    choice("$ref", ref("Either")),
    choice("allOf", {
      oneOf: [
        { allOf: [ref("Base"), ref("Add")] },
        { allOf: [ref("Note"), ref("Base")] },
      ],
    }),
    choice("a base beside oneOf", {
      ...event("", {}),
      properties: { id: text },
      required: [],
      oneOf: [ref("Add"), ref("Note")],
    }),
    {
      rule: "a whole event, its data parsed",
      spec,
      ...stream(
        {
          itemSchema: {
            type: "object",
            properties: {
              event: text,
              id: text,
              retry: { type: "integer" },
              data: inJSON(thing),
            },
          },
        },
        add,
      ),
      use: each(
        `({ event: one.event, a: one.data.a, id: one.id, retry: one.retry })`,
      ),
      gives: [{ event: "add", a: "1", id: "7", retry: 100 }],
    },
    {
      rule: "a whole event, its data text or an object",
      spec: before,
      ...stream(
        {
          schema: {
            oneOf: [
              event("add", { oneOf: [ref("Thing"), text] }),
              {
                ...event("", ref("Thing")),
                properties: { data: ref("Thing") },
              },
            ],
          },
        },
        `${add}event: add\ndata: hi\n\nevent: new\ndata: {"a":"2"}\n\n`,
      ),
      use: each(`(typeof one.data === "string" ? one.data : one.data.a)`),
      gives: ["1", "hi", "2"],
    },
    {
      rule: "a whole event, its data text",
      spec,
      ...stream(
        {
          itemSchema: {
            type: "object",
            properties: { event: { enum: ["add", "note"] }, data: text },
          },
        },
        add + note,
      ),
      use: each(
        `({ event: one.event satisfies "add" | "note", data: one.data.trim(), id: one.id, retry: one.retry })`,
      ),
      gives: [{ ...added, data: `{"a":"1"}` }, noted],
    },
    {
      rule: "a schema of items that is none of an event is that of the data",
      spec,
      ...stream({ itemSchema: ref("Thing") }, add),
      use: each("one.a"),
      gives: ["1"],
    },
    {
      rule: "before 3.2: a schema of an event's fields",
      spec: before,
      ...stream(
        {
          schema: {
            type: "object",
            properties: { event: text, id: text, data: ref("Thing") },
          },
        },
        add,
      ),
      use: each(
        `({ event: one.event, data: { a: one.data.a }, id: one.id, retry: one.retry })`,
      ),
      gives: [added],
    },
    {
      rule: "before 3.2: the same where the server sends all of it as data",
      spec: before,
      ...stream(
        {
          schema: {
            type: "object",
            properties: { event: text, id: text, data: ref("Thing") },
          },
        },
        `data: {"event":"add","id":"7","data":{"a":"1"}}\n\n`,
      ),
      use: each(`({ event: one.event, data: { a: one.data.a }, id: one.id })`),
      gives: [{ event: "add", data: { a: "1" }, id: "7" }],
    },
    {
      rule: "before 3.2: a schema of an event's data alone",
      spec: before,
      ...stream(
        {
          schema: {
            type: "object",
            required: ["data"],
            properties: { data: ref("Thing") },
          },
        },
        `data: {"a":"1"}\n\ndata: {"data":{"a":"2"}}\n\ndata: [DONE]\n\n`,
      ),
      use: each("one.data.a"),
      gives: ["1", "2"],
    },
    {
      rule: "before 3.2: an id that is a number is the data's own",
      spec: before,
      ...stream(
        {
          schema: {
            type: "object",
            properties: { id: { type: "integer" }, data: ref("Thing") },
          },
        },
        `data: {"id":1,"data":{"a":"1"}}\n\n`,
      ),
      use: each("({ id: one.id?.toFixed(), a: one.data?.a })"),
      gives: [{ id: "1", a: "1" }],
    },
    declared("$ref", { schema: ref("Step") }),
    declared("itemSchema", { itemSchema: ref("Step") }),
    declared("allOf", { schema: { allOf: [ref("Thing"), ref("Step")] } }),
    declared("oneOf", { schema: { oneOf: [ref("Thing"), ref("Step")] } }),
    declared("anyOf", { schema: { anyOf: [ref("Step"), { type: "null" }] } }),
    {
      ...declared("a whole event", {}),
      ...stream(
        { itemSchema: event("step", inJSON(ref("Step"))) },
        `event: step\ndata: ${wet}\n\n`,
      ),
      use: each("one.data"),
    },
    {
      ...declared("JSON lines", {}),
      operation: answers({ "application/jsonl": { itemSchema: ref("Step") } }),
      answer: response("application/jsonl", wet),
    },
    {
      rule: "an event error is an error whatever is declared",
      spec: before,
      ...stream({ schema: ref("Step") }, `event: error\ndata: ${wet}\n\n`),
      use: each("one"),
      fails: { name: "APIError" },
      sends: "",
    },
    {
      rule: "a member that is not declared is an error",
      spec: before,
      ...stream({ schema: ref("Thing") }, `data: ${wet}\n\n`),
      use: each("one"),
      fails: { name: "APIError" },
      sends: "",
    },
  ],
};
