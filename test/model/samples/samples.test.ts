/**
 * Sample calls: the document's examples where they are values of the types, made values otherwise.
 */
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { callCode } from "../../../generator/emit/samples/calls.js";
import { onlyOperation, operationsOf, sdkOf } from "../../support/pipeline.js";

interface Case {
  readonly parameters?: string;
  /** The schema of a required JSON body. */
  readonly body?: string;
  readonly example?: string;
  readonly schemas?: string;
  readonly mediaType?: string;
}

const source = ({
  parameters = "[]",
  body,
  example,
  schemas = "",
  mediaType = "application/json",
}: Case): string => `
info: { title: Acme, version: 1.0.0 }
paths:
  /things/{id}:
    put:
      tags: [Things]
      parameters: [{ name: id, in: path, required: true, schema: { type: string }, example: a1 }, ${parameters.slice(1)}
      ${body === undefined ? "" : `requestBody: { required: true, content: { ${mediaType}: { schema: ${body}${example === undefined ? "" : `, example: ${example}`} } } }`}
      responses: { "204": { description: Done. } }
components:
  schemas:
    Unused: { type: string }${schemas.replace(/^(?=.)/gm, "    ")}`;

async function callOf(one: Case): Promise<string> {
  const sdk = await sdkOf(source(one));
  const [found] = operationsOf(sdk).values();
  if (!found) throw new Error("no operation");
  const path = found.call.split(".").slice(1, -1);
  return callCode(found.operation, path as never, sdk);
}

