/**
 * Which old names a released package keeps, and for how long.
 */
import { describe, expect, it } from "vitest";
import type { ChangeConfig } from "../../generator/config/change-options.js";
import type { AliasesConfig } from "../../generator/config/config.js";
import { linesOf, releasedThen } from "../support/released.js";

/** `getPet GET /pets/{id} Pets`: operationId, method, path and tag. */
const api = (...operations: readonly string[]): string => {
  const byPath = new Map<string, string[]>();
  for (const one of operations) {
    const [id = "", method = "", path = "", tag = ""] = one.split(" ");
    const parameters = [...path.matchAll(/\{(\w+)\}/g)].map(
      ([, name = ""]) =>
        `{ name: ${name}, in: path, required: true, schema: { type: string } }`,
    );
    byPath.set(path, [
      ...(byPath.get(path) ?? []),
      `    ${method.toLowerCase()}: { operationId: ${id}, tags: [${tag}], parameters: [${parameters.join(", ")}], responses: { "204": { description: Done. } } }`,
    ]);
  }
  return [
    "openapi: 3.1.0",
    "info: { title: Demo, version: 1.0.0 }",
    "paths:",
    ...[...byPath].flatMap(([path, lines]) => [`  ${path}:`, ...lines]),
    "",
  ].join("\n");
};

const get = (id: string, tag = "Pets") => api(`${id} GET /pets/{id} ${tag}`);

const lines = async (
  first: string,
  states: readonly (string | readonly [source: string, version: string])[],
  options: {
    readonly aliases?: AliasesConfig;
    readonly isKeeping?: boolean;
  } = {},
) =>
  (
    await releasedThen(
      first,
      states.map((state) =>
        typeof state === "string"
          ? { source: state }
          : { source: state[0], version: state[1] },
      ),
      options,
    )
  ).map(linesOf);

describe("an operation with another operationId", () => {
  it("keeps the function, its types, and the method", async () => {
    expect(await lines(get("getPet"), [get("inspectPet")])).toEqual([
      [
        "function getPet = inspectPet since 1.1.0",
        "method pets.get = pets.inspect since 1.1.0",
        "type GetPetError = InspectPetError since 1.1.0",
      ],
    ]);
  });

  it("keeps nothing where it is only spelled otherwise", async () => {
    expect(await lines(get("get_pet"), [get("getPet")])).toEqual([[]]);
  });

  it("and other names of its path's parameters is the same operation", async () => {
    const [[first = ""] = []] = await lines(get("getPet"), [
      api("inspectPet GET /pets/{petId} Pets"),
    ]);
    expect(first).toBe("function getPet = inspectPet since 1.1.0");
  });

  it("keeps both old names after another one", async () => {
    expect(
      (
        await lines(get("getPet"), [
          [get("inspectPet"), "1.0.0"],
          [get("showPet"), "1.1.0"],
        ])
      )[1]?.filter((line) => line.startsWith("function")),
    ).toEqual([
      "function getPet = showPet since 1.1.0",
      "function inspectPet = showPet since 1.2.0",
    ]);
  });

  it("gives up the alias once it has the old name again", async () => {
    const [, back] = await lines(get("getPet"), [
      [get("inspectPet"), "1.0.0"],
      [get("getPet"), "1.1.0"],
    ]);
    expect(back).toEqual([
      "function inspectPet = getPet since 1.2.0",
      "method pets.inspect = pets.get since 1.2.0",
      "type InspectPetError = GetPetError since 1.2.0",
    ]);
  });

  it("changes nothing in a second run", async () => {
    const [first, second] = await releasedThen(get("getPet"), [
      { source: get("inspectPet") },
      { source: get("inspectPet") },
    ]);
    expect(second?.names).toEqual(first?.names);
    expect(second?.aliases).toEqual(first?.aliases);
  });

  it("keeps nothing that another operation is called", async () => {
    const [kept] = await lines(get("getPet"), [
      api("showPet GET /pets/{id} Pets", "getPet GET /old/pets/{id} Pets"),
    ]);
    expect(kept?.filter((line) => line.startsWith("function"))).toEqual([]);
  });

  it("keeps nothing of an operation that is gone", async () => {
    const [, after] = await lines(get("getPet"), [
      get("inspectPet"),
      api("listCats GET /cats Cats"),
    ]);
    expect(after).toEqual([]);
  });
});

describe("an operation with another tag", () => {
  it("keeps the resource, where all of it moved", async () => {
    expect(
      await lines(
        api("listPets GET /pets Pets", "getPet GET /pets/{id} Pets"),
        [api("listPets GET /pets Zoo", "getPet GET /pets/{id} Zoo")],
      ),
    ).toEqual([
      ["class Pets = Zoo since 1.1.0", "resource pets = zoo since 1.1.0"],
    ]);
  });

  it("keeps the method, where others stay", async () => {
    expect(
      await lines(
        api("listPets GET /pets Pets", "getPet GET /pets/{id} Pets"),
        [api("listPets GET /pets Pets", "getPet GET /pets/{id} Zoo")],
      ),
    ).toEqual([["method pets.get = zoo.get since 1.1.0"]]);
  });

  it("keeps methods that went apart", async () => {
    expect(
      await lines(
        api("listPets GET /pets Pets", "getPet GET /pets/{id} Pets"),
        [api("listPets GET /pets Shop", "getPet GET /pets/{id} Zoo")],
      ),
    ).toEqual([
      [
        "method pets.get = zoo.get since 1.1.0",
        "method pets.list = shop.list since 1.1.0",
      ],
    ]);
  });

  it("follows a resource that moves twice", async () => {
    const [, after] = await lines(get("getPet"), [
      [get("getPet", "Zoo"), "1.0.0"],
      [get("getPet", "Farm"), "1.1.0"],
    ]);
    expect(after?.filter((line) => line.startsWith("resource"))).toEqual([
      "resource pets = farm since 1.1.0",
      "resource zoo = farm since 1.2.0",
    ]);
  });
});

