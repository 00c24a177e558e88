/**
 * What `document.ts` promises: after a successful load every field that the tables name holds what
 * they say, whatever the document held before.
 */
import { describe, expect, it } from "vitest";
import { violationsOf } from "./conformance.js";
import { loadJson } from "./loading.js";

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const info = { title: "T", version: "1" };
const media = { "application/json": { schema: { type: "string" } } };

/** One of every object that a method is generated from. */
const openapi: Json = {
  openapi: "3.0.3",
  info,
  servers: [{ url: "https://{v}.test", variables: { v: { default: "a" } } }],
  tags: [{ name: "pets", externalDocs: { url: "https://a.test" } }],
  security: [{ key: [] }],
  paths: {
    "/a/{id}": {
      parameters: [
        { name: "id", in: "path", required: true, schema: { type: "string" } },
      ],
      post: {
        operationId: "a",
        tags: ["pets"],
        parameters: [{ $ref: "#/components/parameters/P" }],
        requestBody: {
          content: {
            "multipart/form-data": {
              schema: { $ref: "#/components/schemas/A" },
              encoding: { a: { contentType: "text/plain" } },
              examples: { one: { value: 1 } },
            },
          },
        },
        responses: {
          200: {
            description: "ok",
            headers: { "x-a": { schema: { type: "string" } } },
            content: media,
            links: { l: { operationId: "a" } },
          },
        },
        callbacks: { c: { "{$url}": {} } },
        security: [],
      },
    },
  },
  components: {
    parameters: {
      P: { name: "p", in: "query", explode: true, schema: { type: "string" } },
    },
    securitySchemes: {
      key: { type: "apiKey", in: "header", name: "k" },
      oauth: {
        type: "oauth2",
        flows: { clientCredentials: { tokenUrl: "/t", scopes: { a: "b" } } },
      },
    },
    schemas: {
      A: {
        type: "object",
        required: ["a"],
        properties: {
          a: { type: "string", nullable: true, enum: ["x"], example: "x" },
          b: { type: "array", items: { type: "integer" }, minItems: 1 },
          c: { type: "number", minimum: 1, exclusiveMinimum: true },
        },
        additionalProperties: { type: "string", xml: { name: "n" } },
        discriminator: { propertyName: "a", mapping: { x: "A" } },
      },
      B: { allOf: [{ $ref: "#/components/schemas/A" }], nullable: true },
    },
  },
};

const swagger: Json = {
  swagger: "2.0",
  info,
  host: "a.test",
  basePath: "/v1",
  schemes: ["https"],
  consumes: ["application/json"],
  securityDefinitions: {
    key: { type: "apiKey", in: "header", name: "k" },
    oauth: { type: "oauth2", flow: "application", tokenUrl: "/t", scopes: {} },
  },
  parameters: { P: { name: "p", in: "query", type: "string" } },
  responses: { R: { description: "r", schema: { type: "string" } } },
  definitions: { A: { type: "object", discriminator: "a" } },
  paths: {
    "/a": {
      parameters: [{ $ref: "#/parameters/P" }],
      post: {
        consumes: ["application/json"],
        parameters: [
          { name: "body", in: "body", schema: { $ref: "#/definitions/A" } },
        ],
        responses: {
          200: {
            description: "ok",
            schema: { type: "array", items: { type: "file" } },
            headers: { "x-a": { type: "string" } },
            examples: { "application/json": [] },
          },
          400: { $ref: "#/responses/R" },
        },
      },
    },
  },
};

const strange: readonly Json[] = [
  ...[null, 1, "x", [], {}, [null], { a: null }],
  ...[{ $ref: "#/x-data" }, { $ref: 1 }],
];

function* mutations(value: Json): Generator<Json> {
  yield* strange;
  if (typeof value !== "object" || value === null) return;
  for (const key of Object.keys(value)) {
    const member = Array.isArray(value) ? value[Number(key)] : value[key];
    for (const mutation of mutations(member ?? null)) {
      yield Array.isArray(value)
        ? value.with(Number(key), mutation)
        : { ...value, [key]: mutation };
    }
  }
}

describe("a document with a strange value anywhere", () => {
  it.each([
    ["OpenAPI 3.0", openapi, 1000],
    ["Swagger 2.0", swagger, 500],
  ])(
    "of %s is refused with an error, or keeps the promise",
    async (_name, base, atLeast) => {
      let count = 0;
      let accepted = 0;
      const broken: unknown[] = [];
      for (const mutation of mutations(base)) {
        count++;
        const data = { "x-data": { 1: [null] } };
        const { document, diagnostics, problems } = await loadJson(
          typeof mutation === "object" && !Array.isArray(mutation)
            ? { ...mutation, ...data }
            : mutation,
        );
        if (document === undefined) {
          if (!diagnostics.hasErrors) broken.push([mutation, problems]);
          continue;
        }
        accepted++;
        const violations = violationsOf(document);
        if (violations.length > 0) {
          broken.push([violations, problems]);
        }
      }
      expect(broken).toEqual([]);
      expect(count).toBeGreaterThan(atLeast);
      expect(accepted).toBeGreaterThan(atLeast / 4);
    },
    60_000,
  );
});

describe("the promise", () => {
  it("does not hold of a document that was changed by hand", async () => {
    const { document } = await loadJson(openapi);
    if (document === undefined) throw new Error("it was refused");
    expect(violationsOf(document)).toEqual([]);
    const changed = { ...document.root, tags: [{ name: 1 }], servers: {} };
    const root = changed as unknown as typeof document.root;
    expect(violationsOf({ ...document, root })).toEqual([
      "#/servers: no array",
      "#/tags/0/name: no string: 1",
    ]);
  });
});
