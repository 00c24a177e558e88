/**
 * Modules of the owner's that change something when they are imported. Bundlers leave them out unless
 * `sideEffects` of `package.json` lists them.
 */
import type { OutputDirectory } from "./directory.js";
import { memberOf, readTree } from "./manifest/json-tree.js";

const folder = "src/lib";

/** Paths of modules that `sideEffects: false` takes out of a bundle. */
export const unlistedEffects = (
  directory: OutputDirectory,
): readonly string[] => {
  if (!hasNoEffects(directory)) return [];
  return directory
    .list(folder)
    .filter((path) => /\.[cm]?ts$/.test(path))
    .filter((path) => hasEffects(directory.read(path) ?? ""))
    .sort();
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
  const { root } = readTree(directory.read("package.json") ?? "");
  return (
    root !== undefined && memberOf(root, "sideEffects")?.node.value === false
  );
};
