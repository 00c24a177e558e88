/**
 * The options `docs` and `agents`: what the pages and the README of a package show, and what agents read.
 */

export interface AgentsConfig {
  /** `summaries`: the summary of each operation, cut to a line. Default: `summaries`. */
  readonly text?: "none" | "summaries";
}

export interface DocsConfig {
  /** Badges below the title of the README, whose images others serve. Default: none. */
  readonly badges?: readonly Badge[];
  /** Languages of samples besides TypeScript and curl. Default: none. */
  readonly samples?: readonly SampleLanguage[];
  /**
   * `true`: `openapi.samples.yaml`, an overlay that adds the samples to the document, for pages that
   * others make of it. Default: `false`.
   */
  readonly overlay?: boolean;
}

/** `ci` is the result of the workflow `sdk-check.yml` of a repository on GitHub. */
export type Badge = (typeof badges)[number];

/** In the order of the README, whatever that of the config. */
export const badges = ["npm", "ci", "license"] as const;

/** A language in which a request can be shown, besides TypeScript and curl. */
export type SampleLanguage = (typeof sampleLanguages)[number];

/** In the order of the pages, whatever that of the config. */
export const sampleLanguages = ["javascript", "python", "go"] as const;
