/**
 * The sources of a package as text, as they would be written but for their layout.
 */
import { emitFiles } from "../emit/emit.js";
import type { Sdk } from "../sdk/sdk.js";
import { openPrinter } from "../write/print.js";

/** @returns by path: `src/index.ts` */
export const packageSources = (sdk: Sdk): ReadonlyMap<string, string> => {
  const print = openPrinter();
  const sources = new Map<string, string>();
  for (const file of emitFiles(sdk)) {
    if (!/^src\/.*\.ts$/.test(file.path)) continue;
    if (file.kind === "typescript") sources.set(file.path, print(file).text);
    else if ("text" in file) sources.set(file.path, file.text);
  }
  return sources;
};
