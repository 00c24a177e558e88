import { describe, expect, it } from "vitest";
import {
  findChange,
  splitOperations,
} from "../../generator/revise/operation-texts.js";

const get = `{ "operationId": "getPet", "parameters": [] }`;
const put = `{ "description": "}\\"{", "x-a": { "get": 1 } }`;

const write = (own: string, other = put, title = "Pets") =>
  `{
  "info": { "title": "${title}", "paths": { "/no": { "get": {} } } },
  "paths": {
    "/p\\u00e9ts": { "summary": "Pets", "get": ${own} },
    "/pets/{id}" : { "put" : ${other}
    , "x-get": {} },
    "/empty": {}
  },
  "components": { "schemas": { "Pet": { "get": {} } } }
}
`;

const split = (text: string) => {
  const texts = splitOperations(text);
  if (!texts) throw new Error("not split");
  return texts;
};

const find = (after: string) => findChange(split(write(get)), after);

describe("the texts of operations", () => {
  it("are found among all members", () => {
    const text = write(get);
    expect(
      split(text).operations.map(({ key, start, end }) => [
        key,
        text.slice(start, end),
      ]),
    ).toEqual([
      ["GET /péts", get],
      ["PUT /pets/{id}", put],
    ]);
  });

  it.each([
    ["is the last member of all", `{"paths":{"/a":{"get":{}}}}`, ["GET /a"]],
    ["is empty", `{"paths":{"/a":{"get":{}},"/b":{}}}`, ["GET /a"]],
    ["is none", `{"openapi":"3.1.0"}`, []],
  ])("are found where one %s", (_, text, keys) => {
    expect(split(text).operations.map(({ key }) => key)).toEqual(keys);
  });

  it.each([
    `{"paths":{"/a":{"get":null}}}`,
    `{"paths":{"/a":{"get":[{}]}}}`,
    `{"paths":[{"get":{}}]}`,
  ])("are not looked for in %s", (text) => {
    expect(splitOperations(text)).toBeUndefined();
  });
});

describe("a change", () => {
  it("is none where the text is the same", () => {
    expect(find(write(get))?.changed).toEqual(new Set());
  });

  it("is found in one operation, and moves what comes after it", () => {
    const text = write(`{ "operationId": "getPet", "description": "A pet." }`);
    const change = find(text);
    expect(change?.changed).toEqual(new Set(["GET /péts"]));
    expect(change?.after).toEqual(split(text));
  });

  it("is found in several", () => {
    const text = write(
      `{ "operationId": "getPet" }`,
      `{ "x-a": { "get": 1 }, "deprecated": true, "description": "" }`,
    );
    const change = find(text);
    expect(change?.changed).toEqual(new Set(["GET /péts", "PUT /pets/{id}"]));
    expect(change?.after).toEqual(split(text));
  });

  it.each([
    ["the operationId", write(`{ "operationId": "pet" }`)],
    ["tags", write(`{ "operationId": "getPet", "tags": ["a"] }`)],
    ["an extension", write(get, `{ "x-a": { "get": 2 } }`)],
    ["what an extension is missing", write(get, `{}`)],
    ["the title", write(get, put, "Dogs")],
    ["the path", write(get).replace("/pets/{id}", "/dogs/{id}")],
    ["the method", write(get).replace(`"put" :`, `"post":`)],
    ["the end", write(get) + " "],
    ["the end, by a cut", write(get).slice(0, -3)],
    ["a component", write(get).replace(`"Pet"`, `"Dog"`)],
    ["an operation that is no object", write(`"gone"`)],
    ["an operation that is no JSON", write(`{ "description": }`)],
    ["an operation that has no end", write(`{ "description": "`)],
    [
      "an operation with a key twice",
      write(`{ "operationId": "getPet", "deprecated": 1, "deprecated": 1 }`),
    ],
    [
      "an operation that is nested too deeply",
      write(
        `{ "operationId": "getPet", "parameters": ${"[".repeat(498)}${"]".repeat(498)} }`,
      ),
    ],
  ])("is none of operations when it is of %s", (_, text) => {
    expect(find(text)).toBeUndefined();
  });

  it.each([
    `{ "$ref": "#/paths/~1pets/get" }`,
    `{ "$ref": "#\\/paths\\/~1pets" }`,
    `{ "$ref" : "#/%70aths/~1pets" }`,
    `{ "$\\u0072ef": "#/p\\u0061ths/~1pets" }`,
    `{ "$ref": "other.json" }`,
    `{ "mapping": { "a": "#/paths/~1pets" } }`,
    `{ "mapping": { "a": "#/p%61ths/~1pets" } }`,
    `{ "$dynamicRef": "#pet" }`,
  ])("is not told where another part may lead into it: %s", (part) => {
    const other = `{ "x-a": ${part} }`;
    const after = write(`{ "operationId": "getPet" }`, other);
    expect(findChange(split(write(get, other)), after)).toBeUndefined();
  });

  it("is told where others lead to components", () => {
    const other = `{ "x-a": { "$ref": "#/components/schemas/Pet" } }`;
    const after = write(`{ "operationId": "getPet" }`, other);
    expect(findChange(split(write(get, other)), after)).toBeDefined();
  });
});