describe("a model with another name", () => {
  const model = (...names: readonly string[]) =>
    [
      get("getPet"),
      "components:",
      "  schemas:",
      ...names.map(
        (name) =>
          `    ${name}: { type: object, properties: { ${name === "Owner" ? "pet" : "name"}: { type: string } } }`,
      ),
      "",
    ].join("\n");

  it("keeps the old one, where one of the same structure came", async () => {
    expect(await lines(model("Pet"), [model("Animal")])).toEqual([
      ["type Pet = Animal since 1.1.0"],
    ]);
  });

  it("keeps nothing where two did", async () => {
    expect(await lines(model("Pet"), [model("Animal", "Beast")])).toEqual([[]]);
  });

  it("keeps it in the runs after", async () => {
    const [, after] = await lines(model("Pet"), [
      [model("Animal"), "1.0.0"],
      [model("Animal"), "1.1.0"],
    ]);
    expect(after).toEqual(["type Pet = Animal since 1.1.0"]);
  });
});

describe("an alias", () => {
  const since = (text: string) => (line: string) => line.endsWith(text);
  const gone = api("showPet GET /pets/{id} Pets");
  const first = api("getPet GET /pets/{id} Pets", "dropCat DELETE /cats Cats");
  const renamed = api(
    "showPet GET /pets/{id} Pets",
    "dropCat DELETE /cats Cats",
  );

  it("stays until the next major, and goes with one that comes anyway", async () => {
    const [minor, later, major] = await lines(first, [
      [renamed, "1.4.2"],
      [renamed, "1.5.0"],
      [gone, "1.5.0"],
    ]);
    expect(minor?.every(since("since 1.5.0"))).toBe(true);
    expect(later).toEqual(minor);
    expect(major).toEqual([]);
  });

  it("is first in a major that is due, and stays for all of it", async () => {
    const [now, after] = await lines(first, [
      [gone, "1.4.2"],
      [gone, "2.0.0"],
    ]);
    expect(now?.every(since("since 2.0.0"))).toBe(true);
    expect(after).toEqual(now);
  });

  it("is never the reason for a major", async () => {
    const [, overdue] = await releasedThen(first, [
      { source: renamed, version: "1.4.2" },
      { source: renamed, version: "2.0.0" },
    ]);
    expect(overdue?.aliases.map(({ until }) => until)).toEqual([
      "3.0.0",
      "3.0.0",
    ]);
  });

  it("is first in the version that the owner's policy makes due", async () => {
    const breaking = { source: gone, version: "1.4.2" };
    const sinceWith = async (change: ChangeConfig) => {
      const [sdk] = await releasedThen(first, [breaking], { change });
      return sdk?.aliases[0]?.since;
    };
    const removed = { kind: "operation-removed", where: "dropCat" } as const;
    const approval = { ...removed, reason: "So.", until: "2026-01-31" };
    expect(await sinceWith({})).toBe("2.0.0");
    expect(await sinceWith({ classes: { "operation-removed": "fix" } })).toBe(
      "1.5.0",
    );
    expect(await sinceWith({ approve: [approval] })).toBe("2.0.0");
    expect(await sinceWith({ approve: [{ ...approval, as: "fix" }] })).toBe(
      "1.5.0",
    );
  });

  it.each([
    ["0.3.1", "since 0.3.2", "0.4.0"],
    ["1.4.2", "since 1.5.0", "2.0.0"],
    ["2.0.0-rc.1", "since 2.0.0", "3.0.0"],
  ])("after %s is there %s and gone with %s", async (version, text, until) => {
    const [sdk] = await releasedThen(first, [{ source: renamed, version }]);
    expect(sdk && linesOf(sdk).every(since(text))).toBe(true);
    expect(sdk?.aliases[0]?.until).toBe(until);
  });

  it.each([
    [{ keep: 2 }, "3.0.0"],
    ["forever", undefined],
  ] as const)("with %j is gone with %s", async (aliases, until) => {
    const [sdk] = await releasedThen(first, [{ source: renamed }], { aliases });
    expect(sdk?.aliases.map((alias) => alias.until)).toEqual([
      ...[until, until],
    ]);
  });

  it("is not there where the owner wants none, or no other names", async () => {
    expect(await lines(first, [renamed], { aliases: false })).toEqual([[]]);
    expect(await lines(first, [renamed], { isKeeping: true })).toEqual([[]]);
  });

  it("that somebody wrote into the lock is no way to break the code", async () => {
    const { withAliases } =
      await import("../../generator/model/aliases/aliases.js");
    const { reservedNames } =
      await import("../../generator/emit/reserved-names.js");
    const { sdkOf } = await import("../support/pipeline.js");
    const sdk = await sdkOf(first);
    const { aliases } = withAliases(sdk, {
      ...{ config: { keep: 1 }, names: sdk.names, types: new Map() },
      ...{ credentials: new Map(), reserved: reservedNames },
      noted: new Map([
        ["function delete", "getPet since 1.5.0"],
        ["function x;alert(1)", "getPet since 1.5.0"],
        ["function old", "nothing since 1.5.0"],
        ["function older", "getPet since then"],
        ["method pets.then", "pets.get since 1.5.0"],
        ["method request", "pets.get since 1.5.0"],
        ["function oldest", "getPet since 1.5.0"],
      ]),
      release: { version: "1.6.0", next: "1.7.0", isBreaking: false },
    });
    expect(aliases.map(({ name }) => name)).toEqual([["oldest"]]);
  });
});
