/**
 * The quick reader of YAML, held against `yaml`: what it takes at all it reads alike, places included.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Composer, Parser } from "yaml";
import { Diagnostics } from "../../generator/diagnostics.js";
import { readBlockYaml } from "../../generator/load/block-yaml/reader.js";
import { Source } from "../../generator/load/positions.js";
import { outlineOf } from "../../generator/load/yaml-places.js";
import { YamlValues } from "../../generator/load/yaml-values.js";

/** Undefined where `yaml`, or what is made of it, has something to say. */
const readByLibrary = (text: string) => {
  const diagnostics = new Diagnostics();
  const tokens = [...new Parser().parse(text)];
  const composer = new Composer({
    prettyErrors: false,
    resolveKnownTags: false,
    schema: "core",
    stringKeys: true,
    uniqueKeys: false,
  });
  const [document, ...others] = [...composer.compose(tokens)];
  if (!document || others.length > 0) return undefined;
  const values = new YamlValues(new Source("", text, "yaml"), diagnostics);
  const value = values.convert(document.contents);
  const { errors, warnings } = document;
  const said = [...errors, ...warnings, ...diagnostics.all()];
  return said.length > 0
    ? undefined
    : { value, outline: outlineOf(tokens, text) };
};

/** The order of keys counts. */
const plain = (read: { value: unknown; outline: unknown } | undefined) =>
  read && { ...read, order: JSON.stringify(read.value) };

const expectSame = (text: string): void => {
  const read = readBlockYaml(text);
  if (read) expect(plain(read)).toEqual(plain(readByLibrary(text)));
};

describe("YAML in block style", () => {
  it.each<[string, unknown]>([
    ["a: 1", { a: 1 }],
    ["---\na: 1\n", { a: 1 }],
    ["# c\n\na: b # c\n# c\nc: d#e\n", { a: "b", c: "d#e" }],
    [
      "200: a\nnull: b\n~x y : c\n'q': d\n\"r\": e\n",
      { 200: "a", null: "b", "~x y": "c", q: "d", r: "e" },
    ],
    [
      "a:\nb: ~\nc: null\nd: true\ne: no\n",
      { a: null, b: null, c: null, d: true, e: "no" },
    ],
    [
      "a: 007\nb: -1.50\nc: 1e3\nd: .5\ne: 0o17\nf: 0x1F\ng: 1.2.3\nh: 2020-01-01\n",
      {
        a: 7,
        b: -1.5,
        c: 1000,
        d: 0.5,
        e: 15,
        f: 31,
        g: "1.2.3",
        h: "2020-01-01",
      },
    ],
    ["a: -.inf\nb: .NaN\nc: +.inf\n", { a: -Infinity, b: NaN, c: Infinity }],
    ["a: 12345678901234567890\n", { a: 12345678901234567000 }],
    [
      "a:\n- b\n-\n- c: 1\n  d: 2\n- - e\n  - f\ng: 1\n",
      { a: ["b", null, { c: 1, d: 2 }, ["e", "f"]], g: 1 },
    ],
    ["- a\n-\n  b: 1\n", ["a", { b: 1 }]],
    ["a: one\n  two\n\n\n  three\nb: 1\n", { a: "one two\n\nthree", b: 1 }],
    ["a:\n  one\n  two\n", { a: "one two" }],
    ["a: 'it''s'\nb: 'one\n  two'\n", { a: "it's", b: "one two" }],
    ['a: "\\u00e9\\n\\x41"\nb: "one\n\n  two"\n', { a: "é\nA", b: "one\ntwo" }],
    [
      "a: |\n  one\n   two\n\n  three\n\nb: |-\n\n  x\nc: |+\n  y\n\nd: 1\n",
      { a: "one\n two\n\nthree\n", b: "\nx", c: "y\n\n", d: 1 },
    ],
    [
      "a: >\n  one\n  two\n\n   three\n  four\nb: >-\n  x\n  y\n",
      { a: "one two\n\n three\nfour\n", b: "x y" },
    ],
    ["a: |\nb: >-\n\nc: 1\n", { a: "", b: "", c: 1 }],
    ["- |\n a\n- >\n b\n", ["a\n", "b\n"]],
    [
      "a: []\nb: {}\nc: [d, e1, true]\nf: {g: [1, 'h'], \"i\": j}\n",
      { a: [], b: {}, c: ["d", "e1", true], f: { g: [1, "h"], i: "j" } },
    ],
    ["a: [\n  b,\n  c ]\nd: 1\n", { a: ["b", "c"], d: 1 }],
    ["a: http://x/y?z#1\n", { a: "http://x/y?z#1" }],
    ["a: b\u00a0\nc\u2028: d\n", { a: "b\u00a0", "c\u2028": "d" }],
  ])("is read: %j", (text, value) => {
    const read = readBlockYaml(text);
    expect(read?.value).toEqual(value);
    expectSame(text);
  });

  it.each([
    ...["", "a", "- a\nb: 1\n", "a: 1\n b: 2\n", " a: 1\nb: 2\n"],
    ...["a: 1\na: 2\n", "a: b: c\n", "a: b:\n", "a: 'b\nc'\n", "a: [b\n"],
    ...["a: &b c\nd: *b\n", "a: !t b\n", "<<: {a: 1}\n", "? a\n: b\n"],
    ...["a:\tb\n", "a: 1\r\n", "%YAML 1.2\n---\na: 1\n", "a: 1\n...\n"],
    ...[
      "a: 1\n---\nb: 1\n",
      "   ---\na: 1\n",
      "a: @b\n",
      "a: `b`\n",
      "a: %b\n",
    ],
    ...["a: |2\n   b\n", "a: |\n   b\n  c\n", "a: |\n     \n  b\n", "a: |"],
    ...["a: 'b' c\n", "a: [b] c\n", "a: {b: 1}: c\n", 'a: "\\q"\n'],
    ...["a: {b: 1, b: 2}\n", "a: [b # c\n ]\n", "a:\n# c\n  b\nd: 1\n"],
    ...[
      "a: one\n  two # c\nb: 1\n",
      "- a\n - b\n",
      "a: - b\n",
      "a: b\n  - c\n",
      "\uFEFFa: 1\n",
    ],
    `a: ${"[".repeat(60)}${"]".repeat(60)}\n`,
    Array.from({ length: 600 }, (_, depth) => `${" ".repeat(depth)}a:\n`).join(
      "",
    ),
    `${"k".repeat(1100)}: 1\n`,
    `k${" ".repeat(1100)}: 1\n`,
    `${"- ".repeat(480)}${"[".repeat(40)}${"]".repeat(40)}\n`,
    `a: {${Array.from({ length: 2000 }, (_, index) => `k${index}: 1`).join(", ")}}\n`,
  ])("is left to `yaml`: %j", (text) => {
    expect(readBlockYaml(text)).toBeUndefined();
  });

  it("is what documents are written in", () => {
    const spec = fileURLToPath(new URL("../../spec", import.meta.url));
    for (const api of readdirSync(spec)) {
      const text = readFileSync(join(spec, api, "openapi.yaml"), "utf8");
      expect(readBlockYaml(text)).toBeDefined();
      expectSame(text);
    }
  });
});

