/**
 * Intersections in their normal form: what has both of two types.
 */
import { byCodeUnit, sortedMap } from "../diagnostics/code-units.js";
import { printShape } from "./print-shape.js";
import type { RecordShape, Shape, ShapeProperty } from "./shape.js";
import { unionOf } from "./union-of.js";

/** In the form of a shape: each once, sorted, and absent where there are none. */
export const withBases = (
  bases: readonly string[],
): Pick<RecordShape, "bases"> =>
  bases.length > 0 ? { bases: [...new Set(bases)].sort(byCodeUnit) } : {};

type DeclaredShape = (model: string) => Shape | undefined;

/** What a property is that two objects have. */
export type JoinProperties = (
  one: ShapeProperty,
  other: ShapeProperty,
) => ShapeProperty;

export const joinRecords = (
  one: RecordShape,
  other: RecordShape,
  join: JoinProperties,
): RecordShape => {
  const properties = new Map(one.properties);
  for (const [name, property] of other.properties) {
    const before = properties.get(name);
    properties.set(name, before ? join(before, property) : property);
  }
  const index = other.index ?? one.index;
  const withheld = [one, other].flatMap((part) => [...(part.withheld ?? [])]);
  return {
    kind: "object",
    properties,
    ...(index && { index }),
    ...(withheld.length > 0 && { withheld: new Map(withheld) }),
  };
};

/**
 * In an intersection a property has both types, and is required where one of the two is.
 * @param declared what a model stands for, by its name
 */
export const joinBoth =
  (declared: DeclaredShape): JoinProperties =>
  (one, other) => ({
    ...other,
    type: bothOf(one.type, other.type, declared),
    isOptional: one.isOptional && other.isOptional,
  });

const bothOf = (one: Shape, other: Shape, declared: DeclaredShape): Shape => {
  if (isPartOf(other, one)) return other;
  if (isPartOf(one, other)) return one;
  if (one.kind === "array" && other.kind === "array")
    return { kind: "array", item: bothOf(one.item, other.item, declared) };
  // Two models may be made of themselves without end; an object in place has one.
  const areModels = one.kind === "model" && other.kind === "model";
  const [first, second] = [one, other].map((shape) =>
    shape.kind === "model" && !areModels ? declared(shape.name) : shape,
  );
  if (first?.kind === "object" && second?.kind === "object") {
    const joined = joinRecords(first, second, joinBoth(declared));
    const bases = [one, other].flatMap((shape) =>
      shape.kind === "model"
        ? [shape.name]
        : shape.kind === "object"
          ? (shape.bases ?? [])
          : [],
    );
    return {
      ...joined,
      properties: sortedMap(joined.properties),
      ...withBases(bases),
    };
  }
  return {
    kind: "intersection",
    members: [one, other].sort((a, b) =>
      byCodeUnit(printShape(a), printShape(b)),
    ),
  };
};

/** As far as can be told without looking into objects. */
const isPartOf = (part: Shape, whole: Shape): boolean => {
  if (whole.kind === "keyword" && whole.keyword === "unknown") return true;
  const takesAnyObject =
    whole.kind === "object" &&
    whole.properties.size === 0 &&
    whole.index?.kind === "keyword" &&
    whole.index.keyword === "unknown";
  if (takesAnyObject && (part.kind === "object" || part.kind === "model"))
    return true;
  return printShape(unionOf([whole, part])) === printShape(whole);
};
