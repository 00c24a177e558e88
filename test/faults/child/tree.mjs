/** Folders as data: what is in them, and copies of them. */
import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join, relative, sep } from "node:path";

/** The text of every file by its path, and of every folder `path/`. */
export const readTree = (folder) => {
  const tree = new Map();
  for (const entry of readdirSync(folder, {
    recursive: true,
    withFileTypes: true,
  })) {
    const file = join(entry.parentPath, entry.name);
    const path = relative(folder, file).replaceAll(sep, "/");
    if (entry.isDirectory()) tree.set(`${path}/`, "");
    else tree.set(path, readFileSync(file, "utf8"));
  }
  return new Map([...tree].sort(([a], [b]) => (a < b ? -1 : 1)));
};

export const writeTree = (folder, files) => {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
};

/** Makes a folder be as another. */
export const copyTree = (from, to) => {
  rmSync(to, { recursive: true, force: true });
  cpSync(from, to, { recursive: true });
};

/** Neither the cache nor what is on its way belongs to the package. */
const isAside = (path) =>
  /(?:^|\/)\.sdkwright-(?:cache|staging)(?:\/|$)|\.sdkwright-draft$/.test(path);

/** Without caches, what is on its way, and folders, of which git knows nothing. */
export const packageOf = (tree) =>
  new Map([...tree].filter(([path]) => !isAside(path) && !path.endsWith("/")));

export const asideOf = (tree) => [...tree.keys()].filter(isAside);

/** Paths at which two trees differ. */
export const differences = (a, b) =>
  [...new Set([...a.keys(), ...b.keys()])].filter(
    (path) => a.get(path) !== b.get(path),
  );
