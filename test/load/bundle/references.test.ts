import { describe, expect, it } from "vitest";
import { head, loadJson, loadYaml } from "../loading.js";

describe("references that lead nowhere", () => {
  it.each([
    [
      "'#/components/schemas/Missing'",
      "ref-not-found: #/components/schemas/Missing does not exist; any value is allowed",
    ],
    [
      "'#/components/schemas/Pet/'",
      "ref-not-found: #/components/schemas/Pet/ does not exist; any value is allowed",
    ],
    [
      "'#/components/schemas/a%ZZ'",
      "ref-not-found: #/components/schemas/a%ZZ does not exist; any value is allowed",
    ],
    [
      "'#/components/schemas/~2'",
      "ref-malformed: #/components/schemas/~2 is not a reference into this document",
    ],
    [
      "'#components/schemas/Pet'",
      "ref-malformed: #components/schemas/Pet is not a reference into this document",
    ],
    ["''", "ref-malformed:  is not a reference into this document"],
    ["42", "ref-not-text: $ref must be a string"],
    ["", "ref-not-text: $ref must be a string"],
    ["['#/components/schemas/Pet']", "ref-not-text: $ref must be a string"],
    [
      "'#/__proto__/polluted'",
      "ref-not-found: #/__proto__/polluted does not exist; any value is allowed",
    ],
    [
      "'#/components/schemas/toString'",
      "ref-not-found: #/components/schemas/toString does not exist; any value is allowed",
    ],
    [
      "'#/constructor/prototype'",
      "ref-not-found: #/constructor/prototype does not exist; any value is allowed",
    ],
    [
      "'#/info'",
      "ref-wrong-kind: #/info is an info, where a schema is expected; any value is allowed",
    ],
    [
      "'#/components/schemas'",
      "ref-wrong-kind: #/components/schemas is a map of names, where a schema is expected; any value is allowed",
    ],
    [
      "'#/components/schemas/Pet/type'",
      "ref-wrong-kind: #/components/schemas/Pet/type is a string, where a schema is expected; any value is allowed",
    ],
    [
      "'#/components/responses/R'",
      "ref-wrong-kind: #/components/responses/R is a response, where a schema is expected; any value is allowed",
    ],
    [
      "'#'",
      "ref-wrong-kind: # is a document, where a schema is expected; any value is allowed",
    ],
  ])("$ref: %s", async (ref, want) => {
    const { document, problems } = await loadYaml(`${head()}components:
  schemas:
    Pet: { type: object }
    Here: { properties: { a: { $ref: ${ref} } } }
  responses:
    R: { description: x }
`);
    const isLeftOut = want.endsWith("; any value is allowed");
    const severity = isLeftOut ? "warning" : "error";
    expect(problems).toEqual([`6:32 ${severity} ${want}`]);
    expect(document?.root.components?.schemas?.Here).toEqual(
      isLeftOut ? { properties: { a: {} } } : undefined,
    );
  });

  it.each([
    ["#/components/schemas/A/allOf", "an array"],
    ["#/components/schemas/A/deprecated", "true"],
    ["#/components/schemas/A/properties", "false"],
    ["#/components/schemas/A/title", "an object"],
    ["#/components/schemas/A/externalDocs", "true"],
    ["#/components/schemas/A/required", "null"],
    ["#/components/schemas/A/description", "a number"],
    ["#/components/schemas/A/discriminator", "an array"],
  ])("say what is there, not what belongs there: %s", async (ref, found) => {
    const { problems } = await loadYaml(`${head()}components:
  schemas:
    A:
      deprecated: true
      properties: false
      title: { a: 1 }
      allOf: { a: 1 }
      externalDocs: true
      required: null
      description: 1
      discriminator: [1]
    Here: { properties: { a: { $ref: "${ref}" } } }
`);
    expect(problems.filter((line) => line.includes("ref-wrong-kind"))).toEqual([
      `14:32 warning ref-wrong-kind: ${ref} is ${found}, where a schema is expected; any value is allowed`,
    ]);
  });

  it("outside the document are an error", async () => {
    const { document, problems } = await loadYaml(
      `${head()}components: { schemas: { A: { $ref: Pet } } }\n`,
    );
    expect(document).toBeUndefined();
    expect(problems).toEqual([
      "3:31 error ref-file-type: Pet is not a .yaml, .yml or .json file",
    ]);
  });

  it("are found in a list under items, which is read as prefixItems", async () => {
    const { problems } = await loadYaml(`${head()}
components:
  parameters:
    P: { name: p, in: query, schema: { type: string } }
  schemas:
    A: { type: array, items: [{ $ref: "#/components/nothing" }, { type: string }] }
`);
    expect(problems.some((line) => line.includes("ref-not-found"))).toBe(true);
  });

  it("are all found, wherever they stand", async () => {
    const { document, problems } = await loadYaml(`${head()}paths:
  /a:
    parameters:
      - $ref: "#/components/parameters/P"
    get:
      parameters: [{ $ref: "#/components/parameters/Q" }]
      requestBody: { $ref: "#/components/requestBodies/B" }
      responses:
        200: { $ref: "#/components/responses/R" }
        201:
          headers: { X: { $ref: "#/components/headers/H" } }
          content:
            a/b:
              examples: { e: { $ref: "#/components/examples/E" } }
              example: { $ref: "#/data/is/not/looked/at" }
              schema:
                default: { $ref: "#/nor/this" }
                items: { $ref: "#/components/schemas/S" }
          links: { l: { $ref: "#/components/links/L" } }
      callbacks: { c: { $ref: "#/components/callbacks/C" } }
  /b: { $ref: "#/components/pathItems/I" }
components:
  securitySchemes: { s: { $ref: "#/components/securitySchemes/T" } }
x-data: { $ref: "#/not/this/either" }
`);
    expect(
      problems
        .filter((line) => line.includes(" ref-not-found"))
        .map((line) =>
          line.replace(/ warning.*\/(\w+) does not exist; /, " $1: "),
        ),
    ).toEqual([
      "6:9 P: the parameter is left out",
      "8:22 Q: the parameter is left out",
      "9:22 B: any body is allowed",
      "11:16 R: its content is unknown",
      "13:27 H: the header is left out",
      "16:32 E: the example is left out",
      "20:26 S: any value is allowed",
      "21:25 L: the link is left out",
      "22:25 C: the callback is left out",
      "23:9 I: the path item is left out",
      "25:27 T: the security scheme is left out",
    ]);
    expect(document?.root.components).toEqual({ securitySchemes: {} });
    expect(document?.root.paths).toEqual({
      "/a": {
        parameters: [],
        get: {
          parameters: [],
          requestBody: { content: { "application/json": {} } },
          responses: {
            200: { description: "" },
            201: {
              headers: {},
              content: {
                "a/b": {
                  examples: {},
                  example: { $ref: "#/data/is/not/looked/at" },
                  schema: { default: { $ref: "#/nor/this" }, items: {} },
                },
              },
              links: {},
            },
          },
          callbacks: {},
        },
      },
    });
  });

  it("in places that OpenAPI does not know are found by following", async () => {
    const { problems } = await loadYaml(`${head()}components:
  schemas:
    A: { $ref: "#/x-shared/B" }
x-shared:
  B: { items: { $ref: "#/x-shared/C" } }
  C: { type: [], items: { $ref: "#/x-shared/D" }, minimum: "1" }
`);
    expect(problems).toEqual([
      "8:27 warning ref-not-found: #/x-shared/D does not exist; any value is allowed",
      "8:51 error type-wrong: minimum must be a number, it is a string",
    ]);
  });
});

