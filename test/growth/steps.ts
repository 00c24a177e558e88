/**
 * What documents do when they only grow: an operation before and after, calls as they were written
 * against the first, and what they send. The same calls have to compile and to send the same after it.
 */

type Value = Readonly<Record<string, unknown>>;

export interface Step {
  readonly name: string;
  readonly method: string;
  /** Below the path of the step: `/{id}`. */
  readonly path?: string;
  readonly before: Value;
  readonly after: Value;
  /** Calls, with `f` for the function: each an expression that gives a promise. */
  readonly calls: readonly Call[];
  /** False where only the lock knows what came first. */
  readonly isFreeOfLock?: false;
}

interface Call {
  readonly code: string;
  /** The line of the request below the path of the step, and the body. */
  readonly sends: readonly [line: string, body?: string];
}

const parameter = (
  name: string,
  place = "query",
  schema: Value = { type: "string" },
): Value => ({
  name,
  in: place,
  schema,
  ...(place === "path" && { required: true }),
});
const query = (...names: string[]): Value => ({
  parameters: names.map((name) => parameter(name)),
});
const id = parameter("id", "path");
const object = (properties: string[], more: Value = {}): Value => ({
  type: "object",
  properties: Object.fromEntries(
    properties.map((name) => [name, { type: "string" }]),
  ),
  ...more,
});
const json = (schema: Value): Value => ({
  content: { "application/json": { schema } },
});
const body = (schema: Value, required = true): Value => ({
  requestBody: { required, ...json(schema) },
});
const named = object(["name", "kind"], { required: ["name"] });
const response = (...types: string[]): Value => ({
  responses: {
    "200": {
      description: "Done.",
      content: Object.fromEntries(
        types.map((type) => [
          type,
          {
            schema: type.endsWith("json")
              ? object(["id"], { required: ["id"] })
              : { type: "string" },
          },
        ]),
      ),
    },
  },
});
/** A header shows that the options were read as such. */
const old = '{ headers: { "x-old": "1" } }';

