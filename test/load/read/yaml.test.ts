import { describe, expect, it } from "vitest";
import { head, loadYaml } from "../loading.js";

/** The value under `x-data`, read from YAML. */
const read = async (text: string): Promise<unknown> => {
  const { document, problems } = await loadYaml(
    `${head()}paths: {}\n${text}\n`,
  );
  expect(problems).toEqual([]);
  return document?.root["x-data"];
};

describe("values of YAML", () => {
  it.each([
    ["x-data: no", "no"],
    ["x-data: 2024-01-01", "2024-01-01"],
    ["x-data: 12:30:45", "12:30:45"],
    ["x-data: 0o17", 15],
    ["x-data: 012", 12],
    ["x-data: 1e3", 1000],
    ["x-data: .inf", Infinity],
    ["x-data: ~", null],
    ["x-data:", null],
    ["x-data: !!str 12", "12"],
    ["x-data: !!int '12'", 12],
    ["x-data: |\n  a\n  b", "a\nb\n"],
    [
      "x-data: {200: a, no: b, 1.10: c, null: d, ~: e}",
      {
        "200": "a",
        no: "b",
        "1.10": "c",
        null: "d",
        "~": "e",
      },
    ],
  ])("%s", async (text, want) => {
    expect(await read(text)).toEqual(want);
  });

  it("keep __proto__ as data of their own", async () => {
    const data = (await read(
      "x-data:\n  __proto__: {polluted: true}\n  constructor: 1",
    )) as object;
    expect(Object.keys(data)).toEqual(["__proto__", "constructor"]);
    expect(Object.getPrototypeOf(data)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });

  it("may be followed by an empty document", async () => {
    expect(await read("x-data: 1\n---\n")).toBe(1);
  });

  it("of aliases are copies", async () => {
    const data = (await read("x-a: &a {b: [1]}\nx-data: [*a, *a]")) as object[];
    expect(data).toEqual([{ b: [1] }, { b: [1] }]);
    expect(data[0]).not.toBe(data[1]);
  });

  it("of an anchor given twice are those of the last before", async () => {
    const data = await read("x-a: &a 1\nx-b: &a 2\nx-data: [*a]\nx-c: &a 3");
    expect(data).toEqual([2]);
  });
});

describe("merge keys", () => {
  it("are expanded with a warning; own members win, earlier sources too", async () => {
    const { document, problems } = await loadYaml(
      `${head()}paths: {}
x-a: &a {x: 1, y: 1}
x-b: &b {y: 2, z: 2}
x-data:
  first: 0
  <<: [*a, *b]
  x: 9
x-quoted: {"<<": 1}
`,
    );
    expect(problems).toEqual([
      "8:3 warning yaml-merge-key: merge keys (<<) are not part of YAML 1.2; they were expanded",
    ]);
    expect(document?.root["x-data"]).toEqual({ first: 0, x: 9, y: 1, z: 2 });
    expect(document?.root["x-quoted"]).toEqual({ "<<": 1 });
  });

  it("do not pollute", async () => {
    const { document } = await loadYaml(
      `${head()}paths: {}\nx-a: &a {__proto__: {polluted: 1}}\nx-data: {<<: *a}\n`,
    );
    const data = document?.root["x-data"] as object;
    expect(Object.keys(data)).toEqual(["__proto__"]);
    expect(Object.getPrototypeOf(data)).toBe(Object.prototype);
  });

  it("need mappings", async () => {
    const { problems } = await loadYaml(`${head()}paths: {}\nx-a: {<<: [1]}\n`);
    expect(problems).toEqual([
      "4:7 warning yaml-merge-key: merge keys (<<) are not part of YAML 1.2; they were expanded",
      "4:7 error yaml-syntax: not valid YAML: the value of << must be a mapping or a sequence of them",
    ]);
  });

  it("have a limit", async () => {
    const chain = Array.from(
      { length: 1100 },
      (_, index) => `x-${index + 1}: &a${index + 1} {<<: *a${index}}`,
    );
    const { problems } = await loadYaml(
      `${head()}paths: {}\nx-0: &a0 {k: 1}\n${chain.join("\n")}\n`,
    );
    expect(problems).toEqual([
      "5:11 warning yaml-merge-key: merge keys (<<) are not part of YAML 1.2; they were expanded",
      "1005:17 error yaml-merge-limit: more than 1000 merge keys (<<)",
    ]);
  });
});

describe("YAML that is refused", () => {
  it.each([
    [
      "language tags, and nothing is run or included",
      "x-a: !!js/function 'function(){}'\nx-b: !include ../secret\nx-c: !!binary aGk=\n",
      [
        "4:6 error yaml-tag: the tag !!js/function is not known",
        "5:6 error yaml-tag: the tag !include is not known",
        "6:6 error yaml-tag: the tag !!binary is not known",
      ],
    ],
    [
      "duplicate keys",
      "x-a:\n  b: 1\n  c: 2\n  b: 3\n  'c': 4\n",
      [
        "7:3 error duplicate-key: the key b is used twice in one object (5:3)",
        "8:3 error duplicate-key: the key c is used twice in one object (6:3)",
      ],
    ],
    [
      "keys that are the same as text",
      "x-a: {200: 1, '200': 2}\n",
      [
        "4:15 error duplicate-key: the key 200 is used twice in one object (4:7)",
      ],
    ],
    [
      "a second document",
      "---\nopenapi: 3.0.0\n",
      ["4:1 error yaml-many-documents: a second YAML document begins here"],
    ],
    [
      "an alias without an anchor",
      "x-a: *b\n",
      [
        "4:6 error yaml-syntax: not valid YAML: there is no anchor &b before the alias *b",
      ],
    ],
    [
      "an alias inside its anchor",
      "x-a: &a [*a]\n",
      [
        "4:10 error yaml-syntax: not valid YAML: the alias *a stands inside its own anchor",
      ],
    ],
    [
      "keys that are lists",
      "x-a:\n  ? [a]\n  : 1\n",
      ["5:5 error yaml-syntax: not valid YAML: a key must be a string"],
    ],
    [
      "syntax errors",
      "x-a: 'b\n",
      ["5:1 error yaml-syntax: not valid YAML: Missing closing 'quote"],
    ],
  ])("%s", async (_, text, want) => {
    const { document, problems } = await loadYaml(
      `${head()}paths: {}\n${text}`,
    );
    expect(document).toBeUndefined();
    expect(problems).toEqual(want);
  });

  it("nests too deep, in braces or by indentation", async () => {
    const flow = await loadYaml(`${head()}x-a: ${"[".repeat(5000)}`);
    expect(flow.problems).toEqual([
      "3:505 error nesting-too-deep: nested deeper than 500 levels",
    ]);
    const block = await loadYaml(`${head()}x-a:\n  ${"- ".repeat(3000)}a\n`);
    expect(block.problems).toEqual([
      "4:1001 error nesting-too-deep: nested deeper than 500 levels",
    ]);
  });

  it("nests too deep by aliases", async () => {
    const anchors = Array.from(
      { length: 12 },
      (_, index) =>
        `x-${index + 1}: &a${index + 1} ${"[".repeat(100)}*a${index}${"]".repeat(100)}`,
    );
    const { problems } = await loadYaml(
      `${head()}x-0: &a0 {}\n${anchors.join("\n")}\n`,
    );
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain("nesting-too-deep");
  });

  it("grows without end by aliases", async () => {
    const bomb = Array.from(
      { length: 9 },
      (_, index) =>
        `x-${index + 1}: &a${index + 1} [${Array(9).fill(`*a${index}`).join(", ")}]`,
    );
    const started = performance.now();
    const { problems } = await loadYaml(
      `${head()}x-0: &a0 [${Array(9).fill("lol").join(", ")}]\n${bomb.join("\n")}\n`,
    );
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(
      /^\d+:\d+ error yaml-alias-limit: the aliases expand to more than 1000000 values$/,
    );
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
