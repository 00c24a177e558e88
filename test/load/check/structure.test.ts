import { describe, expect, it } from "vitest";
import { head, loadYaml } from "../loading.js";

describe("fields of the wrong type", () => {
  it("are all reported in one run", async () => {
    const { document, problems } = await loadYaml(`openapi: 3.1.0
info: []
servers: { url: / }
tags: [pets, { name: 1 }]
security: [[]]
externalDocs: text
paths:
  /a: 1
  /b:
    summary: {}
    parameters: {}
    get: []
    put:
      operationId: [x]
      tags: { a: 1 }
      deprecated: "yes"
      parameters: [x, { name: {}, in: 1, required: 1, schema: [] }]
      requestBody: { content: [1] }
      responses:
        200: text
        201: { description: 1, headers: 1, content: { a/b: [], c/d: { schema: 1, examples: 1 } } }
      callbacks: 1
      servers: 1
components:
  schemas:
    A: text
    B:
      type: 1
      required: a
      enum: a
      minLength: -1
      maxLength: 1.5
      minimum: "1"
      multipleOf: true
      properties: [a]
      additionalProperties: "no"
      allOf: { a: 1 }
      discriminator: kind
      uniqueItems: 1
      pattern: /a/
  securitySchemes: { s: 1 }
  responses: 1
`);
    expect(document).toBeUndefined();
    expect(
      problems.map((line) => line.replace(/ error type-wrong/, "")),
    ).toEqual([
      "2:1 warning field-expected: the info has no title",
      "2:1 warning field-expected: the info has no version",
      "2:1 warning list-for-map: info must be an object; the empty array is read as one",
      "3:1 warning form-read: servers must be an array, it is an object; it is read as an array of one",
      "4:8 warning form-read: tags[0] must be an object (tag), it is a string; it is read as its name",
      "4:16 warning text-expected: name must be a string, it is a number",
      "5:12 warning list-for-map: security[0] must be an object; the empty array is read as one",
      "6:1 warning form-read: externalDocs must be an object (external docs), it is a string; it is read as its url",
      "8:3 warning type-left-out: /a must be an object (path item), it is a number; the path item is left out",
      "10:5 warning type-left-out: summary must be a string, it is an object; it is left out",
      "11:5 warning type-left-out: parameters must be an array, it is an object; it is left out",
      "12:5 warning list-for-map: get must be an object; the empty array is read as one",
      "14:7 warning type-left-out: operationId must be a string, it is an array; it is left out",
      "15:7 warning type-left-out: tags must be an array, it is an object; it is left out",
      "16:7 warning form-read: deprecated must be a boolean, it is a string; it is read as true",
      "17:20 warning type-left-out: parameters[0] must be an object (parameter), it is a string; the parameter is left out",
      "17:25: name must be a string, it is an object",
      "17:35 warning text-expected: in must be a string, it is a number",
      "17:42: required must be a boolean, it is a number",
      "17:55 warning list-for-map: schema must be an object; the empty array is read as one",
      "18:22 warning type-left-out: content must be an object, it is an array; it is left out",
      "20:9 warning form-read: 200 must be an object (response), it is a string; it is read as its description",
      "21:16 warning text-expected: description must be a string, it is a number",
      "21:32 warning type-left-out: headers must be an object, it is a number; it is left out",
      "21:55 warning list-for-map: a/b must be an object; the empty array is read as one",
      "21:71 warning type-left-out: schema must be an object (schema), it is a number; any value is allowed",
      "21:82 warning type-left-out: examples must be an object, it is a number; it is left out",
      "22:7 warning type-left-out: callbacks must be an object, it is a number; it is left out",
      "23:7 warning type-left-out: servers must be an array, it is a number; it is left out",
      "26:5 warning type-left-out: A must be an object (schema), it is a string; any value is allowed",
      "28:7: type must be the name of a type or an array of such names, it is a number",
      "29:7 warning form-read: required must be an array, it is a string; it is read as an array of one",
      "30:7 warning type-left-out: enum must be an array, it is a string; it is left out",
      "31:7: minLength must be a non-negative integer, it is a number",
      "32:7: maxLength must be a non-negative integer, it is a number",
      "33:7 warning form-read: minimum must be a number, it is a string; it is read as 1",
      "34:7: multipleOf must be a number, it is true",
      "35:7 warning type-left-out: properties must be an object, it is an array; it is left out",
      "36:7 warning type-left-out: additionalProperties must be an object (schema), it is a string; any value is allowed",
      "37:7 warning form-read: allOf must be an array, it is an object; it is read as an array of one",
      "37:7 warning keyword-unknown: a is not a schema keyword and is ignored",
      "38:7 warning form-read: discriminator must be an object (discriminator), it is a string; it is read as its propertyName",
      "39:7: uniqueItems must be a boolean, it is a number",
      "41:22 warning type-left-out: s must be an object (security scheme), it is a number; the security scheme is left out",
      "42:3 warning type-left-out: responses must be an object, it is a number; it is left out",
    ]);
  });

  it("count as missing where they are null or empty", async () => {
    const { problems } = await loadYaml(`openapi: 3.1.0
info:
paths:
  /a:
    parameters: [[], { name: , in: query, schema: {} }]
`);
    expect(problems.filter((line) => /missing|needed/.test(line))).toEqual([
      "1:1 warning info-missing: the document has no info; the name of the file is its title",
      "5:18 warning field-needed: the parameter has no name; the parameter is left out",
      "5:18 warning field-needed: the parameter has no in; the parameter is left out",
      "5:22 warning field-needed: the parameter has no name; the parameter is left out",
    ]);
    const { document } = await loadYaml(`openapi: 3.1.0
info: []
paths: {}
`);
    expect(document?.root.info).toEqual({ title: "", version: "" });
  });
});

