/**
 * The owner's `src/lib/index.ts`: which names it exports by itself. The entry of the package exports
 * all of the module, and leaves out its own where both have a name.
 */
import type { OwnerExports } from "../sdk/output.js";
import { libPath } from "./cache.js";

export { libPath };

/** Undefined without a module. Names behind an `export *` of it are the compiler's business. */
export const ownerExports = async (
  text: string | undefined,
): Promise<OwnerExports | undefined> => {
  if (text === undefined) return undefined;
  const { readExports } = await import("./lib-exports.js");
  return readExports(text);
};
