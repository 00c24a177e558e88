/** The constants of enums, whose members callers write. */
import { describe, expect, it } from "vitest";
import { compareConstants } from "../../generator/change/constants.js";
import { changesOf, shownChanges } from "./support.js";

const kinds = (values: string, names = ""): string => `
components:
  schemas:
    Kind: { type: string, enum: [${values}]${names === "" ? "" : `, x-enum-varnames: [${names}]`} }
`;

const constants = { enums: "const" } as const;

describe("the members of a constant", () => {
  it.each([
    [
      "a value comes with its name",
      kinds("cat, dog"),
      kinds("cat, dog, fish"),
      ["breaking enum-value-added Kind"],
    ],
    [
      "a value goes with its name",
      kinds("cat, dog"),
      kinds("cat"),
      ["breaking enum-value-removed Kind"],
    ],
    [
      "a name goes, the value stays",
      kinds("cat, dog"),
      kinds("cat, dog", "Feline, Dog"),
      ["breaking enum-member-renamed Kind.Cat -> Kind.Feline"],
    ],
    [
      "names change places",
      kinds("cat, dog", "A, B"),
      kinds("cat, dog", "B, A"),
      ["breaking type-changed Kind.A", "breaking type-changed Kind.B"],
    ],
  ])("%s", async (_, old, now, expected) => {
    expect(await shownChanges(old, now, constants)).toEqual(expected);
  });

  it("are nothing where enums are types alone", async () => {
    expect(await shownChanges(kinds("cat"), kinds("cat", "Feline"))).toEqual(
      [],
    );
  });

  it("says what to write", async () => {
    const [change] = await changesOf(
      kinds("cat"),
      kinds("cat", "Feline"),
      constants,
    );
    expect(change).toMatchObject({
      message:
        '`Kind.Cat` is called `Kind.Feline` now; the value is `"cat"` as before.',
      migration: "Write `Kind.Feline`.",
    });
  });

  const model = (
    members?: Readonly<Record<string, string>>,
    isOpen = false,
  ) => ({
    type: {
      kind: "union" as const,
      members: isOpen ? [{ kind: "openString" as const }] : [],
    },
    ...(members && { members: new Map(Object.entries(members)) }),
  });
  it.each([
    ["comes", model(), model({ Cat: "cat" }), ["export-added Kind"]],
    ["goes", model({ Cat: "cat" }), model(), ["export-removed Kind"]],
    [
      "has a second name for a value",
      model({ Cat: "cat" }),
      model({ Cat: "cat", Feline: "cat" }),
      ["enum-member-added Kind.Feline"],
    ],
    [
      "of an open enum loses a value",
      model({ Cat: "cat" }, true),
      model({}, true),
      ["enum-member-removed Kind.Cat"],
    ],
  ])("a constant %s", (_, old, now, expected) => {
    expect(
      compareConstants(old, now, "Kind").map(
        ({ kind, where }) => `${kind} ${where}`,
      ),
    ).toEqual(expected);
  });
});
