/**
 * A hash of everything in sdkwright that decides what is written: its code, its templates and the
 * versions of its dependencies. With it in the lock file, a changed sdkwright never counts as
 * "nothing changed".
 *
 * The code is found by following imports from the pipeline on. The build directory may hold modules
 * whose source is gone; those are not reached, so they do not count.
 */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";

export interface Fingerprint {
  /** Of the package, as in its `package.json`. */
  readonly version: string;
  readonly hash: string;
  /** What decides how a text is formatted. */
  readonly formatter: string;
}

/** @param directory of `pipeline.js` (or `.ts`, as in tests); the templates are beside it */
export const takeFingerprint = (
  directory = resolve(dirname(fileURLToPath(import.meta.url)), ".."),
): Fingerprint => {
  const root = resolve(directory, "..");
  const { version, dependencies } = JSON.parse(
    readFileSync(join(root, "package.json"), "utf8"),
  ) as { version: string; dependencies: Readonly<Record<string, string>> };
  const hash = createHash("sha256");
  hash.update(JSON.stringify([version, dependencies]));
  const files = [
    ...reachable(join(directory, "pipeline")),
    ...filesBelow(join(root, "templates")),
  ];
  const namedFiles = files.map((file): [name: string, file: string] => [
    relative(root, file).replaceAll(sep, "/"),
    file,
  ]);
  const formatting = createHash("sha256");
  for (const [name, file] of namedFiles.sort(([a], [b]) => (a < b ? -1 : 1))) {
    const content = readFileSync(file);
    hash.update(`\n${name} ${content.length}\n`).update(content);
    if (/\/write\/(?:format\.|print\.|layout\/)/.test(name))
      formatting.update(content);
  }
  return {
    version,
    hash: hash.digest("hex"),
    formatter: `prettier ${dependencies.prettier ?? ""}, ${formatting.digest("hex").slice(0, 12)}`,
  };
};

const imports = /\b(?:from|import|URL)\s*\(?\s*"(\.\.?\/[^"]+)\.js"/g;

/** @param start a module without extension */
const reachable = (start: string): readonly string[] => {
  const files: string[] = [];
  const modules = new Set([start]);
  // The loop also visits the modules that it adds.
  for (const module of modules) {
    const file = [".js", ".ts"].map((end) => module + end).find(existsSync);
    // A regular expression is no parser: what looked like an import may have been text.
    if (file === undefined) continue;
    files.push(file);
    for (const [, specifier = ""] of readFileSync(file, "utf8").matchAll(
      imports,
    )) {
      modules.add(resolve(dirname(file), specifier));
    }
  }
  return files;
};

const filesBelow = (directory: string): readonly string[] =>
  existsSync(directory)
    ? readdirSync(directory, { withFileTypes: true, recursive: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
    : [];
