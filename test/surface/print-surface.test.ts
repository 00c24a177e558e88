import { describe, expect, it } from "vitest";
import { printSurface } from "../../generator/surface/print-surface.js";
import { readSurface } from "../../generator/surface/read-surface.js";
import { surfaceOf } from "../../generator/surface/surface-of.js";
import { reversed } from "../support/reversed.js";
import { sdkOf } from "../support/pipeline.js";

const string = { type: "string" };
const json = (schema: unknown) => ({
  content: { "application/json": { schema } },
});

const everything = {
  openapi: "3.2.0",
  servers: [
    {
      name: "live",
      url: "https://{region}.example.com",
      variables: { region: { default: "eu", enum: ["us", "eu"] } },
    },
    { name: "test", url: "https://test.example.com" },
  ],
  security: [{ key: [] }],
  paths: {
    "/pets/{petId}": {
      put: {
        operationId: "putPet",
        deprecated: true,
        security: [{ key: [], user: [] }, {}],
        parameters: [
          { name: "petId", in: "path", required: true, schema: string },
          {
            name: "__proto__",
            in: "query",
            schema: { ...string, default: "a" },
          },
          {
            name: "9",
            in: "query",
            explode: false,
            schema: { type: "array", items: { ...string, maxLength: 3 } },
          },
        ],
        requestBody: {
          required: true,
          ...json({ $ref: "#/components/schemas/Pet" }),
        },
        callbacks: {
          moved: {
            "{$request.query.url}": {
              post: {
                requestBody: json({ $ref: "#/components/schemas/Pet" }),
                responses: { "200": { description: "Done." } },
              },
            },
          },
        },
        responses: {
          "200": {
            description: "Done.",
            headers: { "X-Total": { schema: string } },
            ...json({ $ref: "#/components/schemas/Pet" }),
          },
          "404": { description: "None.", ...json({ type: "object" }) },
        },
      },
    },
  },
  webhooks: {
    sold: {
      post: {
        requestBody: json({ type: ["boolean", "null"] }),
        responses: { "200": { description: "Done." } },
      },
    },
  },
  components: {
    schemas: {
      Pet: {
        type: "object",
        required: ["id"],
        properties: {
          id: { ...string, readOnly: true },
          born: { ...string, format: "date-time" },
          place: { type: "array", prefixItems: [string, { type: "number" }] },
          parent: { $ref: "#/components/schemas/Pet" },
        },
        additionalProperties: { type: "string" },
      },
    },
    securitySchemes: {
      key: { type: "apiKey", in: "header", name: "X-Key" },
      user: { type: "http", scheme: "basic" },
    },
  },
};

