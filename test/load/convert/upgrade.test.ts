import { describe, expect, it } from "vitest";
import { loadJson } from "../loading.js";

/** One schema, read in a document of that version. */
const upgraded = async (
  schema: unknown,
  openapi = "3.0.3",
): Promise<{ schema: unknown; problems: readonly string[] }> => {
  const { document, problems } = await loadJson({
    openapi,
    info: { title: "T", version: "1" },
    components: { schemas: { S: schema, Pet: { type: "object" } } },
  });
  return { schema: document?.root.components?.schemas?.["S"], problems };
};

const pet = { $ref: "#/components/schemas/Pet" };
const nothing = { type: "null" };

describe("null in a part of allOf", () => {
  it.each<[string, unknown, unknown]>([
    [
      "3.1.0",
      { allOf: [pet, { nullable: true }], description: "d" },
      { description: "d", anyOf: [pet, nothing] },
    ],
    [
      "3.1.0",
      { allOf: [{ nullable: true, description: "d" }, pet] },
      { anyOf: [{ allOf: [{ description: "d" }, pet] }, nothing] },
    ],
    ["3.1.0", { allOf: [{ nullable: true }] }, { allOf: [{}] }],
    ["3.0.3", { allOf: [pet, { nullable: true }] }, { allOf: [pet, {}] }],
  ])("%s %j", async (openapi, schema, want) => {
    expect((await upgraded(schema, openapi)).schema).toEqual(want);
  });
});

describe("from 3.0 to 3.1", () => {
  it.each<[unknown, unknown]>([
    [{ type: "string", nullable: true }, { type: ["string", "null"] }],
    [{ type: "string", nullable: false }, { type: "string" }],
    [{ nullable: true }, {}],
    [
      { type: "string", nullable: true, enum: ["a"] },
      { type: ["string", "null"], enum: ["a", null] },
    ],
    [{ nullable: true, enum: ["a", null] }, { enum: ["a", null] }],
    [{ nullable: true, oneOf: [pet] }, { oneOf: [pet, nothing] }],
    [{ nullable: true, anyOf: [pet] }, { anyOf: [pet, nothing] }],
    [
      { nullable: true, allOf: [pet], description: "d" },
      { description: "d", anyOf: [pet, nothing] },
    ],
    [
      { nullable: true, allOf: [pet, { title: "t" }] },
      { anyOf: [{ allOf: [pet, { title: "t" }] }, nothing] },
    ],
    [
      { ...pet, nullable: true, description: "d" },
      { description: "d", anyOf: [pet, nothing] },
    ],
    [
      { type: "number", minimum: 1, exclusiveMinimum: true },
      { type: "number", exclusiveMinimum: 1 },
    ],
    [{ maximum: 1, exclusiveMaximum: false }, { maximum: 1 }],
    [{ exclusiveMaximum: true }, {}],
    [{ example: { a: null } }, { examples: [{ a: null }] }],
    [{ example: 1, examples: [2] }, { examples: [2] }],
    [
      { type: "string", format: "binary" },
      {
        type: "string",
        format: "binary",
        contentMediaType: "application/octet-stream",
      },
    ],
    [
      { type: "string", format: "byte" },
      { type: "string", format: "byte", contentEncoding: "base64" },
    ],
    [
      { properties: { a: { items: { nullable: true, type: "string" } } } },
      { properties: { a: { items: { type: ["string", "null"] } } } },
    ],
    [
      { default: { nullable: true }, enum: [{ example: 1 }] },
      { default: { nullable: true }, enum: [{ example: 1 }] },
    ],
  ])("%j", async (schema, want) => {
    expect(await upgraded(schema)).toEqual({ schema: want, problems: [] });
  });

  it("drops what 3.0 ignores beside a reference, with a warning", async () => {
    const schema = {
      ...pet,
      description: "d",
      "x-a": 1,
      type: "object",
      enum: [],
      minLength: 1,
    };
    expect(await upgraded(schema)).toEqual({
      schema: { ...pet, description: "d", "x-a": 1 },
      problems: [
        "1:80 warning ref-siblings: enum, minLength beside $ref is ignored before OpenAPI 3.1",
      ],
    });
    expect(await upgraded(schema, "3.1.0")).toEqual({ schema, problems: [] });
  });

  it("follows references into what it moved", async () => {
    const { document } = await loadJson({
      openapi: "3.0.3",
      info: { title: "T", version: "1" },
      components: {
        schemas: {
          One: { nullable: true, allOf: [{ properties: { a: {} } }] },
          Two: { nullable: true, allOf: [{ properties: { a: {} } }, {}] },
          A: { $ref: "#/components/schemas/One/allOf/0/properties/a" },
          B: { $ref: "#/components/schemas/Two/allOf/0/properties/a" },
        },
      },
    });
    expect(document?.root.components?.schemas).toMatchObject({
      A: { $ref: "#/components/schemas/One/anyOf/0/properties/a" },
      B: { $ref: "#/components/schemas/Two/anyOf/0/allOf/0/properties/a" },
    });
  });

  it.each(["3.1.0", "3.2.0"])("leaves %s as it is", async (version) => {
    const schema = {
      type: ["string", "null"],
      exclusiveMinimum: 1,
      examples: [1],
      const: null,
      $defs: { x: true },
      prefixItems: [false],
    };
    expect(await upgraded(schema, version)).toEqual({ schema, problems: [] });
  });
});

describe("the order of keys", () => {
  it("is that of the document", async () => {
    const { document } = await loadJson(
      '{"info": {"version": "1", "title": "T"}, "paths": {"/b": {}, "/a": {}}, "openapi": "3.0.0", "components": {"schemas": {"z": {"title": "t", "nullable": true, "type": "string"}, "a": {}}}}',
    );
    expect(JSON.stringify(document?.root)).toBe(
      '{"info":{"version":"1","title":"T"},"paths":{"/b":{},"/a":{}},"openapi":"3.1.1","components":{"schemas":{"z":{"title":"t","type":["string","null"]},"a":{}}}}',
    );
  });
});
