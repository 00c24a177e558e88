/** What is meant is plain although its form is wrong: it is read so, with a warning. */
import { describe, expect, it } from "vitest";
import { valueAt } from "../../../generator/openapi/pointers.js";
import { head, loadYaml } from "../loading.js";

const at = async (text: string, pointer: readonly string[]) => {
  const { document, problems } = await loadYaml(text);
  return { value: valueAt(document?.root, pointer), problems };
};

const schema = (text: string): string =>
  `${head("3.0.3")}paths: {}\ncomponents:\n  schemas:\n    A: ${text}\n`;

describe("a schema with a form that is wrong and plain", () => {
  it.each([
    ['{ type: string, minLength: "3" }', { type: "string", minLength: 3 }],
    [
      "{ type: string, deprecated: 'yes' }",
      { type: "string", deprecated: true },
    ],
    [
      "{ required: a, properties: { a: string } }",
      {
        required: ["a"],
        properties: { a: { type: "string" } },
      },
    ],
    ["{ allOf: { type: object } }", { allOf: [{ type: "object" }] }],
    ["{ type: int }", { type: "integer" }],
    ["{ type: file }", { type: "string", format: "binary" }],
    [
      "{ type: string, x-nullable: true }",
      {
        type: ["string", "null"],
        "x-nullable": true,
      },
    ],
  ])("%s is read", async (text, wanted) => {
    const { value } = await at(schema(text), ["components", "schemas", "A"]);
    expect(value).toMatchObject(wanted);
  });

  it.each([
    ["{ properties: [a] }", {}],
    ["{ type: string, enum: 'a,b' }", { type: "string" }],
    ["text", {}],
  ])("%s loses what cannot be read", async (text, wanted) => {
    const { value, problems } = await at(schema(text), [
      ...["components", "schemas", "A"],
    ]);
    expect(value).toEqual(wanted);
    expect(problems).toEqual([
      expect.stringMatching(/ warning type-left-out: /),
    ]);
  });

  it("is an error where a bound might be anything", async () => {
    const { problems } = await at(schema('{ minimum: "0; x()" }'), []);
    expect(problems).toEqual([
      "6:10 error type-wrong: minimum must be a number, it is a string",
    ]);
  });
});

describe("other objects", () => {
  const text = `${head("3.0.3")}servers: { url: https://a.example }
security: { key: null }
tags: [Pets]
paths:
  /a:
    GET:
      operationId: getA
      tags: Pets
      security: [key]
      parameters: { name: q, in: Query, schema: { type: string } }
      responses: { Default: "All of them" }
components:
  securitySchemes: { key: { type: bearer } }
`;

  it.each<[pointer: string[], unknown]>([
    [["servers"], [{ url: "https://a.example" }]],
    // Without scopes it is still required.
    [["security"], [{ key: [] }]],
    [["tags"], [{ name: "Pets" }]],
    [["paths", "/a", "get", "tags"], ["Pets"]],
    [["paths", "/a", "get", "security"], [{ key: [] }]],
    [["paths", "/a", "get", "parameters", "0", "in"], "query"],
    [
      ["paths", "/a", "get", "responses", "default", "description"],
      "All of them",
    ],
    [
      ["components", "securitySchemes", "key"],
      { type: "http", scheme: "bearer" },
    ],
  ])("%s", async (pointer, wanted) => {
    expect((await at(text, pointer)).value).toEqual(wanted);
  });

  it("all have a warning", async () => {
    const { problems } = await loadYaml(text);
    expect(problems).toHaveLength(12);
    expect(problems.every((line) => line.includes(" warning "))).toBe(true);
  });
});

describe("a reference to a schema", () => {
  it.each(["Pet", "/components/schemas/Pet", "'#/definitions/Pet'"])(
    "%s leads to the component of that name",
    async (ref) => {
      const { value, problems } = await at(
        `${head()}paths: {}
components: { schemas: { A: { $ref: ${ref} }, Pet: { type: string } } }
`,
        ["components", "schemas", "A"],
      );
      expect(value).toEqual({ $ref: "#/components/schemas/Pet" });
      expect(problems).toEqual([
        expect.stringMatching(/ warning ref-nearest: /),
      ]);
    },
  );
});
