import { describe, expect, it } from "vitest";
import { Lines } from "../../generator/diagnostics/source-files.js";

const linesOf = (text: string): readonly (string | undefined)[] => {
  const lines = new Lines(text);
  return [1, 2, 3, 4].map((number) => lines.line(number));
};

describe("lines", () => {
  it.each<[string, readonly (string | undefined)[]]>([
    ["a\nb", ["a", "b", undefined, undefined]],
    ["a\r\nb\r\n", ["a", "b", "", undefined]],
    ["\n\nc", ["", "", "c", undefined]],
    ["", ["", undefined, undefined, undefined]],
    // A position does not count these as ends of lines either.
    ["a\rb\u2028c\n", ["a\rb\u2028c", "", undefined, undefined]],
  ])("of %j", (text, want) => {
    expect(linesOf(text)).toEqual(want);
    expect(new Lines(text).line(0)).toBeUndefined();
  });

  it.each([
    [0, 1, 1],
    [1, 1, 2],
    [2, 2, 1],
    [4, 2, 3],
    [5, 3, 1],
    [99, 3, 2],
  ])("offset %d is at %d:%d", (offset, line, column) => {
    expect(new Lines("a\nbc\nd").placeOf(offset)).toEqual({ line, column });
  });
});
