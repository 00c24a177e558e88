/**
 * Each row of the table of changes of types, where callers pass the value, where they get it, and where
 * they do both.
 */
import { describe, expect, it } from "vitest";
import { classOf, findingsOf, pet } from "./support/findings.js";

/** `kind where`, with the classes of input, output and both. */
const classesOf = (old: string, now: string): readonly string[] =>
  findingsOf(old, now, "both").map((finding) => {
    const { kind, where, value } = finding;
    const classes = (["input", "output", "both"] as const).map((position) =>
      classOf({ ...finding, position }),
    );
    return [kind, where, ...(value === undefined ? [] : [value])]
      .concat(classes)
      .join(" ");
  });

describe("a change of a type", () => {
  it.each([
    [
      pet(""),
      pet("age?: number"),
      ["property-added Pet.age feature feature feature"],
    ],
    [
      pet(""),
      pet("age: number"),
      ["property-added Pet.age breaking feature breaking"],
    ],
    [
      pet("age?: number"),
      pet(""),
      // TypeScript refuses what is too much only where something is declared.
      ["property-removed Pet.age none breaking breaking"],
    ],
    [
      pet("name: string; age?: number"),
      pet("name: string"),
      ["property-removed Pet.age breaking breaking breaking"],
    ],
    [
      pet("age?: number; [key: string]: unknown"),
      pet("[key: string]: unknown"),
      ["property-removed Pet.age none breaking breaking"],
    ],
    [
      pet("age?: number"),
      pet("age: number"),
      ["property-required Pet.age breaking feature breaking"],
    ],
    [
      pet("age: number"),
      pet("age?: number"),
      ["property-optional Pet.age feature breaking breaking"],
    ],
    [
      pet("id: string"),
      pet("/** @access readOnly */ id: string"),
      ["property-read-only Pet.id breaking none breaking"],
    ],
    [
      pet("id: string"),
      pet("/** @access writeOnly */ id: string"),
      ["property-write-only Pet.id none breaking breaking"],
    ],
    [
      pet("id: string"),
      pet("/** @deprecated */ id: string"),
      ["property-deprecated Pet.id feature feature feature"],
    ],
    [pet("/** @deprecated */ id: string"), pet("id: string"), []],
    [
      pet("note: string"),
      pet("note: string | null"),
      ["null-added Pet.note feature breaking breaking"],
    ],
    [
      pet("note: string | null"),
      pet("note: string"),
      ["null-removed Pet.note breaking feature breaking"],
    ],
    [
      pet('kind: "cat" | "dog"'),
      pet('kind: "cat" | "dog" | "fish"'),
      ['enum-value-added Pet.kind "fish" feature breaking breaking'],
    ],
    [
      pet('kind: "cat" | "dog" | "fish"'),
      pet('kind: "cat" | "dog"'),
      ['enum-value-removed Pet.kind "fish" breaking breaking breaking'],
    ],
    [
      pet('kind: "cat" | (string & {})'),
      pet('kind: "cat" | "fish" | (string & {})'),
      ['enum-value-added Pet.kind "fish" feature feature feature'],
    ],
    [
      pet('kind: "cat" | "fish" | (string & {})'),
      pet('kind: "cat" | (string & {})'),
      ['enum-value-removed Pet.kind "fish" fix fix fix'],
    ],
    [
      pet('kind: "cat" | "dog"'),
      pet('kind: "cat" | "fish"'),
      [
        'enum-value-added Pet.kind "fish" feature breaking breaking',
        'enum-value-removed Pet.kind "dog" breaking breaking breaking',
      ],
    ],
    [
      "type Pet = Cat; interface Cat { is: 1 } interface Dog { is: 2 }",
      "type Pet = Cat | Dog; interface Cat { is: 1 } interface Dog { is: 2 }",
      ["variant-added Pet Dog feature breaking breaking"],
    ],
    [
      "type Pet = Cat | Dog; interface Cat { is: 1 } interface Dog { is: 2 }",
      "type Pet = Cat; interface Cat { is: 1 }",
      ["variant-removed Pet Dog breaking breaking breaking"],
    ],
    [
      pet("id: string"),
      pet("id: string | number"),
      ["type-widened Pet.id feature breaking breaking"],
    ],
    [
      pet('kind: "cat" | "dog"'),
      pet("kind: string"),
      ["type-widened Pet.kind feature breaking breaking"],
    ],
    [
      pet('kind: "cat"'),
      pet('kind: "cat" | (string & {})'),
      ["type-widened Pet.kind feature breaking breaking"],
    ],
    [
      pet("born: string"),
      pet("born: string | Date"),
      ["type-widened Pet.born feature breaking breaking"],
    ],
    [
      pet("kind: string"),
      pet('kind: "cat" | "dog"'),
      ["type-narrowed Pet.kind breaking feature breaking"],
    ],
    [
      pet("born: string | Date"),
      pet("born: string"),
      ["type-narrowed Pet.born breaking feature breaking"],
    ],
    [
      pet("id: string"),
      pet("id: number"),
      ["type-changed Pet.id breaking breaking breaking"],
    ],
    [
      pet('is: "cat"'),
      pet('is: "dog"'),
      ["type-changed Pet.is breaking breaking breaking"],
    ],
    [
      pet("is: true"),
      pet("is: boolean"),
      ["type-widened Pet.is feature breaking breaking"],
    ],
    [
      pet("id: string"),
      pet("id: string; [key: string]: unknown"),
      ["index-added Pet breaking feature breaking"],
    ],
    [
      pet("id: string; [key: string]: unknown"),
      pet("id: string"),
      ["index-removed Pet breaking breaking breaking"],
    ],
    [
      pet("age: number"),
      pet("/** @limit at most 9 */ age: number"),
      ["constraint-changed Pet.age none none none"],
    ],
    [
      pet("age?: number"),
      pet("/** @default 3 */ age?: number"),
      ["default-changed Pet.age none none none"],
    ],
    // What takes in other types hides what becomes of them.
    [pet('kind: "cat" | string'), pet('kind: "cat" | "dog" | string'), []],
    [pet("note: unknown"), pet("note: string | unknown"), []],
    [
      pet("note: string | null"),
      pet("note: unknown"),
      ["type-widened Pet.note feature breaking breaking"],
    ],
    [
      pet("note: unknown"),
      pet("note: string | null"),
      ["type-narrowed Pet.note breaking feature breaking"],
    ],
    [
      pet("note: null"),
      pet("note: string"),
      ["type-changed Pet.note breaking breaking breaking"],
    ],
    // A number is none of the texts that an open enum takes.
    [
      pet('kind: "cat" | (string & {})'),
      pet('kind: "cat" | 1 | (string & {})'),
      ["enum-value-added Pet.kind 1 feature breaking breaking"],
    ],
    // Several at one place are several entries.
    [
      pet('kind: "cat" | "dog"'),
      pet('kind?: "cat" | "dog" | "fish" | null'),
      [
        "property-optional Pet.kind feature breaking breaking",
        "null-added Pet.kind feature breaking breaking",
        'enum-value-added Pet.kind "fish" feature breaking breaking',
      ],
    ],
    [
      pet("id: string"),
      pet("id: number | null"),
      [
        "null-added Pet.id feature breaking breaking",
        "type-changed Pet.id breaking breaking breaking",
      ],
    ],
  ])("%s -> %s", (old, now, expected) => {
    expect(classesOf(old, now)).toEqual(expected);
  });

  it("is written with both types as TypeScript", () => {
    const found = findingsOf(
      pet('kind: "cat" | "dog"; id: string; tags: number[]'),
      pet(
        'kind: "cat" | "dog" | "fish"; id: boolean | number; tags: boolean[]',
      ),
      "output",
    );
    expect(found).toEqual([
      {
        ...{ kind: "type-changed", where: "Pet.id", position: "output" },
        ...{ old: "string", new: "boolean | number" },
      },
      {
        ...{ kind: "enum-value-added", where: "Pet.kind", position: "output" },
        old: '"cat" | "dog"',
        new: '"cat" | "dog" | "fish"',
        value: '"fish"',
      },
      {
        ...{ kind: "type-changed", where: "Pet.tags[]", position: "output" },
        ...{ old: "number", new: "boolean" },
      },
    ]);
  });

  it("stands where it is in the type", () => {
    const of = (leaf: string): string =>
      pet(
        `a: { b: ${leaf} }; c: ${leaf}[]; d: { [key: string]: ${leaf}[] };` +
          `e: [string, ${leaf}]; f: AsyncIterable<${leaf}>; g: ${leaf} | null;` +
          `h: { i: ${leaf} } | null; j: string | { k: ${leaf} }[]`,
      );
    expect(
      findingsOf(of("string"), of("number"), "input").map(
        ({ kind, where }) => `${kind} ${where}`,
      ),
    ).toEqual([
      "type-changed Pet.a.b",
      "type-changed Pet.c[]",
      "type-changed Pet.d{}[]",
      "type-changed Pet.e[1]",
      "type-changed Pet.f[]",
      "type-changed Pet.g",
      "type-changed Pet.h.i",
      "type-changed Pet.j[].k",
    ]);
  });

  it("says so where the rules cannot decide", () => {
    const old = "string & Date";
    const found = findingsOf(
      pet(`id: ${old}`),
      pet("id: string & Blob"),
      "output",
    );
    expect(found).toMatchObject([
      {
        ...{ kind: "type-changed", where: "Pet.id", position: "output" },
        ...{ old, new: "string & Blob" },
        undecided: {
          old: { kind: "intersection" },
          new: { kind: "intersection" },
        },
      },
    ]);
  });
});
