/**
 * Old names in the code of a package: what is printed, that it compiles, and that it calls what the new
 * names call.
 */
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { emit } from "../../support/emit.js";
import { formatFile } from "../../../generator/write/format.js";
import { printed } from "../../support/printed.js";
import { releasedThen } from "../../support/released.js";
import { typeErrors } from "../../support/type-errors.js";

const document = ({
  id = "getPet",
  tag = "Pets",
  other = "",
  model = "Pet",
}) => `
info: { title: Demo, version: 1.0.0 }
servers: [{ url: "https://api.example.com" }]
paths:
  /pets/{id}:
    get:
      operationId: ${id}
      tags: [${tag}]
      parameters:
        - { name: id, in: path, required: true, schema: { type: string } }
        - { name: verbose, in: query, schema: { type: boolean } }
      responses:
        "200": { description: Done., content: { application/json: { schema: { $ref: "#/components/schemas/${model}" } } } }
        "404": { description: Gone. }
  /pets:
    delete:
      operationId: clearPets
      tags: [${other || tag}]
      responses: { "204": { description: Done. } }
components:
  schemas:
    ${model}: { type: object, properties: { kind: { $ref: "#/components/schemas/${model}Kind" } } }
    ${model}Kind: { type: string, enum: [cat, dog] }
`;

const filesOf = async (
  now: Parameters<typeof document>[0],
): Promise<ReadonlyMap<string, string>> => {
  const [sdk] = await releasedThen(document({}), [{ source: document(now) }], {
    enums: "const",
  });
  if (!sdk) throw new Error("nothing was generated");
  const files = emit(sdk).files.filter(({ path }) => path.startsWith("src/"));
  return new Map(files.map((file) => [file.path, printed(file)]));
};

/** The declarations of a file that have a deprecated name, as they are written. */
const deprecatedIn = async (
  now: Parameters<typeof document>[0],
  path: string,
): Promise<readonly string[]> => {
  const [sdk] = await releasedThen(document({}), [{ source: document(now) }], {
    enums: "const",
  });
  const file = sdk && emit(sdk).files.find((one) => one.path === path);
  if (!file) throw new Error(`there is no ${path}`);
  const source = ts.createSourceFile(
    path,
    await formatFile(file),
    ts.ScriptTarget.Latest,
    true,
  );
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    const isMember = ts.isStatement(node) || ts.isClassElement(node);
    if (isMember && ts.getJSDocDeprecatedTag(node))
      texts.push(node.getFullText(source).trim());
    else ts.forEachChild(node, visit);
  };
  visit(source);
  return texts;
};

/** Bundles code that uses a package, runs it against a server, and tells which requests came. */
const run = async (
  files: ReadonlyMap<string, string>,
  code: string,
): Promise<{
  readonly result: unknown;
  readonly requests: readonly string[];
}> => {
  const folder = mkdtempSync(join(tmpdir(), "sdkwright-aliases-"));
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(`${request.method ?? ""} ${request.url ?? ""}`);
    const status = request.url?.startsWith("/pets/none") === true ? 404 : 200;
    response.writeHead(status, { "content-type": "application/json" });
    response.end('{"kind":"cat"}');
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    for (const [path, text] of [...files, ["use.ts", code] as const]) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    const outfile = join(folder, "use.mjs");
    await build({
      ...{ entryPoints: [join(folder, "use.ts")], outfile, bundle: true },
      ...{ format: "esm", target: "node20", logLevel: "error" },
    });
    const { use } = (await import(pathToFileURL(outfile).href)) as {
      use: (baseURL: string) => Promise<unknown>;
    };
    const { port } = server.address() as AddressInfo;
    return { result: await use(`http://127.0.0.1:${port}`), requests };
  } finally {
    server.close();
    rmSync(folder, { recursive: true });
  }
};

const errorsOf = (files: ReadonlyMap<string, string>, code: string) =>
  typeErrors({ ...Object.fromEntries(files), "use.ts": code });

