/**
 * Values that a caller writes down: literals, in which TypeScript finds a property that is gone, with
 * `given<…>()` for what stands inside.
 */
import type { RecordShape, Shape, ShapeProperty } from "../surface/shape.js";
import type { Surface } from "../surface/surface.js";
import { typeText } from "./caller-types.js";

/** Everything that may be passed, or as little as has to be. */
export type ValueExtent = "whole" | "least";

/**
 * A value of a type that the caller declares: an interface, which fits less than a literal does.
 * @returns the declarations, and the value
 */
export const declaredValue = (
  shape: Shape,
  prefix: string,
): { readonly declarations: readonly string[]; readonly value: string } => {
  const declarations: string[] = [];
  const type = typeText(shape, "Sent", (record) => {
    const name = `${prefix}${String(declarations.length)}`;
    declarations.push(`interface ${name} ${record}`);
    return name;
  });
  return { declarations, value: `given<${type}>()` };
};

export const given = (shape: Shape): string =>
  `given<${typeText(shape, "Sent")}>()`;

interface ValueRequest {
  readonly extent: ValueExtent;
  /** Models that are written out as well, as far as `depth` allows. Default: none. */
  readonly models?: Surface["models"];
  /** How many models may stand inside each other. */
  readonly depth?: number;
}

export const valueText = (shape: Shape, request: ValueRequest): string => {
  const { models, depth = 0 } = request;
  switch (shape.kind) {
    case "object":
      return shape.index && shape.properties.size > 0
        ? given(shape)
        : recordText(shape, request);
    case "array":
      return `[${valueText(shape.item, request)}]`;
    case "model": {
      const type = depth > 0 ? models?.get(shape.name)?.type : undefined;
      return type?.kind === "object"
        ? valueText(type, { ...request, depth: depth - 1 })
        : given(shape);
    }
    default:
      return given(shape);
  }
};

const recordText = (
  { properties, index }: RecordShape,
  request: ValueRequest,
): string => {
  const members = [...properties].flatMap(([name, property]) =>
    isWritten(property, request.extent)
      ? [`${JSON.stringify(name)}: ${valueText(property.type, request)}`]
      : [],
  );
  if (index) members.push(`any: ${given(index)}`);
  return `{ ${members.join(", ")} }`;
};

/** Nobody writes what only the server sends. */
export const isWritten = (
  { access, isOptional }: ShapeProperty,
  extent: ValueExtent,
): boolean => (isOptional ? extent === "whole" && access !== "readOnly" : true);
