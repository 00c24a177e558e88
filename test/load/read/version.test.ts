import { describe, expect, it } from "vitest";
import { loadJson, loadYaml } from "../loading.js";

const supported = "3.0.x, 3.1.x, 3.2.x and Swagger 2.0";

describe("versions", () => {
  it.each([
    ["openapi: 3.0.0", "3.0.0"],
    ["openapi: 3.0.4", "3.0.4"],
    ['openapi: "3.0"', "3.0"],
    ["openapi: '3.1'", "3.1"],
    ["openapi: 3.1.1", "3.1.1"],
    ["openapi: 3.2.0", "3.2.0"],
    ["openapi: 3.1.0-rc1", "3.1.0-rc1"],
    ["swagger: '2.0'", "2.0"],
    ["swagger: 2.0", "2.0"],
  ])("read: %s", async (line, sourceVersion) => {
    const { document, problems } = await loadYaml(
      `${line}\ninfo: {title: T, version: "1"}\npaths: {}\n`,
    );
    expect(problems).toEqual([]);
    expect(document?.sourceVersion).toBe(sourceVersion);
    expect(document?.root.openapi).toBe("3.1.1");
  });

  it.each([
    ["openapi: 4.0.0", "openapi: 4.0.0"],
    ["openapi: 3", "openapi: 3"],
    ["openapi: 3.3.0", "openapi: 3.3.0"],
    ["openapi: 3.0.x", "openapi: 3.0.x"],
    ["openapi: [3.1.0]", 'openapi: ["3.1.0"]'],
    ["openapi:", "openapi: null"],
    ["swagger: '1.2'", "swagger: 1.2"],
    ["swagger: 3.0.0", "swagger: 3.0.0"],
  ])("refused: %s", async (line, found) => {
    const { problems } = await loadYaml(`\n${line}\n`);
    expect(problems).toEqual([
      `2:1 error version-unsupported: ${found} is not supported`,
    ]);
  });

  it("written as numbers are read as spelled", async () => {
    const { document, problems } = await loadYaml(
      `openapi: 3.0\ninfo: {title: T, version: 1.10}\npaths: {}\n`,
    );
    expect(problems).toEqual([
      "1:1 warning text-expected: openapi must be a string, it is a number",
      "2:18 warning text-expected: version must be a string, it is a number",
    ]);
    expect(document?.sourceVersion).toBe("3.0");
    expect(document?.root.info.version).toBe("1.10");
  });

  it("says what is supported", async () => {
    const { diagnostics } = await loadYaml("openapi: 4.0.0");
    expect(diagnostics.all()[0]?.help).toBe(`Supported: ${supported}.`);
  });
});

describe("what is no OpenAPI document", () => {
  it.each([
    ["", "error document-empty: the document is empty"],
    ["# only a comment\n", "error document-empty: the document is empty"],
    ["---\n", "error document-empty: the document is empty"],
    ["null", "error document-empty: the document is empty"],
    [
      "- a",
      "error document-not-object: an OpenAPI document is an object; this is an array",
    ],
    [
      "just text",
      "error document-not-object: an OpenAPI document is an object; this is a string",
    ],
    [
      "42",
      "error document-not-object: an OpenAPI document is an object; this is a number",
    ],
    [
      "name: x\nversion: 1.0.0\n",
      "error version-missing: not an OpenAPI document: the field openapi is missing",
    ],
    [
      "<!DOCTYPE html>\n<html></html>",
      "error not-a-document: this is HTML or XML, not an OpenAPI document",
    ],
  ])("%j", async (text, want) => {
    const { document, problems } = await loadYaml(text);
    expect(document).toBeUndefined();
    expect(problems.map((line) => line.replace(/^\d+:\d+ /, ""))).toEqual([
      want,
    ]);
  });

  it("does not take inherited members for fields", async () => {
    const { problems } = await loadJson('{"__proto__": {"openapi": "3.1.0"}}');
    expect(problems).toEqual([
      "1:1 error version-missing: not an OpenAPI document: the field openapi is missing",
    ]);
  });
});
