/**
 * Writes `dist/fingerprint.json`: a hash of everything in sdkwright that decides what is written, its
 * code, its templates and the versions of its dependencies. With it in the lock file, a changed
 * sdkwright never counts as "nothing changed".
 *
 * The code is found by following imports from the pipeline on. `.compiled/` may hold modules whose source
 * is gone; those are not reached, so they do not count.
 *
 * Usage: node write-fingerprint.mjs [ROOT]; ROOT is the directory of `package.json`, by default
 * the one above this.
 */
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import { fileURLToPath } from "node:url";

const imports = /\b(?:from|import|URL)\s*\(?\s*"(\.\.?\/[^"]+)"/g;

const reachable = (start) => {
  const files = new Set([start]);
  // The loop also visits the files that it adds.
  for (const file of files) {
    for (const [, specifier] of readFileSync(file, "utf8").matchAll(imports)) {
      const target = resolve(dirname(file), specifier);
      // A regular expression is no parser: what looked like an import may have been text.
      if (target.endsWith(".js") && existsSync(target)) files.add(target);
    }
  }
  return [...files];
};

const filesBelow = (directory) =>
  readdirSync(directory, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

const root = resolve(
  process.argv[2] ?? join(dirname(fileURLToPath(import.meta.url)), ".."),
);
const { version, dependencies } = JSON.parse(
  readFileSync(join(root, "package.json"), "utf8"),
);
const all = createHash("sha256");
const formatting = createHash("sha256");
all.update(JSON.stringify([version, dependencies]));
const files = [
  ...reachable(join(root, ".compiled/pipeline.js")),
  ...filesBelow(join(root, "templates")),
].map((file) => [relative(root, file).replaceAll(sep, "/"), file]);
for (const [name, file] of files.sort(([a], [b]) => (a < b ? -1 : 1))) {
  const content = readFileSync(file);
  all.update(`\n${name} ${content.length}\n`).update(content);
  if (/\/write\/(?:code-blocks\.|format\.|print\.|layout\/)/.test(name))
    formatting.update(content);
}
const fingerprint = {
  version,
  hash: all.digest("hex"),
  formatter: `prettier ${dependencies.prettier}, ${formatting.digest("hex").slice(0, 12)}`,
};
mkdirSync(join(root, "dist"), { recursive: true });
writeFileSync(
  join(root, "dist/fingerprint.json"),
  `${JSON.stringify(fingerprint, undefined, 2)}\n`,
);
