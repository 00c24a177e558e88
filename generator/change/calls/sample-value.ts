/**
 * A value of a type as a reader recognises it in a sample: a literal where one is short, a variable with
 * the name of the argument elsewhere.
 */
import type { Shape } from "../../surface/shape.js";
import type { Surface } from "../../surface/surface.js";
import { isIdentifier } from "../../sdk/identifiers.js";

export interface SampleValue {
  /** What the value is passed as: `limit` of `{ limit: 1 }`. */
  readonly name: string;
  readonly type: Shape;
  /** What stands for any text. */
  readonly text: string;
}

export const sampleValue = (
  { name, type, text }: SampleValue,
  models: Surface["models"],
): string => {
  const one = simplestOf(type, models, new Set());
  switch (one.kind) {
    case "literal":
      return JSON.stringify(one.value);
    case "openString":
      return JSON.stringify(text);
    case "keyword":
      if (one.keyword === "string") return JSON.stringify(text);
      if (one.keyword === "number") return "1";
      return one.keyword === "null" ? "null" : variableOf(name);
    case "platform":
      return one.name === "Date" ? "new Date()" : variableOf(name);
    default:
      return variableOf(name);
  }
};

const variableOf = (name: string): string =>
  isIdentifier(name) ? name : "value";

/** What is easiest to write of what may be passed. */
const simplestOf = (
  shape: Shape,
  models: Surface["models"],
  seen: Set<string>,
): Shape => {
  if (shape.kind === "model") {
    const type = models.get(shape.name)?.type;
    if (!type || seen.has(shape.name)) return shape;
    return simplestOf(type, models, seen.add(shape.name));
  }
  if (shape.kind !== "union") return shape;
  return shape.members
    .map((member) => simplestOf(member, models, new Set(seen)))
    .reduce((best, one) => (effortOf(one) < effortOf(best) ? one : best));
};

const effortOf = (shape: Shape): number => {
  switch (shape.kind) {
    case "literal":
      return shape.value === false ? 1 : 0;
    case "keyword":
      return shape.keyword === "string" || shape.keyword === "number" ? 2 : 5;
    case "openString":
      return 2;
    case "platform":
      return 3;
    default:
      return 4;
  }
};
