/**
 * What generated code may consist of. Whatever the document holds, only this language comes out: no
 * statement that runs at import, no call but of our own functions, no way to make code from text.
 */
import ts from "typescript";
import { commentProblems } from "./comments.js";

const { SyntaxKind } = ts;

/** Nothing that runs by itself. */
const statements: ReadonlySet<ts.SyntaxKind> = new Set([
  SyntaxKind.ImportDeclaration,
  SyntaxKind.ExportDeclaration,
  SyntaxKind.InterfaceDeclaration,
  SyntaxKind.TypeAliasDeclaration,
  SyntaxKind.ClassDeclaration,
  SyntaxKind.FunctionDeclaration,
  SyntaxKind.VariableStatement,
]);

/** No generated file needs these, wherever they stand. */
const refused: ReadonlySet<ts.SyntaxKind> = new Set([
  SyntaxKind.TaggedTemplateExpression,
  SyntaxKind.TemplateExpression,
  SyntaxKind.RegularExpressionLiteral,
  SyntaxKind.LabeledStatement,
  SyntaxKind.DebuggerStatement,
  SyntaxKind.WithStatement,
  SyntaxKind.ModuleDeclaration,
  SyntaxKind.EnumDeclaration,
  SyntaxKind.ImportEqualsDeclaration,
  SyntaxKind.ExportAssignment,
  SyntaxKind.ClassStaticBlockDeclaration,
  SyntaxKind.Decorator,
  SyntaxKind.DeleteExpression,
  SyntaxKind.AwaitExpression,
  SyntaxKind.YieldExpression,
  SyntaxKind.VoidExpression,
  SyntaxKind.ElementAccessExpression,
  SyntaxKind.ForStatement,
  SyntaxKind.ForInStatement,
  SyntaxKind.ForOfStatement,
  SyntaxKind.WhileStatement,
  SyntaxKind.DoStatement,
  SyntaxKind.SwitchStatement,
  SyntaxKind.TryStatement,
  SyntaxKind.NonNullExpression,
  SyntaxKind.JsxElement,
]);

/** Names that lead out of the package. */
const globals =
  /^(?:eval|Function|require|process|globalThis|window|self|module|exports|Reflect|Proxy|import|__pwned)$/;

const identifier = /^[\p{ID_Start}$_][\p{ID_Continue}$]*$/u;

/** Control characters, and what turns or hides text; line feeds are the only white space besides. */
export const unseen = /[\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]|(?!\n)\p{Cc}/u;

/** What is wrong with one generated file. */
export function syntaxProblems(path: string, text: string): string[] {
  const problems: string[] = [];
  const found = unseen.exec(text);
  if (found) problems.push(`raw ${JSON.stringify(found[0])} at ${found.index}`);
  if (path.endsWith(".ts")) {
    const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
    for (const statement of file.statements)
      if (!statements.has(statement.kind))
        problems.push(`statement ${show(statement)}`);
    visit(file, problems);
    problems.push(...commentProblems(file));
  }
  return problems.map((problem) => `${path}: ${problem}`);
}

function visit(node: ts.Node, problems: string[]): void {
  if (refused.has(node.kind) && !isServerVariable(node))
    problems.push(`syntax ${show(node)}`);
  if (ts.isIdentifier(node)) {
    if (!identifier.test(node.text)) problems.push(`name ${show(node)}`);
    if (globals.test(node.text) && isReference(node) && !isArgument(node))
      problems.push(`use of ${show(node)}`);
  }
  if (
    ts.isCallExpression(node) &&
    (node.expression.kind === SyntaxKind.ImportKeyword ||
      (runsAtImport(node) && !isOurCall(node)))
  )
    problems.push(`call ${show(node)}`);
  if (
    (ts.isNewExpression(node) || ts.isBinaryExpression(node)) &&
    runsAtImport(node)
  )
    problems.push(`expression ${show(node)}`);
  if (
    ts.isImportDeclaration(node) &&
    !/^"\.{1,2}\/[\p{L}\p{N}\p{M}./-]+\.js"$/u.test(
      node.moduleSpecifier.getText(),
    )
  )
    problems.push(`import ${show(node)}`);
  if (ts.isComputedPropertyName(node) && !ts.isStringLiteral(node.expression))
    problems.push(`key ${show(node)}`);
  ts.forEachChild(node, (child) => {
    visit(child, problems);
  });
}

/** Is it a value that the code reads, and no name of a member, a type or a declaration? */
function isReference(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isTypeReferenceNode(parent) || ts.isImportSpecifier(parent))
    return false;
  return ts.isExpression(parent) && !("name" in parent && parent.name === node);
}

/** Functions of the runtime that only put data together; bundlers may drop them. */
const isOurCall = ({ expression }: ts.CallExpression): boolean =>
  ts.isIdentifier(expression) &&
  ["choose", "variants"].includes(expression.text);

/** `variables["region"]`: what a caller passed for a variable of the server, own members only. */
const isServerVariable = (node: ts.Node): boolean =>
  ts.isElementAccessExpression(node) &&
  node.expression.getText() === "variables" &&
  ts.isStringLiteral(node.argumentExpression) &&
  !runsAtImport(node);

/** Is the name declared by a function around it? */
function isArgument(node: ts.Identifier): boolean {
  for (let at: ts.Node = node; !ts.isSourceFile(at); at = at.parent)
    if (
      ts.isFunctionLike(at) &&
      at.parameters.some(({ name }) => name.getText() === node.text)
    )
      return true;
  return false;
}

/** Neither in a function nor in a class member: it would run when the package is imported. */
function runsAtImport(node: ts.Node): boolean {
  for (let at: ts.Node = node; !ts.isSourceFile(at); at = at.parent)
    if (ts.isFunctionLike(at)) return false;
  return true;
}

const show = (node: ts.Node): string =>
  `${SyntaxKind[node.kind]} ${node.getText().slice(0, 60)}`;
