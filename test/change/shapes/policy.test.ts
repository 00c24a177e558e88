/**
 * How heavy changes of types are to owners who are less or more strict than usual.
 */
import { describe, expect, it } from "vitest";
import { standardPolicy } from "../../../generator/change/change.js";
import { verdictOn } from "../../../generator/change/classes.js";
import { classOf, findingsOf, pet } from "./support/findings.js";

describe("what an owner counts as breaking", () => {
  const added = {
    old: pet('kind: "cat" | "dog"'),
    now: pet('kind: "cat" | "dog" | "fish"'),
  };
  const open = {
    old: pet('kind: "cat" | (string & {})'),
    now: pet('kind: "cat" | "fish" | (string & {})'),
  };
  it.each([
    ["a value of an enum", added.old, added.now, "feature breaking breaking"],
    ["a value of an open enum", open.old, open.now, "feature feature breaking"],
    [
      "a variant",
      "type Pet = A; interface A { is: 1 } interface B { is: 2 }",
      "type Pet = A | B; interface A { is: 1 } interface B { is: 2 }",
      "feature breaking breaking",
    ],
    [
      "a required property",
      pet(""),
      pet("a: string"),
      "feature feature breaking",
    ],
    [
      "an optional property",
      pet(""),
      pet("a?: string"),
      "feature feature feature",
    ],
    [
      "a property that is always there",
      pet("a?: string"),
      pet("a: string"),
      "feature feature breaking",
    ],
    [
      "a narrower type",
      pet("a: string"),
      pet('a: "b" | "c"'),
      "feature feature breaking",
    ],
    [
      "no null any more",
      pet("a: string | null"),
      pet("a: string"),
      "feature feature feature",
    ],
  ])("in results: %s", (_, old, now, expected) => {
    const [finding, ...others] = findingsOf(old, now, "output");
    expect(others).toEqual([]);
    const classes = (["lenient", "standard", "strict"] as const).map(
      (strictness) => finding && classOf(finding, strictness),
    );
    expect(classes.join(" ")).toBe(expected);
  });

  it.each([
    [
      "a limit",
      pet("a: string"),
      pet("/** @limit at most 3 */ a: string"),
      "none none fix",
    ],
    [
      "a default",
      pet("a?: string"),
      pet("/** @default 3 */ a?: string"),
      "none none fix",
    ],
    [
      "any other key",
      pet("a: string"),
      pet("a: string; [key: string]: unknown"),
      "feature breaking breaking",
    ],
  ])("in what is sent: %s", (_, old, now, expected) => {
    const [finding, ...others] = findingsOf(old, now, "input");
    expect(others).toEqual([]);
    const classes = (["lenient", "standard", "strict"] as const).map(
      (strictness) => finding && classOf(finding, strictness),
    );
    expect(classes.join(" ")).toBe(expected);
  });

  it.each([
    "header-removed",
    "route-changed",
    "parameter-wire-changed",
    "base-path-changed",
  ] as const)("on the wire: %s", (kind) => {
    const verdicts = (["lenient", "standard", "strict"] as const).map(
      (strictness) =>
        verdictOn({ kind, where: "getPet" }, { ...standardPolicy, strictness }),
    );
    expect(verdicts).toEqual([
      { class: "fix", isRisky: false, isOverridden: false },
      { class: "fix", isRisky: true, isOverridden: false },
      { class: "breaking", isRisky: false, isOverridden: false },
    ]);
  });
});
