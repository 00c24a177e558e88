/** Operations that are not stable yet, and those that are to go. */
import { describe, expect, it } from "vitest";
import { changesOf, shownChanges } from "./support.js";

const operation = (
  operationId: string,
  more: object = {},
  schema?: object,
) => ({
  operationId,
  responses: {
    "200": {
      description: "Done.",
      content: {
        "application/json": {
          schema: schema ?? { $ref: "#/components/schemas/Pet" },
        },
      },
    },
  },
  ...more,
});

const api = (
  level: string | undefined,
  properties: object,
  others: object = {},
) => ({
  paths: {
    "/pets": {
      get: operation(
        "listPets",
        level === undefined ? {} : { "x-stability-level": level },
      ),
    },
    ...others,
  },
  components: {
    schemas: { Pet: { type: "object", required: ["a"], properties } },
  },
});

const text = { type: "string" };
const full = { a: text, b: text };
const less = { a: text };
const others = { "/cats": { get: operation("listCats") } };

describe("a break of an operation", () => {
  it.each([
    ["that is stable", "stable", {}, "breaking"],
    ["of which nothing is said", undefined, {}, "breaking"],
    ["that is alpha", "alpha", {}, "feature"],
    ["that is beta", "beta", {}, "feature"],
    ["beside one that is stable", "beta", others, "breaking"],
  ])("%s", async (_, level, more, expected) => {
    expect(
      await shownChanges(api(level, full, more), api(level, less, more)),
    ).toEqual([`${expected} property-removed Pet.b`]);
  });

  it("that was stable breaks, whatever it is called now", async () => {
    expect(await shownChanges(api("stable", full), api("beta", less))).toEqual([
      "breaking property-removed Pet.b",
    ]);
  });

  it("breaks strict owners, and those who promise more", async () => {
    for (const policy of [
      { strictness: "strict" as const },
      { unstable: ["alpha"] },
    ])
      expect(
        await shownChanges(api("beta", full), api("beta", less), { policy }),
      ).toEqual(["breaking property-removed Pet.b"]);
  });

  it("is marked, and says what to do", async () => {
    const [change] = await changesOf(api("beta", full), api("beta", less));
    expect(change).toMatchObject({
      isUnstable: true,
      migration: "Do without `b`.",
    });
  });
});

describe("an operation that goes", () => {
  const removed = async (more: object) => {
    const [change] = await changesOf(
      { paths: { "/pets": { get: operation("listPets", more, text) } } },
      {},
    );
    return change;
  };

  it.each([
    [{}, "is gone", false],
    [{ deprecated: true }, "is gone; it was deprecated", true],
    [
      { "x-sunset": "2026-01-31" },
      "is gone; `2026-01-31` was announced as its last day",
      true,
    ],
    [{ "x-sunset": "soon" }, "is gone", false],
  ])("with %j", async (more, phrase, isAnnounced) => {
    expect(await removed(more)).toMatchObject({
      ...{ class: "breaking", phrase, isAnnounced },
    });
  });
});
