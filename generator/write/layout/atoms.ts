/**
 * Expressions that are copied as they were emitted, on one line. Where that line gets too long
 * prettier would break them in ways that this printer does not know, so that the file is left to it.
 */
import { ts } from "ts-morph";
import { width } from "./printing.js";
import type { Source } from "./source.js";

/** Names, lookups, calls and choices; never a chain of calls, which has a form of its own. */
export function isAtom(value: ts.Expression): boolean {
  if (
    ts.isIdentifier(value) ||
    value.kind === ts.SyntaxKind.ThisKeyword ||
    ts.isNumericLiteral(value)
  )
    return true;
  if (ts.isStringLiteral(value)) return !/["'\\]/.test(value.text);
  if (ts.isPropertyAccessExpression(value)) return isLookup(value);
  if (ts.isParenthesizedExpression(value) || ts.isSpreadElement(value))
    return isAtom(value.expression);
  if (ts.isPrefixUnaryExpression(value))
    return (
      value.operator === ts.SyntaxKind.ExclamationToken && isAtom(value.operand)
    );
  if (ts.isBinaryExpression(value))
    return isAtom(value.left) && isAtom(value.right);
  if (ts.isConditionalExpression(value))
    return [value.condition, value.whenTrue, value.whenFalse].every(isAtom);
  if (ts.isArrayLiteralExpression(value))
    return value.elements.every(isAtom) && value.elements.length < 2;
  if (ts.isArrowFunction(value))
    return (
      value.parameters.every(
        ({ type, name }) => !type && ts.isIdentifier(name),
      ) &&
      !ts.isBlock(value.body) &&
      isAtom(value.body)
    );
  if (ts.isCallExpression(value) || ts.isNewExpression(value)) {
    const { expression, arguments: passed = [], typeArguments } = value;
    const isCurried =
      ts.isCallExpression(expression) && ts.isIdentifier(expression.expression);
    return (
      !typeArguments &&
      (isCurried ? isAtom(expression) : isLookup(expression)) &&
      passed.every(isAtom)
    );
  }
  return false;
}

/** `a`, `a.b`, `this.#a`, `a?.b.c`: no call inside. */
const isLookup = (value: ts.Expression): boolean =>
  ts.isIdentifier(value) ||
  value.kind === ts.SyntaxKind.ThisKeyword ||
  (ts.isPropertyAccessExpression(value) && isLookup(value.expression));

/** Is there a line that would have to be broken at what was copied? */
export const isTooLong = (text: string, source: Source): boolean =>
  source.atoms.length > 0 &&
  text
    .split("\n")
    .some(
      (line) =>
        line.length > width && source.atoms.some((atom) => line.includes(atom)),
    );