describe("the file of a surface", () => {
  it("has a line for each operation and model", async () => {
    const sdk = await sdkOf({
      paths: {
        "/pets": {
          get: {
            operationId: "listPets",
            parameters: [{ name: "limit", in: "query", schema: string }],
            responses: { "200": { description: "Done.", ...json(string) } },
          },
        },
      },
      components: {
        schemas: { Kind: { enum: ["dog", "cat"] }, Pet: { type: "object" } },
      },
    });
    expect(printSurface(surfaceOf(sdk), "1.2.0")).toBe(`{
  "client": {
    "className": "Test",
    "coreName": "TestCore",
    "credentials": {},
    "errorName": "TestError",
    "parameters": {},
    "security": [],
    "serverVariables": {}
  },
  "formatVersion": 2,
  "models": {
    "Kind": { "schema": "Kind", "type": { "enum": ["cat", "dog"] } },
    "Pet": { "schema": "Pet", "type": { "index": "unknown", "object": {} } }
  },
  "operations": {
    "listPets": { "call": "client.pets.list", "params": { "fields": { "limit?": "string" }, "isOptional": true }, "path": "/pets", "result": { "type": "string" } }
  },
  "package": {
    "exports": [],
    "name": "test-sdk",
    "node": ">=20"
  },
  "version": "1.2.0",
  "webhooks": {}
}
`);
  });

  it("is read as it was written", async () => {
    const surface = surfaceOf(
      await sdkOf(everything, {
        webhooks: { verify: "unwrap", parse: "parse" },
      }),
    );
    const text = printSurface(surface, "1.2.0");
    const read = readSurface(text);
    expect(read).toEqual({ kind: "surface", surface, version: "1.2.0" });
    expect(
      read.kind === "surface" && printSurface(read.surface, read.version),
    ).toBe(text);
  });

  it("is read as it was written with several arguments before params", async () => {
    const path = (name: string) => ({
      ...{ name, in: "path", required: true, schema: string },
    });
    const sdk = await sdkOf(
      {
        paths: {
          "/repos/{owner}/{repo}": {
            get: {
              operationId: "getRepo",
              parameters: [path("owner"), path("repo")],
              responses: { "204": { description: "Done." } },
            },
          },
        },
      },
      { arguments: "all" },
    );
    const surface = surfaceOf(sdk);
    const names = [...surface.operations.values()].map(({ positional }) =>
      positional.map(({ name }) => name),
    );
    expect(names).toEqual([["owner", "repo"]]);
    expect(readSurface(printSurface(surface, "1.2.0"))).toEqual({
      ...{ kind: "surface", surface, version: "1.2.0" },
    });
  });

  it("is read as it was written with links, and credentials of a user", async () => {
    const done = { description: "Done." };
    const surface = surfaceOf(
      await sdkOf({
        security: [{ user: [] }, { program: [] }],
        paths: {
          "/pets/{petId}": {
            get: {
              operationId: "getPet",
              parameters: [
                { name: "petId", in: "path", required: true, schema: string },
              ],
              responses: {
                "204": {
                  ...done,
                  links: {
                    again: {
                      operationId: "getPet",
                      parameters: { petId: "$request.path.petId" },
                    },
                  },
                },
              },
            },
          },
        },
        components: {
          securitySchemes: {
            user: { type: "openIdConnect", openIdConnectUrl: "https://a.test" },
            program: {
              type: "oauth2",
              flows: {
                clientCredentials: { tokenUrl: "https://a.test", scopes: {} },
              },
            },
          },
        },
      }),
    );
    expect([...(surface.links ?? [])]).toHaveLength(1);
    expect(readSurface(printSurface(surface, "1.0.0"))).toMatchObject({
      kind: "surface",
      surface,
    });
  });

  it("is the same whatever the order of keys in the document", async () => {
    const names = (await sdkOf(everything)).names;
    const [one, other] = await Promise.all(
      [everything, reversed(everything) as typeof everything].map(
        async (document) =>
          printSurface(surfaceOf(await sdkOf(document, { names })), "1.0.0"),
      ),
    );
    expect(other).toBe(one);
  });

  it.each([
    ["[", "it is no JSON"],
    ["[]", "an object is missing"],
    ["{}", "a text is missing"],
    ['{ "version": "1.0.0", "formatVersion": 3 }', "it has another format"],
    ['{ "version": "1.0.0", "formatVersion": 2 }', "an object is missing"],
    ['{ "version": "1.0.0", "formatVersion": 1 }', "an object is missing"],
  ])("says why it cannot read %s", (text, reason) => {
    expect(readSurface(text)).toEqual({ kind: "unreadable", reason });
  });

  it.each([
    ['"string"', '"strong"', "`strong` is no type"],
    ['"isDeprecated": true', '"isDeprecated": 1', "a boolean is none"],
    ['"readOnly"', '"hidden"', "an access is none"],
    ['"path": "/pets/{petId}"', '"path": 1', "a text is missing"],
    ['"result": {', '"result": { "status": "200",', "a number is missing"],
    [
      '"string"',
      `${'{ "array": '.repeat(600)}"string"${" }".repeat(600)}`,
      "a type is too deep",
    ],
  ])("refuses %s as %.20s", async (good, bad, reason) => {
    const text = printSurface(surfaceOf(await sdkOf(everything)), "1.0.0");
    expect(text).toContain(good);
    expect(readSurface(text.replace(good, bad))).toEqual({
      ...{ kind: "unreadable", reason },
    });
  });
});
