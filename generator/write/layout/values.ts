/**
 * Expressions of generated code, laid out as prettier lays them out: data, and calls that pass
 * names and data on.
 */
import type { Doc } from "prettier";
import { builders } from "prettier/doc";
import type { ts } from "ts-morph";
import { typescript } from "../typescript.js";
import { isAtom } from "./atoms.js";
import {
  calleeDoc,
  hugDoc,
  isArrowToList,
  isCallOfData,
  isCallOfStrings,
  isContainer,
  isEmptyObject,
  type Call,
} from "./calls.js";
import { keyCode, literalDoc } from "./literals.js";
import { bracedDoc, modifiersCode } from "./members.js";
import { listDoc, UnsupportedSyntax } from "./printing.js";
import type { ParsedText } from "./parsed-text.js";
import { typeDoc } from "./types.js";

const { align, group, indent, line } = builders;

export function valueDoc(value: ts.Expression, source: ParsedText): Doc {
  const literal = literalDoc(value, source);
  if (literal !== undefined) return literal;
  if (
    typescript.isIdentifier(value) ||
    value.kind === typescript.SyntaxKind.ThisKeyword ||
    isMember(value)
  )
    return source.code(value);
  if (typescript.isArrayLiteralExpression(value))
    return arrayDoc(value, source);
  if (typescript.isObjectLiteralExpression(value)) {
    const { properties } = value;
    const [first] = properties;
    return bracedDoc(properties, (property) => propertyDoc(property, source), {
      source,
      end: ",",
      isOpen: first !== undefined && source.isOpen(value, first),
    });
  }
  if (typescript.isCallExpression(value) || typescript.isNewExpression(value))
    return callDoc(value, source);
  if (typescript.isConditionalExpression(value))
    return choiceDoc(value, source);
  return atomDoc(value, source);
}

export function atomDoc(value: ts.Expression, source: ParsedText): Doc {
  if (!isAtom(value))
    throw new UnsupportedSyntax(`code: ${source.code(value)}`);
  return isUnbreakable(value) ? source.code(value) : source.atom(value);
}

/** `a`, `"a"`, `a.b`, which stay on one line however long it is. */
const isUnbreakable = (value: ts.Expression): boolean =>
  typescript.isIdentifier(value) ||
  typescript.isStringLiteral(value) ||
  (typescript.isPropertyAccessExpression(value) &&
    typescript.isIdentifier(value.expression));

/** `test ? one : other`, each on its line where they do not fit on one. */
const choiceDoc = (
  { condition, whenTrue, whenFalse }: ts.ConditionalExpression,
  source: ParsedText,
): Doc =>
  group([
    atomDoc(condition, source),
    indent([
      line,
      "? ",
      align(2, chosenDoc(whenTrue, source)),
      line,
      ": ",
      align(2, chosenDoc(whenFalse, source)),
    ]),
  ]);

const chosenDoc = (value: ts.Expression, source: ParsedText): Doc =>
  isContainer(value) || isCallOfData(value)
    ? valueDoc(value, source)
    : atomDoc(value, source);

/** `this.#client`: one name deep; chains have rules of their own. */
const isMember = (value: ts.Expression): boolean =>
  typescript.isPropertyAccessExpression(value) &&
  value.expression.kind === typescript.SyntaxKind.ThisKeyword;

function arrayDoc(
  { elements }: ts.ArrayLiteralExpression,
  source: ParsedText,
): Doc {
  if (elements.length === 0) return "[]";
  if (elements.every(typescript.isNumericLiteral))
    throw new UnsupportedSyntax("numbers");
  const docs = elements.map((element) => group(valueDoc(element, source)));
  return group(listDoc("[", docs, "]"), { shouldBreak: isTable(elements) });
}

/** Several objects, or several lists, each with more than one entry: one a line. */
const isTable = (elements: readonly ts.Expression[]): boolean =>
  elements.length > 1 &&
  (elements.every(
    (element) =>
      typescript.isObjectLiteralExpression(element) &&
      element.properties.length > 1,
  ) ||
    elements.every(
      (element) =>
        typescript.isArrayLiteralExpression(element) &&
        element.elements.length > 1,
    ));

