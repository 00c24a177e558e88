/**
 * Request bodies: which media type is sent, and where its fields stand.
 */
import { describe, expect, it } from "vitest";
import { declarationIn } from "../../support/declarations.js";
import { codesOf, emitted, onlyOperation } from "../../support/pipeline.js";

const withBody = (body: string, parameters = "[]"): string => `
paths:
  /things:
    post:
      operationId: makeThing
      tags: [Things]
      parameters: ${parameters}
      requestBody: ${body}
      responses: { "204": { description: Done. } }
components:
  schemas:
    Thing: { type: object, required: [name], properties: { id: { type: string, readOnly: true }, name: { type: string }, at: { type: string, format: date-time } } }
    Note: { type: object, properties: { text: { type: string } } }
    Either: { oneOf: [{ $ref: "#/components/schemas/Thing" }, { $ref: "#/components/schemas/Note" }] }
    Labels: { type: object, additionalProperties: { type: string } }`;

const json = (schema: string, required = true): string =>
  `{ required: ${required}, content: { application/json: { schema: ${schema} } } }`;
const ref = (name: string): string =>
  `{ $ref: "#/components/schemas/${name}" }`;

const paramsOf = async (body: string, parameters?: string): Promise<string> =>
  declarationIn(
    await emitted(withBody(body, parameters), "src/resources/things.ts"),
    "MakeThingParams",
  );

describe("fields of an object", () => {
  it("stand in params, without what only the server sends", async () => {
    expect(await paramsOf(json(ref("Thing")))).toBe(`interface MakeThingParams {
  name: string;
  /** Format: date-time. */
  at?: string | Date | undefined;
}`);
  });

  it("stand after the parameters", async () => {
    expect(
      await paramsOf(
        json(ref("Note")),
        "[{ name: dry_run, in: query, schema: { type: boolean } }]",
      ),
    ).toBe(`interface MakeThingParams {
  dry_run?: boolean | undefined;
  text?: string | undefined;
}`);
  });

  it("of allOf too", async () => {
    expect(
      await paramsOf(
        json(
          `{ allOf: [${ref("Note")}, { type: object, required: [text, size], properties: { size: { type: integer } } }] }`,
        ),
      ),
    ).toBe(`interface MakeThingParams {
  text: string;
  size: number;
}`);
  });

  it("of an optional body, whether or not one of them is required", async () => {
    expect(await paramsOf(json(ref("Note"), false)))
      .toBe(`interface MakeThingParams {
  text?: string | undefined;
}`);
    const { params } = await onlyOperation(withBody(json(ref("Thing"), false)));
    expect(params).toMatchObject({
      optional: true,
      fields: [
        { name: "name", optional: false },
        { name: "at", optional: true },
      ],
    });
    expect(params).not.toHaveProperty("withoutBody");
  });

  it("of an optional body beside a parameter: all of them or none", async () => {
    const source = withBody(
      json(ref("Thing"), false),
      "[{ name: dry_run, in: query, schema: { type: boolean } }]",
    );
    const { params } = await onlyOperation(source);
    expect(params).toMatchObject({
      optional: true,
      withoutBody: ["name", "at"],
    });
    expect(await emitted(source, "src/resources/things.ts")).toContain(
      `params?: MakeThingParams | WithoutBody<MakeThingParams, "name" | "at">,`,
    );
  });

  it("of a body that takes further keys", async () => {
    const open = (more: string): string =>
      `{ type: object, properties: { text: { type: string } }, ${more} }`;
    for (const more of [
      "additionalProperties: true",
      "additionalProperties: { type: integer }",
    ])
      expect(await paramsOf(json(open(more)))).toBe(
        `interface MakeThingParams {
  text?: string | undefined;
}`,
      );
  });

  it("take a longer key where a parameter has their name", async () => {
    const source = withBody(
      json(ref("Thing")),
      "[{ name: name, in: query, schema: { type: boolean } }]",
    );
    const { params, body } = await onlyOperation(source);
    expect(params?.fields.map(({ name, from }) => [name, from])).toEqual([
      ["name", "query"],
      ["name_body", "body"],
      ["at", "body"],
    ]);
    expect(body?.fields).toEqual([
      { name: "name", key: "name_body" },
      { name: "at", key: "at" },
    ]);
  });
});

