/**
 * The option `enums: "open"`.
 */
import type { Type } from "../../sdk/sdk.js";
import { keyword } from "./simplify.js";

/** `enums: "open"`: a union of strings also takes any other string. */
export function opened(type: Type): Type {
  if (type.kind === "union") {
    const members = type.members.map(opened);
    return members.some(isText)
      ? { kind: "union", members: [...members, openString] }
      : { kind: "union", members };
  }
  if (type.kind === "array") return { ...type, item: opened(type.item) };
  if (type.kind === "object")
    return {
      ...type,
      properties: type.properties.map((property) => ({
        ...property,
        type: opened(property.type),
      })),
      ...(type.index && { index: opened(type.index) }),
    };
  return type;
}

const isText = (type: Type): boolean =>
  type.kind === "literal" && typeof type.value === "string";

/** `string & {}` keeps the known values in completions. */
const openString: Type = {
  kind: "intersection",
  members: [keyword("string"), { kind: "object", properties: [] }],
};