function propertyDoc(
  property: ts.ObjectLiteralElementLike,
  source: ParsedText,
): Doc {
  if (typescript.isShorthandPropertyAssignment(property))
    return source.code(property.name);
  if (typescript.isSpreadAssignment(property))
    return ["...", valueDoc(property.expression, source)];
  if (!typescript.isPropertyAssignment(property))
    throw new UnsupportedSyntax("a property");
  const key = keyCode(property.name, source);
  const value = property.initializer;
  if (typescript.isArrowFunction(value) && value.type)
    return wrappedDoc(key, ":", arrowDoc(value, source));
  const isShort =
    // as wide as an indentation and what surrounds a key
    key.replace(/^["']|["']$/g, "").length < 5;
  if (isOperation(value) || (typescript.isStringLiteral(value) && !isShort))
    return afterOperator(key, ":", operationDoc(value, source));
  return isShort || isConstant(value)
    ? group([key, ": ", valueDoc(value, source)])
    : assignmentDoc(key, ":", value, source);
}

/** `(name?: Type): Result => call(name)` */
function arrowDoc(
  { parameters, type, body, typeParameters }: ts.ArrowFunction,
  source: ParsedText,
): Doc {
  if (!type || typeParameters || !typescript.isCallExpression(body))
    throw new UnsupportedSyntax("an arrow");
  const docs = parameters.map((parameter): Doc => {
    const {
      name,
      type: of,
      questionToken,
      initializer,
      dotDotDotToken,
    } = parameter;
    if (
      !typescript.isIdentifier(name) ||
      !of ||
      (initializer ?? dotDotDotToken)
    )
      throw new UnsupportedSyntax("a parameter");
    return [name.text, questionToken ? "?" : "", ": ", typeDoc(of, source)];
  });
  const list = docs.length === 0 ? "()" : listDoc("(", docs, ")");
  return group([
    group(group([list, ": ", typeDoc(type, source)])),
    " =>",
    group(indent([line, callDoc(body, source)])),
  ]);
}

/** What moves to the next line as a whole: `a ?? b`, and a choice by a comparison. */
const isOperation = (value: ts.Expression): boolean =>
  typescript.isBinaryExpression(value) ||
  (typescript.isConditionalExpression(value) &&
    typescript.isBinaryExpression(value.condition));

/** `given.a ?? read("A")`: the second part moves to the next line, and then opens. */
const operationDoc = (value: ts.Expression, source: ParsedText): Doc =>
  typescript.isBinaryExpression(value) &&
  value.operatorToken.kind === typescript.SyntaxKind.QuestionQuestionToken &&
  !typescript.isBinaryExpression(value.left)
    ? group([
        atomDoc(value.left, source),
        " ",
        group(["??", line, valueDoc(value.right, source)]),
      ])
    : valueDoc(value, source);

const isConstant = ({ kind }: ts.Expression): boolean =>
  kind === typescript.SyntaxKind.TrueKeyword ||
  kind === typescript.SyntaxKind.FalseKeyword ||
  kind === typescript.SyntaxKind.NumericLiteral;

/** The value moves to a line of its own when it does not fit. */
const afterOperator = (left: Doc, operator: string, right: Doc): Doc =>
  group([group(left), operator, group(indent([line, right]))]);

/** `left = value`, where strings and operations move to the next line as a whole. */
export function assignmentDoc(
  left: Doc,
  operator: string,
  right: ts.Expression,
  source: ParsedText,
): Doc {
  if (typescript.isStringLiteral(right) || isOperation(right))
    return afterOperator(left, operator, operationDoc(right, source));
  if (typescript.isArrowFunction(right) && right.type)
    return wrappedDoc(left, operator, arrowDoc(right, source));
  // whether a call moves depends on how short its arguments are; several strings never are
  return typescript.isCallExpression(right) &&
    !right.arguments.some(
      (value) => isContainer(value) || isCallOfData(value),
    ) &&
    !isCallOfStrings(right)
    ? [left, operator, " ", atomDoc(right, source)]
    : wrappedDoc(left, operator, valueDoc(right, source));
}

/** The right side moves to the next line only when its first line would not fit. */
export function wrappedDoc(left: Doc, operator: string, right: Doc): Doc {
  const groupId = Symbol("assignment");
  return group([
    group(left),
    operator,
    group(indent(line), { id: groupId }),
    builders.lineSuffixBoundary,
    builders.indentIfBreak(right, { groupId, negate: false }),
  ]);
}

export function callDoc(call: Call, source: ParsedText): Doc {
  const values = call.arguments ?? [];
  const last = values.at(-1);
  const docs = values.map((value) => {
    if (typescript.isAsExpression(value) && isContainer(value))
      return [
        valueDoc(value.expression, source),
        " as ",
        typeDoc(value.type, source),
      ];
    if (isArrowToList(value) && value !== last)
      return [
        "(",
        value.parameters.map(({ name }) => source.code(name)),
        ") => ",
        valueDoc(value.body, source),
      ];
    const isKnown =
      isContainer(value) ||
      isEmptyObject(value) ||
      (values.length === 1 && isCallOfData(value)) ||
      (isAtom(value) && !typescript.isArrowFunction(value));
    if (!isKnown)
      throw new UnsupportedSyntax(`an argument: ${source.code(value)}`);
    return valueDoc(value, source);
  });
  const callee = calleeDoc(call, source);
  // Two of a kind get lines of their own.
  if (last && isContainer(last) && values.at(-2)?.kind !== last.kind)
    return [callee, hugDoc(docs)];
  return [callee, group(listDoc("(", docs, ")"))];
}

/** The value may stay open on the line of the name. */
export function constantHead(
  statement: ts.VariableStatement,
  source: ParsedText,
): {
  readonly left: string;
  readonly value: ts.Expression;
} {
  const [declaration, second] = statement.declarationList.declarations;
  if (
    !declaration?.initializer ||
    second ||
    !typescript.isIdentifier(declaration.name) ||
    !isPlainType(declaration.type) ||
    (statement.declarationList.flags & typescript.NodeFlags.Const) === 0
  )
    throw new UnsupportedSyntax("a declaration");
  const type = declaration.type ? `: ${source.code(declaration.type)}` : "";
  return {
    left: `${modifiersCode(statement)}const ${declaration.name.text}${type}`,
    value: declaration.initializer,
  };
}

/** A name, which never breaks. */
const isPlainType = (type: ts.TypeNode | undefined): boolean =>
  !type ||
  (typescript.isTypeReferenceNode(type) &&
    typescript.isIdentifier(type.typeName) &&
    !type.typeArguments);
