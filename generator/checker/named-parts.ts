/**
 * What has to be declared for the checker to read some types: the models that they name, and what only
 * the platform has.
 */
import { sortedMap } from "../diagnostics/code-units.js";
import { visitPartsOfModels } from "../surface/parts-of-shape.js";
import type { Shape } from "../surface/shape.js";
import type { Surface } from "../surface/surface.js";

export interface NamedParts {
  /** What the models stand for. */
  readonly models: ReadonlyMap<string, Shape>;
  readonly platform: ReadonlySet<string>;
  /** Those of the types in which something is not known. */
  readonly unknown: ReadonlySet<Shape>;
}

export const namedParts = (
  shapes: readonly Shape[],
  models: Surface["models"],
): NamedParts => {
  const found = new Map<string, Shape>();
  const platform = new Set<string>();
  const unknown = new Set<Shape>();
  const typeOf = (name: string): Shape | undefined => models.get(name)?.type;
  for (const shape of shapes)
    visitPartsOfModels(shape, typeOf, (part) => {
      if (part.kind === "platform") platform.add(part.name);
      const type = part.kind === "model" ? typeOf(part.name) : part;
      if (!type || type.kind === "unresolved") unknown.add(shape);
      else if (part.kind === "model") found.set(part.name, type);
    });
  return { models: sortedMap(found), platform, unknown };
};