describe("references that go round", () => {
  it.each([
    [
      "through references alone",
      `A: { $ref: "#/components/schemas/B" }
    B: { $ref: "#/components/schemas/C" }
    C: { $ref: "#/components/schemas/A" }`,
      ["5:5 error ref-cycle: the references form a cycle: A -> B -> C -> A"],
      undefined,
    ],
    [
      "to themselves",
      `A: { $ref: "#/components/schemas/A" }`,
      ["5:5 error ref-cycle: the references form a cycle: A -> A"],
      undefined,
    ],
    [
      "through allOf",
      `A: { allOf: [{ $ref: "#/components/schemas/B" }, { type: object }] }
    B: { allOf: [{ $ref: "#/components/schemas/A" }] }`,
      [
        "5:5 warning ref-cycle-cut: a schema is a part of itself, which says nothing about it: A -> B -> A",
      ],
      {
        A: { allOf: [{ $ref: "#/components/schemas/B" }, { type: "object" }] },
        B: { allOf: [{}] },
      },
    ],
    [
      "through oneOf and anyOf",
      `A: { oneOf: [{ type: string }, { anyOf: [{ $ref: "#/components/schemas/A" }] }] }`,
      [
        "5:5 warning ref-cycle-cut: a schema is a part of itself, which says nothing about it: A -> A",
      ],
      { A: { oneOf: [{ type: "string" }, { anyOf: [{}] }] } },
    ],
  ])("%s", async (_, schemas, want, left) => {
    const { document, problems } = await loadYaml(
      `${head()}components:\n  schemas:\n    ${schemas}\n`,
    );
    expect(problems).toEqual(want);
    expect(document?.root.components?.schemas).toEqual(left);
  });

  it("may, through parameters and responses, not either", async () => {
    const { problems } = await loadYaml(`${head()}components:
  parameters: { P: { $ref: "#/components/parameters/P" } }
  responses: { R: { $ref: "#/components/responses/R" } }
`);
    expect(problems).toEqual([
      "4:17 error ref-cycle: the references form a cycle: P -> P",
      "5:16 error ref-cycle: the references form a cycle: R -> R",
    ]);
  });

  it("may, through properties, items, or a base with its variants", async () => {
    const { document, problems } = await loadYaml(`${head()}components:
  schemas:
    Tree: { properties: { children: { items: { $ref: "#/components/schemas/Tree" } } } }
    Map: { additionalProperties: { $ref: "#/components/schemas/Map" } }
    Base:
      oneOf: [{ $ref: "#/components/schemas/Sub" }]
      discriminator: { propertyName: kind }
    Sub: { allOf: [{ $ref: "#/components/schemas/Base" }, { type: object }] }
`);
    expect(problems).toEqual([]);
    expect(document).toBeDefined();
  });

  it("are found in chains of any length", async () => {
    const schemas: Record<string, unknown> = {};
    for (let index = 0; index < 20_000; index++) {
      const next = (index + 1) % 20_000;
      schemas[`S${index}`] = { $ref: `#/components/schemas/S${next}` };
    }
    const { problems } = await loadJson({
      openapi: "3.1.0",
      info: { title: "T", version: "1" },
      components: { schemas },
    });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain("ref-cycle");
  });
});

