import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { unifiedDiff } from "../../generator/write/unified-diff.js";
import { makeFolder, readFolder } from "./support.js";

const numbers = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => String(index));

const text = (lines: readonly string[]): string => `${lines.join("\n")}\n`;

/** A few lines of few kinds, always the same for a seed. */
const random = (seed: number): string => {
  let state = seed * 7919 + 17;
  const next = (below: number): number => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return Math.floor((state / 2147483648) * below);
  };
  const lines = Array.from({ length: next(30) }, () => "abcd"[next(4)] ?? "");
  return lines.join("\n") + (next(3) > 0 && lines.length > 0 ? "\n" : "");
};

describe("a unified diff", () => {
  it("is empty for equal texts", () => {
    expect(unifiedDiff("a.ts", "x\n", "x\n")).toBe("");
  });

  it("has three lines around each change, and joins near ones", () => {
    const before = numbers(40);
    const after = [...before];
    after[5] = "five";
    after.splice(10, 0, "new");
    after.splice(31, 1);
    expect(unifiedDiff("a.ts", text(before), text(after))).toBe(
      `--- a.ts
+++ a.ts
@@ -3,11 +3,12 @@
 2
 3
 4
-5
+five
 6
 7
 8
 9
+new
 10
 11
 12
@@ -28,7 +29,6 @@
 27
 28
 29
-30
 31
 32
 33`,
    );
  });

  it("shows a new file, a removed one and a missing end of the last line", () => {
    expect(unifiedDiff("a", "", "x\ny\n")).toBe(
      "--- a\n+++ a\n@@ -0,0 +1,2 @@\n+x\n+y",
    );
    expect(unifiedDiff("a", "x\n", "")).toBe("--- a\n+++ a\n@@ -1 +0,0 @@\n-x");
    expect(unifiedDiff("a", "x", "x\n")).toBe(
      "--- a\n+++ a\n@@ -1 +1 @@\n-x\n\\ No newline at end of file\n+x",
    );
  });

  it("replaces what has too much in it", () => {
    const lines = unifiedDiff(
      "a",
      text(numbers(3000)),
      text(numbers(3000).map((line) => `x${line}`)),
    ).split("\n");
    expect(lines).toHaveLength(6003);
  });

  it("is what git applies", () => {
    const cwd = makeFolder();
    const want: Record<string, string> = {};
    const diffs: string[] = [];
    for (let seed = 0; seed < 300; seed += 1) {
      const [before, after] = [random(2 * seed), random(2 * seed + 1)];
      if (before === "" || after === "") continue;
      const path = `f${seed}`;
      writeFileSync(join(cwd, path), before);
      want[path] = after;
      diffs.push(unifiedDiff(path, before, after), "");
    }
    const args = ["apply", "-p0", "--unidiff-zero", "-"];
    execFileSync("git", args, {
      cwd,
      input: diffs.join("\n").replace(/\n{2,}(?=---)/g, "\n"),
      env: { ...process.env, GIT_CEILING_DIRECTORIES: dirname(cwd) },
    });
    expect(readFolder(cwd)).toEqual(want);
  });
});
