/**
 * A model that others are made of (`allOf`): what changes of it is told once, at the base, by how those
 * that are made of it are used.
 */
import { describe, expect, it } from "vitest";
import { compareSurfaces } from "../../generator/change/compare-surfaces.js";
import { standardPolicy } from "../../generator/change/change.js";
import { printSurface } from "../../generator/surface/print-surface.js";
import { readSurface } from "../../generator/surface/read-surface.js";
import type { Surface } from "../../generator/surface/surface.js";
import { changesOf, shown, shownChanges, surfacesOf } from "./support.js";

const text = { type: "string" };
const model = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const json = (schema: unknown) => ({
  content: { "application/json": { schema } },
});

type Schemas = Readonly<Record<string, unknown>>;

interface Uses {
  readonly sent?: unknown;
  readonly received?: unknown;
}

const document = ({ sent, received }: Uses, schemas: Schemas) => ({
  paths: {
    "/pets": {
      ...(sent !== undefined && {
        post: {
          operationId: "createPet",
          requestBody: { required: true, ...json(sent) },
          responses: { "204": { description: "Done." } },
        },
      }),
      ...(received !== undefined && {
        get: {
          operationId: "getPet",
          responses: { "200": { description: "Done.", ...json(received) } },
        },
      }),
    },
  },
  components: { schemas },
});

const objectOf = (properties: object, required: readonly string[] = []) => ({
  ...{ type: "object", properties, required },
});

const with_ = (base: string, properties: object) => ({
  allOf: [model(base), objectOf(properties)],
});

const before = objectOf({ name: text }, ["name"]);
const after = objectOf({ name: text, age: text }, ["name", "age"]);

const derived = {
  Cat: with_("Animal", { lives: text }),
  Dog: with_("Animal", { barks: text }),
};

const discriminator = {
  propertyName: "name",
  mapping: { cat: "#/components/schemas/Cat", dog: "#/components/schemas/Dog" },
};

/** The base with a required property more. */
const grown = (uses: Uses, more: Schemas = derived, moreNow: Schemas = more) =>
  [
    document(uses, { Animal: before, ...more }),
    document(uses, { Animal: after, ...moreNow }),
  ] as const;

describe("a required property more in a base", () => {
  it.each<[string, Parameters<typeof shownChanges>, readonly string[]]>([
    [
      "that callers only get is no break",
      [...grown({ received: model("Cat") })],
      ["feature property-added Animal.age"],
    ],
    [
      "that callers pass breaks",
      [...grown({ sent: model("Dog") })],
      ["breaking property-added Animal.age"],
    ],
    [
      "that is used either way breaks",
      [...grown({ sent: model("Dog"), received: model("Cat") })],
      ["breaking property-added Animal.age"],
    ],
    [
      "that nothing uses may be used by callers either way",
      [...grown({ received: text })],
      ["breaking property-added Animal.age"],
    ],
    [
      "of a base is told at the first of them",
      [
        ...grown(
          { received: model("Cat") },
          {
            Mammal: with_("Animal", { legs: text }),
            Cat: with_("Mammal", { lives: text }),
          },
        ),
      ],
      ["feature property-added Animal.age"],
    ],
    [
      "of what is written in place",
      [
        ...grown(
          { sent: with_("Animal", { a: text }) },
          { Zoo: objectOf({ first: with_("Animal", { b: text }) }) },
        ),
      ],
      ["breaking property-added Animal.age"],
    ],
    [
      "is told of what had it otherwise as well",
      [
        document(
          { received: model("Cat") },
          { Animal: before, Cat: with_("Animal", { age: text }) },
        ),
        document(
          { received: model("Cat") },
          { Animal: after, Cat: with_("Animal", { age: text }) },
        ),
      ],
      [
        "feature property-added Animal.age",
        "feature property-required Cat.age",
      ],
    ],
    [
      "that is in a union of what is made of it",
      [
        ...grown(
          { received: model("Animal") },
          {
            ...derived,
            Animal: { ...before, discriminator },
          },
          { ...derived, Animal: { ...after, discriminator } },
        ),
      ],
      ["feature property-added AnimalBase.age"],
    ],
    [
      "is told under its new name",
      [
        document(
          { received: model("Cat") },
          { Animal: before, Cat: with_("Animal", { lives: text }) },
        ),
        document(
          { received: model("Cat") },
          { Beast: before, Cat: with_("Beast", { lives: text }) },
        ),
      ],
      ["feature model-renamed Animal -> Beast"],
    ],
  ])("%s", async (_, documents, expected) => {
    expect(await shownChanges(...documents)).toEqual(expected);
  });

  it("is told with whom it affects", async () => {
    const [change] = await changesOf(
      ...grown({ sent: model("Dog"), received: model("Cat") }),
    );
    expect(change?.affects).toEqual(["createPet.params", "getPet.result"]);
    expect(change?.operations.map(({ id }) => id)).toEqual([
      "createPet",
      "getPet",
    ]);
  });

  it("is told in the same way of surfaces that were written and read", async () => {
    const documents = grown({ received: model("Cat") });
    const surfaces = await surfacesOf(...documents);
    const [old, now] = surfaces.map(written);
    if (!old || !now) throw new Error("two surfaces");
    expect(compareSurfaces(old, now, standardPolicy).map(shown)).toEqual([
      "feature property-added Animal.age",
    ]);
    expect([old, now]).toEqual(surfaces);
  });
});

describe("a property of a base that only the server sets now", () => {
  it("is told at the base alone, though what is sent has a form of its own", async () => {
    const uses = { sent: model("Dog"), received: model("Cat") };
    const named = (more: object) => objectOf({ name: { ...text, ...more } });
    const [plain, readOnly] = [named({}), named({ readOnly: true })];
    const found = async (old: unknown, now: unknown) =>
      (
        await shownChanges(
          document(uses, { ...derived, Animal: old }),
          document(uses, { ...derived, Animal: now }),
        )
      ).filter((one) => one.startsWith("breaking"));
    expect(await found(plain, readOnly)).toEqual([
      "breaking property-read-only Animal.name",
    ]);
    expect(await found(readOnly, plain)).toEqual([
      "breaking model-removed AnimalInput",
    ]);
  });
});

describe("a base that is gone", () => {
  it("is missed by its name where nothing else names it", async () => {
    const uses = { received: model("Cat") };
    const found = await shownChanges(
      document(uses, { Animal: before, ...derived }),
      document(uses, {
        Cat: objectOf({ name: text, lives: text }, ["name"]),
        Dog: objectOf({ name: text, barks: text }, ["name"]),
      }),
    );
    expect(found).toEqual(["breaking model-removed Animal"]);
  });
});

const written = (surface: Surface): Surface => {
  const read = readSurface(printSurface(surface, "1.0.0"));
  if (read.kind === "unreadable") throw new Error(read.reason);
  return read.surface;
};
