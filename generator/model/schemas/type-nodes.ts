/**
 * The leaves of openapi-typescript's trees: names, literals and keywords.
 */
import type { Text, Type } from "../../sdk/sdk.js";
import type {
  IndexedAccess,
  TypeNode,
} from "../../libraries/plain-typescript.js";
import { keyword } from "./simplify.js";

export const keyOf = ($ref: string): string =>
  $ref.slice($ref.lastIndexOf("/") + 1);

/** The last index of `components["schemas"]["m7"]`. */
export function indexOf({ indexType }: IndexedAccess): string {
  if (
    indexType.kind === "LiteralType" &&
    indexType.literal.kind === "StringLiteral"
  )
    return indexType.literal.text;
  throw new Error("unexpected index of a type");
}

export function literalOf(node: TypeNode): Type {
  switch (node.kind) {
    case "StringLiteral":
      return literal(node.text);
    case "NumericLiteral":
      return literal(Number(node.text));
    case "PrefixUnaryExpression":
      if (node.operand.kind === "NumericLiteral")
        return literal(-Number(node.operand.text));
      break;
    default:
  }
  return keywordOf(node);
}

export const literal = (value: string | number | boolean): Type => ({
  kind: "literal",
  value: value as Text | number | boolean,
});

export function keywordOf({ kind }: TypeNode): Type {
  switch (kind) {
    case "StringKeyword":
      return keyword("string");
    case "NumberKeyword":
      return keyword("number");
    case "BooleanKeyword":
      return keyword("boolean");
    case "NullKeyword":
      return keyword("null");
    case "UndefinedKeyword":
      return keyword("undefined");
    case "NeverKeyword":
      return keyword("never");
    case "UnknownKeyword":
      return keyword("unknown");
    case "TrueKeyword":
      return literal(true);
    case "FalseKeyword":
      return literal(false);
    default:
      throw new Error(`unexpected type node ${kind}`);
  }
}
