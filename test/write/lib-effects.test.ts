import { describe, expect, it } from "vitest";
import { OutputDirectory } from "../../generator/write/directory.js";
import { unlistedEffects } from "../../generator/write/lib-effects.js";
import { readExports } from "../../generator/write/lib-exports.js";
import { makeFolder } from "./support.js";

const found = (text: string, sideEffects = "false"): readonly string[] =>
  unlistedEffects(
    new OutputDirectory(
      makeFolder({
        "package.json": `{"sideEffects":${sideEffects}}`,
        "src/lib/a/patch.ts": text,
      }),
    ),
  );

describe("modules of the owner's with side effects", () => {
  it.each([
    "Acme.prototype.list = function () {};",
    "  Acme.prototype[name] = x;",
    "Object.assign(Acme.prototype, { a });",
    'import "./patch.js";',
  ])("%s", (text) => {
    expect(found(text)).toEqual(["src/lib/a/patch.ts"]);
    expect(found(text, '["./dist/*/lib/a/patch.js"]')).toEqual([]);
    expect(found(text, "true")).toEqual([]);
  });

  it.each([
    "const list = Acme.prototype.list;",
    "if (Acme.prototype.list === undefined) a();",
    "// Acme.prototype.list = 1;",
    'import { a } from "./a.js";',
  ])("are none: %s", (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe("the names that a module exports by itself", () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ["export class A {}", ["A"], []],
    ["export const a = 1, { b, c: [d] } = x;", ["a", "b", "d"], []],
    ["export function f() {}", ["f"], []],
    ["export enum E {}", ["E"], []],
    ["export interface I {}\nexport type T = 1;", [], ["I", "T"]],
    ['export { a as b, type C } from "./x.js";', ["b"], ["C"]],
    ['export type { D } from "./x.js";', [], ["D"]],
    ['export * as ns from "./x.js";', ["ns"], []],
    ['export * from "./x.js";', [], []],
    ["export default class Acme {}", [], []],
    ["class Hidden {}", [], []],
    ["export {", [], []],
  ])("%s", (text, values, types) => {
    expect(readExports(text)).toEqual({
      ...{ values: new Set(values), types: new Set(types) },
    });
  });
});