describe("values that plainly mean another", () => {
  it("are put right, with a warning", async () => {
    const { document, problems } = await loadYaml(`openapi: 3.1.0
info: { title: 2024-01, version: 1.10, description: }
servers: [{ url: "https://{p}.example.com", variables: { p: { default: 8443, enum: [8443, "443"] } } }]
paths:
  /a:
    get:
      operationId: 007
      parameters:
      responses:
        2xx: { description: yes, headers: [] }
        204:
components:
  schemas:
    A:
      type: [string, null]
      required: true
      properties: []
    B: { type: null, examples: { a: 1 }, items: [{ type: string }] }
    C: { type: String, default: "5" }
    M: { type: money }
    D: { type: integer, default: "5" }
    E: { type: integer, default: none }
`);
    expect(problems).toEqual([
      "2:25 warning text-expected: version must be a string, it is a number",
      "2:40 warning null-ignored: description has no value and is ignored",
      "3:63 warning text-expected: default must be a string, it is a number",
      "3:85 warning text-expected: enum[0] must be a string, it is a number",
      "7:7 warning text-expected: operationId must be a string, it is a number",
      "8:7 warning null-ignored: parameters has no value and is ignored",
      "10:9 warning status-case: the status 2xx is read as 2XX",
      "10:34 warning list-for-map: headers must be an object; the empty array is read as one",
      "11:9 warning null-entry: 204 has no value and is read as an empty object",
      '15:7 warning null-type: the type is the string "null", not the value null',
      "16:7 warning keyword-ignored: required cannot be true in a schema and is ignored",
      "17:7 warning list-for-map: properties must be an object; the empty array is read as one",
      '18:10 warning null-type: the type is the string "null", not the value null',
      "18:22 warning keyword-ignored: examples cannot be an object in a schema and is ignored",
      "18:42 warning items-list: items is one schema; the array is read as prefixItems",
      "19:10 warning schema-type-case: the type String is read as string",
      "20:10 warning schema-type: money is not a type of JSON Schema; any value is allowed",
      "21:25 warning default-text: the default is a string, the type is integer; it is read as a number",
      "22:25 warning default-type: the default is a string, the type is integer; it is ignored",
    ]);
    expect(document?.root).toEqual({
      openapi: "3.1.1",
      info: { title: "2024-01", version: "1.10" },
      servers: [
        {
          url: "https://{p}.example.com",
          variables: { p: { default: "8443", enum: ["8443", "443"] } },
        },
      ],
      paths: {
        "/a": {
          get: {
            operationId: "007",
            responses: {
              "2XX": { description: "yes", headers: {} },
              "204": {},
            },
          },
        },
      },
      components: {
        schemas: {
          A: { type: ["string", "null"], properties: {} },
          B: { type: "null", prefixItems: [{ type: "string" }] },
          C: { type: "string", default: "5" },
          M: {},
          D: { type: "integer", default: 5 },
          E: { type: "integer" },
        },
      },
    });
  });
});

