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

/**
 * A module of its own copy, and of all that it requires, with these exports in the place of some.
 * Whoever else requires any of them has what there was before, in whatever order.
 */
export const requireApart = (
  path: string,
  provided: ReadonlyMap<string, unknown>,
): unknown => {
  const before = { ...cache };
  const empty = () => {
    for (const key of Object.keys(cache)) Reflect.deleteProperty(cache, key);
  };
  empty();
  try {
    for (const [key, exports] of provided) provide(key, exports);
    return require(path) as unknown;
  } finally {
    empty();
    Object.assign(cache, before);
  }
};
