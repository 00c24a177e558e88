/** The tests that the README names are there: rules D1 to D12, conditions X01 to X04 and X09 to X16. */
import { existsSync, readFileSync } from "node:fs";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const root = new URL("../../", import.meta.url);
const page = readFileSync(new URL("README.md", import.meta.url), "utf8");

const rows = page
  .split("\n")
  .filter((line) => line.startsWith("| ") && line.includes("`test/"));

/** The strings of a file of tests, among them its titles; comments and imports are none. */
const stringsIn = (text: string): readonly string[] => {
  const strings: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) return;
    if (ts.isStringLiteralLike(node)) strings.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile("", text, ts.ScriptTarget.Latest, true));
  return strings;
};

describe("the README", () => {
  it("has every rule and every condition", () => {
    const ids = rows.flatMap((row) => /^\| ([DX]\d+):/.exec(row)?.[1] ?? []);
    const numbers = (count: number, letter: string, width: number) =>
      Array.from(
        { length: count },
        (_, index) => letter + String(index + 1).padStart(width, "0"),
      );
    expect(ids).toEqual([
      ...numbers(12, "D", 1),
      ...numbers(4, "X", 2),
      ...numbers(16, "X", 2).slice(8),
    ]);
  });

  it.each(rows.map((row) => [row.split("|")[1]?.trim() ?? "", row]))(
    "names tests for %s",
    (_, row) => {
      const named = [...row.matchAll(/`(test\/[^`]+)`: "([^"]+)"/g)];
      expect(named).not.toEqual([]);
      for (const [, path = "", name = ""] of named) {
        const file = new URL(path, root);
        expect(path).toMatch(/\.test\.ts$/);
        expect(existsSync(file)).toBe(true);
        const strings = stringsIn(readFileSync(file, "utf8"));
        expect(strings.filter((string) => string.includes(name))).not.toEqual(
          [],
        );
      }
    },
  );
});
