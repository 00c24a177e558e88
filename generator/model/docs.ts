/**
 * What the owner wants in the pages of the docs.
 */
import { sampleLanguages, type SdkConfig } from "../config/config.js";
import type { DocsInfo } from "../sdk/sdk.js";

export function docsInfo({ docs }: Partial<SdkConfig>): DocsInfo {
  const wanted = new Set<string>(docs?.samples);
  return { samples: sampleLanguages.filter((name) => wanted.has(name)) };
}
