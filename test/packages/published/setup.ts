/**
 * What the tests of this folder look at: the three packages, built and packed once, and projects that
 * have them installed.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll } from "vitest";
import { apis } from "../support/apis.js";
import type { API } from "../support/apis.js";
import { build, install } from "../support/build.js";
import type { Build } from "../support/build.js";
import { remove, temporaryFolder } from "../support/run.js";

const folder = temporaryFolder();
const builds = new Map<API, Build>();

/** Empty projects of both kinds, with all three installed. */
export const projects = {
  module: join(folder, "module"),
  commonjs: join(folder, "commonjs"),
};

beforeAll(async () => {
  await Promise.all(
    apis.map(async (api) => {
      builds.set(api, await build(api, join(folder, api.name)));
    }),
  );
  for (const type of ["module", "commonjs"] as const)
    await install(type, projects[type], [...builds.values()]);
}, 600_000);

afterAll(() => {
  remove(folder);
});

export const built = (api: API): Build => {
  const found = builds.get(api);
  if (!found) throw new Error(`${api.packageName} was not built`);
  return found;
};

export const installed = (
  api: API,
  type: keyof typeof projects = "module",
): string => join(projects[type], "node_modules", api.packageName);

export const readInstalled = (api: API, path: string): string =>
  readFileSync(join(installed(api), path), "utf8");

export const readManifest = (api: API): Readonly<Record<string, unknown>> =>
  JSON.parse(readInstalled(api, "package.json")) as Record<string, unknown>;

/** A file that goes into a project. */
export const fixture = (name: string): string =>
  fileURLToPath(new URL(`../fixtures/projects/${name}`, import.meta.url));
