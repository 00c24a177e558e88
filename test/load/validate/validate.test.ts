/**
 * Faults that the official JSON Schemas of OpenAPI find: what is said, and that it is said once.
 */
import { describe, expect, it } from "vitest";
import { head, loadYaml } from "../loading.js";

const of = (version: string, text: string) => loadYaml(head(version) + text);

const swagger = (text: string) =>
  loadYaml(`swagger: "2.0"\ninfo: { title: T, version: "1" }\n${text}`);

const ok = `responses: { "200": { description: ok } }`;

describe.each(["3.0.3", "3.1.0", "3.2.0"])("OpenAPI %s", (version) => {
  it.each<[string, string, string[]]>([
    ["nothing to say", `paths: { /a: { get: { ${ok} } } }`, []],
    [
      "a field that is missing",
      `paths: { /a: { get: { responses: { "200": {} } } } }\nexternalDocs: { description: d }`,
      version === "3.2.0"
        ? ["4:1 warning field-expected: the external docs has no url"]
        : [
            "3:36 warning field-expected: the response has no description",
            "4:1 warning field-expected: the external docs has no url",
          ],
    ],
    [
      "a style that does not fit",
      `paths: { /a: { get: { parameters: [{ name: p, in: query, style: matrix, schema: {} }], ${ok} } } }`,
      [
        "3:58 warning value-unlisted: style must be form or spaceDelimited or pipeDelimited or deepObject",
      ],
    ],
    [
      "what excludes each other",
      `paths: { /a: { get: { parameters: [{ name: p, in: query, schema: {}, content: { a/b: {} } }], ${ok} } } }`,
      [
        "3:36 warning object-form: the parameter does not have a form that the specification allows",
      ],
    ],
    [
      "a default outside the enum of a server is said once, by the check that knows more",
      `paths: {}\nservers: [{ url: "https://{h}.example", variables: { h: { default: c, enum: [a, b] } } }]`,
      [
        "4:59 error server-default: the default of the server variable h is not in its enum",
      ],
    ],
    [
      "a wrong type is said once",
      `paths: { /a: { get: { deprecated: yes please, ${ok} } } }`,
      ["3:23 error type-wrong: deprecated must be a boolean, it is a string"],
    ],
    [
      "the field of an alternative is told, not all alternatives",
      `paths: {}\ncomponents: { securitySchemes: { o: { type: oauth2, flows: { clientCredentials: { tokenUrl: https://a.example } } } } }`,
      ["4:62 warning field-expected: the flow has no scopes"],
    ],
  ])("%s", async (_, text, want) => {
    expect((await of(version, text)).problems).toEqual(want);
  });
});

it("everything in one run, in the order of the document", async () => {
  const { problems } = await of(
    "3.1.0",
    `paths:
  /a:
    get: { parameters: [{ in: query }], responses: {} }
    put: { responses: { "200": { description: 1 }, "201": {} } }
components:
  responses:
    "no name": { description: d }
`,
  );
  expect(problems).toEqual([
    "5:25 warning field-needed: the parameter has no name; the parameter is left out",
    "6:34 warning text-expected: description must be a string, it is a number",
    "6:52 warning field-expected: the response has no description",
    "9:5 warning name-form: the specification does not allow the name no name here",
  ]);
});

it("keywords that 3.0 does not have yet are read all the same", async () => {
  const { problems } = await of(
    "3.0.3",
    `paths: {}\ncomponents: { schemas: { S: { const: a, properties: { p: { examples: [1] } } } } }`,
  );
  expect(problems).toEqual([]);
});

describe("Swagger 2.0", () => {
  it("is held against its own schema, before it is converted", async () => {
    const { problems } = await swagger(`paths:
  /a:
    get:
      parameters: [{ name: p, in: query, type: array }, { name: q, in: query, type: string, collectionFormat: json }]
      responses: { "200": {} }
`);
    expect(problems).toEqual([
      "6:93 warning value-unlisted: collectionFormat must be csv or ssv or tsv or pipes or multi",
      "7:20 warning field-expected: the response has no description",
    ]);
  });
});
