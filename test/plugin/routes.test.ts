import { describe, expect, it } from "vitest";
import { typeErrors } from "../support/type-errors.js";
import { pets, withPlugins } from "./fixture.js";
import routes from "./routes.js";

const router = {
  "node_modules/@acme/router/package.json":
    '{ "name": "@acme/router", "version": "2.1.0", "types": "index.d.ts" }',
  "node_modules/@acme/router/index.d.ts":
    "export interface Route<T> { method: string; path: string; answer?: T }\n",
};

describe("a plugin with names, imports, options and docs", () => {
  it("adds a module", async () => {
    const { files, problems } = await withPlugins(pets, [
      routes({ prefix: "/v1" }),
    ]);
    expect(files["src/routes.ts"])
      .toBe(`import type { Route } from "@acme/router";
import type { Pet } from "./models.js";

/** One pet. */
export const getPetRoute: Route<Pet> = { method: "GET", path: "/v1/pets/{id}" };
`);
    expect(
      problems.map((problem) => ({ ...problem, operation: undefined })),
    ).toEqual([
      {
        kind: "warning",
        plugin: "routes",
        code: "no-files",
        message: "getPhoto answers with a file",
        operation: undefined,
      },
    ]);
    const sources = Object.entries(files).filter(([path]) =>
      path.startsWith("src/"),
    );
    expect(typeErrors({ ...Object.fromEntries(sources), ...router })).toEqual(
      [],
    );
  });

  it("is exported, needs its peer, and is in the README and the docs", async () => {
    const { files } = await withPlugins(pets, [routes()]);
    const manifest: unknown = JSON.parse(files["package.json"] ?? "");
    expect(manifest).toMatchObject({
      exports: {
        "./routes": {
          import: {
            types: "./dist/esm/routes.d.ts",
            default: "./dist/esm/routes.js",
          },
          require: {
            types: "./dist/cjs/routes.d.ts",
            default: "./dist/cjs/routes.js",
          },
        },
      },
      peerDependencies: { "@acme/router": "^2.0.0" },
      peerDependenciesMeta: { "@acme/router": { optional: true } },
      devDependencies: { "@acme/router": "^2.0.0", typescript: "^5.9.0" },
    });
    expect(files["README.md"]).toContain(
      `## Beside the client

| import            | what it is                                                                  |
| ----------------- | --------------------------------------------------------------------------- |
| \`pets-sdk/routes\` | [Routes](docs/_routes.md): the route of each operation, for \`@acme/router\`. |
`,
    );
    expect(files["docs/_routes.md"]).toBe(`# Routes

The route of each operation, for \`@acme/router\`.

Mount them on a router:

\`\`\`ts
import * as routes from "pets-sdk/routes";
\`\`\`
`);
  });

  it("changes nothing else", async () => {
    const { files: before } = await withPlugins(pets, []);
    const { files } = await withPlugins(pets, [routes()]);
    const changed = Object.keys(files).filter(
      (path) => files[path] !== before[path],
    );
    expect(changed).toEqual([
      ...["README.md", "docs/_routes.md", "package.json", "src/routes.ts"],
    ]);
  });

  it("keeps its names when the document grows", async () => {
    const { names } = await withPlugins(pets, [routes()]);
    expect([...names]).toEqual([
      ["plugin routes routes getPetRoute", "getPetRoute"],
      ["plugin routes routes getPhotoRoute", "getPhotoRoute"],
    ]);
    const kept = new Map([["plugin routes routes getPetRoute", "petRoute"]]);
    const { files } = await withPlugins(pets, [routes()], kept);
    expect(files["src/routes.ts"]).toContain("export const petRoute: Route");
    const wrong = new Map([["plugin routes routes getPetRoute", "a; b"]]);
    const { files: mended } = await withPlugins(pets, [routes()], wrong);
    expect(mended["src/routes.ts"]).toContain("const getPetRoute: Route");
  });
});
