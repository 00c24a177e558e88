/**
 * What a type is once the names of models in its place are followed.
 */
import type { Shape } from "./shape.js";
import type { Surface } from "./surface.js";

/** @returns the model itself where its name leads to nothing, or back to it */
export const followModels = (
  shape: Shape,
  models: Surface["models"],
): Shape => {
  const seen = new Set<string>();
  let one = shape;
  while (one.kind === "model" && !seen.has(one.name)) {
    seen.add(one.name);
    one = models.get(one.name)?.type ?? one;
  }
  return one;
};
