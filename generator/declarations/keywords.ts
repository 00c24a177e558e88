/**
 * Types that have no parts: keywords and literals.
 */
import type { ts } from "ts-morph";
import type { Shape } from "../surface/shape.js";
import { unionOf } from "../surface/union-of.js";
import { typescript } from "../write/typescript.js";

/** Undefined of all others. */
export const keywordOf = (type: ts.Type): Shape | undefined => {
  const { TypeFlags } = typescript;
  const { flags } = type;
  if (flags & TypeFlags.Any) return isError(type) ? unresolved : unknown;
  if (flags & TypeFlags.Unknown) return unknown;
  if (flags & TypeFlags.Never) return { kind: "keyword", keyword: "never" };
  if (flags & TypeFlags.Null) return { kind: "keyword", keyword: "null" };
  if (flags & TypeFlags.VoidLike) return { kind: "void" };
  if (flags & TypeFlags.BooleanLiteral)
    return { kind: "literal", value: isTrue(type) };
  if (flags & TypeFlags.Boolean)
    return unionOf([
      { kind: "literal", value: true },
      { kind: "literal", value: false },
    ]);
  if (type.isStringLiteral() || type.isNumberLiteral())
    return { kind: "literal", value: type.value };
  if (flags & TypeFlags.StringLike)
    return { kind: "keyword", keyword: "string" };
  if (flags & TypeFlags.NumberLike)
    return { kind: "keyword", keyword: "number" };
  if (flags & TypeFlags.BigIntLike) return { kind: "platform", name: "bigint" };
  return flags & (TypeFlags.ESSymbolLike | TypeFlags.NonPrimitive)
    ? unresolved
    : undefined;
};

const unknown: Shape = { kind: "keyword", keyword: "unknown" };
const unresolved: Shape = { kind: "unresolved" };

/** The compiler's `any` where a name leads nowhere has a name of its own. */
const isError = (type: ts.Type): boolean =>
  (type as { readonly intrinsicName?: string }).intrinsicName === "error";

const isTrue = (type: ts.Type): boolean =>
  (type as { readonly intrinsicName?: string }).intrinsicName === "true";
