/**
 * What a type is made of.
 */
import type { Shape } from "./shape.js";

type Visit = (part: Shape) => void;

/**
 * The type itself and all that is inside it; models are names, which are not followed, and the bases of
 * objects are no parts.
 */
export const visitParts = (shape: Shape, visit: Visit): void => {
  visit(shape);
  switch (shape.kind) {
    case "array":
    case "iterable":
      visitParts(shape.item, visit);
      return;
    case "tuple":
      for (const { type } of shape.items) visitParts(type, visit);
      if (shape.rest) visitParts(shape.rest, visit);
      return;
    case "object":
      for (const { type } of shape.properties.values()) visitParts(type, visit);
      if (shape.index) visitParts(shape.index, visit);
      return;
    case "union":
    case "intersection":
      for (const member of shape.members) visitParts(member, visit);
      return;
    default:
      return;
  }
};

/**
 * The same with what the models in it stand for, each once.
 *
 * @param typeOf what a model stands for
 */
export const visitPartsOfModels = (
  shape: Shape,
  typeOf: (model: string) => Shape | undefined,
  visit: Visit,
): void => {
  const seen = new Set<string>();
  const left = [shape];
  for (let one = left.pop(); one; one = left.pop())
    visitParts(one, (part) => {
      visit(part);
      if (part.kind !== "model" || seen.has(part.name)) return;
      seen.add(part.name);
      const type = typeOf(part.name);
      if (type) left.push(type);
    });
};