describe("params.body", () => {
  it.each([
    ["a list", `{ type: array, items: ${ref("Note")} }`, "readonly Note[]"],
    ["a union", ref("Either"), "Either"],
    ["a map", ref("Labels"), "Labels"],
    ["a text", "{ type: string }", "string"],
    ["anything", "{}", "unknown"],
    [
      "null or an object",
      `{ oneOf: [${ref("Note")}, { type: "null" }] }`,
      "Note | null",
    ],
  ])("is %s", async (_, schema, type) => {
    expect(await paramsOf(json(schema))).toBe(`interface MakeThingParams {
  body: ${type};
}`);
  });

  it("makes way for a parameter that is called body", async () => {
    const { params, parameters } = await onlyOperation(
      withBody(
        json("{ type: string }"),
        "[{ name: body, in: query, schema: { type: boolean } }]",
      ),
    );
    expect(params?.fields.map(({ name, from }) => [name, from])).toEqual([
      ["body", "query"],
      ["body_body", "body"],
    ]);
    expect(parameters.map(({ name, key }) => [name, key])).toEqual([
      ["body", "body"],
    ]);
  });

  it("says what the document says about it", async () => {
    expect(
      await paramsOf(
        `{ description: The whole text., required: true, content: { text/plain: {} } }`,
      ),
    ).toBe(`interface MakeThingParams {
  /** The whole text. */
  body: string;
}`);
  });
});

describe("the media type", () => {
  const bodyOf = async (content: string) => {
    const { body } = await onlyOperation(
      withBody(`{ required: true, content: ${content} }`),
    );
    return body && [body.kind, body.mediaType];
  };

  it.each([
    ["{ application/json: {} }", ["json", "application/json"]],
    [
      "{ 'application/json; charset=utf-8': {} }",
      ["json", "application/json; charset=utf-8"],
    ],
    ["{ application/vnd.api+json: {} }", ["json", "application/vnd.api+json"]],
    ["{ text/json: {} }", ["json", "text/json"]],
    ["{ multipart/form-data: {} }", ["multipart", "multipart/form-data"]],
    [
      "{ application/x-www-form-urlencoded: {} }",
      ["form", "application/x-www-form-urlencoded"],
    ],
    ["{ text/plain: {} }", ["text", "text/plain"]],
    ["{ application/xml: {} }", ["text", "application/xml"]],
    ["{ image/png: {} }", ["binary", "image/png"]],
    [
      "{ application/jsonl: { itemSchema: {} } }",
      ["jsonItems", "application/jsonl"],
    ],
    [
      "{ application/json-seq: { schema: { type: array, items: { type: string } } } }",
      ["jsonItems", "application/json-seq"],
    ],
    // The caller writes what nothing, or only that it is a text, is said of.
    ["{ application/x-ndjson: {} }", ["binary", "application/x-ndjson"]],
    [
      "{ application/x-ndjson: { schema: { type: string } } }",
      ["binary", "application/x-ndjson"],
    ],
    [
      "{ application/json-seq: { schema: { type: string, format: binary } } }",
      ["binary", "application/json-seq"],
    ],
    ["{ '*/*': {} }", ["json", "*/*"]],
  ])("%s", async (content, want) => {
    expect(await bodyOf(content)).toEqual(want);
  });

  it("JSON is preferred, then forms, whatever the order", async () => {
    expect(
      await bodyOf(
        "{ application/xml: {}, multipart/form-data: {}, application/json: {} }",
      ),
    ).toEqual(["json", "application/json"]);
    expect(
      await bodyOf(
        "{ application/octet-stream: {}, multipart/form-data: {}, application/x-www-form-urlencoded: {} }",
      ),
    ).toEqual(["multipart", "multipart/form-data"]);
  });

  it("files are bytes in forms and alone", async () => {
    expect(
      await paramsOf(
        `{ required: true, content: { multipart/form-data: { schema: { type: object, required: [file], properties: { file: { type: string, format: binary }, files: { type: array, items: { type: string, format: binary } } } } } } }`,
      ),
    ).toBe(`interface MakeThingParams {
  file: Uploadable;
  files?: readonly Uploadable[] | undefined;
}`);
    expect(
      await paramsOf(
        `{ required: true, content: { application/octet-stream: {} } }`,
      ),
    ).toBe(`interface MakeThingParams {
  body: Uploadable;
}`);
  });

  it("files are text in JSON", async () => {
    expect(
      await paramsOf(
        json(
          "{ type: object, properties: { file: { type: string, format: binary } } }",
        ),
      ),
    ).toBe(`interface MakeThingParams {
  file?: string | undefined;
}`);
  });
});

describe("a sequence of JSON values", () => {
  it.each([
    ["itemSchema", `itemSchema: ${ref("Note")}`, "Note"],
    ["a list", `schema: { type: array, items: ${ref("Note")} }`, "Note"],
    ["a line", `schema: ${ref("Note")}`, "Note"],
    [
      "a list of texts",
      "schema: { type: array, items: { type: string } }",
      "string",
    ],
    ["no schema of an item", "itemSchema: {}", "unknown"],
  ])("is what gives items: %s", async (_, media, item) => {
    expect(
      await paramsOf(
        `{ required: true, content: { application/jsonl: { ${media} } } }`,
      ),
    ).toBe(`interface MakeThingParams {
  body: Iterable<${item}> | AsyncIterable<${item}>;
}`);
  });

  it("is one of several formats", async () => {
    expect(
      await paramsOf(
        `{ required: true, content: { application/jsonl: { itemSchema: ${ref("Note")} }, application/json: { schema: { type: array, items: ${ref("Note")} } } } }`,
      ),
    ).toContain("Iterable<Note> | AsyncIterable<Note>");
  });
});

