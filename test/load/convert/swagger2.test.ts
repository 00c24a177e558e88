import { describe, expect, it } from "vitest";
import type { OpenApi } from "../../../generator/openapi/document.js";
import { loadFiles, loadYaml } from "../loading.js";

const head = 'swagger: "2.0"\ninfo: { title: T, version: "1" }\n';

const converted = async (text: string): Promise<OpenApi | undefined> => {
  const { document, problems } = await loadYaml(head + text);
  expect(problems).toEqual([]);
  expect(document?.sourceVersion).toBe("2.0");
  return document?.root;
};

describe("servers", () => {
  it.each([
    ["", undefined],
    ["host: api.example.com\n", ["https://api.example.com"]],
    [
      "host: api.example.com:8080\nbasePath: /v1\nschemes: [http, https, ws]\n",
      ["https://api.example.com:8080/v1", "http://api.example.com:8080/v1"],
    ],
    ["basePath: /v1\n", ["/v1"]],
    ["schemes: [https]\n", ["/"]],
  ])("%j", async (text, urls) => {
    const root = await converted(`${text}paths: {}\n`);
    expect(root?.servers?.map(({ url }) => url)).toEqual(urls);
  });

  it.each([
    [
      "host: https://api.example.com/\nbasePath: /\n",
      "https://api.example.com",
      "3:1 warning value-form: host does not have the form that the specification requires",
    ],
    [
      "host: api.example.com\nbasePath: v1\n",
      "https://api.example.com/v1",
      "4:1 warning value-form: basePath does not have the form that the specification requires",
    ],
  ])("%j, though it is sloppy", async (text, url, want) => {
    const { document, problems } = await loadYaml(`${head}${text}paths: {}\n`);
    expect(document?.root.servers).toEqual([{ url }]);
    expect(problems).toEqual([want]);
  });

  it("of one operation", async () => {
    const root = await converted(
      "host: a.b\npaths:\n  /a: { get: { schemes: [http], responses: {} } }\n",
    );
    expect(root?.paths?.["/a"]?.["get"]).toEqual({
      servers: [{ url: "http://a.b" }],
      responses: {},
    });
  });
});

describe("parameters", () => {
  it("have a schema and a style", async () => {
    const root = await converted(`paths:
  /a/{p}:
    get:
      parameters:
        - { name: p, in: path, required: true, type: array, items: { type: integer, collectionFormat: csv }, description: d }
        - { name: csv, in: query, type: array, items: { type: string } }
        - { name: multi, in: query, type: array, items: { type: string, enum: [a] }, collectionFormat: multi, default: [a] }
        - { name: ssv, in: query, type: array, items: {}, collectionFormat: ssv }
        - { name: pipes, in: query, type: array, items: {}, collectionFormat: pipes }
        - { name: X, in: header, type: string, format: date, x-nullable: true, x-other: 1 }
        - { name: e, in: query, type: string, allowEmptyValue: true }
        - $ref: "#/parameters/shared"
      responses: {}
parameters:
  shared: { name: s, in: query, type: integer, minimum: 1, exclusiveMinimum: true }
`);
    expect(root?.paths?.["/a/{p}"]?.["get"]).toEqual({
      parameters: [
        {
          name: "p",
          in: "path",
          required: true,
          description: "d",
          schema: { type: "array", items: { type: "integer" } },
        },
        {
          name: "csv",
          in: "query",
          style: "form",
          explode: false,
          schema: { type: "array", items: { type: "string" } },
        },
        {
          name: "multi",
          in: "query",
          style: "form",
          explode: true,
          schema: {
            type: "array",
            items: { type: "string", enum: ["a"] },
            default: ["a"],
          },
        },
        {
          name: "ssv",
          in: "query",
          style: "spaceDelimited",
          explode: false,
          schema: { type: "array", items: {} },
        },
        {
          name: "pipes",
          in: "query",
          style: "pipeDelimited",
          explode: false,
          schema: { type: "array", items: {} },
        },
        {
          name: "X",
          in: "header",
          "x-other": 1,
          schema: {
            type: ["string", "null"],
            format: "date",
            "x-nullable": true,
          },
        },
        {
          name: "e",
          in: "query",
          allowEmptyValue: true,
          schema: { type: "string" },
        },
        { $ref: "#/components/parameters/shared" },
      ],
      responses: {},
    });
    expect(root?.components?.["parameters"]).toEqual({
      shared: {
        name: "s",
        in: "query",
        schema: { type: "integer", exclusiveMinimum: 1 },
      },
    });
  });
});

