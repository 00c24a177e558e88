import { describe, expect, it } from "vitest";
import { Diagnostics } from "../../generator/diagnostics/diagnostics.js";
import type { Position } from "../../generator/openapi/document.js";
import {
  colored,
  plain,
  printDiagnostic,
  withFrames,
} from "../../generator/diagnostics/printer.js";

/** One diagnostic at a place of `a.yaml`, as printed. */
const print = (
  text: string,
  line: number,
  column: number,
  paint = plain,
  related: readonly Position[] = [],
): string => {
  const diagnostics = new Diagnostics();
  diagnostics.sources.add("a.yaml", text);
  const at = { file: "a.yaml", line, column };
  diagnostics.report("output-symlink", { path: "sdk" }, at, related);
  return withFrames(diagnostics)
    .map((diagnostic) => printDiagnostic(diagnostic, paint))
    .join("\n");
};

const help =
  "  help: Nothing is written or removed through links. Put the file or directory itself there (`rm sdk`, then `sdkwright generate`), or give the place it leads to as `output`.";

describe("a printed diagnostic", () => {
  it("has the place, the message, the lines around it, and what to do", () => {
    const text = Array.from({ length: 12 }, (_, i) => `line ${i + 1}`).join(
      "\n",
    );
    expect(print(text, 10, 6)).toBe(
      [
        "a.yaml:10:6 error output-symlink: sdk is a symbolic link",
        "   9 | line 9",
        "> 10 | line 10",
        "     |      ^",
        "  11 | line 11",
        help,
      ].join("\n"),
    );
  });

  it.each([
    ["the first line", 1, ["> 1 | one", "    | ^", "  2 | two"]],
    ["the last line", 3, ["  2 | two", "> 3 | three", "    | ^"]],
  ])("is framed at %s", (_, line, want) => {
    expect(
      print("one\r\ntwo\r\nthree", line, 1).split("\n").slice(1, -1),
    ).toEqual(want);
  });

  it("has no frame when the place is past the end, or nothing is known of the file", () => {
    expect(print("one", 7, 1).split("\n")).toEqual([
      "a.yaml:7:1 error output-symlink: sdk is a symbolic link",
      help,
    ]);
  });

  it("shows a part of a long line", () => {
    const text = `${"a".repeat(5000)}X${"b".repeat(5000)}`;
    const [, line = "", caret = ""] = print(text, 1, 5001).split("\n");
    expect(line).toHaveLength("> 1 | ".length + 100);
    expect(line[caret.indexOf("^")]).toBe("X");
  });

  it("shows control characters, and points at the right one", () => {
    const [, line = "", caret = ""] = print("a\u001b[31m\u202eX", 1, 8).split(
      "\n",
    );
    expect(line).toBe("> 1 | a\\u{001b}[31m\\u{202e}X");
    expect(line[caret.indexOf("^")]).toBe("X");
  });

  it("names further places", () => {
    const other = { file: "b\u001b.yaml", line: 2, column: 3 };
    expect(print("one", 1, 1, plain, [other]).split("\n")).toContain(
      "  see: b\\u{001b}.yaml:2:3",
    );
  });

  it("is coloured on request, with the same text", () => {
    const text = print("one", 1, 1, colored);
    expect(text).toContain("\u001b[31merror\u001b[0m");
    expect(text.replaceAll(/\u001b\[\d+m/g, "")).toBe(print("one", 1, 1));
  });
});