export const steps: readonly Step[] = [
  {
    name: "a first query parameter",
    method: "get",
    path: "/{id}",
    before: { parameters: [id] },
    after: { parameters: [id, parameter("expand")] },
    calls: [
      { code: `f(client, "1", ${old})`, sends: ["GET /1 old"] },
      { code: 'f(client, "1")', sends: ["GET /1"] },
      { code: 'f(client, "1", undefined)', sends: ["GET /1"] },
      { code: 'f(client, "1", {})', sends: ["GET /1"] },
    ],
    isFreeOfLock: false,
  },
  {
    name: "a first query parameter of an operation without arguments",
    method: "get",
    before: {},
    after: query("limit"),
    calls: [
      { code: `f(client, ${old})`, sends: ["GET  old"] },
      { code: 'f(client, { query: { debug: "1" } })', sends: ["GET ?debug=1"] },
      { code: "f(client, options)", sends: ["GET  old"] },
    ],
    isFreeOfLock: false,
  },
  {
    name: "a first header parameter",
    method: "get",
    before: {},
    after: { parameters: [parameter("X-Trace", "header")] },
    calls: [{ code: `f(client, ${old})`, sends: ["GET  old"] }],
    isFreeOfLock: false,
  },
  {
    name: "a first cookie parameter",
    method: "get",
    before: {},
    after: { parameters: [parameter("session", "cookie")] },
    calls: [{ code: `f(client, ${old})`, sends: ["GET  old"] }],
    isFreeOfLock: false,
  },
  {
    name: "a first optional body",
    method: "delete",
    path: "/{id}",
    before: { parameters: [id] },
    after: { parameters: [id], ...body(object(["reason"]), false) },
    calls: [{ code: `f(client, "1", ${old})`, sends: ["DELETE /1 old"] }],
    isFreeOfLock: false,
  },
  {
    name: "a first optional body with required fields",
    method: "post",
    before: {},
    after: body(named, false),
    calls: [
      { code: `f(client, ${old})`, sends: ["POST  old"] },
      { code: "f(client)", sends: ["POST "] },
    ],
    isFreeOfLock: false,
  },
  {
    name: "a first optional body that is no object",
    method: "post",
    before: {},
    after: body({ type: "array", items: { type: "string" } }, false),
    calls: [{ code: `f(client, ${old})`, sends: ["POST  old"] }],
    isFreeOfLock: false,
  },
  {
    name: "a further query parameter",
    method: "get",
    before: query("limit"),
    after: query("limit", "page"),
    calls: [
      {
        code: `f(client, { limit: "1" }, ${old})`,
        sends: ["GET ?limit=1 old"],
      },
      { code: `f(client, undefined, ${old})`, sends: ["GET  old"] },
      { code: `f(client, {}, ${old})`, sends: ["GET  old"] },
    ],
  },
  {
    name: "a required parameter that becomes optional",
    method: "get",
    before: { parameters: [{ ...parameter("limit"), required: true }] },
    after: query("limit"),
    calls: [
      {
        code: `f(client, { limit: "1" }, ${old})`,
        sends: ["GET ?limit=1 old"],
      },
    ],
  },
  {
    name: "a field of a body",
    method: "post",
    before: body(named),
    after: body(object(["name", "kind", "color"], { required: ["name"] })),
    calls: [
      {
        code: `f(client, { name: "a" }, ${old})`,
        sends: ["POST  old", '{"name":"a"}'],
      },
    ],
  },
  {
    name: "a required body that becomes optional",
    method: "post",
    before: body(named),
    after: body(named, false),
    calls: [
      {
        code: `f(client, { name: "a" }, ${old})`,
        sends: ["POST  old", '{"name":"a"}'],
      },
    ],
  },
  {
    name: "a required body beside a parameter that becomes optional",
    method: "post",
    before: { ...query("dry"), ...body(named) },
    after: { ...query("dry"), ...body(named, false) },
    calls: [
      {
        code: 'f(client, { name: "a", kind: "b", dry: "1" })',
        sends: ["POST ?dry=1", '{"name":"a","kind":"b"}'],
      },
    ],
  },
  {
    name: "a required body without required fields that becomes optional",
    method: "patch",
    path: "/{id}",
    before: { parameters: [id], ...body(object(["name"])) },
    after: { parameters: [id], ...body(object(["name"]), false) },
    calls: [
      { code: 'f(client, "1", {})', sends: ["PATCH /1", "{}"] },
      { code: 'f(client, "1")', sends: ["PATCH /1", "{}"] },
    ],
    isFreeOfLock: false,
  },
  {
    name: "a query parameter named like a field",
    method: "post",
    before: body(object(["note", "name"], { required: ["name"] })),
    after: {
      ...query("note"),
      ...body(object(["note", "name"], { required: ["name"] })),
    },
    calls: [
      {
        code: 'f(client, { name: "a", note: "b" })',
        sends: ["POST ", '{"note":"b","name":"a"}'],
      },
    ],
    isFreeOfLock: false,
  },
  {
    name: "a header parameter named like a field",
    method: "post",
    before: body(object(["note"])),
    after: {
      parameters: [parameter("note", "header")],
      ...body(object(["note"])),
    },
    calls: [
      { code: 'f(client, { note: "b" })', sends: ["POST ", '{"note":"b"}'] },
    ],
    isFreeOfLock: false,
  },
  {
    name: "a field named like a query parameter",
    method: "post",
    before: { ...query("note"), ...body(object(["name"])) },
    after: { ...query("note"), ...body(object(["name", "note"])) },
    calls: [
      {
        code: 'f(client, { name: "a", note: "b" })',
        sends: ["POST ?note=b", '{"name":"a"}'],
      },
    ],
  },
  {
    name: "a query parameter named like a header parameter",
    method: "get",
    before: { parameters: [parameter("x-old", "header")] },
    after: { parameters: [parameter("x-old"), parameter("x-old", "header")] },
    calls: [{ code: 'f(client, { "x-old": "1" })', sends: ["GET  old"] }],
    isFreeOfLock: false,
  },
  {
    name: "a body that takes further keys",
    method: "post",
    before: body(named),
    after: body({ ...named, additionalProperties: true }),
    calls: [
      {
        code: `f(client, { name: "a" }, ${old})`,
        sends: ["POST  old", '{"name":"a"}'],
      },
    ],
  },
  {
    name: "a body that takes further keys of one type",
    method: "post",
    before: body(named),
    after: body({ ...named, additionalProperties: { type: "string" } }),
    calls: [
      {
        code: 'f(client, { name: "a" }, { body: { more: "b" } })',
        sends: ["POST ", '{"name":"a","more":"b"}'],
      },
    ],
  },
  {
    name: "a map that declares a key",
    method: "post",
    before: body({ type: "object", additionalProperties: { type: "string" } }),
    after: body({
      ...object(["name"]),
      additionalProperties: { type: "string" },
    }),
    calls: [
      {
        code: 'f(client, { body: { name: "a" } })',
        sends: ["POST ", '{"name":"a"}'],
      },
    ],
    isFreeOfLock: false,
  },
  {
    name: "a first query parameter named like an option",
    method: "get",
    before: {},
    after: query("query"),
    calls: [
      { code: 'f(client, { query: { debug: "1" } })', sends: ["GET ?debug=1"] },
    ],
    isFreeOfLock: false,
  },
  {
    name: "a first field named like an option",
    method: "post",
    path: "/{id}",
    before: { parameters: [id] },
    after: { parameters: [id], ...body(object(["headers"]), false) },
    calls: [{ code: `f(client, "1", ${old})`, sends: ["POST /1 old"] }],
    isFreeOfLock: false,
  },
  {
    name: "a parameter named body beside a body that is no object",
    method: "post",
    before: body({ type: "array", items: { type: "string" } }),
    after: {
      ...query("body"),
      ...body({ type: "array", items: { type: "string" } }),
    },
    calls: [{ code: 'f(client, { body: ["a"] })', sends: ["POST ", '["a"]'] }],
    isFreeOfLock: false,
  },
  {
    name: "a body that is no object beside a parameter named body",
    method: "post",
    before: query("body"),
    after: {
      ...query("body"),
      ...body({ type: "array", items: { type: "string" } }, false),
    },
    calls: [{ code: 'f(client, { body: "a" })', sends: ["POST ?body=a"] }],
  },
  {
    name: "another media type of a body",
    method: "post",
    before: body(object(["contentType"])),
    after: {
      requestBody: {
        required: true,
        content: {
          "application/json": { schema: object(["contentType"]) },
          "application/x-www-form-urlencoded": {
            schema: object(["contentType"]),
          },
        },
      },
    },
    calls: [
      {
        code: 'f(client, { contentType: "a" })',
        sends: ["POST ", '{"contentType":"a"}'],
      },
    ],
  },
  {
    name: "another media type of a response",
    method: "get",
    before: response("application/json"),
    after: response("application/json", "text/csv"),
    calls: [
      {
        code: `f(client, ${old}).then(({ id }) => id satisfies string)`,
        sends: ["GET  old"],
      },
      {
        code: "f(client).then((one: Awaited<ReturnType<typeof f>>) => one.id)",
        sends: ["GET "],
      },
    ],
  },
  {
    name: "a first query parameter beside media types of a response",
    method: "get",
    before: response("application/json", "text/csv"),
    after: { ...query("limit"), ...response("application/json", "text/csv") },
    calls: [
      {
        code: 'f(client, { accept: "text/csv", headers: { "x-old": "1" } }).then((csv) => csv satisfies string)',
        sends: ["GET  old"],
      },
      { code: 'f(client, { accept: "application/json" })', sends: ["GET "] },
    ],
    isFreeOfLock: false,
  },
  {
    name: "an idempotency key",
    method: "post",
    before: body(named),
    after: {
      parameters: [parameter("Idempotency-Key", "header")],
      ...body(named),
    },
    calls: [
      {
        code: `f(client, { name: "a" }, ${old})`,
        sends: ["POST  old", '{"name":"a"}'],
      },
    ],
  },
  {
    name: "pages",
    method: "get",
    before: {
      responses: {
        "200": { description: "Done.", ...json(object(["next_cursor"])) },
      },
    },
    after: {
      ...query("cursor"),
      responses: {
        "200": {
          description: "Done.",
          ...json({
            type: "object",
            properties: {
              next_cursor: { type: "string" },
              data: { type: "array", items: object(["id"]) },
            },
          }),
        },
      },
    },
    calls: [{ code: `f(client, ${old})`, sends: ["GET  old"] }],
    isFreeOfLock: false,
  },
];
