/**
 * Rules of OpenAPI 3.2, and others that hold between several parts of a document.
 */
import { describe, expect, it } from "vitest";
import { head, loadYaml } from "./loading.js";

const problemsOf = async (text: string): Promise<readonly string[]> =>
  (await loadYaml(head("3.2.0") + text)).problems;

const ok = `responses: { "200": { description: ok } }`;

describe("tags", () => {
  it.each([
    ["[{ name: a }, { name: b, parent: a, kind: nav, summary: B }]", []],
    [
      "[{ name: a }, { name: a }]",
      ["3:23 warning tag-duplicate: the tag a is declared twice (3:10)"],
    ],
    [
      "[{ name: a, parent: b }]",
      ["3:19 warning tag-parent: the parent b is not a tag of the document"],
    ],
    [
      "[{ name: a, parent: b }, { name: b, parent: a }, { name: c, parent: a }]",
      [
        "3:19 warning tag-cycle: the tag a is its own ancestor",
        "3:43 warning tag-cycle: the tag b is its own ancestor",
      ],
    ],
  ])("%s", async (tags, want) => {
    expect(await problemsOf(`paths: {}\ntags: ${tags}\n`)).toEqual(
      want.map((line) => line.replace("3:", "4:").replace("(3:", "(4:")),
    );
  });
});

describe("methods", () => {
  it("QUERY has a field, others stand under additionalOperations", async () => {
    expect(
      await problemsOf(
        `paths: { /a: { query: { ${ok} }, additionalOperations: { COPY: { ${ok} } } } }\n`,
      ),
    ).toEqual([]);
  });

  it("a method with a field of its own does not", async () => {
    expect(
      await problemsOf(
        `paths: { /a: { additionalOperations: { POST: { ${ok} } } } }\n`,
      ),
    ).toEqual([
      "3:40 warning method-misplaced: POST is a field of the path item; it is moved there",
    ]);
  });
});

describe("querystring parameters", () => {
  const whole = `{ name: q, in: querystring, content: { application/json: {} } }`;
  it.each([
    [`[${whole}]`, `[]`, []],
    [`[${whole}, { name: p, in: query, schema: {} }]`, `[]`, ["5"]],
    [`[${whole}]`, `[{ name: p, in: query, schema: {} }]`, ["5"]],
    [`[${whole}]`, `[${whole.replace("name: q", "name: r")}]`, ["5"]],
    [`[${whole}]`, `[{ name: p, in: header, schema: {} }]`, []],
  ])("%s, %s", async (own, shared, lines) => {
    const problems = await problemsOf(
      `paths:\n  /a:\n    get: { parameters: ${own}, ${ok} }\n    parameters: ${shared}\n`,
    );
    expect(problems.map((line) => line.split(":")[0])).toEqual(lines);
    for (const line of problems) expect(line).toContain("querystring-alone");
  });
});

describe("paths", () => {
  it("that differ in the names of parameters alone are one, where they share a method", async () => {
    const id = (name: string) =>
      `parameters: [{ name: ${name}, in: path, required: true, schema: {} }]`;
    expect(
      await problemsOf(`paths:
  /a/{x}: { ${id("x")}, get: { ${ok} } }
  /a/{y}: { ${id("y")}, put: { ${ok} }, get: { ${ok} } }
  /a/{x}/b: { ${id("x")}, get: { ${ok} } }
`),
    ).toEqual([
      "5:130 warning path-clash: GET /a/{y} and GET /a/{x} are the same request (4:78)",
    ]);
  });
});

describe("schemas", () => {
  it.each([
    [
      "additionalProperties: false, properties: { a: {} }, required: [a, b]",
      [
        "5:62 warning required-impossible: b is required, but additionalProperties: false forbids it",
      ],
    ],
    ["properties: { a: {} }, required: [a, b]", []],
    [
      "additionalProperties: false, required: [b], patternProperties: { b: {} }",
      [],
    ],
  ])("%s", async (schema, want) => {
    expect(
      await problemsOf(`components:\n  schemas:\n    S: { ${schema} }\n`),
    ).toEqual(want);
  });

  it("defaultMapping leads to a schema, as mapping does", async () => {
    const { document, problems } = await loadYaml(`${head("3.2.0")}components:
  schemas:
    A: { type: object }
    S: { discriminator: { propertyName: k, defaultMapping: A } }
    T: { discriminator: { propertyName: k, defaultMapping: Gone } }
`);
    expect(problems).toEqual([
      "7:44 warning discriminator-mapping: Gone, for the value (default), is not a schema of the document and is ignored",
    ]);
    expect(document?.root.components?.schemas).toMatchObject({
      S: { discriminator: { defaultMapping: "#/components/schemas/A" } },
      T: { discriminator: { propertyName: "k" } },
    });
  });
});

describe("references that are written out", () => {
  it("to media types, one after the other", async () => {
    const { document, problems } = await loadYaml(`${head("3.2.0")}paths:
  /a:
    get:
      responses:
        "200": { description: ok, content: { a/b: { $ref: "#/components/mediaTypes/One" } } }
components:
  mediaTypes:
    One: { $ref: "#/components/mediaTypes/Two" }
    Two: { schema: { type: string } }
`);
    expect(problems).toEqual([]);
    expect(document?.root.paths?.["/a"]?.["get"]).toMatchObject({
      responses: {
        200: { content: { "a/b": { schema: { type: "string" } } } },
      },
    });
    expect(
      document?.locate([
        ...["paths", "/a", "get", "responses", "200"],
        ...["content", "a/b", "schema"],
      ]),
    ).toMatchObject({ line: 11 });
  });

  it("of path items with more beside them; what is beside wins", async () => {
    const { document, problems } = await loadYaml(`${head("3.1.0")}paths:
  /a/{x}:
    $ref: "#/components/pathItems/A"
    summary: Own
    parameters: [{ name: x, in: path, required: true, schema: {} }]
components:
  pathItems:
    A: { summary: Shared, get: { operationId: a, responses: { "200": { description: ok } } } }
`);
    expect(problems).toEqual([]);
    expect(document?.root.paths?.["/a/{x}"]).toEqual({
      summary: "Own",
      parameters: [{ name: "x", in: "path", required: true, schema: {} }],
      get: { operationId: "a", responses: { 200: { description: "ok" } } },
    });
  });
});
