/**
 * What the comparison takes from the pipeline, which alone knows the stages.
 */
import type { Target } from "../config/targets.js";
import type { Diagnostics } from "../diagnostics/diagnostics.js";
import type { Document } from "../openapi/document.js";
import type { Surface } from "../surface/surface.js";
import type { Sdk } from "../sdk/sdk.js";

/** The first half of the pipeline, and what it needs to know of a package on disk. */
export interface SideBuilder {
  /** Undefined with errors, which are reported. */
  readonly build: (
    target: Target,
    names: ReadonlyMap<string, string>,
    diagnostics: Diagnostics,
  ) => Promise<{ readonly sdk: Sdk; readonly document: Document } | undefined>;
  /** Absent where surfaces of packages cannot be read. */
  readonly readSurface?: ReadSurface;
}

/** Reads the text of `sdkwright.surface.json`. */
export type ReadSurface = (json: string) =>
  | {
      readonly kind: "surface";
      readonly surface: Surface;
      readonly version: string;
    }
  | { readonly kind: "unreadable"; readonly reason: string };

export interface SideRequest {
  readonly target: Target;
  readonly builder: SideBuilder;
  /** The names of the other side, where that was read first. */
  readonly names?: ReadonlyMap<string, string>;
}
