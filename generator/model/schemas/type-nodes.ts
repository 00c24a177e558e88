/**
 * The leaves of openapi-typescript's trees: names, literals and keywords.
 */
import type ts from "typescript";
import { typescript } from "../../libraries.js";
import type { Text, Type } from "../../sdk.js";
import { keyword } from "./simplify.js";

export const keyOf = ($ref: string): string =>
  $ref.slice($ref.lastIndexOf("/") + 1);

/** The last index of `components["schemas"]["m7"]`. */
export function indexOf(node: ts.IndexedAccessTypeNode): string {
  const { indexType } = node;
  if (
    typescript.isLiteralTypeNode(indexType) &&
    typescript.isStringLiteral(indexType.literal)
  )
    return indexType.literal.text;
  if (typescript.isIdentifier(indexType))
    return JSON.parse(typescript.idText(indexType)) as string;
  throw new Error("unexpected index of a type");
}

export function nameOfProperty(name: ts.PropertyName): Text {
  if (typescript.isIdentifier(name)) return typescript.idText(name) as Text;
  if (typescript.isStringLiteral(name) || typescript.isNumericLiteral(name))
    return name.text as Text;
  throw new Error("unexpected property name");
}

export function literalOf(node: ts.LiteralTypeNode["literal"]): Type {
  if (typescript.isStringLiteral(node)) return literal(node.text);
  if (typescript.isNumericLiteral(node)) return literal(Number(node.text));
  if (
    typescript.isPrefixUnaryExpression(node) &&
    typescript.isNumericLiteral(node.operand)
  )
    return literal(-Number(node.operand.text));
  return keywordOf(node.kind);
}

export const literal = (value: string | number | boolean): Type => ({
  kind: "literal",
  value: value as Text | number | boolean,
});

export function keywordOf(kind: ts.SyntaxKind): Type {
  switch (kind) {
    case typescript.SyntaxKind.StringKeyword:
      return keyword("string");
    case typescript.SyntaxKind.NumberKeyword:
      return keyword("number");
    case typescript.SyntaxKind.BooleanKeyword:
      return keyword("boolean");
    case typescript.SyntaxKind.NullKeyword:
      return keyword("null");
    case typescript.SyntaxKind.UndefinedKeyword:
      return keyword("undefined");
    case typescript.SyntaxKind.NeverKeyword:
      return keyword("never");
    case typescript.SyntaxKind.UnknownKeyword:
      return keyword("unknown");
    case typescript.SyntaxKind.TrueKeyword:
      return literal(true);
    case typescript.SyntaxKind.FalseKeyword:
      return literal(false);
    default:
      throw new Error(`unexpected type node ${typescript.SyntaxKind[kind]}`);
  }
}
