/**
 * Expressions of generated code, laid out as prettier lays them out: data, and calls that pass
 * names and data on.
 */
import { ts } from "ts-morph";
import { keyCode, literalDoc } from "./literals.js";
import { bracedDoc } from "./members.js";
import {
  group,
  ifBreak,
  indent,
  indentIfBreak,
  join,
  line,
  lineSuffixBoundary,
  softline,
  Unsupported,
  type Doc,
} from "./printing.js";
import type { Source } from "./source.js";
import { argumentsDoc } from "./types.js";

export function valueDoc(value: ts.Expression, source: Source): Doc {
  const literal = literalDoc(value, source);
  if (literal !== undefined) return literal;
  if (
    ts.isIdentifier(value) ||
    value.kind === ts.SyntaxKind.ThisKeyword ||
    isMember(value)
  )
    return source.code(value);
  if (ts.isArrayLiteralExpression(value)) return arrayDoc(value, source);
  if (ts.isObjectLiteralExpression(value)) return objectDoc(value, source);
  if (ts.isCallExpression(value) || ts.isNewExpression(value))
    return callDoc(value, source);
  throw new Unsupported(`an expression: ${source.code(value)}`);
}

/** `this.#client`: one name deep; chains have rules of their own. */
const isMember = (value: ts.Expression): boolean =>
  ts.isPropertyAccessExpression(value) &&
  value.questionDotToken === undefined &&
  value.expression.kind === ts.SyntaxKind.ThisKeyword;

function arrayDoc(
  { elements }: ts.ArrayLiteralExpression,
  source: Source,
): Doc {
  if (elements.length === 0) return "[]";
  if (elements.every(ts.isNumericLiteral)) throw new Unsupported("numbers");
  const docs = elements.map((element) => group(valueDoc(element, source)));
  return group(
    [
      "[",
      indent([softline, join([",", line], docs)]),
      ifBreak(","),
      softline,
      "]",
    ],
    { shouldBreak: isTable(elements) },
  );
}

/** Several objects, or several lists, each with more than one entry: one a line. */
function isTable(elements: readonly ts.Expression[]): boolean {
  if (elements.length < 2) return false;
  return (
    elements.every(
      (one) => ts.isObjectLiteralExpression(one) && one.properties.length > 1,
    ) ||
    elements.every(
      (one) => ts.isArrayLiteralExpression(one) && one.elements.length > 1,
    )
  );
}

function objectDoc(value: ts.ObjectLiteralExpression, source: Source): Doc {
  const { properties } = value;
  const [first] = properties;
  if (first === undefined) return "{}";
  const docs = properties.map((property, index) => [
    propertyDoc(property, source),
    index === properties.length - 1 ? ifBreak(",") : ",",
  ]);
  return group(
    ["{", indent([line, ...bracedDoc(properties, docs, source)]), line, "}"],
    { shouldBreak: source.isOpen(value, first) },
  );
}

export function propertyDoc(
  property: ts.ObjectLiteralElementLike,
  source: Source,
): Doc {
  if (
    ts.isShorthandPropertyAssignment(property) &&
    property.objectAssignmentInitializer === undefined
  )
    return source.code(property.name);
  if (ts.isSpreadAssignment(property))
    return ["...", valueDoc(property.expression, source)];
  if (!ts.isPropertyAssignment(property)) throw new Unsupported("a property");
  const key = keyCode(property.name, source);
  const value = property.initializer;
  const isShort =
    // as wide as an indentation and what stands around a key
    key.replace(/^["']|["']$/g, "").length < 5;
  if (ts.isStringLiteral(value) && !isShort)
    return afterOperator(key, ":", valueDoc(value, source));
  return isShort || isConstant(value)
    ? group([key, ": ", valueDoc(value, source)])
    : assignment(key, ":", value, source);
}

const isConstant = ({ kind }: ts.Expression): boolean =>
  kind === ts.SyntaxKind.TrueKeyword ||
  kind === ts.SyntaxKind.FalseKeyword ||
  kind === ts.SyntaxKind.NumericLiteral;

/** The value moves to a line of its own when it does not fit. */
const afterOperator = (left: Doc, operator: string, right: Doc): Doc =>
  group([group(left), operator, group(indent([line, right]))]);

/** `left = value`, where strings move to the next line as a whole. */
export const assignment = (
  left: Doc,
  operator: string,
  right: ts.Expression,
  source: Source,
): Doc =>
  ts.isStringLiteral(right)
    ? afterOperator(left, operator, valueDoc(right, source))
    : fluid(left, operator, valueDoc(right, source));

/** The right side moves to the next line only when its first line would not fit. */
export function fluid(left: Doc, operator: string, right: Doc): Doc {
  const groupId = Symbol("assignment");
  return group([
    group(left),
    operator,
    group(indent(line), { id: groupId }),
    lineSuffixBoundary,
    indentIfBreak(right, { groupId, negate: false }),
  ]);
}

/** A call of a name, without a function or an object at either end: those have rules of their own. */
export function callDoc(
  call: ts.CallExpression | ts.NewExpression,
  source: Source,
): Doc {
  const callee = call.expression;
  const values = call.arguments ?? [];
  const last = values[values.length - 1];
  if (
    !ts.isIdentifier(callee) ||
    callee.text === "require" ||
    callee.text === "define" ||
    !values.every(isPassed) ||
    (last !== undefined && isContainer(last))
  )
    throw new Unsupported(`a call: ${source.code(call)}`);
  const docs = values.map((value) => valueDoc(value, source));
  const passed: Doc =
    docs.length === 0
      ? "()"
      : group([
          "(",
          indent([softline, join([",", line], docs)]),
          ifBreak(","),
          softline,
          ")",
        ]);
  return [
    ts.isNewExpression(call) ? "new " : "",
    callee.text,
    argumentsDoc(call.typeArguments, source),
    passed,
  ];
}

const isContainer = (value: ts.Expression): boolean =>
  ts.isObjectLiteralExpression(value) || ts.isArrayLiteralExpression(value);

const isPassed = (value: ts.Expression): boolean =>
  ts.isIdentifier(value) ||
  ts.isObjectLiteralExpression(value) ||
  ts.isStringLiteral(value) ||
  value.kind === ts.SyntaxKind.ThisKeyword ||
  isMember(value);
