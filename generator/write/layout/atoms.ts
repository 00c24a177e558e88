/**
 * Expressions that are copied as they were emitted, on one line. Where that line gets too long
 * prettier would break them in ways that this printer does not know, so that the file is left to it.
 */
import type { ts } from "ts-morph";
import { typescript } from "../typescript.js";
import { width } from "./printing.js";
import type { ParsedText } from "./parsed-text.js";

/** Names, lookups, calls and choices; never a chain of calls, which has a form of its own. */
export function isAtom(value: ts.Expression): boolean {
  if (
    typescript.isIdentifier(value) ||
    value.kind === typescript.SyntaxKind.ThisKeyword ||
    value.kind === typescript.SyntaxKind.NullKeyword ||
    typescript.isNumericLiteral(value)
  )
    return true;
  if (typescript.isStringLiteral(value)) return isPlain(value);
  if (
    typescript.isPropertyAccessExpression(value) ||
    typescript.isElementAccessExpression(value)
  )
    return isLookup(value);
  if (
    typescript.isParenthesizedExpression(value) ||
    typescript.isSpreadElement(value)
  )
    return isAtom(value.expression);
  if (typescript.isPrefixUnaryExpression(value))
    return (
      value.operator === typescript.SyntaxKind.ExclamationToken &&
      isAtom(value.operand)
    );
  if (typescript.isBinaryExpression(value))
    return isAtom(value.left) && isAtom(value.right);
  if (typescript.isConditionalExpression(value))
    return [value.condition, value.whenTrue, value.whenFalse].every(isAtom);
  if (typescript.isArrayLiteralExpression(value))
    return value.elements.every(isAtom) && value.elements.length < 2;
  if (typescript.isArrowFunction(value))
    return (
      value.parameters.every(
        ({ type, name }) => !type && typescript.isIdentifier(name),
      ) &&
      !typescript.isBlock(value.body) &&
      isAtom(value.body)
    );
  if (typescript.isCallExpression(value) || typescript.isNewExpression(value)) {
    const { expression, arguments: passed = [], typeArguments } = value;
    const isCurried =
      typescript.isCallExpression(expression) &&
      typescript.isIdentifier(expression.expression);
    return (
      !typeArguments &&
      (isCurried ? isAtom(expression) : isLookup(expression)) &&
      passed.every(isAtom)
    );
  }
  return false;
}

/** `a`, `a.b`, `this.#a`, `a?.b.c`, `a["b"]`: no call inside. */
const isLookup = (value: ts.Expression): boolean =>
  typescript.isIdentifier(value) ||
  value.kind === typescript.SyntaxKind.ThisKeyword ||
  (typescript.isPropertyAccessExpression(value) &&
    isLookup(value.expression)) ||
  (typescript.isElementAccessExpression(value) &&
    typescript.isStringLiteral(value.argumentExpression) &&
    isPlain(value.argumentExpression) &&
    isLookup(value.expression));

/** True where prettier keeps the quotes. */
const isPlain = ({ text }: ts.StringLiteral): boolean => !/["'\\]/.test(text);

/** True if a line would have to be broken within copied code. */
export const isTooLong = (text: string, source: ParsedText): boolean =>
  source.atoms.length > 0 &&
  text
    .split("\n")
    .some(
      (line) =>
        line.length > width && source.atoms.some((atom) => line.includes(atom)),
    );
