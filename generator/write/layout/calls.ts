/**
 * Forms of calls: which arguments open on the line of the call, and which move to lines of their own.
 */
import type { Doc } from "prettier";
import { builders, utils } from "prettier/doc";
import type { ts } from "ts-morph";
import { typescript } from "../typescript.js";
import { UnsupportedSyntax } from "./printing.js";
import type { ParsedText } from "./parsed-text.js";
import { argumentsDoc } from "./types.js";

const { conditionalGroup, group, indent, join, line } = builders;

export type Call = ts.CallExpression | ts.NewExpression;

export const isCallOfStrings = ({
  arguments: passed,
}: ts.CallExpression): boolean =>
  passed.length > 1 && passed.every(typescript.isStringLiteral);

/** What opens on the line of its call, where it is the last argument. */
export const isContainer = (value: ts.Expression): boolean =>
  (typescript.isObjectLiteralExpression(value) &&
    value.properties.length > 0) ||
  (typescript.isArrayLiteralExpression(value) && value.elements.length > 0) ||
  (typescript.isAsExpression(value) && isContainer(value.expression));

export const isEmptyObject = (value: ts.Expression): boolean =>
  typescript.isObjectLiteralExpression(value) && value.properties.length === 0;

/** What moves to a line of its own, where it is the only argument: `outer(inner([…]))`. */
export const isCallOfData = (value: ts.Expression): boolean =>
  typescript.isCallExpression(value) && value.arguments.some(isContainer);

/** `(name) => […]`, of which the list stays on the line of the name. */
export const isArrowToList = (
  value: ts.Expression,
): value is ts.ArrowFunction & { readonly body: ts.ArrayLiteralExpression } =>
  typescript.isArrowFunction(value) &&
  value.parameters.length < 2 &&
  value.parameters.every(({ type }) => !type) &&
  typescript.isArrayLiteralExpression(value.body);

/** A name; chains of calls have rules of their own. */
export function calleeDoc(call: Call, source: ParsedText): Doc {
  const { expression } = call;
  if (
    expression.kind !== typescript.SyntaxKind.SuperKeyword &&
    (!typescript.isIdentifier(expression) ||
      /^(?:require|define)$/.test(expression.text))
  )
    throw new UnsupportedSyntax(`a call: ${source.code(call)}`);
  return [
    typescript.isNewExpression(call) ? "new " : "",
    source.code(expression),
    argumentsDoc(call.typeArguments, source),
  ];
}

/** An object at the end opens on the line of the call, where what precedes it fits there. */
export function hugDoc(docs: readonly Doc[]): Doc {
  const last = docs[docs.length - 1] ?? "";
  const others = docs.slice(0, -1).map((doc) => [doc, ",", line]);
  const open = ["(", ...others, group(last, { shouldBreak: true }), ")"];
  const broken = group(
    ["(", indent([line, join([",", line], docs.slice())]), ",", line, ")"],
    { shouldBreak: true },
  );
  return utils.willBreak(last)
    ? [builders.breakParent, conditionalGroup([open, broken])]
    : conditionalGroup([["(", ...others, last, ")"], open, broken]);
}
