/**
 * Functions, methods and classes, laid out as prettier lays them out.
 */
import type { Doc } from "prettier";
import { builders, utils } from "prettier/doc";
import type { ts } from "ts-morph";
import { typescript } from "../typescript.js";
import { keyCode } from "./literals.js";
import { bracedDoc, modifiersCode } from "./members.js";
import { listDoc, UnsupportedSyntax } from "./printing.js";
import type { ParsedText } from "./parsed-text.js";
import { typeDoc } from "./types.js";
import {
  assignmentDoc,
  atomDoc,
  callDoc,
  constantHead,
  wrappedDoc,
  valueDoc,
} from "./values.js";

const { group, indent, line } = builders;

type Signature =
  | ts.FunctionDeclaration
  | ts.MethodDeclaration
  | ts.ConstructorDeclaration
  | ts.ArrowFunction;

/** What follows the name of a function: parameters, type and body. */
export function signatureDoc(signature: Signature, source: ParsedText): Doc {
  const { parameters, type, body, asteriskToken, questionToken } = signature;
  if (asteriskToken ?? questionToken)
    throw new UnsupportedSyntax("a signature");
  const parameterList = parametersDoc(parameters, source);
  const result = type ? [": ", resultDoc(type, source)] : "";
  const head = [
    genericsDoc(signature.typeParameters, source),
    group([
      isApart(signature, result) ? group(parameterList) : parameterList,
      result,
    ]),
  ];
  if (!body) return [head, ";"];
  if (typescript.isBlock(body)) return [head, " ", bodyDoc(body, source)];
  return group([
    group(head),
    " =>",
    group(indent([line, resultOfArrowDoc(body, source)])),
  ]);
}

/** A call, and one whose type callers know better: `read(name) as never`. */
function resultOfArrowDoc(value: ts.Expression, source: ParsedText): Doc {
  if (typescript.isCallExpression(value)) return callDoc(value, source);
  if (
    typescript.isAsExpression(value) &&
    typescript.isCallExpression(value.expression) &&
    value.type.kind === typescript.SyntaxKind.NeverKeyword
  )
    return [callDoc(value.expression, source), " as never"];
  throw new UnsupportedSyntax("an arrow");
}

function resultDoc(type: ts.TypeNode, source: ParsedText): Doc {
  if (!typescript.isTypePredicateNode(type)) return typeDoc(type, source);
  if (!type.type || type.assertsModifier)
    throw new UnsupportedSyntax("an assertion");
  return [source.code(type.parameterName), " is ", typeDoc(type.type, source)];
}

/** True if a single parameter stays on the line though the type after it breaks. */
const isApart = (
  { kind, parameters, type, typeParameters }: Signature,
  result: Doc,
): boolean =>
  kind !== typescript.SyntaxKind.ArrowFunction &&
  parameters.length === 1 &&
  type !== undefined &&
  !typeParameters &&
  (type.kind === typescript.SyntaxKind.TypeLiteral || utils.willBreak(result));

/** `<K extends keyof T>`; empty when there are none. */
export function genericsDoc(
  parameters: readonly ts.TypeParameterDeclaration[] | undefined,
  source: ParsedText,
): Doc {
  if (!parameters) return "";
  const docs = parameters.map(({ name, constraint, default: usual }) => {
    const bounded = constraint
      ? wrappedDoc(name.text, " extends", typeDoc(constraint, source))
      : name.text;
    return usual ? wrappedDoc(bounded, " =", typeDoc(usual, source)) : bounded;
  });
  return group(listDoc("<", docs, ">"));
}

function parametersDoc(
  parameters: readonly ts.ParameterDeclaration[],
  source: ParsedText,
): Doc {
  if (parameters.length === 0) return "()";
  // A single object hugs the parentheses.
  if (
    parameters.length === 1 &&
    parameters[0]?.type?.kind === typescript.SyntaxKind.TypeLiteral
  )
    throw new UnsupportedSyntax("a single object");
  return listDoc(
    "(",
    parameters.map((parameter) => parameterDoc(parameter, source)),
    ")",
  );
}

function parameterDoc(
  parameter: ts.ParameterDeclaration,
  source: ParsedText,
): Doc {
  const { name, type, questionToken, initializer, dotDotDotToken, modifiers } =
    parameter;
  if (!typescript.isIdentifier(name) || (dotDotDotToken ?? modifiers))
    throw new UnsupportedSyntax("a parameter");
  return [
    name.text,
    questionToken ? "?" : "",
    type ? [": ", typeDoc(type, source)] : "",
    initializer ? [" = ", valueDoc(initializer, source)] : "",
  ];
}

const bodyDoc = ({ statements }: ts.Block, source: ParsedText): Doc =>
  bracedDoc(statements, (statement) => statementDoc(statement, source), {
    source,
    end: "",
    isOpen: true,
  });

function statementDoc(statement: ts.Statement, source: ParsedText): Doc {
  if (typescript.isReturnStatement(statement) && statement.expression)
    return ["return ", resultValue(statement.expression, source), ";"];
  if (typescript.isThrowStatement(statement))
    return ["throw ", resultValue(statement.expression, source), ";"];
  if (typescript.isIfStatement(statement) && !statement.elseStatement)
    return group([
      "if (",
      atomDoc(statement.expression, source),
      ")",
      indent([line, statementDoc(statement.thenStatement, source)]),
    ]);
  if (typescript.isVariableStatement(statement)) {
    const { left, value } = constantHead(statement, source);
    return group([assignmentDoc(left, " =", value, source), ";"]);
  }
  if (typescript.isExpressionStatement(statement)) {
    const { expression } = statement;
    if (typescript.isCallExpression(expression))
      return [callDoc(expression, source), ";"];
    if (
      typescript.isBinaryExpression(expression) &&
      expression.operatorToken.kind === typescript.SyntaxKind.EqualsToken &&
      typescript.isPropertyAccessExpression(expression.left)
    )
      return [
        assignmentDoc(
          valueDoc(expression.left, source),
          " =",
          expression.right,
          source,
        ),
        ";",
      ];
  }
  throw new UnsupportedSyntax(`a statement: ${source.code(statement)}`);
}

/** What a statement returns or throws. */
const resultValue = (value: ts.Expression, source: ParsedText): Doc =>
  typescript.isCallExpression(value) || typescript.isNewExpression(value)
    ? callDoc(value, source)
    : atomDoc(value, source);

/** `export class A extends B {` */
export function classHead(
  declaration: ts.ClassDeclaration,
  source: ParsedText,
): string {
  const { name, heritageClauses = [], typeParameters } = declaration;
  if (!name || typeParameters) throw new UnsupportedSyntax("a class");
  return [
    `${modifiersCode(declaration)}class ${name.text}`,
    ...heritageClauses.map((clause) => source.code(clause)),
    "{",
  ].join(" ");
}

export function classElementDoc(
  member: ts.ClassElement,
  source: ParsedText,
): Doc {
  if (
    typescript.isConstructorDeclaration(member) &&
    member.modifiers === undefined
  )
    return ["constructor", signatureDoc(member, source)];
  if (typescript.isMethodDeclaration(member))
    return [
      modifiersCode(member),
      keyCode(member.name, source),
      signatureDoc(member, source),
    ];
  if (
    typescript.isPropertyDeclaration(member) &&
    member.initializer === undefined &&
    member.type !== undefined &&
    (member.questionToken ?? member.exclamationToken) === undefined
  )
    return [
      modifiersCode(member),
      keyCode(member.name, source),
      ": ",
      typeDoc(member.type, source),
      ";",
    ];
  throw new UnsupportedSyntax(`a member: ${source.code(member)}`);
}
