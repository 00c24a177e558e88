import { describe, expect, it } from "vitest";
import { findDocuments } from "../../generator/init/find-document.js";
import { surroundingsOf } from "./support.js";

const yaml = "openapi: 3.1.0\n";

describe("a document is found", () => {
  it.each([
    ["openapi.yaml", yaml],
    ["acme-openapi.v2.yml", "# Acme\nopenapi: 3.0.3\n"],
    ["openapi.json", '{"openapi":"3.1.0"}'],
    ["swagger.json", '{\n  "swagger": "2.0"\n}'],
    ["Swagger.yaml", 'swagger: "2.0"\n'],
    ["api.yaml", yaml],
    ["api/openapi.yaml", yaml],
    ["spec/acme/openapi.yaml", yaml],
    ["specs/api.json", "{ 'openapi': '3.1.0' }"],
    ["docs/openapi.yml", yaml],
    ["openapi/v2/my-openapi.yaml", yaml],
  ])("as %s", (path, text) => {
    expect(findDocuments(surroundingsOf({ [path]: text }))).toEqual([path]);
  });
});

describe("no document is", () => {
  it.each([
    ["of another name", "acme.yaml", yaml],
    ["another kind of file", "openapi.ts", yaml],
    ["without the field", "openapi-ts.config.json", '{ "input": "x" }'],
    ["a word in a text", "openapi.yaml", "about: the openapi document\n"],
    ["late in its file", "openapi.yaml", "#".repeat(4096) + `\n${yaml}`],
    ["in another folder", "src/openapi.yaml", yaml],
    ["three levels deep", "spec/a/b/openapi.yaml", yaml],
    ["in a hidden folder", "docs/.cache/openapi.yaml", yaml],
    ["of a package", "api/node_modules/openapi.yaml", yaml],
  ])("%s", (_, path, text) => {
    expect(findDocuments(surroundingsOf({ [path]: text }))).toEqual([]);
  });

  it("one that git ignores", () => {
    const files = { "openapi.yaml": yaml, "api.yaml": yaml };
    const isIgnored = (path: string) => path === "api.yaml";
    expect(findDocuments(surroundingsOf(files, { isIgnored }))).toEqual([
      "openapi.yaml",
    ]);
  });
});

it("the newest comes first", () => {
  const files = { "api/openapi.yaml": yaml, "openapi.yaml": yaml };
  expect(findDocuments(surroundingsOf(files))).toEqual([
    "openapi.yaml",
    "api/openapi.yaml",
  ]);
});