/** Pieces that mean something, somewhere. */
const piece = fc.constantFrom(
  ...[
    " ",
    "  ",
    "\n",
    "\n\n",
    "#",
    " #",
    "# c",
    ":",
    ": ",
    "- ",
    "-",
    "?",
    "? ",
  ],
  ...['"', "'", "|", ">", "|-", "|+", ">-", ">+", "|2", "&a ", "*a", "!t "],
  ...[
    "[",
    "]",
    "{",
    "}",
    "[a, b]",
    "{a: 1}",
    '{"a":[1]}',
    ",",
    "%",
    "@",
    "`",
    "~",
  ],
  ...["null", "true", "0x1f", "0o17", "1e3", ".5", "-.inf", "1.", "+1", "08"],
  ...[
    "<<: ",
    "---\n",
    "...\n",
    "\\",
    "é",
    "\u2028",
    "\u0085",
    "\u00a0",
    "\u{1f600}",
  ],
  ...["'it''s'", '"a\n  b"', "'a\n\n   b'", "__proto__: 1", "a:b", "a: b: c"],
  ...["x: |\n     \n   y\n", "x: >\n   a\n    b\n\n   c\n", "- |\n a\n"],
  ...["-\n", "- # c\n", "x: # c\n  y", "x: y # c", "v", "w x", ""],
);

const line = fc
  .tuple(
    fc.constantFrom(0, 0, 1, 2, 2, 3, 4, 6),
    fc.constantFrom(
      "",
      "- ",
      "- - ",
      "# c",
      "a: ",
      "b: ",
      "c:",
      '"q": ',
      "200: ",
    ),
    piece,
    fc.constantFrom("", "", " ", " # c"),
  )
  .map(([indent, start, text, end]) => " ".repeat(indent) + start + text + end);

describe("any YAML", () => {
  it("is read as `yaml` reads it, or left to it", () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
        expectSame(`${lines.join("\n")}\n`);
      }),
      { numRuns: 5000 },
    );
  });

  it("is so when it was read and is changed", () => {
    const text = readFileSync(
      new URL("../../spec/feldera/openapi.yaml", import.meta.url),
      "utf8",
    );
    fc.assert(
      fc.property(
        fc.nat(text.length),
        fc.nat(4),
        piece,
        fc.nat(text.length),
        piece,
        (at, cut, one, where, other) => {
          const changed = text.slice(0, at) + one + text.slice(at + cut);
          expectSame(changed.slice(0, where) + other + changed.slice(where));
        },
      ),
      { numRuns: 300 },
    );
  });
});
