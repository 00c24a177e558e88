/**
 * Which names of a released package follow its document: those that its author asks to be others, and
 * no other.
 */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Sdk } from "../../../generator/sdk/sdk.js";
import { operationsOf, sdkOf } from "../../support/pipeline.js";
import type { Options } from "../../support/pipeline.js";

/** `listRooms GET /rooms Rooms`: operationId, method, path and tags. */
const document = (...operations: readonly string[]) => {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const operation of operations) {
    const [id = "", method = "", path = "", ...tags] = operation.split(" ");
    (paths[path] ??= {})[method.toLowerCase()] = {
      ...(id !== "-" && { operationId: id }),
      ...(tags.length > 0 && { tags }),
      parameters: [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
        ...{ name, in: "path", required: true, schema: { type: "string" } },
      })),
      responses: { "204": { description: "Done." } },
    };
  }
  return { paths };
};

const callsOf = (sdk: Sdk): readonly string[] =>
  [...operationsOf(sdk).values()].map(
    ({ call, operation }) => `${call} ${operation.functionName}`,
  );

/** The calls after each state of a document, each with the names of the one before. */
const history = async (
  states: readonly (readonly string[])[],
  options: Options = {},
): Promise<readonly (readonly string[])[]> => {
  const calls: (readonly string[])[] = [];
  let names: ReadonlyMap<string, string> = new Map();
  for (const state of states) {
    const sdk = await sdkOf(document(...state), { ...options, names });
    names = sdk.names;
    calls.push(callsOf(sdk));
  }
  return calls;
};

describe("names that the document asks for", () => {
  it("follow another operationId, there and back", async () => {
    expect(
      await history([
        ["getPet GET /pets/{id} Pets"],
        ["inspectPet GET /pets/{id} Pets"],
        ["inspectPet GET /pets/{id} Pets"],
        ["getPet GET /pets/{id} Pets"],
      ]),
    ).toEqual([
      ["client.pets.get getPet"],
      ["client.pets.inspect inspectPet"],
      ["client.pets.inspect inspectPet"],
      ["client.pets.get getPet"],
    ]);
  });

  it("follow another tag, which leaves the function of the operationId", async () => {
    expect(
      await history([
        ["getPet GET /pets/{id} Pets"],
        ["getPet GET /pets/{id} Animals"],
        ["getPet GET /pets/{id} Animals"],
      ]),
    ).toEqual([
      ["client.pets.get getPet"],
      ["client.animals.get getPet"],
      ["client.animals.get getPet"],
    ]);
  });

  it("do not come of an id that is only spelled otherwise", async () => {
    const [before, after] = await history([
      ["get_pet GET /pets/{id} Pets"],
      ["getPet GET /pets/{id} pets"],
    ]);
    expect(after).toEqual(before);
  });

  it("are not those of a lock that does not know the words", async () => {
    const { names } = await sdkOf(document("getPet GET /pets/{id} Pets"));
    const old = new Map([...names].filter(([id]) => !id.startsWith("said ")));
    const sdk = await sdkOf(document("inspectPet GET /pets/{id} Zoo"), {
      names: old,
    });
    expect(callsOf(sdk)).toEqual(["client.pets.get getPet"]);
    expect(sdk.names.get("said GET /pets/{id}")).toBe(
      '{"id":"inspectPet","tag":"Zoo"}',
    );
  });

  it("are given once names are no longer to stay", async () => {
    const first = await sdkOf(document("getPet GET /pets/{id} Pets"));
    const second = document("inspectPet GET /pets/{id} Pets");
    const kept = await sdkOf(second, { names: first.names, isKeeping: true });
    expect(kept.names).toEqual(first.names);
    expect(callsOf(await sdkOf(second, { names: kept.names }))).toEqual([
      "client.pets.inspect inspectPet",
    ]);
  });
});

describe("names that the document does not ask for", () => {
  it("stay where other operations came, also when one of these is renamed", async () => {
    const [before, grown, renamed] = await history([
      ["- GET /rooms Rooms"],
      ["- GET /rooms Rooms", "listOldRooms GET /old/rooms Rooms"],
      ["- GET /rooms Rooms", "listRooms GET /old/rooms Rooms"],
    ]);
    expect(before).toEqual(["client.rooms.list listRooms"]);
    expect(grown?.[0]).toBe("client.rooms.list listRooms");
    expect(renamed?.[0]).toBe("client.rooms.list listRooms");
  });

  it("stay where a path calls its parameter otherwise", async () => {
    const first = await sdkOf(document("- GET /pets/{petId} Pets"));
    const names = new Map(first.names)
      .set("operation GET /pets/{petId}", "loadPet")
      .set("method GET /pets/{petId}", "load");
    const sdk = await sdkOf(document("- GET /pets/{id} Pets"), { names });
    expect(callsOf(sdk)).toEqual(["client.pets.load loadPet"]);
    const [get] = [...operationsOf(sdk).values()];
    expect(get?.operation.positional[0]?.wireName).toBe("id");
    expect(sdk.names.get("operation GET /pets/{petId}")).toBeUndefined();
  });

  it("stay where the path that would have them is not the only one", async () => {
    const first = await sdkOf(document("- GET /pets/{petId} Pets"));
    const names = new Map(first.names).set(
      "operation GET /pets/{petId}",
      "loadPet",
    );
    const sdk = await sdkOf(
      document("- GET /pets/{id} Pets", "- GET /pets/{petId} Pets"),
      { names },
    );
    expect(callsOf(sdk)).toContain("client.pets.get loadPet");
  });
});

describe("a document that has not changed", () => {
  it.each(["ahasend", "feldera", "openrouter"])(
    "changes nothing of %s",
    async (name) => {
      const text = readFileSync(`spec/${name}/openapi.yaml`, "utf8");
      const { names } = await sdkOf(text);
      const again = await sdkOf(text, { names });
      expect(again.names).toEqual(names);
    },
  );
});
