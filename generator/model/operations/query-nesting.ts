/**
 * How the config has lists and objects written in the query, and in multipart bodies. What OpenAPI has a style for is written
 * in that style.
 */
import type {
  MultipartConfig,
  QueryConfig,
} from "../../config/client-config.js";
import type {
  ParameterEncoding,
  PartNesting,
  QueryNesting,
  Type,
} from "../../sdk/sdk.js";
import { isKeyword } from "../schemas/simplify.js";
import { encodingOf } from "./styles.js";

/**
 * @param type as `Models.expanded` returns it
 * @param declared what the document says, which counts for what the config says nothing about
 */
export function nestingOf(
  type: Type,
  declared: ParameterEncoding,
  query: QueryConfig,
): ParameterEncoding {
  const { arrays, objects } = query;
  const shapes = shapesOf(type);
  const isArray = shapes.has("array") && arrays !== undefined;
  const isObject = shapes.has("object") && objects !== undefined;
  if (!isArray && !isObject) return declared;
  const asStyle = (style: string, explode: boolean): ParameterEncoding =>
    encodingOf({ style, explode }, "query", type);
  if (!shapes.has("object") && isFlatList(type)) {
    if (arrays === "repeat") return asStyle("form", true);
    if (arrays === "comma") return asStyle("form", false);
  }
  if (!shapes.has("array") && objects === "brackets" && arrays === "indices")
    return asStyle("deepObject", true);
  return { kind: "nested", ...usualNesting(query) };
}

/** What is written of values that the document says nothing about. */
export const usualNesting = ({
  arrays = "repeat",
  objects = "brackets",
}: QueryConfig): QueryNesting => ({ arrays, objects });

/** @returns undefined where the config says nothing about such values */
export function partNestingOf(
  type: Type,
  { arrays, objects }: MultipartConfig,
): PartNesting | undefined {
  const shapes = shapesOf(type);
  const isArray = shapes.has("array") && arrays !== undefined;
  const isObject = shapes.has("object") && objects !== undefined;
  // What is in a list may be an object, and the other way round.
  const isAsked =
    isArray || isObject || (shapes.has("array") && objects !== undefined);
  return isAsked
    ? {
        ...(arrays !== undefined && { arrays }),
        ...(objects !== undefined && { objects }),
      }
    : undefined;
}

type Shape = "array" | "object" | "scalar";

/** What a value of the type may be. */
function shapesOf(type: Type): ReadonlySet<Shape> {
  switch (type.kind) {
    case "array":
    case "tuple":
      return new Set(["array"]);
    case "union":
      return new Set(type.members.flatMap((member) => [...shapesOf(member)]));
    case "keyword":
      return new Set<Shape>(
        type.keyword === "unknown" ? ["array", "object"] : ["scalar"],
      );
    case "literal":
    case "dateTime":
    case "binary":
      return new Set(["scalar"]);
    default:
      return new Set(["object"]);
  }
}

/** True of a list of texts, none of which may be missing. */
const isFlatList = (type: Type): boolean => {
  switch (type.kind) {
    case "union":
      return type.members.every(
        (member) => isFlatList(member) || isOnlyScalar(member),
      );
    case "array":
      return isOnlyScalar(type.item);
    default:
      return false;
  }
};

const isOnlyScalar = (type: Type): boolean =>
  !isKeyword(type, "null") && [...shapesOf(type)].join() === "scalar";
