/**
 * What types say as they are written.
 */
import type { ts } from "ts-morph";
import { typescript } from "../write/typescript.js";

/** The last part of the name that a type is referred to by. */
export const referenceName = (node: ts.TypeNode): string | undefined => {
  if (!typescript.isTypeReferenceNode(node)) return undefined;
  const { typeName } = node;
  return (typescript.isIdentifier(typeName) ? typeName : typeName.right).text;
};

/** The texts of a literal, or of a union of them, in their order. */
export const literalsIn = (node: ts.TypeNode): readonly string[] => {
  if (typescript.isUnionTypeNode(node)) return node.types.flatMap(literalsIn);
  return typescript.isLiteralTypeNode(node) &&
    typescript.isStringLiteral(node.literal)
    ? [node.literal.text]
    : [];
};
