/**
 * The owner's `src/lib/index.ts`: which names it exports by itself. The entry of the package exports
 * all of the module, and leaves out its own where both have a name.
 */
import type { OwnerExports } from "../sdk/output.js";
import { libPath } from "./cache.js";
import type { OwnerRemark } from "./plan/planned-file.js";

export { libPath };

/**
 * Said when the entry is written: what callers import under these names is the owner's.
 *
 * @param written the paths that a run has written
 */
export const ownerExportsRemark = (
  names: readonly string[],
  written: readonly string[] = [],
): readonly OwnerRemark[] =>
  names.length > 0 && written.includes("src/index.ts")
    ? [
        {
          path: libPath,
          message: `the package exports your ${names.join(", ")} in place of ours`,
        },
      ]
    : [];

/** Undefined without a module. Names behind an `export *` of it are left to the compiler. */
export const ownerExports = async (
  text: string | undefined,
): Promise<OwnerExports | undefined> => {
  if (text === undefined) return undefined;
  const { readExports } = await import("./lib-exports.js");
  return readExports(text);
};
