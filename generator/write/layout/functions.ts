/**
 * Functions, methods and classes, laid out as prettier lays them out.
 */
import type { ts } from "ts-morph";
import { typescript } from "../typescript.js";
import { keyCode } from "./literals.js";
import { bracedDoc, modifiersCode } from "./members.js";
import {
  group,
  hardline,
  ifBreak,
  indent,
  join,
  line,
  softline,
  UnsupportedSyntax,
  willBreak,
  type Doc,
} from "./printing.js";
import type { Source } from "./source.js";
import { typeDoc } from "./types.js";
import {
  assignment,
  atomDoc,
  callDoc,
  constantHead,
  fluid,
  valueDoc,
} from "./values.js";

type Signature =
  | ts.FunctionDeclaration
  | ts.MethodDeclaration
  | ts.ConstructorDeclaration
  | ts.ArrowFunction;

/** What follows the name of a function: parameters, type and body. */
export function signatureDoc(signature: Signature, source: Source): Doc {
  const { parameters, type, body, asteriskToken, questionToken } = signature;
  if (asteriskToken ?? questionToken)
    throw new UnsupportedSyntax("a signature");
  const taken = parametersDoc(parameters, source);
  const result = type ? [": ", resultDoc(type, source)] : "";
  const head = [
    genericsDoc(signature.typeParameters, source),
    group([isApart(signature, result) ? group(taken) : taken, result]),
  ];
  if (!body) return [head, ";"];
  if (typescript.isBlock(body)) return [head, " ", bodyDoc(body, source)];
  if (!typescript.isCallExpression(body))
    throw new UnsupportedSyntax("an arrow");
  return group([
    group(head),
    " =>",
    group(indent([line, callDoc(body, source)])),
  ]);
}

function resultDoc(type: ts.TypeNode, source: Source): Doc {
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
  (typeParameters ?? []).every((one) => !one.constraint && !one.default) &&
  (type.kind === typescript.SyntaxKind.TypeLiteral || willBreak(result));

/** `<K extends keyof T>`; empty when there are none. */
export function genericsDoc(
  parameters: readonly ts.TypeParameterDeclaration[] | undefined,
  source: Source,
): Doc {
  if (!parameters) return "";
  const docs = parameters.map(({ name, constraint, default: usual }) => {
    if (usual && constraint) throw new UnsupportedSyntax("a default type");
    if (usual) return fluid(name.text, " =", typeDoc(usual, source));
    return constraint
      ? fluid(name.text, " extends", typeDoc(constraint, source))
      : name.text;
  });
  return group([
    "<",
    indent([softline, join([",", line], docs)]),
    ifBreak(","),
    softline,
    ">",
  ]);
}

function parametersDoc(
  parameters: readonly ts.ParameterDeclaration[],
  source: Source,
): Doc {
  if (parameters.length === 0) return "()";
  // A single object hugs the parentheses.
  if (
    parameters.length === 1 &&
    parameters[0]?.type?.kind === typescript.SyntaxKind.TypeLiteral
  )
    throw new UnsupportedSyntax("a single object");
  return [
    "(",
    indent([
      softline,
      join(
        [",", line],
        parameters.map((parameter) => parameterDoc(parameter, source)),
      ),
    ]),
    ifBreak(","),
    softline,
    ")",
  ];
}

function parameterDoc(parameter: ts.ParameterDeclaration, source: Source): Doc {
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

function bodyDoc({ statements }: ts.Block, source: Source): Doc {
  if (statements.length === 0) return "{}";
  const docs = statements.map((statement) => statementDoc(statement, source));
  return [
    "{",
    indent([hardline, ...bracedDoc(statements, docs, source, hardline)]),
    hardline,
    "}",
  ];
}

function statementDoc(statement: ts.Statement, source: Source): Doc {
  if (typescript.isReturnStatement(statement) && statement.expression)
    return ["return ", passedOn(statement.expression, source), ";"];
  if (typescript.isThrowStatement(statement))
    return ["throw ", passedOn(statement.expression, source), ";"];
  if (typescript.isIfStatement(statement) && !statement.elseStatement)
    return group([
      "if (",
      atomDoc(statement.expression, source),
      ")",
      indent([line, statementDoc(statement.thenStatement, source)]),
    ]);
  if (typescript.isVariableStatement(statement)) {
    const { left, value } = constantHead(statement, source);
    return group([assignment(left, " =", value, source), ";"]);
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
        assignment(
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

const passedOn = (value: ts.Expression, source: Source): Doc =>
  typescript.isCallExpression(value) || typescript.isNewExpression(value)
    ? callDoc(value, source)
    : atomDoc(value, source);

/** `export class A {` */
export function classHead(
  declaration: ts.ClassDeclaration,
  source: Source,
): string {
  const { name, heritageClauses = [], typeParameters } = declaration;
  const bases = heritageClauses.flatMap(({ token, types }) =>
    token === typescript.SyntaxKind.ExtendsKeyword ? [...types] : [undefined],
  );
  const [base] = bases;
  if (
    !name ||
    typeParameters ||
    bases.length > 1 ||
    (base &&
      (base.typeArguments || !typescript.isIdentifier(base.expression))) ||
    (bases.length > 0 && !base)
  )
    throw new UnsupportedSyntax("a class");
  const heritage = base ? ` extends ${source.code(base)}` : "";
  return `${modifiersCode(declaration)}class ${name.text}${heritage} {`;
}

export function elementDoc(member: ts.ClassElement, source: Source): Doc {
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
