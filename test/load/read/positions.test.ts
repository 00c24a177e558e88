import { describe, expect, it } from "vitest";
import { Parser } from "yaml";
import type { Pointer } from "../../../generator/openapi/document.js";
import { SourceText } from "../../../generator/load/read/source.js";

const yaml = `# a comment
openapi: 3.1.0
paths:
  "/a~b/{id}": # another
    get:
      tags: [x, { y: 1 }, z]
      parameters:
        - name: a
          in: query

        # in between
        - name: b
    ? post
    : {responses: {200: {description: "ü😀", x: 1}}}
list:
- one
-
  - two
anchors: &a
  b: 1
again: *a
`;

const json = `{
  "openapi": "3.1.0",
  "paths": {
    "/a\\u007eb": { "get" : {"tags": ["x",
      "y"]}},
    "é": [1,  {"z": null}]
  }
}
`;

const locate = (source: SourceText, pointer: Pointer): string => {
  const { file, line, column } = source.locate(pointer);
  expect(file).toBe("spec/a");
  return `${line}:${column}`;
};

describe.each([
  ["all of it read again", false],
  ["only the part that is asked for", true],
])("places in YAML, %s", (_, isOutlined) => {
  it("are found where a text is not well formed", () => {
    const broken = new SourceText("spec/a", "|\n!!set a: 1\nb\n", "yaml");
    expect(locate(broken, [])).toBe("1:1");
    const key = new SourceText("spec/a", "a: 1\n`b: 2\n", "yaml");
    expect(locate(key, ["a"])).toBe("1:1");
    expect(locate(key, ["b"])).toBe("1:1");
  });

  const source = new SourceText("spec/a", yaml, "yaml");
  if (isOutlined) source.outline([...new Parser().parse(yaml)]);

  it.each<[string, Pointer]>([
    ["2:1", []],
    ["2:1", ["openapi"]],
    ["4:3", ["paths", "/a~b/{id}"]],
    ["6:14", ["paths", "/a~b/{id}", "get", "tags", "0"]],
    ["6:19", ["paths", "/a~b/{id}", "get", "tags", "1", "y"]],
    ["6:27", ["paths", "/a~b/{id}", "get", "tags", "2"]],
    ["8:11", ["paths", "/a~b/{id}", "get", "parameters", "0"]],
    ["9:11", ["paths", "/a~b/{id}", "get", "parameters", "0", "in"]],
    ["12:11", ["paths", "/a~b/{id}", "get", "parameters", "1", "name"]],
    ["13:7", ["paths", "/a~b/{id}", "post"]],
    ["14:20", ["paths", "/a~b/{id}", "post", "responses", "200"]],
    ["14:46", ["paths", "/a~b/{id}", "post", "responses", "200", "x"]],
    ["16:3", ["list", "0"]],
    ["18:5", ["list", "1", "0"]],
    ["20:3", ["anchors", "b"]],
  ])("%s is %j", (want, pointer) => {
    expect(locate(source, pointer)).toBe(want);
  });

  it.each<[string, Pointer]>([
    ["5:5", ["paths", "/a~b/{id}", "get", "missing", "more"]],
    ["6:7", ["paths", "/a~b/{id}", "get", "tags", "9"]],
    ["21:1", ["again", "b"]],
    ["20:3", ["anchors", "b", "c"]],
    ["2:1", ["nothing"]],
  ])("%s is the nearest to %j", (want, pointer) => {
    expect(locate(source, pointer)).toBe(want);
  });
});

describe("places in JSON", () => {
  const source = new SourceText("spec/a", json, "json");

  it.each<[string, Pointer]>([
    ["1:1", []],
    ["2:3", ["openapi"]],
    ["4:5", ["paths", "/a~b"]],
    ["4:20", ["paths", "/a~b", "get"]],
    ["4:29", ["paths", "/a~b", "get", "tags"]],
    ["5:7", ["paths", "/a~b", "get", "tags", "1"]],
    ["6:11", ["paths", "é", "0"]],
    ["6:15", ["paths", "é", "1"]],
    ["6:16", ["paths", "é", "1", "z"]],
  ])("%s is %j", (want, pointer) => {
    expect(locate(source, pointer)).toBe(want);
  });

  it.each<[string, Pointer]>([
    ["4:5", ["paths", "/a~b", "put", "x"]],
    ["6:16", ["paths", "é", "1", "z", "deeper"]],
  ])("%s is the nearest to %j", (want, pointer) => {
    expect(locate(source, pointer)).toBe(want);
  });
});

describe("the spelling of scalars", () => {
  it.each([
    ["yaml", "a: 1.10\nb: 'it''s'\nc: [1]\nd:\n"],
    ["json", '{"a": 1.10, "b": "it\\u0027s", "c": [1], "d": {}}'],
  ] as const)("in %s", (format, text) => {
    const source = new SourceText("a", text, format);
    expect(source.spelling(["a"])).toBe("1.10");
    expect(source.spelling(["b"])).toBe("it's");
    expect(source.spelling(["c"])).toBeUndefined();
    expect(source.spelling(["d"])).toBeUndefined();
  });
});
