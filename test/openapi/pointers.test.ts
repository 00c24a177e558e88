import { describe, expect, it } from "vitest";
import {
  parsePointer,
  printPointer,
  printReference,
  valueAt,
} from "../../generator/openapi/pointers.js";

describe("reading a pointer", () => {
  it.each([
    ["", []],
    ["/", [""]],
    ["/a/b", ["a", "b"]],
    ["/a~1b/c~0d/~01", ["a/b", "c~d", "~1"]],
    ["/%7Bid%7D/caf%C3%A9", ["{id}", "café"]],
    ["/a%/b", ["a%", "b"]],
    ["/%ZZ", ["%ZZ"]],
    ["/a%2Fb", ["a", "b"]],
    ["a", undefined],
    ["/~2", undefined],
    ["/a~", undefined],
  ])("%j", (text, want) => {
    expect(parsePointer(text)).toEqual(want);
  });

  it.each([[["a/b", "c~d", "100%", "x#y", "é {z}", "__proto__", ""]]])(
    "gives back what was printed: %j",
    (pointer) => {
      const reference = printReference(pointer);
      expect(reference.startsWith("#")).toBe(true);
      expect(parsePointer(reference.slice(1))).toEqual(pointer);
    },
  );
});

describe("a pointer in a message", () => {
  it.each([
    [[], "#"],
    [["paths", "/a/{b}", "~"], "#/paths/~1a~1{b}/~0"],
  ])("%j", (pointer, want) => {
    expect(printPointer(pointer)).toBe(want);
  });
});

describe("following a pointer", () => {
  const root = { a: [{ b: 1 }], constructor: 2, "": { "": 3 } };

  it.each([
    [["a", "0", "b"], 1],
    [["constructor"], 2],
    [["", ""], 3],
    [["a", "00"], undefined],
    [["a", "-"], undefined],
    [["a", "1"], undefined],
    [["a", "length"], undefined],
    [["toString"], undefined],
    [["__proto__"], undefined],
    [["a", "0", "b", "toFixed"], undefined],
  ])("%j", (pointer, want) => {
    expect(valueAt(root, pointer)).toBe(want);
  });
});
