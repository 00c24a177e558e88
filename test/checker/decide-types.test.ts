/** Types that the rules cannot tell of, as TypeScript's checker decides them. */
import { describe, expect, it } from "vitest";
import { decideTypes } from "../../generator/checker/decide-types.js";
import { standardPolicy } from "../../generator/change/change.js";
import {
  findChanges,
  judgeChanges,
} from "../../generator/change/compare-surfaces.js";
import { modelsIn, surfaceWith } from "../change/shapes/support/models.js";
import { shown } from "../change/support.js";

/** What changes of `Pet`, the type of a value that callers get. */
const changesOf = async (
  old: string,
  now: string,
): Promise<readonly string[]> => {
  const [before, after] = [old, now].map((text) => {
    const surface = surfaceWith(modelsIn(text));
    const payload = { kind: "model", name: "Pet" } as const;
    return { ...surface, webhooks: new Map([["pet", payload]]) };
  });
  if (!before || !after) throw new Error("no surface");
  const found = await decideTypes(findChanges(before, after));
  return judgeChanges(found, standardPolicy).map(
    (change) => shown(change) + (change.isUndecided ? " undecided" : ""),
  );
};

const models =
  "interface A { kind: 1; a: string } interface B { kind: 2; b: string }";

describe("an intersection that is not one of objects", () => {
  it.each<[string, string, string, readonly string[]]>([
    [
      "has fewer variants",
      `${models} type Pet = (A | B) & { id: string };`,
      `${models} interface Pet { kind: 1; a: string; id: string }`,
      ["breaking type-changed Pet"],
    ],
    [
      "may have more variants",
      `${models} interface Pet { kind: 1; a: string; id: string }`,
      `${models} type Pet = (A | B) & { id: string };`,
      ["breaking type-widened Pet"],
    ],
    [
      "is written out",
      `${models} type Pet = (A | B) & { id: string };`,
      `${models} type Pet = { kind: 1; a: string; id: string } | { kind: 2; b: string; id: string };`,
      [],
    ],
    [
      "has one more property that may be missing",
      `${models} type Pet = (A | B) & { id: string };`,
      `${models} type Pet = (A | B) & { id: string; age?: number };`,
      ["feature property-added Pet.age"],
    ],
    [
      "has a narrower property",
      `${models} type Pet = (A | B) & { id: string };`,
      `${models} type Pet = (A | B) & { id: "1" };`,
      ["feature type-narrowed Pet"],
    ],
    [
      "has other values",
      `${models} type Pet = (A | B) & { id: string };`,
      `${models} type Pet = (A | B) & { id: number };`,
      ["breaking type-changed Pet"],
    ],
    [
      "holds what only the runtime has",
      `${models} type Pet = (A | B) & { file: FileInput };`,
      `${models} type Pet = (A | B) & { file: FileInput | null };`,
      ["breaking type-widened Pet"],
    ],
    [
      "is inside itself",
      `${models} type Pet = (A | B) & { parent?: Pet };`,
      `${models} type Pet = (A | B) & { parent: Pet };`,
      ["feature type-narrowed Pet"],
    ],
    [
      "is of nothing, which fits everything",
      `${models} type Pet = A & B;`,
      `${models} type Pet = (A | B) & { id: string };`,
      ["breaking type-changed Pet undecided"],
    ],
  ])("%s", async (_, old, now, expected) => {
    expect(await changesOf(old, now)).toEqual(expected);
  });
});
