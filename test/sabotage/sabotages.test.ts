/**
 * Each sabotage still has something to take away: code moves on, and `npm run sabotage` is for now
 * and then.
 */
import { existsSync, readFileSync } from "node:fs";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { sabotaged, sabotages } from "./sabotages.mjs";

const read = (file: string): string =>
  readFileSync(new URL(`../../${file}`, import.meta.url), "utf8");

describe("sabotages", () => {
  it("are not few, and each has a name of its own", () => {
    const names = sabotages.map(({ name }) => name);
    expect(names.length).toBeGreaterThanOrEqual(25);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(sabotages)("can do: $name", (sabotage) => {
    const before = read(sabotage.file);
    const changed = sabotaged(sabotage, before);
    expect(changed).toBeTypeOf("string");
    expect(changed).not.toBe(before);
    // A file that cannot be read would be noticed without any test.
    const { diagnostics } = ts.transpileModule(changed as string, {
      reportDiagnostics: true,
    });
    expect(diagnostics).toEqual([]);
    expect(
      sabotage.tests.filter(
        (file) => !existsSync(new URL(`../../${file}`, import.meta.url)),
      ),
    ).toEqual([]);
  });

  it("are refused where the code no longer has what they change", () => {
    const [sabotage] = sabotages;
    expect(sabotage && sabotaged(sabotage, "")).toEqual({
      problem: `does not have once: ${sabotage?.find ?? ""}`,
    });
  });
});
