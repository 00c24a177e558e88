/**
 * Values that a caller writes down: literals, in which TypeScript finds a property that is gone, with
 * `given<…>()` for what stands inside.
 */
import type { RecordShape, Shape, ShapeProperty } from "../surface/shape.js";
import type { Surface } from "../surface/surface.js";
import { unionOf } from "../surface/union-of.js";
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
      // Properties need not fit what the index says of all others.
      return shape.index && shape.properties.size > 0
        ? given(shape)
        : recordText(shape, request);
    case "array":
      return `[${valueText(shape.item, request)}]`;
    case "model": {
      const type = depth > 0 ? models?.get(shape.name)?.type : undefined;
      return type && hasParts(type)
        ? valueText(type, { ...request, depth: depth - 1 })
        : given(shape);
    }
    case "tuple":
      return `[${shape.items.map(({ type }) => valueText(type, request)).join(", ")}]`;
    case "union":
      return unionText(shape.members, request);
    default:
      return given(shape);
  }
};

const hasParts = ({ kind }: Shape): boolean =>
  ["object", "array", "tuple", "union"].includes(kind);

/** Each member that can be written out, and all others together. */
const unionText = (
  members: readonly Shape[],
  request: ValueRequest,
): string => {
  const { models, depth = 0 } = request;
  const isWritten = (member: Shape): boolean => {
    const type =
      member.kind === "model" && depth > 0
        ? models?.get(member.name)?.type
        : member;
    return type !== undefined && hasParts(type);
  };
  const written = members.filter(isWritten);
  const others = members.filter((member) => !isWritten(member));
  const values = [
    ...written.map((member) => valueText(member, request)),
    ...(others.length === 0 ? [] : [given(unionOf(others))]),
  ];
  return values.reduceRight(
    (rest, value) => `(given<boolean>() ? ${value} : ${rest})`,
  );
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
  if (index) members.push(`any: ${valueText(index, request)}`);
  return `{ ${members.join(", ")} }`;
};

/** Nobody writes what only the server sends. */
export const isWritten = (
  { access, isOptional }: ShapeProperty,
  extent: ValueExtent,
): boolean => (isOptional ? extent === "whole" && access !== "readOnly" : true);
