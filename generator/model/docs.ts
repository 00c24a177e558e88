/**
 * What the owner wants in the pages of the docs.
 */
import type { SdkConfig } from "../config/config.js";
import { badges, sampleLanguages } from "../config/docs-options.js";
import type { DocsInfo } from "../sdk/sdk.js";

export function docsInfo({ docs, agents }: Partial<SdkConfig>): DocsInfo {
  const samples = new Set<string>(docs?.samples);
  const shown = new Set<string>(docs?.badges);
  return {
    badges: badges.filter((name) => shown.has(name)),
    samples: sampleLanguages.filter((name) => samples.has(name)),
    ...(typeof agents === "object" &&
      agents.text === "none" && { areSummariesLeftOut: true }),
  };
}
