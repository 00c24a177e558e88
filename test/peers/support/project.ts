/** Projects of users of a package with all outputs, in the folders of the libraries. */
import {
  cpSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { generate } from "sdkwright";
import { root } from "../../packages/support/apis.js";
import { remove, succeed } from "../../packages/support/run.js";
import { pagination, pets } from "../../outputs/queries/query-package.js";
import { folderOf } from "./install-set.js";
import type { PeerSet } from "./sets.js";

const fixtures = fileURLToPath(new URL("../fixtures/", import.meta.url));

export const queryAdapters = ["react", "vue", "solid", "svelte"] as const;

/** Generates and builds the package in a folder. @returns where it is */
export const buildPets = async (folder: string): Promise<string> => {
  const input = join(folder, "openapi.yaml");
  const output = join(folder, "sdk");
  writeFileSync(input, pets);
  const report = await generate({
    config: {
      ...{ input, output, pagination },
      package: { name: "@acme/pets", license: "MIT" },
      queries: {
        adapters: [...queryAdapters, "swr"],
        operations: ["POST /search"],
      },
      ...{ mocks: true, otel: true, schema: true },
    },
  });
  if (!report.ok) throw new Error(JSON.stringify(report.sdks));
  symlinkSync(join(root, "node_modules"), join(output, "node_modules"));
  await succeed(process.execPath, ["build.mjs"], output);
  return output;
};

/** Where the programs of a set are. */
export const programsOf = (set: PeerSet): string => join(folderOf(set), "use");

/** Puts the package, its sources and the programs into the folder of a set. */
export const makeProject = (set: PeerSet, pets: string): void => {
  const installed = join(folderOf(set), "node_modules", "@acme", "pets");
  remove(installed);
  for (const name of ["package.json", "dist"])
    cpSync(join(pets, name), join(installed, name), { recursive: true });
  const programs = programsOf(set);
  remove(programs);
  cpSync(fixtures, programs, { recursive: true });
  cpSync(join(pets, "src"), join(programs, "src"), { recursive: true });
  // What differs between versions has a file for each: `spans.oldest.ts`.
  for (const file of readdirSync(programs)) {
    const [, name, of] = /^(\w+)\.(oldest|newest)\.ts$/.exec(file) ?? [];
    if (name === undefined) continue;
    if (of === set.name)
      renameSync(join(programs, file), join(programs, `${name}.ts`));
    else remove(join(programs, file));
  }
  const cache = readFileSync(join(fixtures, "cache.ts"), "utf8");
  for (const adapter of queryAdapters)
    writeFileSync(
      join(programs, `${adapter}-cache.ts`),
      cache.replaceAll("/react-query", `/${adapter}-query`),
    );
  remove(join(programs, "cache.ts"));
};