describe("what the document leaves open of a part", () => {
  const form = (fields: string, encoding: string, required = true): string =>
    `{ required: ${required}, content: { multipart/form-data: { schema: { type: object, required: [a], properties: ${fields} }, encoding: ${encoding} } } }`;
  const header = "{ headers: { X-Kind: { schema: { type: string } } } }";

  it.each([
    ["a text", "{ type: string }", header, "string | Part<string>"],
    [
      "null or a text",
      '{ type: [string, "null"] }',
      header,
      "string | Part<string | null> | null",
    ],
    [
      "the items of a list",
      "{ type: array, items: { type: string } }",
      header,
      "readonly (string | Part<string>)[]",
    ],
    [
      "a list that is written as a whole",
      "{ type: array, items: { type: string } }",
      "{ style: pipeDelimited, explode: false, headers: { X-Kind: {} } }",
      "readonly string[] | Part<readonly string[]>",
    ],
    ["an object", ref("Note"), header, "Note | Part<Note>"],
    [
      "one of several types",
      "{ type: string }",
      "{ contentType: 'a/b, c/d' }",
      "string | Part<string>",
    ],
    [
      "a file, which it can be anyway",
      "{ type: string, format: binary }",
      header,
      "Uploadable",
    ],
    [
      "nothing, with one type",
      "{ type: string }",
      "{ contentType: a/b }",
      "string",
    ],
    [
      "nothing, with a header that says the type",
      "{ type: string }",
      "{ headers: { Content-Type: {} } }",
      "string",
    ],
  ])("can be said of %s", async (_, schema, encoding, type) => {
    expect(await paramsOf(form(`{ a: ${schema} }`, `{ a: ${encoding} }`)))
      .toBe(`interface MakeThingParams {
  a: ${type};
}`);
  });

  it("can be said in a body that is passed as a whole", async () => {
    const params = await paramsOf(
      form("{ a: { type: string } }", `{ a: ${header} }`, false),
    );
    expect(params).toContain("a: string | Part<string>;");
  });

  it("can be said in each of several objects that a body may be", async () => {
    const params = await paramsOf(
      `{ required: true, content: { multipart/form-data: { schema: { oneOf: [{ $ref: "#/components/schemas/Note" }, { type: object, required: [a], properties: { a: { type: string } } }, { type: object, required: [b], properties: { b: { type: object } } }] }, encoding: { a: ${header}, b: ${header} } } } }`,
    );
    expect(params).toBe(`interface MakeThingParams {
  body:
    | Note
    | {
        a: string | Part<string>;
      }
    | {
        b: Record<string, unknown> | Part<Record<string, unknown>>;
      };
}`);
  });

  it("is nothing in a form without parts", async () => {
    const params = await paramsOf(
      form("{ a: { type: string } }", `{ a: ${header} }`).replace(
        "multipart/form-data",
        "application/x-www-form-urlencoded",
      ),
    );
    expect(params).toContain("a: string;");
  });
});

describe("what fetch cannot send", () => {
  const report = async (method: string) => {
    const text = withBody(json(ref("Note")), "[]").replace(
      "post:",
      `${method}:`,
    );
    const { body } = await onlyOperation(text);
    return [body === undefined, await codesOf(text)];
  };

  it.each(["get", "head"])("a body with %s is left out", async (method) => {
    expect(await report(method)).toEqual([true, ["body-not-sendable"]]);
  });

  it.each(["delete", "options"])("%s has one", async (method) => {
    expect(await report(method)).toEqual([false, []]);
  });

  it("trace fails, and that is told", async () => {
    expect(await report("trace")).toEqual([false, ["method-not-sendable"]]);
  });
});

describe("a required file", () => {
  const schema = (required: string) =>
    `{ schema: { type: object, required: [${required}], properties: { file: { type: string, format: binary }, note: { type: string } } } }`;
  const content = (required: string) =>
    `{ required: true, content: { application/json: ${schema(required)}, application/x-www-form-urlencoded: ${schema(required)}, multipart/form-data: ${schema(required)} } }`;

  it.each([
    ["file", "multipart/form-data"],
    ["note", "application/json"],
  ])("%s makes %s the default", async (required, mediaType) => {
    const { body } = await onlyOperation(withBody(content(required)));
    expect(body?.mediaType).toBe(mediaType);
    expect(body?.choice?.formats).toHaveLength(2);
  });
});