describe("an operation that is renamed", () => {
  const renamed = { id: "inspectPet" };

  it("has a second constant, types, and a method", async () => {
    expect(await deprecatedIn(renamed, "src/resources/pets.ts")).toEqual([
      `/**
 * @deprecated Use {@link InspectPetParams}. Removed in 2.0.0.
 */
export type GetPetParams = InspectPetParams;`,
      `/**
 * @deprecated Use {@link InspectPetError}. Removed in 2.0.0.
 */
export type GetPetError = InspectPetError;`,
      `/**
 * @deprecated Use {@link inspectPet}. Removed in 2.0.0.
 */
export const getPet: typeof inspectPet = inspectPet;`,
      `/**
   * @deprecated Use \`client.pets.inspect\`. Removed in 2.0.0.
   */
  get(
    id: string,
    params?: InspectPetParams,
    options?: RequestOptions,
  ): APIPromise<Pet, InspectPetError> {
    return inspectPet(this.#client, id, params, options);
  }`,
    ]);
  });

  it("is called by its old names, and throws what these name", async () => {
    const files = await filesOf(renamed);
    const code = `
      import { Demo, getPet, isErrorOf, type GetPetError, type GetPetParams } from "./src/index.js";
      const params: GetPetParams = { verbose: true };
      export const use = async (baseURL: string) => {
        const client = new Demo({ baseURL });
        const found = [await getPet(client, "1", params), await client.pets.get("2")];
        try {
          await client.pets.get("none");
          return [];
        } catch (error) {
          const gone: GetPetError | undefined = isErrorOf("getPet", error) ? error : undefined;
          return [...found, gone?.name, isErrorOf("inspectPet", error), isErrorOf("clearPets", error)];
        }
      };
    `;
    expect(errorsOf(files, code)).toEqual([]);
    expect(await run(files, code)).toEqual({
      result: [{ kind: "cat" }, { kind: "cat" }, "NotFoundError", true, false],
      requests: ["GET /pets/1?verbose=true", "GET /pets/2", "GET /pets/none"],
    });
  });

  it("costs nothing where the old name is not used", async () => {
    const bundle = async (now: Parameters<typeof document>[0]) => {
      const folder = mkdtempSync(join(tmpdir(), "sdkwright-aliases-"));
      try {
        for (const [path, text] of [
          ...(await filesOf(now)),
          ["use.ts", 'export { clearPets } from "./src/index.js";'] as const,
        ]) {
          mkdirSync(dirname(join(folder, path)), { recursive: true });
          writeFileSync(join(folder, path), text);
        }
        const { outputFiles } = await build({
          ...{ entryPoints: [join(folder, "use.ts")], bundle: true },
          ...{ write: false, minify: true, format: "esm" },
        });
        return outputFiles[0]?.text.length;
      } finally {
        rmSync(folder, { recursive: true });
      }
    };
    expect(await bundle(renamed)).toBe(await bundle({}));
  });
});

describe("a resource that moved", () => {
  it("as a whole has a getter, and its class the old name", async () => {
    const now = { tag: "Zoo" };
    expect(await deprecatedIn(now, "src/demo.ts")).toEqual([
      `/**
   * @deprecated Use \`client.zoo\`. Removed in 2.0.0.
   */
  get pets(): Zoo {
    return this.zoo;
  }`,
    ]);
    const code = `
      import { Demo, Pets } from "./src/index.js";
      export const use = async (baseURL: string) => {
        const client = new Demo({ baseURL });
        const pets: Pets = client.pets;
        return [await pets.get("1"), client.pets instanceof Pets, new Pets(client) instanceof Pets];
      };
    `;
    const files = await filesOf(now);
    expect(errorsOf(files, code)).toEqual([]);
    expect(await run(files, code)).toEqual({
      result: [{ kind: "cat" }, true, true],
      requests: ["GET /pets/1"],
    });
  });

  it("in parts has an object of methods", async () => {
    const now = { tag: "Zoo", other: "Shop" };
    const code = `
      import { Demo } from "./src/index.js";
      export const use = async (baseURL: string) => {
        const client = new Demo({ baseURL });
        await client.pets.clear();
        return client.pets.get("1", { verbose: false });
      };
    `;
    const files = await filesOf(now);
    expect(errorsOf(files, code)).toEqual([]);
    expect(await run(files, code)).toEqual({
      result: { kind: "cat" },
      requests: ["DELETE /pets", "GET /pets/1?verbose=false"],
    });
  });

  it("in part keeps the methods that went", async () => {
    const now = { other: "Shop" };
    const code = `
      import { Demo } from "./src/index.js";
      export const use = async (baseURL: string) => {
        const client = new Demo({ baseURL });
        await client.pets.clear();
        return client.pets.get("1");
      };
    `;
    const files = await filesOf(now);
    expect(errorsOf(files, code)).toEqual([]);
    expect((await run(files, code)).requests).toEqual([
      "DELETE /pets",
      "GET /pets/1",
    ]);
  });
});

describe("a model that is renamed", () => {
  it("has a type, and a constant where it is an enum with one", async () => {
    const now = { model: "Animal" };
    expect(await deprecatedIn(now, "src/models.ts")).toEqual([
      `/**
 * @deprecated Use {@link Animal}. Removed in 2.0.0.
 */
export type Pet = Animal;`,
      `/**
 * @deprecated Use {@link AnimalKind}. Removed in 2.0.0.
 */
export const PetKind: typeof AnimalKind = AnimalKind;`,
      `/**
 * @deprecated Use {@link AnimalKind}. Removed in 2.0.0.
 */
export type PetKind = AnimalKind;`,
    ]);
    expect(
      errorsOf(
        await filesOf(now),
        `import { PetKind, type Pet } from "./src/index.js";
         export const pet: Pet = { kind: PetKind.Cat };
         export const kind: PetKind | undefined = pet.kind;`,
      ),
    ).toEqual([]);
  });
});
