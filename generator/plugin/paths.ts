/**
 * Where outputs may write: beside the generated files, never in their place, nor in the owner's.
 */
import { modulePaths } from "../emit/module-paths.js";
import { classPath } from "../emit/source/client.js";
import type { Sdk } from "../sdk/sdk.js";

/** Paths are compared as file systems do that do not tell cases apart. */
export const samePath = (path: string): string =>
  path.normalize("NFC").toLowerCase();

/** The modules of `src/` itself that every package may have. */
export const generatedPaths = (sdk: Sdk): ReadonlySet<string> =>
  new Set([...Object.values(modulePaths), classPath(sdk)].map(samePath));

const segment = /^(?!\.)[\w.-]*[\w-]$/;

/** True of a path below the package, without anything that a system or npm reads in its own way. */
export const isPlainPath = (path: string): boolean =>
  path.split("/").every((part) => segment.test(part));

/**
 * @param isBuiltIn true for outputs of ours, which also write beside `src/`
 * @returns why a path is refused; undefined where it may be written
 */
export const refusedPath = (
  path: string,
  plugin: string,
  isBuiltIn: boolean,
): string | undefined => {
  // Pages of resources have names of any language; what is written is checked once more.
  if (isBuiltIn && !/^src\//i.test(path)) return undefined;
  if (!isPlainPath(path)) return "which is not a plain path below the package";
  const lower = samePath(path);
  if (/^src\/(?:core|lib|resources)\//.test(lower))
    return "which is in a directory of generated or hand-written files";
  if (lower.startsWith("src/") || lower.startsWith("skills/")) return undefined;
  if (lower.startsWith(`docs/${plugin}/`)) return undefined;
  return `which is not below src/, docs/${plugin}/ or skills/`;
};
