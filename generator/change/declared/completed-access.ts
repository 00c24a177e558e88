/**
 * Which properties only the server sends, or only the client, is in no declaration. What is sent both
 * ways has neither: it would be declared twice. Of anything else, the other side says it.
 */
import { printShape } from "../../surface/print-shape.js";
import type { Shape, ShapeProperty } from "../../surface/shape.js";
import type { Surface, SurfaceOperation } from "../../surface/surface.js";
import type { Direction } from "../finding.js";
import { Reach } from "../reach.js";

/** @param surface with its bodies, and names as the other side has them */
export const completedAccess = (surface: Surface, other: Surface): Surface => {
  const reach = new Reach(surface);
  return {
    ...surface,
    models: new Map(
      [...surface.models].map(([name, model]) => {
        const like = other.models.get(name);
        const type = like
          ? withAccess(model.type, like.type, reach.positionOf(name))
          : model.type;
        return [name, { ...model, type }];
      }),
    ),
    operations: new Map(
      [...surface.operations].map(([name, operation]) => {
        const like = other.operations.get(name);
        return [name, like ? ofOperation(operation, like) : operation];
      }),
    ),
  };
};

/** @param direction in which the type is known to be used; undefined where nothing uses it */
const withAccess = (
  type: Shape,
  like: Shape,
  direction: Direction | undefined,
): Shape => {
  const inner = (one: Shape, other: Shape): Shape =>
    withAccess(one, other, direction);
  if (type.kind === "array" && like.kind === "array")
    return { ...type, item: inner(type.item, like.item) };
  if (type.kind === "union" && like.kind === "union") {
    const others = new Map(like.members.map((one) => [printShape(one), one]));
    return {
      ...type,
      members: type.members.map((one) =>
        inner(one, others.get(printShape(one)) ?? one),
      ),
    };
  }
  if (type.kind !== "object" || like.kind !== "object") return type;
  return {
    ...type,
    properties: new Map(
      [...type.properties].map(([name, property]) => {
        const other = like.properties.get(name);
        return [
          name,
          other
            ? {
                ...property,
                type: inner(property.type, other.type),
                ...accessOf(other, direction),
              }
            : property,
        ];
      }),
    ),
  };
};

const accessOf = (
  { access }: ShapeProperty,
  direction: Direction | undefined,
): Pick<ShapeProperty, "access"> => {
  const isRefuted =
    direction === "both" ||
    (access === "readOnly" && direction === "input") ||
    (access === "writeOnly" && direction === "output");
  return access === undefined || isRefuted ? {} : { access };
};

const ofOperation = (
  operation: SurfaceOperation,
  { body: otherBody, result: otherResult, errors: others }: SurfaceOperation,
): SurfaceOperation => {
  const { body, result, errors } = operation;
  const [like] = otherBody?.types.values() ?? [];
  return {
    ...operation,
    ...(body &&
      like && {
        body: {
          ...body,
          types: new Map(
            [...body.types].map(([mediaType, type]) => [
              mediaType,
              withAccess(type, like, "input"),
            ]),
          ),
        },
      }),
    result: {
      ...result,
      type: withAccess(result.type, otherResult.type, "output"),
    },
    errors: new Map(
      [...errors].map(([status, type]) => {
        const other = others.get(status);
        return [status, other ? withAccess(type, other, "output") : type];
      }),
    ),
  };
};
