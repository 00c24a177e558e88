/**
 * The two surfaces that are compared, with where each uses its models.
 */
import type { Surface } from "../surface/surface.js";
import type { Reach } from "./reach.js";

export interface Surfaces {
  readonly old: Surface;
  readonly now: Surface;
  readonly reach: Readonly<Record<"old" | "now", Reach>>;
}