describe("bodies", () => {
  const body = async (operation: string, more = ""): Promise<unknown> => {
    const root = await converted(
      `${more}paths:\n  /a: { post: { ${operation}, responses: {} } }\n`,
    );
    return root?.paths?.["/a"]?.["post"];
  };

  it("come from the body parameter, once per content type", async () => {
    expect(
      await body(
        "consumes: [a/b, c/d], parameters: [{ name: pet, in: body, required: true, description: d, schema: { type: object } }, { name: q, in: query, type: string }]",
      ),
    ).toEqual({
      parameters: [{ name: "q", in: "query", schema: { type: "string" } }],
      requestBody: {
        required: true,
        description: "d",
        content: {
          "a/b": { schema: { type: "object" } },
          "c/d": { schema: { type: "object" } },
        },
      },
      responses: {},
    });
  });

  it("take the document's content types, else JSON", async () => {
    const parameter = "parameters: [{ name: b, in: body, schema: {} }]";
    expect(await body(parameter)).toMatchObject({
      requestBody: { content: { "application/json": { schema: {} } } },
    });
    expect(await body(parameter, "consumes: [text/plain]\n")).toMatchObject({
      requestBody: { content: { "text/plain": { schema: {} } } },
    });
  });

  it("come from shared parameters and from those of the path", async () => {
    const root = await converted(`paths:
  /a:
    parameters: [{ $ref: "#/parameters/b" }, { name: q, in: query, type: string }]
    post: { responses: {} }
    put: { parameters: [{ name: f, in: formData, type: string }], responses: {} }
parameters:
  b: { name: b, in: body, schema: { $ref: "#/definitions/A" } }
definitions: { A: { type: object } }
`);
    expect(root?.paths?.["/a"]).toEqual({
      parameters: [{ name: "q", in: "query", schema: { type: "string" } }],
      post: {
        responses: {},
        requestBody: {
          content: {
            "application/json": {
              schema: { $ref: "#/components/schemas/A" },
            },
          },
        },
      },
      put: {
        parameters: [],
        requestBody: {
          content: {
            "application/x-www-form-urlencoded": {
              schema: {
                type: "object",
                properties: { f: { type: "string" } },
              },
            },
          },
        },
        responses: {},
      },
    });
  });

  it("are forms where fields say so", async () => {
    expect(
      await body(
        "parameters: [{ name: file, in: formData, type: file, required: true, description: d }, { name: tags, in: formData, type: array, items: { type: string }, collectionFormat: multi }]",
      ),
    ).toEqual({
      parameters: [],
      requestBody: {
        required: true,
        content: {
          "multipart/form-data": {
            schema: {
              type: "object",
              properties: {
                file: {
                  type: "string",
                  format: "binary",
                  contentMediaType: "application/octet-stream",
                  description: "d",
                },
                tags: { type: "array", items: { type: "string" } },
              },
              required: ["file"],
            },
            encoding: { tags: { style: "form", explode: true } },
          },
        },
      },
      responses: {},
    });
    expect(
      await body(
        "consumes: [application/json, multipart/form-data], parameters: [{ name: __proto__, in: formData, type: string }]",
      ),
    ).toMatchObject({
      requestBody: { content: { "multipart/form-data": {} } },
    });
  });
});

describe("responses", () => {
  it("have content per type, headers and examples", async () => {
    const root = await converted(`produces: [application/json, text/xml]
paths:
  /a:
    get:
      responses:
        200:
          description: ok
          schema: { type: string }
          headers: { X: { type: integer, description: d } }
          examples: { application/json: { a: 1 }, text/csv: x }
        204: { description: none }
        404: { $ref: "#/responses/Missing" }
  /file: { get: { produces: [image/png], responses: { 200: { description: ok, schema: { type: file } } } } }
responses:
  Missing: { description: missing, schema: { $ref: "#/definitions/E" } }
definitions: { E: { type: object } }
`);
    expect(root?.paths?.["/a"]?.["get"]).toEqual({
      responses: {
        "200": {
          description: "ok",
          headers: { X: { schema: { type: "integer" }, description: "d" } },
          content: {
            "application/json": {
              schema: { type: "string" },
              example: { a: 1 },
            },
            "text/xml": { schema: { type: "string" } },
          },
        },
        "204": { description: "none" },
        "404": { $ref: "#/components/responses/Missing" },
      },
    });
    expect(root?.paths?.["/file"]?.["get"]).toMatchObject({
      responses: {
        "200": { content: { "image/png": { schema: { format: "binary" } } } },
      },
    });
    expect(root?.components?.["responses"]).toEqual({
      Missing: {
        description: "missing",
        content: {
          "application/json": { schema: { $ref: "#/components/schemas/E" } },
          "text/xml": { schema: { $ref: "#/components/schemas/E" } },
        },
      },
    });
  });
});

