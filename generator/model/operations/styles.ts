/**
 * How the value of a parameter or of a form's field is written (OpenAPI 3.1.1 section 4.8.12.3).
 */
import type {
  Parameter,
  ParameterEncoding,
  ParameterStyle,
  Type,
} from "../../sdk/sdk.js";
import { isKeyword } from "../schemas/simplify.js";

/** Where a parameter is sent (`in`). */
export type ParameterLocation = Parameter["in"];

/** The fields that a Parameter Object and an Encoding Object share. */
interface StyleFields {
  readonly style?: string;
  readonly explode?: boolean;
  readonly allowReserved?: boolean;
}

/** @param type as `Models.expanded` returns it */
export function encodingOf(
  node: StyleFields,
  location: ParameterLocation,
  type: Type,
): ParameterEncoding {
  const usual: ParameterStyle =
    location === "query" || location === "cookie" ? "form" : "simple";
  const style = (node.style ?? usual) as ParameterStyle;
  const explode = node.explode ?? style === "form";
  const allowReserved = node.allowReserved === true;
  const shape = shapeOf(type);
  const isDefault =
    style === usual &&
    !allowReserved &&
    // `explode` does not change a single value, nor an array in the style `simple`.
    (shape === "scalar" ||
      (shape === "array" && (explode || usual === "simple")));
  return isDefault
    ? { kind: "default" }
    : { kind: "style", style, explode, allowReserved };
}

/** What the wire format of a value depends on; `object` for all that needs the general encoders. */
function shapeOf(type: Type): "scalar" | "array" | "object" {
  switch (type.kind) {
    case "keyword":
      return type.keyword === "unknown" ? "object" : "scalar";
    case "literal":
    case "dateTime":
    case "binary":
      return "scalar";
    case "array":
      // The default encoders cannot leave out a null inside an array.
      return shapeOf(type.item) === "scalar" && !mayBeNull(type.item)
        ? "array"
        : "object";
    case "tuple":
      return type.items.some(({ type: item }) => mayBeNull(item))
        ? "object"
        : "array";
    case "union": {
      const shapes = new Set(type.members.map(shapeOf));
      if (shapes.has("object")) return "object";
      return shapes.has("array") ? "array" : "scalar";
    }
    default:
      return "object";
  }
}

const mayBeNull = (type: Type): boolean =>
  isKeyword(type, "null", "unknown") ||
  (type.kind === "union" && type.members.some(mayBeNull));