describe("resolve", () => {
  it("follows a chain and says where it ends", async () => {
    const { document } = await loadYaml(`${head()}paths: {}
components:
  schemas:
    A: { $ref: "#/components/schemas/B" }
    B: { $ref: "#/components/schemas/a~1b%25" }
    "a/b%": { type: string }
    Any: true
    Yes: { $ref: "#/components/schemas/Any" }
`);
    const at = ["components", "schemas", "A"];
    expect(document?.resolve({ $ref: "#/components/schemas/A" }, at)).toEqual({
      node: { type: "string" },
      pointer: ["components", "schemas", "a/b%"],
    });
    expect(document?.resolve({ type: "object" }, at)).toEqual({
      node: { type: "object" },
      pointer: at,
    });
    expect(document?.resolve({ $ref: "#/components/schemas/Yes" }, at)).toEqual(
      { node: {}, pointer: ["components", "schemas", "Any"] },
    );
  });

  it("finds names that objects inherit, as the document's own", async () => {
    const { document, problems } = await loadJson(
      `{"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "components": {"schemas": {
        "__proto__": {"type": "string"}, "toString": {"$ref": "#/components/schemas/__proto__"}}}}`,
    );
    expect(problems).toEqual([]);
    expect(
      document?.resolve({ $ref: "#/components/schemas/toString" }, []),
    ).toEqual({
      node: { type: "string" },
      pointer: ["components", "schemas", "__proto__"],
    });
  });
});

describe("a schema that refers to a parameter", () => {
  it("means the schema of it", async () => {
    const { document, problems } = await loadYaml(`${head()}components:
  parameters:
    P: { name: p, in: query, schema: { type: integer } }
  schemas:
    S: { $ref: "#/components/parameters/P" }
`);
    expect(problems).toEqual([
      "7:10 warning ref-to-holder: the reference leads to a parameter; what it contains is used: #/components/parameters/P/schema",
    ]);
    expect(document?.root.components?.schemas).toEqual({
      S: { $ref: "#/components/parameters/P/schema" },
    });
  });

  it("means nothing where that schema refers back", async () => {
    const { document, problems } = await loadYaml(`${head()}components:
  parameters:
    P: { name: p, in: query, schema: { $ref: "#/components/parameters/P" } }
  schemas:
    S: { $ref: "#/components/parameters/P" }
`);
    expect(problems).toEqual([
      expect.stringContaining("ref-wrong-kind"),
      expect.stringContaining("ref-wrong-kind"),
    ]);
    expect(document?.root.components?.schemas).toEqual({ S: {} });
  });
});
