/**
 * openapi-typescript as the judge of the models: each is assignable to its twin in
 * `components["schemas"]` and back, but for differences that are listed with their reasons.
 */
import { existsSync, readdirSync, statSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { Diagnostics } from "../../generator/diagnostics/diagnostics.js";
import { emit } from "../support/emit.js";
import { reservedNames } from "../../generator/emit/reserved-names.js";
import { load } from "../../generator/load/load.js";
import { buildModel } from "../../generator/model/build.js";
import { schemaTypes } from "../../generator/outputs/schema/schema-types.js";
import { formatFile } from "../../generator/write/format.js";
import { typeErrors } from "../support/type-errors.js";
import { makeFolder } from "../write/support.js";
import { differences } from "./schema-differences.js";
import { keys } from "./support.js";

const root = resolve(import.meta.dirname, "../..");

interface Twins {
  /** `Key -> components`, of those that are not assignable. */
  readonly different: readonly string[];
  readonly compared: number;
}

/**
 * Where the library has a choice, that of the models: a field with a default may be left out, and an
 * object of which nothing is said may have any fields.
 */
const sameAsModels = { defaultNonNullable: false, emptyObjectsUnknown: true };

/** @param change of the text of the models */
const compare = async (
  path: string,
  change: (models: string) => string = (models) => models,
): Promise<Twins> => {
  const diagnostics = new Diagnostics();
  const document = await load(path, {}, diagnostics);
  if (!document) throw new Error(`${path} is no document`);
  const sdk = buildModel(
    document,
    { config: { dates: "string" }, names: new Map(), reserved: reservedNames },
    diagnostics,
  );
  const types = schemaTypes(document, sameAsModels);
  if (types.kind === "impossible") throw new Error(types.reason);
  const models = sdk.models.filter(({ wireName }) => wireName !== undefined);
  const sources: Record<string, string> = {};
  for (const file of emit(sdk).files)
    if (/^src\/(?:models\.ts$|core\/)/.test(file.path))
      sources[file.path] = await formatFile(file);
  sources["src/models.ts"] = change(sources["src/models.ts"] ?? "");
  const lines = models.flatMap(({ name, wireName = "" }) => {
    const twin = `components["schemas"][${JSON.stringify(wireName)}]`;
    return [
      `export const ${name}To: Is<models.${name}, ${twin}> = true;`,
      `export const ${name}From: Is<${twin}, models.${name}> = true;`,
    ];
  });
  const head = [
    'import type * as models from "./src/models.js";',
    'import type { components } from "./src/schema.js";',
    "type Is<A, B> = [A] extends [B] ? true : false;",
  ];
  const use = [...head, ...lines].join("\n");
  const errors = typeErrors({
    ...sources,
    ...{ "src/schema.ts": types.declarations, "use.ts": use },
  });
  return {
    different: errors.map((error) => {
      const [, line] = /^use\.ts:(\d+): /.exec(error) ?? [];
      const text = lines[Number(line) - head.length - 1];
      const [, name, direction] =
        /^export const (\w+)(To|From):/.exec(text ?? "") ?? [];
      return name === undefined
        ? error
        : `${name} ${direction === "To" ? "->" : "<-"}`;
    }),
    compared: models.length,
  };
};

const own = readdirSync(join(root, "spec")).map((name) =>
  join(root, "spec", name, "openapi.yaml"),
);
const specs = join(dirname(root), "shared/specs");
const others = ["small", "frameworks"].flatMap((size) => {
  const folder = join(specs, size);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /\.(?:json|ya?ml)$/.test(name))
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).size < 300_000);
});

const nameOf = (path: string): string =>
  path.startsWith(join(root, "spec"))
    ? basename(dirname(path))
    : basename(path).replace(/\.\w+$/, "");

describe("models are what openapi-typescript says", () => {
  it.each([...own, ...others].map((path) => [nameOf(path), path] as const))(
    "of %s",
    async (name, path) => {
      const { different } = await compare(path);
      expect(different).toEqual(Object.keys(differences[name] ?? {}));
    },
  );
});

it("a model that differs is found", async () => {
  const path = join(makeFolder({ "openapi.yaml": keys }), "openapi.yaml");
  expect(await compare(path)).toEqual({ different: [], compared: 2 });
  const { different } = await compare(path, (models) =>
    models.replace("message: string", "message?: string"),
  );
  expect(different).toEqual(["Problem ->"]);
});
