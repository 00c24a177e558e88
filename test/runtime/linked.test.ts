/** Values of a response that another call takes. */
import { expect, it } from "vitest";
import { linked } from "../../templates/runtime/linked.js";

const body = {
  id: 7,
  "": "empty",
  "a/b": null,
  list: [{ id: "x" }],
  text: "abc",
  constructor$: 1,
};

it.each<[readonly string[], unknown]>([
  [[], body],
  [["id"], 7],
  [[""], "empty"],
  [["a/b"], null],
  [["list", "0", "id"], "x"],
  [["list", "1", "id"], undefined],
  [["list", "-"], undefined],
  [["none"], undefined],
  [["id", "toFixed"], undefined],
  [["text", "0"], undefined],
  [["a/b", "c"], undefined],
  [["constructor"], undefined],
  [["__proto__"], undefined],
])("is at %j", (path, expected) => {
  expect(linked<unknown>(body, ...path)).toEqual(expected);
});

it("is in no body that is empty", () => {
  expect(linked<unknown>(undefined, "id")).toBeUndefined();
  expect(linked<unknown>(undefined)).toBeUndefined();
});