describe("schemas and security", () => {
  it("change their place and their dialect", async () => {
    const root = await converted(`paths: {}
definitions:
  Pet: { type: object, discriminator: kind, properties: { kind: { type: string }, discriminator: { type: string }, a: { type: string, x-nullable: true, example: x } } }
  Odd: { $ref: "#/definitions/Pet/properties/a" }
securityDefinitions:
  a: { type: basic, description: d }
  b: { type: apiKey, in: header, name: X }
  c: { type: oauth2, flow: accessCode, authorizationUrl: "https://a.b/a", tokenUrl: "https://a.b/t", scopes: { read: Read } }
  d: { type: oauth2, flow: application, tokenUrl: "https://a.b/t" }
security: [{ c: [read] }]
tags: [{ name: pets }]
externalDocs: { url: "https://a.b" }
x-more: 1
`);
    expect(root).toEqual({
      openapi: "3.1.1",
      info: { title: "T", version: "1" },
      paths: {},
      security: [{ c: ["read"] }],
      tags: [{ name: "pets" }],
      externalDocs: { url: "https://a.b" },
      "x-more": 1,
      components: {
        schemas: {
          Pet: {
            type: "object",
            discriminator: { propertyName: "kind" },
            properties: {
              kind: { type: "string" },
              discriminator: { type: "string" },
              a: {
                type: ["string", "null"],
                "x-nullable": true,
                examples: ["x"],
              },
            },
          },
          Odd: { $ref: "#/components/schemas/Pet/properties/a" },
        },
        securitySchemes: {
          a: { type: "http", scheme: "basic", description: "d" },
          b: { type: "apiKey", in: "header", name: "X" },
          c: {
            type: "oauth2",
            flows: {
              authorizationCode: {
                authorizationUrl: "https://a.b/a",
                tokenUrl: "https://a.b/t",
                scopes: { read: "Read" },
              },
            },
          },
          d: {
            type: "oauth2",
            flows: {
              clientCredentials: { tokenUrl: "https://a.b/t", scopes: {} },
            },
          },
        },
      },
    });
  });

  it("are found by references into operations", async () => {
    const root = await converted(`paths:
  /a:
    post:
      parameters: [{ name: q, in: query, type: string }, { name: b, in: body, schema: { properties: { x: { type: string } } } }]
      responses: { 200: { description: ok, schema: { $ref: "#/paths/~1a/post/parameters/1/schema/properties/x" } } }
  /b:
    get: { responses: { 200: { description: ok, schema: { $ref: "#/paths/~1a/post/responses/200/schema" } } } }
`);
    const content = (ref: string) => ({
      responses: {
        "200": { content: { "application/json": { schema: { $ref: ref } } } },
      },
    });
    expect(root?.paths?.["/a"]?.["post"]).toMatchObject(
      content(
        "#/paths/~1a/post/requestBody/content/application~1json/schema/properties/x",
      ),
    );
    expect(root?.paths?.["/b"]?.["get"]).toMatchObject(
      content(
        "#/paths/~1a/post/responses/200/content/application~1json/schema",
      ),
    );
  });
});

describe("messages", () => {
  it("are about what was written", async () => {
    const { problems } = await loadYaml(`${head}basePath: "/v1?x=1"
paths:
  /a/{b}:
    get:
      consumes: [a/b, c/d]
      produces: [a/b, c/d]
      parameters:
        - { name: body, in: body, schema: { minimum: "1" } }
        - { name: "a b", in: header, type: string, maxLength: "1" }
        - { name: f, in: file }
      responses:
        200: { description: ok, schema: { $ref: "#/definitions/Gone" }, headers: { X: { type: integer, minimum: x } } }
definitions: { A: { properties: 1 } }
parameters: { P: { name: p, in: query, type: string, pattern: 1 } }
responses: { R: { schema: { required: 1 } } }
securityDefinitions: { s: { type: oauth2, flow: implicit, authorizationUrl: "file:///x" } }
`);
    expect(problems).toEqual([
      "3:1 error server-url: the URL of the server cannot be used: it has a query (?)",
      "6:5 warning path-parameter-undeclared: the path parameter b is not declared; it is read as a string",
      "10:45 warning form-read: minimum must be a number, it is a string; it is read as 1",
      "11:13 error name-not-token: a b cannot be the name of a header",
      "11:52 warning form-read: maxLength must be a non-negative integer, it is a string; it is read as 1",
      "12:11 warning field-expected: the parameter has no type",
      "12:22 warning parameter-in: in: file is not a location of parameters; the parameter is left out",
      "14:43 warning ref-not-found: #/definitions/Gone does not exist; any value is allowed",
      "14:104 error type-wrong: minimum must be a number, it is a string",
      "15:21 warning type-left-out: properties must be an object, it is a number; it is left out",
      "16:54 warning text-expected: pattern must be a string, it is a number",
      "17:14 warning field-expected: the response has no description",
      "17:29 warning type-left-out: required must be an array, it is a number; it is left out",
      "18:59 error security-url: authorizationUrl cannot be used: file:",
    ]);
  });

  it("hold for several files", async () => {
    const { document, problems } = await loadFiles(
      {
        "spec/swagger.json": `{"swagger": "2.0", "info": {"title": "T", "version": "1"}, "paths": {"/a": {"get": {
 "parameters": [{"$ref": "parameters.json#/limit"}],
 "responses": {"200": {"description": "ok", "schema": {"$ref": "Pet.json"}},
 "default": {"description": "no", "schema": {"$ref": "../common/Error.json"}}}}}}}`,
        "spec/Pet.json": `{"type": "object",\n "maxLength": "x"}`,
        "spec/parameters.json": `{"limit": {"name": "limit", "in": "query", "type": "integer"}}`,
        "common/Error.json": `{"type": "object"}`,
      },
      { refRoot: "." },
    );
    expect(document).toBeUndefined();
    expect(problems).toEqual([
      "spec/Pet.json:2:2 error type-wrong: maxLength must be a non-negative integer, it is a string",
    ]);
  });
});
