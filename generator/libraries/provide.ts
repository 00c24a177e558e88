/**
 * Puts modules of ours in the place of those that a package requires.
 */
import { createRequire, Module } from "node:module";

const require = createRequire(import.meta.url);
const { cache } = require;

/** Lets whoever requires a module have these exports, unless it is loaded already. */
export const provide = (path: string, exports: unknown): void => {
  if (cache[path]) return;
  const provided = new Module(path);
  provided.loaded = true;
  provided.exports = exports;
  cache[path] = provided;
};
