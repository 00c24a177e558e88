/**
 * The distinctions between types that prettier breaks lines by.
 */
import type { ts } from "ts-morph";
import { typescript } from "../typescript.js";

/** Prettier sets the parentheses itself. */
export function bare(type: ts.TypeNode): ts.TypeNode {
  let inner = type;
  while (typescript.isParenthesizedTypeNode(inner)) inner = inner.type;
  return inner;
}

export const isObject = (type: ts.TypeNode): boolean =>
  typescript.isTypeLiteralNode(type) || typescript.isMappedTypeNode(type);

const isNull = (type: ts.TypeNode): boolean =>
  type.kind === typescript.SyntaxKind.VoidKeyword ||
  (typescript.isLiteralTypeNode(type) &&
    type.literal.kind === typescript.SyntaxKind.NullKeyword);

/** `Pet | null`, `{…} | null`: never broken at the bar. */
export function isNullable(type: ts.TypeNode): boolean {
  if (!typescript.isUnionTypeNode(type)) return false;
  const members = type.types.map(bare);
  const other = members.find(
    (member) => isObject(member) || typescript.isTypeReferenceNode(member),
  );
  return (
    other !== undefined &&
    members.every((member) => member === other || isNull(member))
  );
}

/** What prettier leaves on the line of the `<` when it is the only argument. */
export function staysOnBracketLine(written: ts.TypeNode): boolean {
  const type = bare(written);
  return (
    type.kind < typescript.SyntaxKind.FirstNode ||
    isNull(type) ||
    isObject(type) ||
    isNullable(type) ||
    (typescript.isTypeReferenceNode(type) && type.typeArguments === undefined)
  );
}
