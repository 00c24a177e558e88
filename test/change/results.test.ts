/** Another model in the place of a result. */
import { describe, expect, it } from "vitest";
import { changesOf, shown, shownChanges } from "./support.js";

const text = { type: "string" };
const documentOf = (result: string) => ({
  ...{ openapi: "3.1.0", info: { title: "Demo", version: "1.0.0" } },
  paths: Object.fromEntries(
    ["Pet", "Animal", result].map((name, index) => [
      ["/pet", "/animal", "/one"][index],
      {
        get: {
          operationId: ["getPet", "getAnimal", "getOne"][index],
          responses: {
            "200": {
              description: "Done.",
              content: {
                "application/json": {
                  schema: { $ref: `#/components/schemas/${name}` },
                },
              },
            },
          },
        },
      },
    ]),
  ),
  components: {
    schemas: {
      Pet: { type: "object", required: ["id"], properties: { id: text } },
      Animal: {
        ...{ type: "object", required: ["id", "kind"] },
        properties: { id: text, kind: text },
      },
    },
  },
});

describe("another model as a result", () => {
  it.each([
    ["Pet", "Animal", ["feature property-added getOne.result.kind"]],
    ["Animal", "Pet", ["breaking result-changed getOne.result"]],
  ])("%s -> %s", async (old, now, expected) => {
    const changes = await changesOf(documentOf(old), documentOf(now));
    expect(changes.map(shown)).toEqual(expected);
  });
});

/** Two operations that give the model and a list of it, and a page that has one in it. */
const petsOf = (name: string, kinds: readonly string[], more: object = {}) => {
  const pet = { $ref: `#/components/schemas/${name}` };
  const gives = (operationId: string, schema: object) => ({
    get: {
      operationId,
      responses: {
        "200": {
          description: "Done.",
          content: { "application/json": { schema } },
        },
      },
    },
  });
  return {
    ...{ openapi: "3.1.0", info: { title: "Demo", version: "1.0.0" } },
    paths: {
      "/pet": gives("getPet", pet),
      "/pets": gives("listPets", { type: "array", items: pet }),
      "/page": gives("getPage", { $ref: "#/components/schemas/Page" }),
    },
    components: {
      schemas: {
        Page: { type: "object", properties: { first: pet, last: pet } },
        [name]: {
          ...{ type: "object", required: ["kind"] },
          properties: { kind: { type: "string", enum: kinds } },
        },
        ...more,
      },
    },
  };
};

describe("a model with a new name that changed as well", () => {
  const old = petsOf("Pet", ["cat"]);
  const now = petsOf("Animal", ["cat", "dog"]);

  it("is another one wherever it is given", async () => {
    expect(await shownChanges(old, now)).toEqual([
      "breaking enum-value-added Page.first.kind",
      "breaking variant-added Page.last",
      "breaking result-changed getPet.result",
      "breaking result-changed listPets.result",
    ]);
  });

  it("is one as well where the old name stays", async () => {
    const pet = petsOf("Pet", ["cat"]).components.schemas;
    const beside = petsOf("Animal", ["cat", "dog"], { Pet: pet["Pet"] });
    const changes = await shownChanges(old, beside);
    expect(changes.filter((one) => one.includes("result"))).toEqual([
      "breaking result-changed getPet.result",
      "breaking result-changed listPets.result",
    ]);
  });

  it("is risky alone to those who take what a server adds", async () => {
    const policy = { strictness: "lenient" } as const;
    expect(await shownChanges(old, now, { policy })).toEqual(
      expect.arrayContaining([
        "feature enum-value-added Page.first.kind",
        "feature variant-added Page.last",
      ]),
    );
  });
});

describe("a list of other items", () => {
  it("is another result", async () => {
    const pet = { Pet: { type: "object", properties: { name: text } } };
    const list = (name: string) => ({
      ...petsOf("Cat", ["cat"], pet),
      paths: {
        "/pets": petsOf(name, []).paths["/pets"],
        "/cat": petsOf("Cat", []).paths["/pet"],
      },
    });
    expect(await shownChanges(list("Cat"), list("Pet"))).toEqual([
      "breaking result-changed listPets.result",
    ]);
  });
});

/** An operation that succeeds with one of these. */
const succeeds = (responses: object) => ({
  ...{ openapi: "3.1.0", info: { title: "Demo", version: "1.0.0" } },
  paths: { "/pet": { delete: { operationId: "deletePet", responses } } },
});

describe("a result that nothing is said of", () => {
  const empty = { "204": { description: "Done." } };
  const unsaid = { "202": { description: "Later." } };

  it("is more than none", async () => {
    expect(await shownChanges(succeeds(empty), succeeds(unsaid))).toEqual([
      "breaking result-added deletePet.result",
    ]);
    expect(await shownChanges(succeeds(unsaid), succeeds(empty))).toEqual([
      "fix status-changed deletePet",
    ]);
  });
});

describe("a stream", () => {
  const gives = (mediaType: string, schema: object) =>
    succeeds({
      "200": { description: "Done.", content: { [mediaType]: { schema } } },
    });

  it("is another result than what it is a stream of", async () => {
    const item = { type: "object", properties: { id: text } };
    const [stream, texts, list] = [
      gives("text/event-stream", item),
      gives("text/event-stream", text),
      gives("application/json", { type: "array", items: text }),
    ];
    const [there] = await changesOf(stream, list);
    expect(there).toMatchObject({
      ...{ kind: "result-changed", class: "breaking" },
      ...{ old: "Stream<DeletePetResponse>", new: "string[]" },
    });
    const [back] = await changesOf(list, stream);
    expect(back).toMatchObject({
      ...{ kind: "result-changed", class: "breaking" },
      ...{ old: "string[]", new: "Stream<DeletePetResponse>" },
    });
    const [events] = await changesOf(stream, texts);
    expect(events).toMatchObject({
      ...{ kind: "result-changed", class: "breaking" },
      old: "Stream<DeletePetResponse>",
      new: "Stream<ServerSentEvent<string>>",
    });
  });
});
