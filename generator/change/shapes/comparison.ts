/**
 * What the rules for parts of types need of the comparison that they are a part of.
 */
import type { Shape } from "../../surface/shape.js";
import type { Finding } from "../finding.js";
import type { ModelPair } from "./model-pair.js";
import type { ShapePlace } from "./place.js";

export interface Comparison {
  readonly models: ModelPair;
  compare(old: Shape, now: Shape, place: ShapePlace): readonly Finding[];
  /** True if either may stand for the other. */
  areSame(old: Shape, now: Shape): boolean;
  /** One finding for two types that have no parts in common. */
  changed(old: Shape, now: Shape, place: ShapePlace): Finding;
}
