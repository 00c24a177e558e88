import { expect, it } from "vitest";
import { head, loadYaml } from "../loading.js";

const problemsOf = async (
  mediaType: string,
  encoding: string,
): Promise<readonly string[]> =>
  (
    await loadYaml(`${head("3.2.0")}paths:
  /a:
    post:
      requestBody:
        content:
          ${mediaType}:
            schema: { type: object, properties: { a: { type: object } } }
            encoding: { a: ${encoding} }
      responses: { "204": { description: ok } }
`)
  ).problems;

const warning =
  "warning field-unsupported: encoding of the encoding is not supported: only a part whose contentType is one of multipart, or of a form, and that has no style, has parts of its own";

it.each([
  ["multipart/form-data", "multipart/mixed"],
  ["multipart/form-data", "multipart/form-data"],
  ["multipart/mixed", "application/x-www-form-urlencoded"],
  [
    "application/x-www-form-urlencoded",
    "application/x-www-form-urlencoded; charset=utf-8",
  ],
])("encodings in a part of %s as %s say something", async (outer, inner) => {
  const encoding = `{ contentType: ${inner}, encoding: { b: {} } }`;
  expect(await problemsOf(outer, encoding)).toEqual([]);
});

it.each([
  ["multipart/form-data", "encoding: { b: {} }"],
  ["multipart/form-data", "contentType: application/json, encoding: { b: {} }"],
  [
    "multipart/form-data",
    '"contentType": "multipart/mixed, text/plain", encoding: { b: {} }',
  ],
  [
    "multipart/form-data",
    "contentType: multipart/mixed, style: form, encoding: { b: {} }",
  ],
  [
    "application/x-www-form-urlencoded",
    "contentType: multipart/mixed, encoding: { b: {} }",
  ],
])("those in a part of %s with %s say nothing", async (outer, fields) => {
  expect(await problemsOf(outer, `{ ${fields} }`)).toEqual([
    expect.stringContaining(warning),
  ]);
});

it("empty ones are none", async () => {
  expect(
    await problemsOf("multipart/form-data", "{ encoding: {}, headers: {} }"),
  ).toEqual([]);
});
