/**
 * Whether two types are written alike, down to what properties say besides their types: of most types
 * nothing has changed, and nothing has to be made to see it.
 */
import type { RecordShape, Shape, ShapeProperty } from "../../surface/shape.js";

/** @param renamed the new names of models by their old ones */
export const areIdentical = (
  old: Shape,
  now: Shape,
  renamed: ReadonlyMap<string, string>,
): boolean => {
  const are = (one: Shape, other: Shape): boolean =>
    areIdentical(one, other, renamed);
  switch (old.kind) {
    case "keyword":
      return now.kind === "keyword" && old.keyword === now.keyword;
    case "literal":
      return now.kind === "literal" && old.value === now.value;
    case "platform":
      return now.kind === "platform" && old.name === now.name;
    case "model":
      return (
        now.kind === "model" && (renamed.get(old.name) ?? old.name) === now.name
      );
    case "array":
    case "iterable":
      return now.kind === old.kind && are(old.item, now.item);
    case "object":
      return now.kind === "object" && areRecords(old, now, renamed);
    case "union":
    case "intersection":
      return now.kind === old.kind && areEach(old.members, now.members, are);
    case "void":
    case "openString":
      return now.kind === old.kind;
    // They are rare, or say nothing.
    case "tuple":
    case "unresolved":
      return false;
  }
};

const areEach = (
  old: readonly Shape[],
  now: readonly Shape[],
  are: (one: Shape, other: Shape) => boolean,
): boolean =>
  old.length === now.length &&
  old.every((one, index) => {
    const other = now[index];
    return other !== undefined && are(one, other);
  });

const areRecords = (
  old: RecordShape,
  now: RecordShape,
  renamed: ReadonlyMap<string, string>,
): boolean => {
  if (old.properties.size !== now.properties.size) return false;
  if (old.index === undefined || now.index === undefined) {
    if (old.index !== now.index) return false;
  } else if (!areIdentical(old.index, now.index, renamed)) return false;
  for (const [name, one] of old.properties) {
    const other = now.properties.get(name);
    if (!other || !areIdenticalProperties(one, other, renamed)) return false;
  }
  return true;
};

export const areIdenticalProperties = (
  old: ShapeProperty,
  now: ShapeProperty,
  renamed: ReadonlyMap<string, string>,
): boolean =>
  old.isOptional === now.isOptional &&
  old.isDeprecated === now.isDeprecated &&
  old.access === now.access &&
  old.default === now.default &&
  old.constraints.length === now.constraints.length &&
  old.constraints.every((one, index) => one === now.constraints[index]) &&
  areIdentical(old.type, now.type, renamed);
