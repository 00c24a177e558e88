/**
 * A flaw of one place leaves the rest whole: what it touches is left out or allows anything, with a
 * warning that says so.
 */
import { describe, expect, it } from "vitest";
import { valueAt } from "../../generator/openapi/pointers.js";
import { head, loadFiles, loadYaml } from "./loading.js";

const ok = "responses: { 200: { description: ok } }";
const warning = (problem: string): string =>
  problem.replace(/^\d+:\d+ warning /, "");

describe("servers", () => {
  it("take a variable that they lack from the document's servers", async () => {
    const { document, problems } = await loadYaml(`${head()}servers:
  - url: https://{region}.example.com
    variables: { region: { default: eu, enum: [eu, us] } }
paths:
  /a: { get: { servers: [{ url: "https://{region}.files.example.com" }], ${ok} } }
`);
    expect(problems.map(warning)).toEqual([
      "server-variable-undefined: the URL of the server uses the variable region, which is not defined; that of the document's servers is used",
    ]);
    const at = ["paths", "/a", "get", "servers", "0", "variables", "region"];
    expect(valueAt(document?.root, at)).toEqual({
      default: "eu",
      enum: ["eu", "us"],
    });
  });

  it("of one operation cost no other", async () => {
    const { document, problems } = await loadYaml(`${head()}paths:
  /a: { put: { servers: [{ url: "https://" }], ${ok} }, get: { ${ok} } }
`);
    expect(problems.map(warning)).toEqual([
      "server-left-out: the server is left out: its URL: it names no host",
    ]);
    const at = ["paths", "/a", "put", "servers"];
    expect(valueAt(document?.root, at)).toEqual([]);
  });
});

describe("references", () => {
  it("to a request body mean its content where a response is expected", async () => {
    const { document, problems } = await loadYaml(`${head()}paths:
  /a: { get: { responses: { 200: { $ref: "#/components/requestBodies/B" } } } }
components:
  requestBodies: { B: { content: { application/json: { schema: { type: string } } } } }
`);
    expect(problems.map(warning)).toEqual([
      "ref-to-holder: the reference leads to a request body; what it contains is used: #/components/requestBodies/B/content",
    ]);
    const at = ["paths", "/a", "get", "responses", "200", "content"];
    expect(valueAt(document?.root, at)).toEqual({
      "application/json": { schema: { type: "string" } },
    });
  });

  it("to a response mean the schema of its JSON where a schema is expected", async () => {
    const { document } = await loadYaml(`${head()}components:
  schemas: { S: { $ref: "#/components/responses/R" } }
  responses:
    R:
      description: ok
      content: { text/plain: { schema: {} }, application/json: { schema: { type: integer } } }
`);
    expect(valueAt(document?.root, ["components", "schemas", "S"])).toEqual({
      $ref: "#/components/responses/R/content/application~1json/schema",
    });
  });

  it("to what was left out are left out themselves", async () => {
    const { document, problems } = await loadYaml(`${head()}paths:
  /a: { get: { parameters: [{ $ref: "#/components/parameters/P" }], ${ok} } }
components:
  parameters: { P: { in: query, schema: { type: string } } }
`);
    expect(problems.map(warning)).toEqual([
      "field-needed: the parameter has no name; the parameter is left out",
    ]);
    const at = ["paths", "/a", "get", "parameters"];
    expect(valueAt(document?.root, at)).toEqual([]);
  });
});

it("a description may be in a file of its own", async () => {
  const { document, problems } = await loadFiles({
    "openapi.yaml": `${head()}tags: [{ name: A, description: { $ref: "texts.yaml#/a" } }]\npaths: {}\n`,
    "texts.yaml": "a: Welcome.\n",
  });
  expect(problems).toEqual([]);
  expect(document?.root.tags).toEqual([{ name: "A", description: "Welcome." }]);
});

it("a description may be a page of prose", async () => {
  const { document, problems } = await loadFiles({
    "openapi.yaml": `${head()}tags: [{ name: A, description: { $ref: about.md } }]\npaths: {}\n`,
    "about.md": "# Welcome\n\n- a: {b\n",
  });
  expect(problems).toEqual([]);
  expect(document?.root.tags).toEqual([
    { name: "A", description: "# Welcome\n\n- a: {b\n" },
  ]);
});

it("what is no text may not be a page of prose", async () => {
  const { problems } = await loadFiles({
    "openapi.yaml": `${head()}paths: { /a: { $ref: about.md } }\n`,
    "about.md": "# Welcome\n",
  });
  expect(problems.join("\n")).toContain(
    "about.md is not a .yaml, .yml or .json file",
  );
});

it("a second body of Swagger 2.0 is said to be left out", async () => {
  const { document, problems } = await loadYaml(`swagger: "2.0"
info: { title: T, version: "1" }
paths:
  /a:
    patch:
      parameters:
        - { name: a, in: body, schema: { type: string } }
        - { name: b, in: body, schema: { type: number } }
      ${ok}
`);
  expect(problems.map(warning)).toEqual([
    "body-duplicate: the operation has a second parameter in body, which is left out (7:11)",
  ]);
  const at = ["paths", "/a", "patch", "requestBody", "content"];
  expect(valueAt(document?.root, at)).toEqual({
    "application/json": { schema: { type: "string" } },
  });
});

it("a document without info is named after its file", async () => {
  const { document } = await loadFiles({
    "pet-store.yaml": "openapi: 3.1.0\npaths: {}\n",
  });
  expect(document?.root.info).toEqual({ title: "pet-store", version: "0.0.0" });
});

it("a merge key may carry its tag", async () => {
  const { document, problems } = await loadYaml(`${head()}x-a: &a { b: 1 }
components:
  schemas:
    S:
      default:
        !!merge <<: *a
        c: 2
`);
  expect(problems.map(warning)).toEqual([
    "yaml-merge-key: merge keys (<<) are not part of YAML 1.2; they were expanded",
  ]);
  const at = ["components", "schemas", "S", "default"];
  expect(valueAt(document?.root, at)).toEqual({ b: 1, c: 2 });
});

it("a document of which no path is left is an error", async () => {
  const { document, problems } = await loadYaml(`${head()}paths:
  /a: { $ref: "#/components/pathItems/Gone" }
`);
  expect(document).toBeUndefined();
  expect(problems).toEqual([
    "3:1 error nothing-left: none of the paths can be used",
    "4:9 warning ref-not-found: #/components/pathItems/Gone does not exist; the path item is left out",
  ]);
});
