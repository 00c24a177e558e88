/**
 * Declarations that nobody should publish: each is refused with a reason, or read as far as it goes.
 */
import { describe, expect, it } from "vitest";
import { readFiles, refusal, surfaceIn } from "./support.js";

const client = `
  export declare class Zoo { get(id: string): Promise<Pet>; }
`;
const pet = "export interface Pet { id: string }";

describe("what is refused", () => {
  it.each([
    [
      "no package.json",
      { "package.json": "" },
      "its package.json is no object",
    ],
    [
      "one that is a list",
      { "package.json": "[]" },
      "its package.json is no object",
    ],
    ["no declarations", {}, "it declares no types"],
    [
      "types outside of the package",
      {
        "package.json": '{ "types": "../../etc/index.d.ts" }',
        "../../etc/index.d.ts": client,
      },
      "it declares no types",
    ],
    [
      "syntax errors",
      { "index.d.ts": `${pet}\nexport interface {` },
      "index.d.ts:2: Declaration or statement expected.",
    ],
    [
      "a syntax error in what is imported",
      {
        "index.d.ts": 'export * from "./other.js";',
        "other.d.ts": "export type = ;",
      },
      "other.d.ts:1: '{' expected.",
    ],
    [
      "a script",
      { "index.d.ts": "declare const a: 1;" },
      "index.d.ts exports nothing",
    ],
    [
      "nothing of a client",
      { "index.d.ts": "export declare const a: 1;" },
      "its types have no client and no models",
    ],
    [
      "types that are too deep",
      {
        "index.d.ts": `export interface Pet { a: ${"[".repeat(20_000)}1${"]".repeat(20_000)} }\n${client}`,
      },
      "its types are too large, or too deep inside each other",
    ],
    [
      "types that double and double",
      {
        "index.d.ts": `${Array.from({ length: 60 }, (_, index) => `type A${String(index + 1)} = [A${String(index)}, A${String(index)}];`).join("\n")}
          type A0 = 1;
          export {};
          export interface Pet { a: A60 }
          ${client}`,
      },
      "its types are too large, or too deep inside each other",
    ],
    [
      "files without an end",
      {
        "index.d.ts": `${client}\nexport type Pet = "${"a".repeat(33 * 1024 * 1024)}";`,
      },
      "its declarations are too large",
    ],
  ])("%s", (_, files, reason) => {
    expect(refusal(files)).toBe(reason);
  });
});

describe("what is read as far as it goes", () => {
  it("imports in circles", () => {
    const { operations, models } = surfaceIn({
      "index.d.ts": `export * from "./a.js"; export * from "./index.js"; import type { Pet } from "./b.js";\n${client}`,
      "a.d.ts": 'export * from "./b.js"; export * from "./a.js";',
      "b.d.ts": `export * from "./a.js"; export * from "./index.js"; ${pet}`,
    });
    expect([...operations.keys()]).toEqual(["client.get"]);
    expect([...models.keys()]).toEqual(["Pet"]);
  });

  it("types that are made of themselves", () => {
    const { models } = surfaceIn({
      "index.d.ts": `
        export type Self = Self;
        export type Two = Two | Other;
        export type Other = Two[];
        export interface Base extends Base {}
        export type Deep<T> = { inside: Deep<[T]> };
        export interface Pet { self: Self; two: Two; base: Base; deep: Deep<1> }
        ${client}
      `,
    });
    expect([...models.keys()]).toContain("Pet");
  });

  it("clients that lead back to themselves", () => {
    const { operations } = surfaceIn({
      "index.d.ts": `
        export declare class Pets { root: Zoo; self: Pets; get(id: string): Promise<Pet>; }
        export declare class Zoo { pets: Pets; zoo: Zoo; }
        ${pet}
      `,
    });
    expect([...operations.keys()]).toContain("client.pets.get");
  });

  it("imports from outside of the package, which are named and not followed", () => {
    const read = readFiles({
      "index.d.ts": `
        import type { Secret } from "../../secret.js";
        /// <reference path="/etc/passwd.d.ts" />
        export interface Pet { secret: Secret }
        ${client}
      `,
      "../../secret.d.ts": "export interface Secret { key: string }",
      "../secret.d.ts": "export interface Secret { key: string }",
    });
    expect(read).toMatchObject({
      kind: "surface",
      outside: ['index.d.ts imports "../../secret.js"'],
    });
    expect(JSON.stringify(read)).not.toContain("key");
  });

  it("names that objects have of themselves", () => {
    const { models, operations } = surfaceIn({
      "index.d.ts": `
        export interface Pet { __proto__: string; constructor: string; "__@iterator": 1; hasOwnProperty: 2 }
        export declare class Zoo { constructor(); toString(): Promise<Pet>; __proto__(id: string): Promise<Pet>; }
      `,
    });
    const type = models.get("Pet")?.type;
    expect(type?.kind === "object" && [...type.properties.keys()]).toEqual([
      ...["__@iterator", "__proto__", "constructor", "hasOwnProperty"],
    ]);
    expect([...operations.keys()]).toEqual([
      ...["client.__proto__", "client.toString"],
    ]);
  });
});
