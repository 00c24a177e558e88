/** Lists and objects of a multipart body as parts of their own. */
import { expect, it } from "vitest";
import {
  partsNested,
  type PartNesting,
} from "../../templates/runtime/part-nesting.js";
import { part } from "../../templates/runtime/upload.js";

const file = new File(["a"], "a.txt");
const part1 = part("text", { filename: "b.txt" });
const stream = { name: "c.txt", data: new ReadableStream() };

it.each<[PartNesting, unknown, unknown[]]>([
  [{ arrays: "comma" }, ["x", 1, true, null], [["a", "x,1,true"]]],
  [{ arrays: "comma" }, [null, undefined], []],
  [{ arrays: "comma" }, [], []],
  [
    { arrays: "comma" },
    ["x", file],
    [
      ["a", "x"],
      ["a", file],
    ],
  ],
  [
    { arrays: "repeat" },
    ["x", undefined, "y"],
    [
      ["a", "x"],
      ["a", "y"],
    ],
  ],
  [
    { arrays: "indices" },
    ["x", null, "y", ["z"]],
    [
      ["a[0]", "x"],
      ["a[1]", "y"],
      ["a[2][0]", "z"],
    ],
  ],
  [
    { arrays: "brackets" },
    [file, part1, stream],
    [
      ["a[]", file],
      ["a[]", part1],
      ["a[]", stream],
    ],
  ],
  [{ arrays: "brackets" }, { b: [1] }, [["a", { b: [1] }]]],
  [{ arrays: "brackets" }, [{ b: 1 }], [["a[]", { b: 1 }]]],
  [
    { arrays: "brackets", objects: "brackets" },
    { b: [1, { c: 2 }], d: { e: file } },
    [
      ["a[b][]", 1],
      ["a[b][][c]", 2],
      ["a[d][e]", file],
    ],
  ],
  [
    { objects: "dots" },
    { b: { c: 1 }, d: [1, [2], { e: 3 }] },
    [
      ["a.b.c", 1],
      ["a.d", 1],
      ["a.d", [2]],
      ["a.d.e", 3],
    ],
  ],
  [{ arrays: "comma", objects: "dots" }, new Date(0), [["a", new Date(0)]]],
  [{ arrays: "brackets" }, "x", [["a", "x"]]],
])("%j of %j", (nesting, value, expected) => {
  expect(partsNested(nesting)("a", value)).toEqual(expected);
});
