import { describe, expect, it } from "vitest";
import type { Filters } from "../../../generator/load/filter/filter.js";
import { matchPath } from "../../../generator/config/path-pattern.js";
import { head, loadFiles } from "../loading.js";

const load = (text: string, filters: Filters) =>
  loadFiles({ "openapi.yaml": head() + text }, filters);

const ok = `responses: { "200": { description: ok } }`;

const pets = `tags: [{ name: Pets }, { name: Shops, parent: Places }, { name: Places }]
paths:
  /pets:
    get: { operationId: listPets, tags: [Pets], ${ok} }
    post: { operationId: addPet, tags: [Pets], deprecated: true, ${ok} }
  /pets/{id}:
    delete: { operationId: removePet, tags: [Pets], ${ok}, parameters: [{ name: id, in: path, required: true, schema: {} }] }
  /shops:
    get: { operationId: listShops, tags: [Shops], ${ok} }
webhooks:
  sold:
    post: { operationId: onSold, ${ok} }
`;

/** The ids of what is left, and the names of the tags. */
const left = async (filters: Filters) => {
  const { document, problems } = await load(pets, filters);
  const ids = JSON.stringify(document?.root ?? {}).match(
    /(?<="operationId":")\w+/g,
  );
  return {
    ids: ids ?? [],
    tags: document?.root.tags?.map(({ name }) => name),
    leftOut: document?.leftOut,
    problems,
  };
};

describe("which operations are left", () => {
  it.each<[string, Filters, string[], string[]]>([
    [
      "a tag",
      { include: { tags: ["Shops"] } },
      ["listShops"],
      ["Shops", "Places"],
    ],
    [
      "not a tag",
      { exclude: { tags: ["Pets"] } },
      ["listShops", "onSold"],
      ["Shops", "Places"],
    ],
    [
      "a path",
      { include: { paths: ["/pets"] } },
      ["listPets", "addPet"],
      ["Pets"],
    ],
    [
      "a path and all below",
      { include: { paths: ["/pets/**"] } },
      ["listPets", "addPet", "removePet"],
      ["Pets"],
    ],
    [
      "braces mean themselves",
      { include: { paths: ["/pets/{id}"] } },
      ["removePet"],
      ["Pets"],
    ],
    [
      "ids",
      { include: { operations: ["list*", "onSold"] } },
      ["listPets", "listShops", "onSold"],
      ["Pets", "Shops", "Places"],
    ],
    [
      "methods and paths",
      { include: { operations: ["GET /pets", "* /shops"] } },
      ["listPets", "listShops"],
      ["Pets", "Shops", "Places"],
    ],
    [
      "what is deprecated",
      { exclude: { deprecated: true } },
      ["listPets", "removePet", "listShops", "onSold"],
      ["Pets", "Shops", "Places"],
    ],
    [
      "exclude after include",
      { include: { tags: ["Pets"] }, exclude: { operations: ["add*"] } },
      ["listPets", "removePet"],
      ["Pets"],
    ],
    [
      "a list is enough by itself",
      { include: { tags: ["Shops"], operations: ["addPet"] } },
      ["addPet", "listShops"],
      ["Pets", "Shops", "Places"],
    ],
    [
      "filters that name nothing",
      { include: {}, exclude: { tags: [] } },
      ["listPets", "addPet", "removePet", "listShops", "onSold"],
      ["Pets", "Shops", "Places"],
    ],
  ])("%s", async (_, filters, ids, tags) => {
    expect(await left(filters)).toEqual({
      ids,
      tags,
      // A webhook is no operation that callers miss.
      leftOut: 4 - ids.filter((id) => id !== "onSold").length,
      problems: [],
    });
  });

  it("says what matches nothing", async () => {
    const { problems } = await left({
      include: { tags: ["Pets", "pet"] },
      exclude: { paths: ["/dogs"] },
    });
    expect(problems).toEqual([
      "warning filter-unmatched: include has a pattern that matches no operation: tags: pet",
      "warning filter-unmatched: exclude has a pattern that matches no operation: paths: /dogs",
    ]);
  });

  it("is an error when nothing is left", async () => {
    const { problems } = await left({
      exclude: { paths: ["**"], operations: ["onSold"] },
    });
    expect(problems).toEqual([
      "error filter-empty: include and exclude leave no operation of 5",
    ]);
  });
});

describe("patterns of paths", () => {
  it.each([
    ["/a/*", "/a/b", true],
    ["/a/*", "/a/b/c", false],
    ["/a/**", "/a", true],
    ["/a/**", "/ab", false],
    ["/**/c", "/a/b/c", true],
    ["/Users({id})", "/Users({id})", true],
    ["/a.b", "/aXb", false],
    ["/find?q={q}", "/find?q={q}", true],
  ])("%s and %s: %s", (pattern, path, matches) => {
    expect(matchPath(pattern)(path)).toBe(matches);
  });
});

describe("what nothing uses any more goes too", () => {
  const document = `security: [{ key: [] }]
paths:
  /a:
    get:
      security: [{ token: [] }]
      parameters: [{ $ref: "#/components/parameters/P" }]
      responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/A" } } } } }
  /b:
    get:
      responses: { "200": { $ref: "#/components/responses/B" } }
components:
  parameters:
    P: { name: p, in: query, schema: { $ref: "#/components/schemas/Page" } }
  responses:
    B: { description: ok, content: { application/json: { schema: { $ref: "#/components/schemas/B" } } } }
  securitySchemes:
    key: { type: apiKey, in: header, name: k }
    token: { type: http, scheme: bearer }
  schemas:
    A: { discriminator: { propertyName: kind, mapping: { x: X } }, properties: { kind: { type: string } } }
    X: { type: object }
    Heir: { allOf: [{ $ref: "#/components/schemas/A" }] }
    HeirOfHeir: { allOf: [{ $ref: "#/components/schemas/Heir" }] }
    Page: { type: integer }
    B: { type: string }
    Loop: { properties: { loop: { $ref: "#/components/schemas/Loop" } } }
`;
  const names = async (path: string) => {
    const { document: loaded, problems } = await load(document, {
      include: { paths: [path] },
    });
    expect(problems).toEqual([]);
    return Object.fromEntries(
      Object.entries(loaded?.root.components ?? {}).map(
        ([section, entries]) => [section, Object.keys(entries as object)],
      ),
    );
  };

  it("for one operation", async () => {
    expect(await names("/a")).toEqual({
      parameters: ["P"],
      responses: [],
      securitySchemes: ["token"],
      schemas: ["A", "X", "Heir", "HeirOfHeir", "Page"],
    });
  });

  it("for the other", async () => {
    expect(await names("/b")).toEqual({
      parameters: [],
      responses: ["B"],
      securitySchemes: ["key"],
      schemas: ["B"],
    });
  });
});

describe("odd places", () => {
  it("a reference into an operation that is left out keeps its target, and its place", async () => {
    const { document, problems, diagnostics } = await load(
      `paths:
  /a:
    get: { responses: { "200": { description: ok, content: { application/json: { schema: { type: string, pattern: "(" } } } } } }
  /b:
    get: { responses: { "200": { description: ok, content: { application/json: { schema: { $ref: "#/paths/~1a/get/responses/200/content/application~1json/schema" } } } } } }
`,
      { include: { paths: ["/b"] } },
    );
    expect(problems).toEqual([
      "5:106 warning pattern-syntax: the pattern ( is not a JavaScript regular expression",
    ]);
    expect(diagnostics.hasErrors).toBe(false);
    expect(Object.keys(document?.root.paths ?? {})).toEqual(["/b"]);
  });

  it("a shared path item is written out where a part of it is wanted", async () => {
    const { document, problems } = await load(
      `paths:
  /a: { $ref: "#/components/pathItems/shared", summary: Own }
components:
  pathItems:
    shared:
      get: { operationId: one, deprecated: 1.5, ${ok} }
      put: { operationId: two, ${ok} }
`,
      { include: { operations: ["one"] } },
    );
    expect(problems).toEqual([
      "8:32 error type-wrong: deprecated must be a boolean, it is a number",
    ]);
    expect(document).toBe(undefined);
  });

  it("errors in what is left out stop nothing", async () => {
    const { problems, document } = await load(
      `paths:
  /a: { get: { ${ok} } }
  b: { get: { responses: 7 } }
`,
      { exclude: { paths: ["b"] } },
    );
    expect(problems).toEqual([]);
    expect(document?.leftOut).toBe(1);
  });
});

describe("schemas that are to stay", () => {
  const document = `paths:
  /pets: { get: { operationId: listPets, ${ok} } }
  /shops: { get: { operationId: listShops, ${ok} } }
components:
  schemas:
    Kept: { properties: { inside: { $ref: "#/components/schemas/Inside" } } }
    Inside: { type: string }
    Pointed: { properties: { part: { type: string } } }
    Other: { type: string }
`;

  it("do, with those inside of them, though no operation uses them", async () => {
    const exclude = { operations: ["listShops"] };
    const schemasOf = async (keptSchemas: readonly string[]) => {
      const filters = { exclude, keptSchemas };
      const { document: loaded, problems } = await load(document, filters);
      expect(problems).toEqual([]);
      return Object.keys(loaded?.root.components?.schemas ?? {});
    };
    expect(
      await schemasOf([
        "Kept",
        "#/components/schemas/Pointed/properties/part",
        "#/paths/~1shops/get",
        "Unknown",
      ]),
    ).toEqual(["Kept", "Inside", "Pointed"]);
    expect(await schemasOf([])).toEqual([]);
  });
});
