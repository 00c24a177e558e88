/**
 * Several names of one method: `methods: { "GET /pets": ["pets.list", "animals.all"] }`.
 */
import { describe, expect, it } from "vitest";
import { compareSurfaces } from "../../../generator/change/compare-surfaces.js";
import { standardPolicy } from "../../../generator/change/change.js";
import { Diagnostics } from "../../../generator/diagnostics/diagnostics.js";
import { printSurface } from "../../../generator/surface/print-surface.js";
import { readSurface } from "../../../generator/surface/read-surface.js";
import { surfaceOf } from "../../../generator/surface/surface-of.js";
import { emitted, sdkOf, type Options } from "../../support/pipeline.js";
import { ran } from "../../support/ran.js";

const document = `
servers: [{ url: "https://api.example" }]
paths:
  /pets:
    get: { operationId: listPets, tags: [pets], responses: { "204": { description: Done. } } }
    post:
      operationId: addPet
      tags: [pets]
      requestBody: { required: true, content: { application/json: { schema: { type: object, required: [name], properties: { name: { type: string } } } } } }
      responses: { "204": { description: Done. } }
  /shops: { get: { operationId: listShops, tags: [shops], responses: { "204": { description: Done. } } } }
`;

const namesOf = async (methods: NonNullable<Options["methods"]>) => {
  const diagnostics = new Diagnostics();
  const { secondNames, names } = await sdkOf(
    document,
    { methods },
    diagnostics,
  );
  return {
    names: secondNames.map(
      ({ name, to }) => `${name.join(".")} -> ${to.join(".")}`,
    ),
    first: names.get("method GET /pets"),
    problems: diagnostics
      .all()
      .map(({ code }) => code)
      .filter((code) => code.startsWith("override-")),
  };
};

describe("a list of names", () => {
  it("names the method by its first and adds the others", async () => {
    expect(
      await namesOf({ listPets: ["pets.list", "all", "shops.listPets"] }),
    ).toEqual({
      names: ["pets.all -> pets.list", "shops.listPets -> pets.list"],
      first: "list",
      problems: [],
    });
  });

  it("may come from a pattern, or from a function", async () => {
    expect((await namesOf({ "list*": ["*.list", "*.all"] })).names).toEqual([
      "pets.all -> pets.list",
      "shops.all -> shops.list",
    ]);
    expect(
      (
        await namesOf(({ operationId, name }) =>
          operationId === "listPets" ? [name, "every"] : undefined,
        )
      ).names,
    ).toEqual(["pets.every -> pets.list"]);
  });

  it.each([
    ["a method has", ["pets.list", "shops.list"]],
    ["no method may have", ["listPets", "pets.constructor"]],
    ["is below a method", ["pets.list", "shops.list.all"]],
    ["is below a member of the client", ["pets.list", "with.all"]],
  ])("reports a name that %s", async (_, listPets) => {
    const { names, problems } = await namesOf({ listPets });
    expect([names, problems]).toEqual([[], ["override-taken"]]);
  });

  it("calls what the first calls, also where nothing else is in its resource", async () => {
    const { errors, requests } = await ran(
      document,
      `import { Test } from "./src/index.js";
export const run = async (baseURL: string) => {
  const client = new Test({ baseURL });
  await client.pets.create({ name: "a" });
  await client.pets.add({ name: "b" }, { timeout: 5000 });
  await client.zoo.animals.create({ name: "c" });
};
`,
      { methods: { addPet: ["pets.create", "add", "zoo.animals.create"] } },
    );
    expect(errors).toEqual([]);
    expect(requests).toEqual([
      'POST /pets {"name":"a"}',
      'POST /pets {"name":"b"}',
      'POST /pets {"name":"c"}',
    ]);
  });

  it("is told of, and not as deprecated", async () => {
    const options = { methods: { listPets: ["list", "all"] } };
    expect(await emitted(document, "src/resources/pets.ts", options)).toContain(
      `  /** The same as \`client.pets.list\`. */
  all(options?: RequestOptions)`,
    );
    expect(await emitted(document, "docs/pets.md", options)).toContain(
      "## `pets.list`\n\nAlso `pets.all`.\n",
    );
  });

  it("is part of the surface", async () => {
    const surface = async (...names: string[]) =>
      surfaceOf(await sdkOf(document, { methods: { listPets: names } }));
    const before = await surface("all", "list");
    expect(readSurface(printSurface(before, "1.0.0"))).toEqual({
      ...{ kind: "surface", surface: before, version: "1.0.0" },
    });
    const kinds = async (...names: string[]) =>
      compareSurfaces(before, await surface(...names), standardPolicy).map(
        (change) => `${change.kind} ${change.where}`,
      );
    expect(await kinds("list", "all")).toEqual([]);
    expect(await kinds("all")).toEqual(["operation-removed client.pets.list"]);
  });
});
