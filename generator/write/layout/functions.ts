/**
 * Functions, methods and classes, laid out as prettier lays them out.
 */
import { ts } from "ts-morph";
import { keyCode } from "./literals.js";
import { bracedDoc } from "./members.js";
import {
  group,
  hardline,
  ifBreak,
  indent,
  join,
  line,
  softline,
  Unsupported,
  willBreak,
  type Doc,
} from "./printing.js";
import { isCopied, type Source } from "./source.js";
import { typeDoc } from "./types.js";
import { assignment, callDoc, fluid, valueDoc } from "./values.js";

type Signature =
  ts.FunctionDeclaration | ts.MethodDeclaration | ts.ConstructorDeclaration;

/**
 * What follows the name of a function: parameters, type and body.
 * @param depth of the line that it starts on
 */
export function signatureDoc(
  signature: Signature,
  source: Source,
  depth: number,
): Doc {
  const { parameters, type, body, asteriskToken, questionToken } = signature;
  if (asteriskToken ?? questionToken) throw new Unsupported("a signature");
  const taken = parametersDoc(parameters, source);
  const result = type ? [": ", resultDoc(type, source)] : "";
  return [
    genericsDoc(signature.typeParameters, source),
    group([isApart(signature, result) ? group(taken) : taken, result]),
    body ? [" ", bodyDoc(body, source, depth + 1)] : ";",
  ];
}

function resultDoc(type: ts.TypeNode, source: Source): Doc {
  if (!ts.isTypePredicateNode(type)) return typeDoc(type, source);
  if (!type.type || type.assertsModifier) throw new Unsupported("an assertion");
  return [source.code(type.parameterName), " is ", typeDoc(type.type, source)];
}

/** Does a single parameter stay on the line though the type after it breaks? */
const isApart = (
  { parameters, type, typeParameters }: Signature,
  result: Doc,
): boolean =>
  parameters.length === 1 &&
  type !== undefined &&
  (typeParameters ?? []).every((one) => !one.constraint && !one.default) &&
  (type.kind === ts.SyntaxKind.TypeLiteral || willBreak(result));

/** `<K extends keyof T>`; empty when there are none. */
export function genericsDoc(
  parameters: readonly ts.TypeParameterDeclaration[] | undefined,
  source: Source,
): Doc {
  if (!parameters) return "";
  const docs = parameters.map(({ name, constraint, default: usual }) => {
    if (usual) throw new Unsupported("a default type");
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
    parameters[0]?.type?.kind === ts.SyntaxKind.TypeLiteral
  )
    throw new Unsupported("a single object");
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
  if (!ts.isIdentifier(name) || (initializer ?? dotDotDotToken ?? modifiers))
    throw new Unsupported("a parameter");
  return [
    name.text,
    questionToken ? "?" : "",
    type ? [": ", typeDoc(type, source)] : "",
  ];
}

function bodyDoc({ statements }: ts.Block, source: Source, depth: number): Doc {
  if (statements.length === 0) return "{}";
  const docs = statements.map((statement) =>
    statementDoc(statement, source, depth),
  );
  return [
    "{",
    indent([hardline, ...bracedDoc(statements, docs, source, hardline)]),
    hardline,
    "}",
  ];
}

function statementDoc(
  statement: ts.Statement,
  source: Source,
  depth: number,
): Doc {
  if (
    ts.isReturnStatement(statement) &&
    statement.expression &&
    (ts.isCallExpression(statement.expression) ||
      ts.isNewExpression(statement.expression))
  )
    return ["return ", callDoc(statement.expression, source), ";"];
  if (ts.isExpressionStatement(statement)) {
    const { expression } = statement;
    if (
      ts.isBinaryExpression(expression) &&
      expression.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
      ts.isPropertyAccessExpression(expression.left)
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
  const code = source.code(statement);
  if (isShort(statement) && isCopied(code, depth)) return code;
  throw new Unsupported(`a statement: ${code}`);
}

/** Comparisons of names: in one line they are as prettier has them. */
function isShort(statement: ts.Statement): boolean {
  const simple = (value: ts.Expression): boolean =>
    ts.isIdentifier(value) ||
    (ts.isBinaryExpression(value) &&
      simple(value.left) &&
      simple(value.right)) ||
    (ts.isPropertyAccessExpression(value) && ts.isIdentifier(value.expression));
  return (
    ts.isReturnStatement(statement) &&
    statement.expression !== undefined &&
    simple(statement.expression)
  );
}

/** `export class A {` */
export function classHead(declaration: ts.ClassDeclaration): string {
  const { name, heritageClauses, typeParameters } = declaration;
  if (!name || (heritageClauses ?? typeParameters))
    throw new Unsupported("a class");
  return `${modifiersCode(declaration)}class ${name.text} {`;
}

export function elementDoc(member: ts.ClassElement, source: Source): Doc {
  if (ts.isConstructorDeclaration(member) && member.modifiers === undefined)
    return ["constructor", signatureDoc(member, source, 1)];
  if (ts.isMethodDeclaration(member))
    return [
      modifiersCode(member),
      keyCode(member.name, source),
      signatureDoc(member, source, 1),
    ];
  if (
    ts.isPropertyDeclaration(member) &&
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
  throw new Unsupported(`a member: ${source.code(member)}`);
}

const known = new Map<ts.SyntaxKind, string>([
  [ts.SyntaxKind.ExportKeyword, "export "],
  [ts.SyntaxKind.ReadonlyKeyword, "readonly "],
]);

/** `export `, `readonly `. */
export function modifiersCode({
  modifiers = [],
}: {
  readonly modifiers?: readonly ts.ModifierLike[] | undefined;
}): string {
  return modifiers
    .map(({ kind }) => {
      const text = known.get(kind);
      if (text === undefined) throw new Unsupported("a modifier");
      return text;
    })
    .join("");
}