describe("properties that have the names of keywords", () => {
  it("are not taken for them", async () => {
    const { problems } = await loadYaml(`openapi: 3.1.0
info: { title: T, version: "1" }
paths: {}
components:
  schemas:
    A:
      properties:
        items: [{ type: string }]
        required: 1
    items: [{ type: string }]
`);
    expect(problems).toEqual([
      "8:9 warning type-left-out: items must be an object (schema), it is an array; any value is allowed",
      "9:9 warning type-left-out: required must be an object (schema), it is a number; any value is allowed",
      "10:5 warning type-left-out: items must be an object (schema), it is an array; any value is allowed",
    ]);
  });
});

describe("fields that are missing or unknown", () => {
  it("say where", async () => {
    const { problems, diagnostics } = await loadYaml(`openapi: 3.1.0
info: { licence: MIT, x-a: 1 }
servers: [{ description: x }]
tags: [{ description: x }]
paths:
  /a:
    GET: {}
    description: x
    operation: text
    get:
      respones: {}
      parameters: [{ in: query }]
components:
  securitySchemes: { a: { type: http }, b: { type: apiKey } }
  definitions: {}
`);
    const helps = diagnostics.all().map(({ code, help }) => ({ code, help }));
    expect(
      problems.map((line, index) =>
        line.includes("unknown:")
          ? `${line} (${helps[index]?.help ?? ""})`
          : line,
      ),
    ).toEqual([
      "2:1 warning field-expected: the info has no title",
      "2:1 warning field-expected: the info has no version",
      "2:9 warning field-unknown: licence is not a field of the info and is ignored (Did you mean license?)",
      "3:11 warning field-needed: the server has no url; the server is left out",
      "4:8 warning field-needed: the tag has no name; the tag is left out",
      "7:5 error method-unknown: GET is not an HTTP method of OpenAPI (Did you mean get?)",
      "9:5 warning field-unknown: operation is not a field of the path item and is ignored (Correct the name, or begin it with x-.)",
      "11:7 warning field-unknown: respones is not a field of the operation and is ignored (Did you mean responses?)",
      "12:20 warning field-needed: the parameter has no name; the parameter is left out",
      "14:22 warning field-needed: the security scheme has no scheme; the security scheme is left out",
      "14:41 warning field-needed: the security scheme has no in; the security scheme is left out",
      "14:41 warning field-needed: the security scheme has no name; the security scheme is left out",
      "15:3 warning field-unknown: definitions is not a field of the components and is ignored (Correct the name, or begin it with x-.)",
    ]);
  });

  it("are no reason to refuse a document without a title", async () => {
    const { document } = await loadYaml(
      "openapi: 3.1.0\ninfo: {}\npaths: {}\n",
    );
    expect(document?.root.info).toEqual({ title: "", version: "" });
  });

  it("need something to generate from", async () => {
    expect((await loadYaml(head())).problems).toEqual([
      "1:1 error paths-missing: the document has neither paths nor webhooks nor components",
    ]);
    expect((await loadYaml("openapi: 3.1.0\npaths: {}\n")).problems).toEqual([
      "1:1 warning info-missing: the document has no info; the name of the file is its title",
    ]);
  });
});
