/**
 * Lists of texts that are not all that is allowed: the option `enums: "open"`, and unions of a named
 * enum with any text.
 */
import { mapType, type Name, type Type } from "../../sdk/types.js";
import { isKeyword, isTextLiteral, openText, union } from "./simplify.js";

/** A union of strings also takes any other string. */
export function withOpenEnums(type: Type): Type {
  if (type.kind === "array" || type.kind === "object")
    return mapType(type, withOpenEnums);
  if (type.kind !== "union") return type;
  const members = type.members.map(withOpenEnums);
  return members.some(isTextLiteral)
    ? union([...members, openText])
    : { kind: "union", members };
}

/** The type that a model is declared with. */
type TypeOfModel = (name: Name) => Type | undefined;

/** `Kind | string` -> `Kind | (string & {})` where `Kind` lists texts, as `union` does for literals. */
export function withOpenModels(type: Type, typeOf: TypeOfModel): Type {
  const mapped = mapType(type, (inner) => withOpenModels(inner, typeOf));
  if (mapped.kind !== "union") return mapped;
  const { members } = mapped;
  const isAnyText = (member: Type): boolean =>
    isKeyword(target(member, typeOf), "string");
  return members.some(isAnyText) &&
    members.some((member) => listsTexts(member, typeOf))
    ? union(members.map((member) => (isAnyText(member) ? openText : member)))
    : mapped;
}

/** What a name leads to, through up to 50 others. */
function target(type: Type, typeOf: TypeOfModel, depth = 0): Type {
  const next = type.kind === "model" ? typeOf(type.name) : undefined;
  return next && depth < 50 ? target(next, typeOf, depth + 1) : type;
}

function listsTexts(type: Type, typeOf: TypeOfModel, depth = 0): boolean {
  const found = target(type, typeOf);
  return found.kind === "union" && depth < 20
    ? found.members.some((member) => listsTexts(member, typeOf, depth + 1))
    : isTextLiteral(found);
}