describe("a sample call", () => {
  it("passes what is required", async () => {
    expect(
      await callOf({
        parameters:
          "[{ name: q, in: query, schema: { type: string } }, { name: size, in: query, required: true, schema: { type: integer, minimum: 3 } }]",
      }),
    ).toBe(`await acme.things.update("a1", {
  size: 3,
});`);
  });

  it("makes a value for a parameter that is written as JSON", async () => {
    expect(
      await callOf({
        parameters:
          "[{ name: filter, in: query, required: true, content: { application/json: { schema: { type: object, required: [a], properties: { a: { type: string } } } } } }]",
      }),
    ).toBe(`await acme.things.update("a1", {
  filter: {
    a: "string",
  },
});`);
  });

  it("takes the example of the body, also what is not required", async () => {
    expect(
      await callOf({
        body: "{ type: object, required: [name], properties: { name: { type: string }, tags: { type: array, items: { type: string } } } }",
        example: "{ name: Rex, tags: [a, b] }",
      }),
    ).toBe(`await acme.things.update("a1", {
  name: "Rex",
  tags: ["a", "b"],
});`);
  });

  it.each<[string, Case, string]>([
    [
      "XML, which is a text",
      {
        schemas:
          "\nOrder: { type: object, required: [id, tags], properties: { id: { type: integer }, tags: { type: array, minItems: 2, items: { type: string, example: a<b } } } }",
        body: '{ $ref: "#/components/schemas/Order" }',
        mediaType: "application/xml",
      },
      '{\n  body: "<Order><id>1</id><tags>a&#60;b</tags><tags>a&#60;b</tags></Order>",\n}',
    ],
    [
      "XML by the name of its element",
      {
        body: "{ type: object, xml: { name: order } }",
        mediaType: "text/xml",
      },
      '{\n  body: "<order/>",\n}',
    ],
    [
      "other text of an object",
      {
        body: "{ type: object }",
        mediaType: "text/plain",
        example: "{ a: 1 }",
      },
      `{\n  body: '{"a":1}',\n}`,
    ],
    [
      "examples of properties",
      {
        body: "{ type: object, required: [name, kind], properties: { name: { type: string, example: Rex }, kind: { enum: [dog, cat] } } }",
      },
      '{\n  name: "Rex",\n  kind: "dog",\n}',
    ],
    [
      "formats and bounds",
      {
        body: "{ type: object, required: [at, mail, code, n], properties: { at: { type: string, format: date-time }, mail: { type: string, format: email }, code: { type: string, minLength: 8 }, n: { type: number, exclusiveMinimum: 0 } } }",
      },
      '{\n  at: "2026-01-31T12:00:00Z",\n  mail: "ada@example.com",\n  code: "stringxx",\n  n: 1,\n}',
    ],
    [
      "lists as long as they must be",
      { body: "{ type: array, minItems: 2, items: { type: boolean } }" },
      "{\n  body: [true, true],\n}",
    ],
    [
      "what allOf requires of another part",
      {
        schemas:
          "\nBase: { type: object, properties: { note: { type: string }, name: { type: string } } }",
        body: '{ allOf: [{ $ref: "#/components/schemas/Base" }, { type: object, required: [name, size], properties: { size: { type: integer } } }] }',
      },
      '{\n  name: "string",\n  size: 1,\n}',
    ],
    [
      "the value that tells alternatives apart",
      {
        schemas: `
Shape: { oneOf: [{ $ref: "#/components/schemas/Circle" }], discriminator: { propertyName: kind, mapping: { round: Circle } } }
Circle: { type: object, required: [kind, r], properties: { kind: { type: string }, r: { type: number } } }`,
        body: '{ type: array, items: { $ref: "#/components/schemas/Shape" } }',
      },
      '{\n  body: [\n    {\n      kind: "round",\n      r: 1,\n    },\n  ],\n}',
    ],
    [
      "nothing twice that holds itself",
      {
        schemas: `
Node: { type: object, required: [name, children], properties: { name: { type: string }, children: { type: array, items: { $ref: "#/components/schemas/Node" } } } }`,
        body: '{ $ref: "#/components/schemas/Node" }',
      },
      '{\n  name: "string",\n  children: [],\n}',
    ],
    [
      "files",
      {
        mediaType: "multipart/form-data",
        body: "{ type: object, required: [file, more], properties: { file: { type: string, format: binary }, more: { type: array, items: { type: string, format: binary } } } }",
      },
      '{\n  file: new Blob(["string"]),\n  more: [new Blob(["string"])],\n}',
    ],
    [
      "files inside a body",
      {
        mediaType: "multipart/form-data",
        schemas: `
Upload: { allOf: [{ $ref: "#/components/schemas/Named" }, { type: object, required: [file], properties: { file: { type: string, format: binary } } }] }
Named: { type: object, required: [id], properties: { id: { type: string } } }`,
        body: '{ oneOf: [{ $ref: "#/components/schemas/Upload" }, { $ref: "#/components/schemas/Named" }] }',
      },
      '{\n  body: {\n    id: "string",\n    file: new Blob(["string"]),\n  },\n}',
    ],
    [
      "files beside a field that is named as a parameter is",
      {
        mediaType: "multipart/form-data",
        body: "{ type: object, required: [id, file], properties: { id: { type: string }, file: { type: string, format: binary } } }",
      },
      '{\n  id_body: "string",\n  file: new Blob(["string"]),\n}',
    ],
    [
      "maps that are empty",
      { body: "{ additionalProperties: { type: string } }" },
      "{\n  body: {},\n}",
    ],
    [
      "names that are no identifiers",
      {
        body: "{ type: object, required: [a-b, __proto__], properties: { a-b: { type: string }, __proto__: { type: string } } }",
      },
      '{\n  "a-b": "string",\n  ["__proto__"]: "string",\n}',
    ],
  ])("makes %s", async (_, one, want) => {
    expect(await callOf(one)).toBe(`await acme.things.update("a1", ${want});`);
  });

  it.each<[string, Case, string]>([
    [
      "of another type",
      {
        body: "{ type: object, required: [n], properties: { n: { type: integer } } }",
        example: "{ n: '12' }",
      },
      "{\n  n: 1,\n}",
    ],
    [
      "that lacks something",
      {
        body: "{ type: object, required: [a, b], properties: { a: { type: string }, b: { type: string } } }",
        example: "{ a: x }",
      },
      '{\n  a: "string",\n  b: "string",\n}',
    ],
    [
      "in a property",
      {
        body: "{ type: object, required: [n], properties: { n: { type: integer, example: many } } }",
      },
      "{\n  n: 1,\n}",
    ],
    [
      "outside an enum",
      {
        body: "{ type: object, required: [k], properties: { k: { enum: [a, b], example: c } } }",
      },
      '{\n  k: "a",\n}',
    ],
  ])("does not take an example %s", async (_, one, want) => {
    expect(await callOf(one)).toBe(`await acme.things.update("a1", ${want});`);
  });

  it("leaves out of an example what the server sets and what is not declared", async () => {
    expect(
      await callOf({
        schemas: `
Pet: { type: object, required: [id, name], properties: { id: { type: string, readOnly: true }, name: { type: string }, owner: { $ref: "#/components/schemas/Pet" } } }`,
        body: '{ $ref: "#/components/schemas/Pet" }',
        example:
          "{ id: p1, name: Rex, color: red, owner: { id: p2, name: Ann, age: 7 } }",
      }),
    ).toBe(`await acme.things.update("a1", {
  name: "Rex",
  owner: {
    name: "Ann",
  },
});`);
  });
});

