/**
 * Values that a caller writes down: literals, in which TypeScript finds a property that is gone, with
 * `given<…>()` for what stands inside.
 */
import type { RecordShape, Shape, ShapeProperty } from "../surface/shape.js";
import { typeText } from "./caller-types.js";

/** Everything that may be passed, or as little as has to be. */
export type Extent = "whole" | "least";

export const given = (shape: Shape): string =>
  `given<${typeText(shape, "Sent")}>()`;

export const valueText = (shape: Shape, extent: Extent): string => {
  switch (shape.kind) {
    case "object":
      return shape.index && shape.properties.size > 0
        ? given(shape)
        : recordText(shape, extent);
    case "array":
      return `[${valueText(shape.item, extent)}]`;
    default:
      return given(shape);
  }
};

const recordText = (
  { properties, index }: RecordShape,
  extent: Extent,
): string => {
  const members = [...properties].flatMap(([name, property]) =>
    isWritten(property, extent)
      ? [`${JSON.stringify(name)}: ${valueText(property.type, extent)}`]
      : [],
  );
  if (index) members.push(`any: ${given(index)}`);
  return `{ ${members.join(", ")} }`;
};

/** Nobody writes what only the server sends. */
export const isWritten = (
  { access, isOptional }: ShapeProperty,
  extent: Extent,
): boolean => (isOptional ? extent === "whole" && access !== "readOnly" : true);
