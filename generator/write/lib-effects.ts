/**
 * Modules of the owner's that change something when they are imported. Bundlers leave them out unless
 * `sideEffects` of `package.json` lists them.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import type { OutputDirectory } from "./directory.js";
import { memberOf, readTree } from "./manifest/json-tree.js";

const folder = "src/lib";

/** Paths of modules that `sideEffects: false` takes out of a bundle. */
export const unlistedEffects = (
  directory: OutputDirectory,
): readonly string[] => {
  if (!hasNoEffects(directory)) return [];
  return modulesIn(directory).filter((path) =>
    hasEffects(readFileSync(directory.resolve(path), "utf8")),
  );
};

/** `Client.prototype.list = …`, `import "./patch.js"`. */
const hasEffects = (text: string): boolean =>
  /^[^/*\n]*\.prototype(?:\.[\w$]+|\[[^\]\n]*\])\s*=(?!=)/m.test(text) ||
  /^\s*Object\.(?:assign|defineProperty)\(\s*[\w$.]+\.prototype\b/m.test(
    text,
  ) ||
  /^\s*import\s*["']/m.test(text);

/** An array, or `true`, is the owner's answer. */
const hasNoEffects = (directory: OutputDirectory): boolean => {
  const path = "package.json";
  if (directory.state(path).kind !== "file") return false;
  const { root } = readTree(readFileSync(directory.resolve(path), "utf8"));
  return (
    root !== undefined && memberOf(root, "sideEffects")?.node.value === false
  );
};

/** Links are not followed. */
const modulesIn = (directory: OutputDirectory): readonly string[] => {
  const root = directory.resolve(folder);
  try {
    return readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.[cm]?ts$/.test(entry.name))
      .map((entry) => relative(root, join(entry.parentPath, entry.name)))
      .map((path) => `${folder}/${path.replaceAll(sep, "/")}`)
      .filter((path) => directory.state(path).kind === "file")
      .sort();
  } catch {
    return [];
  }
};