describe("what is done with the answer", () => {
  const callFor = async (responses: string, query = ""): Promise<string> => {
    const sdk = await sdkOf(`
info: { title: Acme, version: 1.0.0 }
paths:
  /things:
    get: { tags: [Things], parameters: [${query}], responses: ${responses} }`);
    const [found] = operationsOf(sdk).values();
    return found
      ? callCode(found.operation, ["things"] as never, sdk)
      : "no operation";
  };
  const ok = (content: string): string =>
    `{ "200": { description: It., content: { ${content} } } }`;

  it.each([
    [
      "a value",
      ok("application/json: {}"),
      "",
      "const result = await acme.things.list();",
    ],
    [
      "nothing",
      '{ "204": { description: Done. } }',
      "",
      "await acme.things.list();",
    ],
    [
      "pages",
      ok(
        "application/json: { schema: { type: array, items: { type: string } } }",
      ),
      "{ name: page, in: query, schema: { type: integer } }",
      "for await (const item of acme.things.list()) {\n  console.log(item);\n}",
    ],
    [
      "a stream",
      ok("text/event-stream: {}"),
      "",
      "for await (const event of await acme.things.list()) {\n  console.log(event);\n}",
    ],
  ])("%s", async (_, responses, query, want) => {
    expect(await callFor(responses, query)).toBe(want);
  });
});

describe("what a server may answer with", () => {
  it("holds what only the server sends, and the examples of the document", async () => {
    const { result, errors } = await onlyOperation(`
paths:
  /pets:
    post:
      responses:
        "201":
          description: Made.
          content:
            application/json:
              schema:
                type: object
                required: [id, name, secret]
                properties:
                  id: { type: string, readOnly: true, example: p1 }
                  name: { type: string, example: Rex }
                  secret: { type: string, writeOnly: true }
        "409":
          description: Taken.
          content:
            application/problem+json:
              example: { title: Taken }
              schema: { type: object }
        default: { description: Other. }`);
    expect(result).toMatchObject({
      status: 201,
      sample: { id: "p1", name: "Rex" },
    });
    expect(result.sample).not.toHaveProperty("secret");
    expect(
      errors.responses.map(({ status, mediaType, sample }) => [
        status,
        mediaType,
        sample,
      ]),
    ).toEqual([
      [409, "application/problem+json", { title: "Taken" }],
      ["default", undefined, undefined],
    ]);
  });
});

describe("a value that is made", () => {
  it.each<[string, string, unknown]>([
    ["of a multiple", "{ type: integer, multipleOf: 5 }", 5],
    ["of a multiple above", "{ type: integer, minimum: 7, multipleOf: 5 }", 10],
    [
      "of a multiple below",
      "{ type: number, maximum: 0.5, multipleOf: 0.2 }",
      0.2,
    ],
    ["of parts", "{ type: number, multipleOf: 0.1, minimum: 0.25 }", 0.3],
    [
      "between close limits",
      "{ type: number, exclusiveMinimum: 0, exclusiveMaximum: 1 }",
      0.5,
    ],
    ["of an integer above a part", "{ type: integer, minimum: 0.5 }", 1],
    [
      "below an open end",
      "{ type: integer, minimum: -9, exclusiveMaximum: -2 }",
      -9,
    ],
    [
      "of different items",
      "{ type: array, minItems: 3, uniqueItems: true, items: { type: string } }",
      ["string", "string2", "string3"],
    ],
    [
      "of different numbers",
      "{ type: array, minItems: 2, uniqueItems: true, items: { type: integer, multipleOf: 5 } }",
      [5, 10],
    ],
    [
      "of different values",
      "{ type: array, minItems: 2, uniqueItems: true, items: { enum: [a, b, c] } }",
      ["a", "b"],
    ],
    [
      "of different objects",
      "{ type: array, minItems: 2, uniqueItems: true, items: { type: object, required: [id], properties: { id: { type: string } } } }",
      [{ id: "string" }, { id: "string2" }],
    ],
    [
      "of more properties",
      "{ type: object, minProperties: 1, properties: { a: { type: string }, b: { type: string } } }",
      { a: "string" },
    ],
    [
      "of more keys",
      "{ type: object, minProperties: 2, additionalProperties: { type: integer } }",
      { key1: 1, key2: 1 },
    ],
    ["of letters", '{ type: string, pattern: "^[a-z]+$" }', "string"],
    ["of digits", '{ type: string, pattern: "^\\\\d{4}$" }', "0000"],
    [
      "of parts of a text",
      '{ type: string, pattern: "^[A-Z]{3}-[0-9]{2,}$" }',
      "AAA-00",
    ],
    [
      "of a start",
      '{ type: string, pattern: "^pet_" , minLength: 8 }',
      "pet_xxxx",
    ],
    ["of any characters", '{ type: string, pattern: "^.{2,4}$" }', "stri"],
    [
      "of what is no plain form",
      '{ type: string, pattern: "^(a+)+$" }',
      "string",
    ],
    [
      "of what has no text",
      '{ type: string, pattern: "^[a-z]{9}$", maxLength: 3 }',
      "str",
    ],
  ])("%s", async (_, schema, expected) => {
    const call = await callOf({
      body: `{ type: object, required: [value], properties: { value: ${schema} } }`,
    });
    const [, value = ""] = /value: (.*),\n\}\);$/s.exec(call) ?? [];
    expect(JSON.stringify(runInNewContext(`(${value})`))).toBe(
      JSON.stringify(expected),
    );
  });
});
