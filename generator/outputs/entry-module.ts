/**
 * The module of an entry point, which the class of the client may have the path of: that is named for the
 * API.
 */
import { generatedPaths, samePath } from "../plugin/paths.js";
import type { Sdk } from "../plugin/index.js";

/** @returns `src/mocks.ts` for `mocks`, or `src/mocks-entry.ts` */
export const entryModule = (sdk: Sdk, name: string): string => {
  const usual = `src/${name}.ts`;
  return generatedPaths(sdk).has(samePath(usual))
    ? `src/${name}-entry.ts`
    : usual;
};
