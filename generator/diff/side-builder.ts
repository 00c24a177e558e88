/**
 * What the comparison takes from the pipeline, which alone knows the stages.
 */
import type { Target } from "../config/targets.js";
import type { Diagnostics } from "../diagnostics/diagnostics.js";
import type { Document } from "../openapi/document.js";
import type { FoundChanges } from "../change/compare-surfaces.js";
import type { Sdk } from "../sdk/sdk.js";

/** The first half of the pipeline. */
export interface SideBuilder {
  /** Undefined with errors, which are reported. */
  readonly build: (
    target: Target,
    names: ReadonlyMap<string, string>,
    diagnostics: Diagnostics,
  ) => Promise<{ readonly sdk: Sdk; readonly document: Document } | undefined>;
  /** The sources that would be written, by path, with the old names that stay. */
  readonly sourcesOf: (sdk: Sdk, released: ReleasedBefore) => Promise<Sources>;
}

export type Sources = ReadonlyMap<string, string>;

/** The release whose callers have names that stay. */
export interface ReleasedBefore {
  readonly target: Target;
  readonly names: ReadonlyMap<string, string>;
  readonly version: string;
  readonly found: FoundChanges;
}

export interface SideRequest {
  readonly target: Target;
  readonly builder: SideBuilder;
  /** The names of the other side, where that was read first. */
  readonly names?: ReadonlyMap<string, string>;
}
