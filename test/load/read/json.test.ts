import { describe, expect, it } from "vitest";
import {
  childrenAt,
  countMembers,
  jsonFaults,
  measureJson,
} from "../../../generator/load/read/json.js";
import { loadFiles, loadJson } from "../loading.js";

describe("JSON with a fault", () => {
  it.each([
    ['{"a": 1,}', 8, "a key in double quotes expected"],
    ["{'a': 1}", 1, "a key in double quotes expected"],
    ['{"a" 1}', 5, "a colon expected"],
    ['{"a": [1, 2}', 11, "a comma or ] expected"],
    ['{"a": 1 "b": 2}', 8, "a comma or } expected"],
    ["[1, 2,]", 6, "a value expected (is there a comma too many?)"],
    ['{"a": // x\n 1}', 6, "JSON has no comments"],
    ["[tru]", 1, "a value expected"],
    ["[01]", 2, "a comma or ] expected"],
    ["['a']", 1, "strings need double quotes"],
    ['["a\tb"]', 1, "a string that is not closed or holds a bad escape"],
    ['["\\x"]', 1, "a string that is not closed or holds a bad escape"],
    ["{} {}", 3, "more text after the end of the value"],
    ['{"a": [1, ', 10, "the text ends too early"],
    ['{"a": "b', 8, "the text ends too early"],
  ])("%j", (text, offset, reason) => {
    expect(() => JSON.parse(text) as unknown).toThrow();
    expect(jsonFaults(text).fault).toEqual({ offset, reason });
  });

  it("has a line and a column", async () => {
    const { problems } = await loadJson('{\n "openapi": "3.1.0",\n "info": {');
    expect(problems).toEqual([
      "3:11 error json-syntax: not valid JSON: the text ends too early",
    ]);
  });
});

describe("JSON without a fault", () => {
  const texts = [
    '{"a":[1,-2.5e+3,"x\\"y\\\\",true,null,{}],"b":{"":[]}}',
    ' [ [ ] , { "a" : "{[,:" } ] \r\n',
    '"\\u0041\\n"',
    "0",
  ];

  it.each(texts)("passes: %s", (text) => {
    expect(jsonFaults(text)).toEqual({ fault: undefined, duplicates: [] });
    expect(measureJson(text, 500).members).toBe(countMembers(JSON.parse(text)));
  });

  it("knows where children stand", () => {
    const text = '{ "a\\"b": [1, {"c": 2}], "d": "x" }';
    expect([...childrenAt(text, 0)]).toEqual([
      ['a"b', { start: 2, value: 10 }],
      ["d", { start: 25, value: 30 }],
    ]);
    expect([...childrenAt(text, 10)]).toEqual([
      ["0", { start: 11, value: 11 }],
      ["1", { start: 14, value: 14 }],
    ]);
    expect([...childrenAt("[]", 0)]).toEqual([]);
    expect([...childrenAt("12", 0)]).toEqual([]);
  });
});

describe("limits of JSON", () => {
  it("finds both places of a duplicate key, however it is written", async () => {
    const { document, problems } = await loadJson(
      '{"openapi": "3.1.0",\n "info": {"title": "T", "version": "1"},\n' +
        ' "paths": {},\n "p\\u0061ths": {}}',
    );
    expect(document).toBeUndefined();
    expect(problems).toEqual([
      "4:2 error duplicate-key: the key paths is used twice in one object (3:2)",
    ]);
  });

  it("finds duplicates of __proto__", async () => {
    const { problems } = await loadJson(
      '{"__proto__": 1,\n "__proto__": {"openapi": "3.1.0"}}',
    );
    expect(problems).toEqual([
      "2:2 error duplicate-key: the key __proto__ is used twice in one object (1:2)",
    ]);
  });

  it("stops where nesting goes beyond 500", async () => {
    const nested = (depth: number): string =>
      `{"openapi": "3.1.0", "info": {"title": "T", "version": "1"}, "components": {},\n` +
      `"x": ${"[".repeat(depth - 1)}${"]".repeat(depth - 1)}}`;
    expect((await loadJson(nested(500))).problems).toEqual([
      "2:1 warning field-unknown: x is not a field of the document and is ignored",
    ]);
    expect((await loadJson(nested(501))).problems).toEqual([
      "2:505 error nesting-too-deep: nested deeper than 500 levels",
    ]);
    expect((await loadJson(nested(200_000))).problems).toEqual([
      "2:505 error nesting-too-deep: nested deeper than 500 levels",
    ]);
  });

  it("reads YAML in braces when the name says YAML", async () => {
    const text = `{openapi: 3.1.0, info: {title: T, version: "1"}, paths: {}}`;
    expect((await loadFiles({ "a.yaml": text })).problems).toEqual([]);
    expect((await loadFiles({ "a.json": text })).problems).toEqual([
      "1:2 error json-syntax: not valid JSON: a key in double quotes expected",
    ]);
  });
});
