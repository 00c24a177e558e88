/**
 * From the config of another generator to one of sdkwright's.
 */
import { refuseInherited } from "../config/refuse-inherited.js";
import { withoutPrototype } from "../config/without-prototype.js";
import type { ImportOptions, ImportReport } from "./library-types.js";

/**
 * Writes a config from that of another generator, as `sdkwright import` does, and tells what became of
 * each of its keys. Files that are there stay, unless `force` is given.
 * @throws UsageError when the options do not fit
 */
export const importConfig = async (
  options: ImportOptions,
): Promise<ImportReport> => {
  refuseInherited();
  const { importConfig: runImport } = await import("../import/import.js");
  return runImport(withoutPrototype(options));
};
