/**
 * The option `enums: "open"`.
 */
import { mapType, type Type } from "../../sdk/types.js";
import { keywordType } from "./simplify.js";

/** A union of strings also takes any other string. */
export function withOpenEnums(type: Type): Type {
  if (type.kind === "array" || type.kind === "object")
    return mapType(type, withOpenEnums);
  if (type.kind !== "union") return type;
  const members = type.members.map(withOpenEnums);
  return {
    kind: "union",
    members: members.some(isText) ? [...members, openString] : members,
  };
}

const isText = (type: Type): boolean =>
  type.kind === "literal" && typeof type.value === "string";

/** `string & {}` keeps the known values in completions. */
const openString: Type = {
  kind: "intersection",
  members: [keywordType("string"), { kind: "object", properties: [] }],
};
