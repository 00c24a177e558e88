/**
 * Finds where code says of a text that it is safe: an assertion to one of the branded types, a type
 * predicate, or the text of a file, of an emitter or of an output, made of something that may hold any
 * text.
 */
import ts from "typescript";

const safe = new Set(["Code", "DocBody", "Markdown", "ModuleSpecifier"]);

/** What is said, as it stands in the file. */
export function claimsIn(
  file: ts.SourceFile,
  checker: ts.TypeChecker,
): readonly string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (isClaim(node, checker)) found.push(node.getText());
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function isClaim(node: ts.Node, checker: ts.TypeChecker): boolean {
  if (ts.isTypePredicateNode(node))
    return (
      node.type !== undefined &&
      isSafe(checker.getTypeFromTypeNode(node.type), checker)
    );
  if (ts.isAsExpression(node) || ts.isTypeAssertionExpression(node)) {
    const type = checker.getTypeFromTypeNode(node.type);
    if (type.flags & (ts.TypeFlags.Never | ts.TypeFlags.Any)) return true;
    return isSafe(type, checker) && mayHoldText(node.expression, checker);
  }
  if (ts.isCallExpression(node)) return isTextOfOutput(node, checker);
  if (!ts.isPropertyAssignment(node) && !ts.isShorthandPropertyAssignment(node))
    return false;
  const owner = checker.getContextualType(node.parent);
  if (
    node.name.getText() !== "text" ||
    !named(owner).some((name) =>
      /^(?:TextFile|RegionsFile|PendingText)$/.test(name),
    )
  )
    return false;
  const value = ts.isPropertyAssignment(node) ? node.initializer : node.name;
  return !isSafe(madeOf(checker.getTypeAtLocation(value)), checker);
}

/** `out.text(path, text)` */
function isTextOfOutput(
  { expression, arguments: [, text] }: ts.CallExpression,
  checker: ts.TypeChecker,
): boolean {
  return (
    text !== undefined &&
    ts.isPropertyAccessExpression(expression) &&
    expression.name.text === "text" &&
    named(checker.getTypeAtLocation(expression.expression)).includes(
      "PluginOutput",
    ) &&
    !isSafe(madeOf(checker.getTypeAtLocation(text)), checker)
  );
}

/** What a function gives, or the value itself. */
const madeOf = (type: ts.Type): ts.Type =>
  type.getCallSignatures()[0]?.getReturnType() ?? type;

const named = (type: ts.Type | undefined): string[] =>
  (type?.isUnion() ? type.types : type ? [type] : []).flatMap(
    ({ symbol, aliasSymbol }) =>
      // The compiler's types say that every type has a symbol.
      [symbol as ts.Symbol | undefined, aliasSymbol].flatMap(
        (one) => one?.name ?? [],
      ),
  );

const isSafe = (type: ts.Type, checker: ts.TypeChecker): boolean =>
  type.isUnion()
    ? type.types.every((one) => isSafe(one, checker))
    : safe.has(
        checker.typeToString(type, undefined, ts.TypeFormatFlags.None),
      ) ||
      (type.isIntersection() &&
        type.types.some((one) =>
          one
            .getProperties()
            .some(({ name }) =>
              /(?:code|docBody|markdown|moduleSpecifier)Brand/.test(name),
            ),
        ));

/** Is any part of it a text that no encoder has been given? */
function mayHoldText(node: ts.Node, checker: ts.TypeChecker): boolean {
  const parts = (): boolean =>
    ts.forEachChild(node, (child) => mayHoldText(child, checker)) ?? false;
  if (ts.isTypeNode(node)) return false;
  if (ts.isCallExpression(node)) {
    if (isSafe(checker.getTypeAtLocation(node), checker)) return false;
    return parts();
  }
  if (ts.isConditionalExpression(node))
    return [node.whenTrue, node.whenFalse].some((one) =>
      mayHoldText(one, checker),
    );
  if (ts.isArrowFunction(node)) return mayHoldText(node.body, checker);
  if (ts.isPropertyAccessExpression(node)) {
    const type = checker.getTypeAtLocation(node);
    // A method: what it is called on.
    if (type.getCallSignatures().length > 0)
      return mayHoldText(node.expression, checker);
    return isAnyText(type, checker);
  }
  if (ts.isIdentifier(node) || ts.isElementAccessExpression(node)) {
    const type = checker.getTypeAtLocation(node);
    const [signature] = type.getCallSignatures();
    return isAnyText(signature?.getReturnType() ?? type, checker);
  }
  return parts();
}

/** A text, what could be one, or a list of them. */
function isAnyText(type: ts.Type, checker: ts.TypeChecker): boolean {
  if (type.isUnion()) return type.types.some((one) => isAnyText(one, checker));
  if (isSafe(type, checker)) return false;
  const { Any, Unknown, String, TemplateLiteral } = ts.TypeFlags;
  if (type.flags & (Any | Unknown | String | TemplateLiteral)) return true;
  if (type.isIntersection())
    return type.types.some((one) => isAnyText(one, checker));
  const item = checker.getIndexTypeOfType(type, ts.IndexKind.Number);
  return (
    item !== undefined &&
    !(type.flags & ts.TypeFlags.StringLike) &&
    isAnyText(item, checker)
  );
}
