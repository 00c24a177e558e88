/**
 * Structures take code alone: neither the text of a document nor any other string compiles in them.
 * The compiler is the test: without the error, each `@ts-expect-error` is one.
 */
import { expect, it } from "vitest";
import {
  code,
  docs,
  moduleSpecifier,
} from "../../generator/emit/encode/encode.js";
import {
  exportAlias,
  exportClass,
  exportConstant,
  exportInterface,
  importFrom,
} from "../../generator/emit/structures.js";
import type { Text } from "../../generator/sdk/sdk.js";

const text = "a" as Text;
const name = code`a`;

it("take no text", () => {
  const structures = [
    // @ts-expect-error a text of the document as a name
    exportInterface({ name: text }),
    // @ts-expect-error a string as the name of a property
    exportInterface({ name, properties: [{ name: "a" }] }),
    // @ts-expect-error a text as a type
    exportAlias({ name, type: text }),
    // @ts-expect-error a function that writes what it likes
    exportAlias({ name, type: (writer) => writer.write("a") }),
    // @ts-expect-error code in the place of a comment, which it might end
    exportAlias({ name, type: name, docs: [name] }),
    // @ts-expect-error a string as a base
    exportInterface({ name, extends: ["A"] }),
    // @ts-expect-error a text as an initializer
    exportConstant({ name, initializer: text }),
    // @ts-expect-error a string as the body of a method
    exportClass({ name, methods: [{ name, statements: "a()" }] }),
    // @ts-expect-error code in quotes that the writer sets
    importFrom({ moduleSpecifier: name }),
  ];
  expect(structures).toHaveLength(9);
});

it("take code", () => {
  expect(
    importFrom({
      namedImports: [{ name }],
      moduleSpecifier: moduleSpecifier("./a.js"),
    }),
  ).toMatchObject({ moduleSpecifier: "./a.js" });
  expect(docs([{ text: "b" }])).toEqual(["\nb"]);
  expect(docs([])).toEqual([]);
});

it("take paths of modules that need no escape", () => {
  for (const path of ['a"', "a\\", "a\n", "a\u2028"])
    expect(() => moduleSpecifier(path)).toThrow("not a path of a module");
});
