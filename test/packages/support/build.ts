/** Generated packages, built and packed as their owners would do it: in a copy, with npm alone. */
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { API } from "./apis.js";
import { succeed } from "./run.js";

export interface Build {
  readonly tarball: string;
  /** In bytes. */
  readonly size: number;
  /** Paths in the tarball. */
  readonly files: readonly string[];
  /** Hashes of two tarballs, each from a build of its own in a folder of its own. */
  readonly hashes: readonly [string, string];
}

interface Packed {
  readonly filename: string;
  readonly size: number;
  readonly integrity: string;
  readonly files: readonly { readonly path: string }[];
}

/** @param folder where the copy goes; another goes beside it */
export const build = async (
  { generated }: Pick<API, "generated">,
  folder: string,
): Promise<Build> => {
  cpSync(generated, folder, {
    recursive: true,
    filter: (path) =>
      path === generated || !/^(node_modules|dist)$/.test(basename(path)),
  });
  await npm(["install", ...quiet], folder);
  await npm(["run", "build"], folder);
  const first = await pack(folder, ["--ignore-scripts"]);
  // Builds again, as it does before it publishes.
  const elsewhere = join(`${folder} as someone else has it`, "package");
  cpSync(folder, elsewhere, { recursive: true, verbatimSymlinks: true });
  const { filename, size, integrity, files } = await pack(elsewhere);
  return {
    tarball: join(elsewhere, filename),
    size,
    files: files.map(({ path }) => path),
    hashes: [first.integrity, integrity],
  };
};

const quiet = ["--prefer-offline", "--no-audit", "--no-fund"];

const npm = (args: readonly string[], folder: string): Promise<string> =>
  succeed("npm", args, folder);

const pack = async (
  folder: string,
  options: readonly string[] = [],
): Promise<Packed> => {
  const out = await npm(["pack", "--json", ...options], folder);
  // What the build prints comes first.
  const [packed] = JSON.parse(out.slice(out.indexOf("[\n"))) as Packed[];
  if (!packed) throw new Error(`npm packed nothing:\n${out}`);
  return packed;
};

/** A project that has nothing but packages installed from their tarballs. */
export const install = async (
  type: "module" | "commonjs",
  folder: string,
  builds: readonly Build[],
): Promise<void> => {
  mkdirSync(folder);
  writeFileSync(join(folder, "package.json"), JSON.stringify({ type }));
  const tarballs = builds.map(({ tarball }) => tarball);
  await npm(["install", ...quiet, ...tarballs], folder);
};
