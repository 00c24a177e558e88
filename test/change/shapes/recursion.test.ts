/**
 * Types inside themselves, models of other names, and types that are too large to be looked at twice.
 */
import { describe, expect, it } from "vitest";
import { Assignability } from "../../../generator/change/shapes/assignability.js";
import { ShapeComparison } from "../../../generator/change/shapes/compare-shapes.js";
import { pairOf, modelsIn } from "./support/models.js";

/** Each finding as `kind where`, of the model in results. */
const changesOf = (old: string, now: string, name = "Pet"): string[] => {
  const before = modelsIn(old).get(name);
  const after = modelsIn(now).get(name);
  if (!before || !after) throw new Error(`no ${name}`);
  return new ShapeComparison(pairOf(old, now))
    .compare(before, after, { where: name, position: "output" })
    .map(({ kind, where }) => `${kind} ${where}`);
};

describe("a type inside itself", () => {
  it("is compared where its name stands", () => {
    const tree = (more = "") =>
      `interface Pet { parent?: Pet; children: Pet[]${more} }`;
    expect(changesOf(tree(), tree())).toEqual([]);
    expect(changesOf(tree(), tree("; age?: number"))).toEqual([
      "property-added Pet.age",
    ]);
  });

  it("is the same under another name", () => {
    expect(
      changesOf(
        "interface Pet { owner: Person } interface Person { friends: Person[] }",
        "interface Pet { owner: Human } interface Human { friends: Human[] }",
      ),
    ).toEqual([]);
  });

  it("is the same where it is written out once", () => {
    expect(
      changesOf(
        "interface Pet { owner: Person } interface Person { friends: Person[] }",
        "interface Pet { owner: { friends: Person[] } } interface Person { friends: Person[] }",
      ),
    ).toEqual([]);
  });

  it("is assignable to itself, and not where one part is not", () => {
    const list = (value: string) =>
      `interface Node { value: ${value}; next: Node | null }`;
    const node = { kind: "model", name: "Node" } as const;
    const holds = (from: string, to: string): boolean =>
      new Assignability(pairOf(from, to), "old", "new").holds(node, node);
    expect(holds(list("string"), list("string"))).toBe(true);
    expect(holds(list("string"), list("string | number"))).toBe(true);
    expect(holds(list("string | number"), list("string"))).toBe(false);
  });

  it("has an end where it is a union of itself", () => {
    const kind = (more: string): string =>
      `type Pet = Kind; type Kind = Kind | "cat"${more}`;
    expect(changesOf(kind(""), kind(""))).toEqual([]);
    const models = pairOf(kind(""), kind(' | "dog"'));
    const before = modelsIn(kind("")).get("Kind");
    const after = modelsIn(kind(' | "dog"')).get("Kind");
    if (!before || !after) throw new Error("no Kind");
    expect(
      new ShapeComparison(models)
        .compare(before, after, { where: "Kind", position: "output" })
        .map((finding) => [finding.kind, finding.value]),
    ).toEqual([["enum-value-added", '"dog"']]);
    expect(changesOf(kind(""), 'type Pet = "cat" | "dog"')).toEqual([
      "enum-value-added Pet",
    ]);
  });

  it("is not assignable because of what was assumed on the way", () => {
    // While A is looked at, B fits B2 only as long as A fits A2, which it does not.
    const models = pairOf(
      "interface A { b: B; id: string } interface B { a: A }",
      "interface A2 { b: B2; id: number } interface B2 { a: A2 }",
    );
    const fits = new Assignability(models, "old", "new");
    const model = (name: string) => ({ kind: "model", name }) as const;
    expect(fits.holds(model("A"), model("A2"))).toBe(false);
    expect(fits.holds(model("B"), model("B2"))).toBe(false);
  });

  it("does not equal another because of what was assumed on the way", () => {
    const old =
      "interface Pet { a: A; b: B } interface A { b: B; id: string } interface B { a: A }";
    const now =
      "interface Pet { a: A2; b: B2 } interface A2 { b: B2; id: number } interface B2 { a: A2 }";
    expect(changesOf(old, now)).toEqual([
      "type-changed Pet.a.id",
      "type-changed Pet.b",
    ]);
  });

  it("is told of part by part once, and as a whole where else it stands", () => {
    const pet = (size: string): string =>
      `interface Pet { a: ${size}; b: ${size} }`;
    expect(
      changesOf(
        `${pet("Size")} interface Size { cm: number; kg: number }`,
        `${pet("Size2")} interface Size2 { cm: number; kg: string }`,
      ),
    ).toEqual(["type-changed Pet.a.kg", "type-changed Pet.b"]);
    expect(
      changesOf(
        `${pet("Size")} interface Size { cm: number }`,
        `${pet("Size2")} interface Size2 { cm: number; kg: string }`,
      ),
    ).toEqual(["property-added Pet.a.kg"]);
  });
});

