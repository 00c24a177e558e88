/**
 * Puts a module of ours in the place of one that a package requires.
 */
import { createRequire, Module } from "node:module";

const { cache } = createRequire(import.meta.url);

/** Lets whoever requires a module have these exports, unless it is loaded already. */
export const provide = (path: string, exports: unknown): void => {
  if (cache[path]) return;
  const provided = new Module(path);
  provided.loaded = true;
  provided.exports = exports;
  cache[path] = provided;
};

/** The same for as long as `load` takes, and also when it is loaded already. */
export const provideFor = <T>(
  path: string,
  exports: unknown,
  load: () => T,
): T => {
  const loaded = cache[path];
  Reflect.deleteProperty(cache, path);
  try {
    provide(path, exports);
    return load();
  } finally {
    Reflect.deleteProperty(cache, path);
    if (loaded) cache[path] = loaded;
  }
};
