/**
 * The leaves of openapi-typescript's trees: names, literals and keywords.
 */
import ts from "typescript";
import type { Text, Type } from "../sdk.js";
import { keyword } from "./simplify.js";

export const keyOf = ($ref: string): string =>
  $ref.slice($ref.lastIndexOf("/") + 1);

/** The last index of `components["schemas"]["m7"]`. */
export function indexOf(node: ts.IndexedAccessTypeNode): string {
  const { indexType } = node;
  if (ts.isLiteralTypeNode(indexType) && ts.isStringLiteral(indexType.literal))
    return indexType.literal.text;
  if (ts.isIdentifier(indexType))
    return JSON.parse(ts.idText(indexType)) as string;
  throw new Error("unexpected index of a type");
}

export function nameOfProperty(name: ts.PropertyName): Text {
  if (ts.isIdentifier(name)) return ts.idText(name) as Text;
  if (ts.isStringLiteral(name) || ts.isNumericLiteral(name))
    return name.text as Text;
  throw new Error("unexpected property name");
}

export function literalOf(node: ts.LiteralTypeNode["literal"]): Type {
  if (ts.isStringLiteral(node)) return literal(node.text);
  if (ts.isNumericLiteral(node)) return literal(Number(node.text));
  if (ts.isPrefixUnaryExpression(node) && ts.isNumericLiteral(node.operand))
    return literal(-Number(node.operand.text));
  return keywordOf(node.kind);
}

export const literal = (value: string | number | boolean): Type => ({
  kind: "literal",
  value: value as Text | number | boolean,
});

export function keywordOf(kind: ts.SyntaxKind): Type {
  switch (kind) {
    case ts.SyntaxKind.StringKeyword:
      return keyword("string");
    case ts.SyntaxKind.NumberKeyword:
      return keyword("number");
    case ts.SyntaxKind.BooleanKeyword:
      return keyword("boolean");
    case ts.SyntaxKind.NullKeyword:
      return keyword("null");
    case ts.SyntaxKind.UndefinedKeyword:
      return keyword("undefined");
    case ts.SyntaxKind.NeverKeyword:
      return keyword("never");
    case ts.SyntaxKind.UnknownKeyword:
      return keyword("unknown");
    case ts.SyntaxKind.TrueKeyword:
      return literal(true);
    case ts.SyntaxKind.FalseKeyword:
      return literal(false);
    default:
      throw new Error(`unexpected type node ${ts.SyntaxKind[kind]}`);
  }
}
