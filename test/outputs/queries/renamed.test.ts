/** Queries and mocks of an operation that was renamed since the last release: callers have its old name. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { check, generate } from "../../../generator/index.js";
import { printSurface } from "../../../generator/surface/print-surface.js";
import { surfaceOf } from "../../../generator/surface/surface-of.js";
import { sdkOf } from "../../support/pipeline.js";
import { typeErrors } from "../../support/type-errors.js";
import { makeFolder, readFolder, writeFiles } from "../../write/support.js";

const document = (read: string, write: string): string => `openapi: 3.1.0
info: { title: Demo, version: 1.0.0 }
paths:
  /pets:
    get:
      operationId: ${read}
      tags: [Pets]
      parameters:
        - { name: page, in: query, schema: { type: integer } }
      responses:
        "200":
          description: Done.
          content: { application/json: { schema: { type: object, properties: { data: { type: array, items: { type: object } }, page: { type: integer }, total_pages: { type: integer } } } } }
    post:
      operationId: ${write}
      tags: [Pets]
      responses: { "204": { description: Done. } }
`;

it("have both names, until the function has one", async () => {
  const old = document("inspectPets", "tradePets");
  const cwd = makeFolder({ "openapi.yaml": old });
  const options = {
    config: {
      ...{ input: join(cwd, "openapi.yaml"), output: join(cwd, "sdk") },
      package: { name: "acme", license: "MIT" },
      ...{ queries: ["react", "swr"] as const, mocks: true },
    },
  };
  await generate(options);
  const read = (path: string): string =>
    readFileSync(join(cwd, "sdk", path), "utf8");
  const before = read("src/react-query.ts");
  for (const name of ["inspectPetsQuery", "inspectPetsPages"])
    expect(before).toContain(`export const ${name} = (`);
  writeFiles(cwd, {
    "openapi.yaml": document("watchPets", "sellPets"),
    "sdk/package.json": read("package.json").replace("0.0.0", "1.4.2"),
    "sdk/sdkwright.surface.json": printSurface(
      surfaceOf(await sdkOf(old)),
      "1.4.2",
    ),
  });
  expect(await generate(options)).toMatchObject({ ok: true });
  const text = read("src/react-query.ts");
  expect(text).toContain(`export const queryKeys = {
  all: ["acme"],
  pets: {
    all: ["acme", "pets"],
    watch: (params?: Partial<WatchPetsParams>): readonly unknown[] =>
      queryPrefix(["acme", "pets", "watch"], params),
    /** @deprecated Use pets.watch. */
    inspect: (params?: Partial<WatchPetsParams>): readonly unknown[] =>
      queryPrefix(["acme", "pets", "watch"], params),
  },
} as const;
`);
  expect(
    text.slice(
      text.lastIndexOf("\n/**", text.indexOf("export const inspectPetsQuery")) +
        1,
    ),
  ).toBe(
    `/**
 * @deprecated Use {@link watchPetsQuery}. Removed in 3.0.0.
 */
export const inspectPetsQuery: typeof watchPetsQuery = watchPetsQuery;

/**
 * @deprecated Use {@link watchPetsPages}. Removed in 3.0.0.
 */
export const inspectPetsPages: typeof watchPetsPages = watchPetsPages;

/**
 * @deprecated Use {@link sellPetsMutation}. Removed in 3.0.0.
 */
export const tradePetsMutation: typeof sellPetsMutation = sellPetsMutation;
`,
  );
  const sources = Object.entries(readFolder(join(cwd, "sdk"))).filter(
    ([path]) => path.startsWith("src/") && path !== "src/react-query.ts",
  );
  expect(read("src/swr.ts")).toContain("export const inspectPetsQuery: typeof");
  const mocks = read("src/mocks.ts");
  expect(mocks).toContain(`  /**
   * @deprecated Use \`watchPets\`. Removed in 3.0.0.
   */
  inspectPets?: Mocks["watchPets"];
`);
  expect(mocks)
    .toContain(`  renamed: { inspectPets: "watchPets", tradePets: "sellPets" },
`);
  const use = `import { fixture, mockFetch } from "./src/mocks.js";
export const fetch = mockFetch({ inspectPets: 503, tradePets: { status: 204 } });
export const pages: number | undefined = fixture("inspectPets").total_pages;
`;
  expect(typeErrors({ ...Object.fromEntries(sources), "use.ts": use })).toEqual(
    [],
  );
  expect(await check(options)).toMatchObject({ ok: true });
  expect((await generate(options)).sdks[0]?.written).toEqual([]);
  await generate({ config: { ...options.config, aliases: false } });
  for (const path of ["src/react-query.ts", "src/mocks.ts"])
    expect(read(path)).not.toMatch(/inspect|trade/);
});
