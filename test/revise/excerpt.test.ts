import { describe, expect, it } from "vitest";
import { excerptOf } from "../../generator/revise/excerpt.js";
import { splitOperations } from "../../generator/revise/operation-texts.js";

const excerpt = (text: string, ...wanted: readonly string[]) => {
  const texts = splitOperations(text);
  if (!texts) throw new Error("not split");
  const found = excerptOf(texts, new Set(wanted));
  if (!found) throw new Error("not read");
  return found;
};

const ref = (place: string) => ({ $ref: `#/components/${place}` });

const document = {
  openapi: "3.1.0",
  "x-first": ref("schemas/First"),
  paths: {
    "/a": {
      summary: "Pets",
      parameters: [ref("parameters/Shared")],
      get: { responses: { 200: ref("responses/Pet") } },
      put: { "x-a": 1 },
    },
    "/b": { get: { responses: { 200: ref("responses/Other") } } },
    "/c": {},
  },
  components: {
    responses: {
      Pet: { content: { a: { schema: ref("schemas/Pet/items") } } },
      Other: {},
    },
    schemas: {
      Pet: { items: ref("schemas/Dog") },
      Dog: { items: ref("schemas/Pet") },
      First: false,
      __proto__x: {},
    },
    parameters: { Shared: {}, Other: {} },
    securitySchemes: { key: { type: "http" } },
  },
  webhooks: { hook: { post: {} } },
};

describe("an excerpt of a document", () => {
  it.each([
    ["laid out", JSON.stringify(document, undefined, 2)],
    ["in one line", JSON.stringify(document)],
    ["with escaped slashes", JSON.stringify(document).replaceAll("/", "\\/")],
  ])("has some operations and what they lead to: %s", (_, text) => {
    const { value, text: whole } = excerpt(text, "GET /a");
    expect(whole).toBe(text);
    const { put: _put, ...item } = document.paths["/a"];
    const { Pet, Dog } = document.components.schemas;
    expect(value).toEqual({
      openapi: "3.1.0",
      "x-first": document["x-first"],
      paths: { "/a": item },
      components: {
        responses: { Pet: document.components.responses.Pet },
        schemas: { Pet, Dog },
        parameters: { Shared: {} },
        securitySchemes: document.components.securitySchemes,
      },
    });
  });

  it.each([
    { discriminator: { propertyName: "kind" } },
    { $dynamicRef: "#pet" },
    ref("schemas/Caf%C3%A9"),
    ref("schemas/a~1b"),
    ref("schemas/a\u0000b"),
  ])("has all components where it is not plain what is meant: %j", (odd) => {
    const schemas = { Pet: odd, "a/b": {}, Other: { type: "object" } };
    const components = { schemas };
    const paths = { "/a": { get: { schema: ref("schemas/Pet") } } };
    const text = JSON.stringify({ paths, components });
    expect(excerpt(text, "GET /a").value).toEqual({ paths, components });
  });

  it("needs no components", () => {
    expect(excerpt(`{"paths":{"/a":{"get":{}}}}`, "GET /a").value).toEqual({
      paths: { "/a": { get: {} } },
    });
  });

  it("keeps a path whatever its name", () => {
    const text = `{"paths":{"__proto__":{"get":{}},"/a":{"get":{}}}}`;
    const { value } = excerpt(text, "GET __proto__");
    expect(JSON.stringify(value)).toBe(`{"paths":{"__proto__":{"get":{}}}}`);
  });
});