describe("a model in place of another", () => {
  it.each([
    [
      "a limit more",
      "interface Pet { size: Size } interface Size { cm: number }",
      "interface Pet { size: Size2 } interface Size2 { /** @limit at most 9 */ cm: number }",
      ["constraint-changed Pet.size.cm"],
    ],
    [
      "a property more",
      "interface Pet { size: Size } interface Size { cm: number }",
      "interface Pet { size: Size2 } interface Size2 { cm: number; kg?: number }",
      ["property-added Pet.size.kg"],
    ],
    [
      "a property less",
      "interface Pet { size: Size } interface Size { cm: number; kg?: number }",
      "interface Pet { size: Size2 } interface Size2 { cm: number }",
      ["property-removed Pet.size.kg"],
    ],
    [
      "a property less, beside null",
      "interface Pet { size: Size | null } interface Size { cm?: number }",
      "interface Pet { size: Size2 | null } interface Size2 { kg?: number }",
      ["property-removed Pet.size.cm", "property-added Pet.size.kg"],
    ],
    [
      "a value more",
      'interface Pet { kind: Kind } type Kind = "cat" | "dog"',
      'interface Pet { kind: Kind2 } type Kind2 = "cat" | "dog" | "fish"',
      ["enum-value-added Pet.kind"],
    ],
    [
      "the values written out",
      'interface Pet { kind: Kind } type Kind = "cat" | "dog"',
      'interface Pet { kind: "cat" | "dog" }',
      [],
    ],
    [
      "a list of another length",
      "interface Pet { at: [number, number] }",
      "interface Pet { at: [number, number, number] }",
      ["type-changed Pet.at"],
    ],
    [
      "a list that may be longer",
      "interface Pet { at: At } type At = [number, number]",
      "interface Pet { at: [number, number, number?] }",
      ["type-widened Pet.at"],
    ],
    [
      "null, and then a text as well",
      "interface Pet { note: null }",
      "interface Pet { note: string | null }",
      ["type-widened Pet.note"],
    ],
    [
      "equal models in place of others",
      "type Pet = Cat | Dog; interface Cat { is: 1 } interface Dog { is: 2 }",
      "type Pet = Cat2 | Dog2; interface Cat2 { is: 1 } interface Dog2 { is: 2 }",
      [],
    ],
    [
      "a model in place of one of several",
      "type Pet = Cat | Dog; interface Cat { is: 1 } interface Dog { is: 2 }",
      "type Pet = Cat | Fish; interface Cat { is: 1 } interface Fish { is: 3 }",
      ["variant-added Pet", "variant-removed Pet"],
    ],
  ])("%s", (_, old, now, expected) => {
    expect(changesOf(old, now)).toEqual(expected);
  });
});

describe("large types", () => {
  /** Each model mentions the next twice, so that there are 2^20 ways through them. */
  const deep = (prefix: string, leaf: string): string =>
    Array.from({ length: 20 }, (_, index) => {
      const next = `${prefix}${String(index + 1)}`;
      return `interface ${prefix}${String(index)} { a: ${next} | string | null; b: ${next}[]; c: { d: ${next} } }`;
    }).join("\n") + `interface ${prefix}20 { leaf: ${leaf} }`;
  const under = (prefix: string, leaf: string): string =>
    `interface Pet { of: ${prefix}0 }\n${deep(prefix, leaf)}`;

  it("are equal under other names", () => {
    expect(changesOf(under("A", "string"), under("B", "string"))).toEqual([]);
  });

  it("tell of a change deep inside once", () => {
    const found = changesOf(under("A", "string"), under("B", "string | null"));
    expect(found.filter((one) => one.startsWith("null-added"))).toEqual([
      `null-added Pet.of${".a".repeat(20)}.leaf`,
    ]);
    // And of each place where a model stands that was told of.
    expect(found.length).toBeLessThanOrEqual(3 * 20 + 1);
  });

  it("are compared as members of a union", () => {
    const union = (prefix: string): string =>
      `interface Pet { of: ${["0", "5", "9"].map((one) => `${prefix}${one}`).join(" | ")} }\n`;
    const old = union("A") + deep("A", "string");
    const now = union("B") + deep("B", "string");
    expect(changesOf(old, now)).toEqual([]);
  });

  it("are compared as unions of unions", () => {
    const nested = (leaf: string): string => {
      const names = (level: number) =>
        [0, 1, 2].map((one) => `U${String(level)}x${String(one)}`);
      const levels = Array.from({ length: 20 }, (_, level) =>
        names(level)
          .map((name) => `type ${name} = ${names(level + 1).join(" | ")};`)
          .join("\n"),
      );
      const leaves = names(20).map(
        (name, index) =>
          `interface ${name} { is: ${String(index)}; value: ${leaf} }`,
      );
      return `type Pet = ${names(0).join(" | ")};\n${[...levels, ...leaves].join("\n")}`;
    };
    expect(changesOf(nested("string"), nested("string"))).toEqual([]);
    const model = { kind: "model", name: "U0x0" } as const;
    const models = pairOf(nested("string"), nested("number"));
    expect(new Assignability(models, "old", "new").holds(model, model)).toBe(
      false,
    );
  });
});
