/**
 * The union of errors that an operation throws: the type of each body by its status.
 */
import type { ts } from "ts-morph";
import type { Shape } from "../surface/shape.js";
import { unionOf } from "../surface/union-of.js";
import { typescript } from "../write/typescript.js";
import { referenceName } from "./written-types.js";
import { resolved } from "./model-names.js";
import type { ShapeReader } from "./shape-reader.js";

/** Ranges have types of their own, from which single statuses are taken. */
const ranges: ReadonlyMap<string, string> = new Map([
  ["ClientErrorStatus", "4XX"],
  ["ServerErrorStatus", "5XX"],
  ["ErrorStatus", "default"],
]);

/** @returns statuses (`404`, `4XX`, `default`) with the types of their bodies */
export const readErrors = (
  node: ts.TypeNode,
  reader: ShapeReader,
): ReadonlyMap<string, Shape> => {
  const found = new Map<string, Shape>();
  for (const member of membersOf(node, reader.checker)) {
    const parts = partsOf(member, reader.checker);
    if (!parts) continue;
    const body: Shape = parts.body
      ? reader.ofNode(parts.body)
      : { kind: "keyword", keyword: "unknown" };
    for (const status of parts.statuses) {
      const before = found.get(status);
      found.set(status, before ? unionOf([before, body]) : body);
    }
  }
  return found;
};

/** The alternatives, names of unions opened. */
const membersOf = (
  node: ts.TypeNode,
  checker: ts.TypeChecker,
  seen: ReadonlySet<ts.Symbol> = new Set(),
): readonly ts.TypeNode[] => {
  if (typescript.isParenthesizedTypeNode(node))
    return membersOf(node.type, checker, seen);
  if (typescript.isUnionTypeNode(node))
    return node.types.flatMap((one) => membersOf(one, checker, seen));
  const symbol = symbolOf(node, checker);
  const alias = symbol?.declarations?.find(typescript.isTypeAliasDeclaration);
  return symbol && alias && !alias.typeParameters && !seen.has(symbol)
    ? membersOf(alias.type, checker, new Set([...seen, symbol]))
    : [node];
};

const symbolOf = (
  node: ts.TypeNode,
  checker: ts.TypeChecker,
): ts.Symbol | undefined => {
  const named = typescript.isTypeReferenceNode(node)
    ? checker.getSymbolAtLocation(node.typeName)
    : undefined;
  return named && resolved(named, checker);
};

interface ErrorParts {
  readonly statuses: readonly string[];
  readonly body?: ts.TypeNode;
}

/** Undefined of what is declared for no status: errors of the transport, and what is not expected. */
const partsOf = (
  node: ts.TypeNode,
  checker: ts.TypeChecker,
): ErrorParts | undefined => {
  if (!typescript.isTypeReferenceNode(node)) return undefined;
  if (referenceName(node) === "UnexpectedAPIError") return undefined;
  const declaration = symbolOf(node, checker)?.declarations?.find(
    typescript.isClassDeclaration,
  );
  const given = new Map(
    (node.typeArguments ?? []).map((one, index) => [
      declaration?.typeParameters?.[index]?.name.text ?? "",
      one,
    ]),
  );
  const body = given.get("Body");
  const written = given.get("Status");
  const statuses = written
    ? statusesIn(written, checker)
    : numbersIn(statusType(node, checker));
  return statuses.length === 0
    ? undefined
    : { statuses, ...(body && { body }) };
};

const statusType = (
  node: ts.TypeNode,
  checker: ts.TypeChecker,
): ts.Type | undefined => {
  const type = checker.getTypeFromTypeNode(node);
  const property = checker.getPropertyOfType(type, "status");
  return property && checker.getTypeOfSymbol(property);
};

const statusesIn = (
  node: ts.TypeNode,
  checker: ts.TypeChecker,
): readonly string[] => {
  const name = referenceName(node);
  const [whole] =
    name === "Exclude" && typescript.isTypeReferenceNode(node)
      ? (node.typeArguments ?? [])
      : [];
  const range = ranges.get((whole && referenceName(whole)) ?? name ?? "");
  return range === undefined
    ? numbersIn(checker.getTypeFromTypeNode(node))
    : [range];
};

const numbersIn = (type: ts.Type | undefined): readonly string[] =>
  (type?.isUnion() ? type.types : type ? [type] : []).flatMap((one) =>
    one.isNumberLiteral() ? [String(one.value)] : [],
  );
