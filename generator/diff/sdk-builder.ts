/**
 * What the comparison takes from the pipeline, which alone knows the stages.
 */
import type { Target } from "../config/targets.js";
import type { Diagnostics } from "../diagnostics/diagnostics.js";
import type { Document } from "../openapi/document.js";
import type { FoundChanges } from "../change/compare-surfaces.js";
import type { Sdk } from "../sdk/sdk.js";

/** The first half of the pipeline. */
export interface SdkBuilder {
  /** Undefined with errors, which are reported. */
  readonly build: (
    target: Target,
    names: ReadonlyMap<string, string>,
    diagnostics: Diagnostics,
  ) => Promise<{ readonly sdk: Sdk; readonly document: Document } | undefined>;
  /** The SDK with the old names that callers of the last release have. */
  readonly alias: (
    sdk: Sdk,
    target: Pick<Target, "config">,
    known: {
      /** Names that callers have, and the old ones of the last run, as the lock file has them. */
      readonly names: ReadonlyMap<string, string>;
      readonly noted: ReadonlyMap<string, string>;
      /** Of the last release. */
      readonly version: string;
      readonly found: FoundChanges;
    },
  ) => Promise<Sdk>;
  /** What a lock file has a resource under, by its path: `API Keys` and `api-keys` are one. */
  readonly resourceIds: () => Promise<(path: readonly string[]) => string>;
  /** The sources of the package that would be written, by path. */
  readonly sourcesOf: (sdk: Sdk) => Promise<ReadonlyMap<string, string>>;
}

export interface SideRequest {
  readonly target: Target;
  readonly builder: SdkBuilder;
  /** The names of the other side, where that was read first. */
  readonly names?: ReadonlyMap<string, string>;
}
