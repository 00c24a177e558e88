/**
 * Reads the TypeScript nodes that openapi-typescript makes into our tree of types, which keeps the
 * names of the document apart from the names of the code.
 */
import type typescript from "typescript";
import type {
  Keyword,
  Name,
  ObjectType,
  Property,
  Text,
  TupleItem,
  Type,
} from "../../sdk/sdk.js";
import { ts } from "../typescript.js";
import { nameOfKey, typeMarks } from "./openapi-typescript.js";
import {
  intersection,
  keywordType,
  noKeys,
  union,
  withIndexSignature,
} from "./simplify.js";

interface NodeContext {
  /** The name of the model with this key. */
  readonly nameOf: (key: string) => Name;
  /** The comment and the direction of a property. */
  readonly annotationsOf: (
    signature: typescript.PropertySignature,
    name: string,
  ) => Pick<Property, "access" | "doc">;
}

/** @throws where the node is none that openapi-typescript makes of a schema */
export function typeOfNode(
  node: typescript.TypeNode,
  context: NodeContext,
): Type {
  const inside = (inner: typescript.TypeNode): Type =>
    typeOfNode(inner, context);
  if (ts.isTypeLiteralNode(node)) return objectOf(node, context);
  if (ts.isIndexedAccessTypeNode(node))
    return { kind: "model", name: context.nameOf(lastIndex(node)) };
  if (ts.isTypeReferenceNode(node)) return referenceOf(node, inside);
  if (ts.isUnionTypeNode(node)) return union(node.types.map(inside));
  if (ts.isIntersectionTypeNode(node)) return intersectionOf(node, context);
  if (ts.isArrayTypeNode(node))
    return { kind: "array", item: inside(node.elementType), readonly: false };
  if (ts.isTupleTypeNode(node)) return tupleOf(node, inside);
  if (ts.isParenthesizedTypeNode(node)) return inside(node.type);
  if (ts.isLiteralTypeNode(node)) return literalOf(node.literal);
  // openapi-typescript writes a string literal as an identifier with the quotes in its text
  if (ts.isIdentifier(node)) return literal(JSON.parse(node.text) as string);
  return keywordOf(node);
}

type Inside = (inner: typescript.TypeNode) => Type;

/** The last index of `components["schemas"]["m7"]`. */
function lastIndex({ indexType }: typescript.IndexedAccessTypeNode): string {
  if (ts.isLiteralTypeNode(indexType) && ts.isStringLiteral(indexType.literal))
    return indexType.literal.text;
  throw new Error("unexpected index of a type");
}

function referenceOf(
  {
    typeName,
    typeArguments = ts.factory.createNodeArray(),
  }: typescript.TypeReferenceNode,
  inside: Inside,
): Type {
  const name = ts.isIdentifier(typeName) ? typeName.text : "";
  const [first, second] = typeArguments;
  switch (name) {
    case typeMarks.binary:
      return { kind: "binary" };
    case typeMarks.dateTime:
      return { kind: "dateTime", input: false };
    case typeMarks.noKeys:
      return noKeys;
    case "Record":
      if (second)
        return { kind: "object", properties: [], index: inside(second) };
      break;
    case "WithRequired":
      if (first && second)
        return {
          kind: "withRequired",
          of: inside(first),
          keys: keysOf(second, inside),
        };
  }
  throw new Error(`unexpected type reference ${name}`);
}

/** The names in `"id" | "name"`. */
function keysOf(node: typescript.TypeNode, inside: Inside): readonly Text[] {
  const keys = ts.isUnionTypeNode(node) ? node.types : [node];
  const names = keys
    .map(inside)
    .flatMap((type) =>
      type.kind === "literal" ? [nameOfKey(String(type.value)) as Text] : [],
    );
  return [...new Set(names)];
}

/** openapi-typescript writes an object with named and other keys as an intersection of two. */
function intersectionOf(
  { types }: typescript.IntersectionTypeNode,
  context: NodeContext,
): Type {
  const [named, others] = types;
  if (
    types.length === 2 &&
    named &&
    others &&
    ts.isTypeLiteralNode(named) &&
    ts.isTypeLiteralNode(others) &&
    others.members.length === 1 &&
    others.members.every(ts.isIndexSignatureDeclaration)
  )
    return withIndexSignature(
      objectOf(named, context),
      objectOf(others, context).index,
    );
  return intersection(types.map((type) => typeOfNode(type, context)));
}

function tupleOf({ elements }: typescript.TupleTypeNode, inside: Inside): Type {
  const items: TupleItem[] = [];
  let rest: Type | undefined;
  for (const element of elements) {
    if (ts.isRestTypeNode(element) && ts.isArrayTypeNode(element.type))
      rest = inside(element.type.elementType);
    else if (ts.isOptionalTypeNode(element))
      items.push({ type: inside(element.type), optional: true });
    else items.push({ type: inside(element), optional: false });
  }
  return { kind: "tuple", items, ...(rest && { rest }) };
}

function objectOf(
  { members }: typescript.TypeLiteralNode,
  context: NodeContext,
): ObjectType {
  const index = members.find(ts.isIndexSignatureDeclaration);
  const properties = members
    .filter(ts.isPropertySignature)
    .map((member): Property => {
      const name = propertyName(member.name);
      return {
        name,
        type: member.type
          ? typeOfNode(member.type, context)
          : keywordType("unknown"),
        optional: member.questionToken !== undefined,
        ...context.annotationsOf(member, name),
      };
    });
  return {
    kind: "object",
    properties,
    ...(index && { index: typeOfNode(index.type, context) }),
  };
}

function propertyName(name: typescript.PropertyName): Text {
  if (ts.isComputedPropertyName(name))
    throw new Error("unexpected name of a property");
  return nameOfKey(name.text) as Text;
}

function literalOf(node: typescript.LiteralTypeNode["literal"]): Type {
  if (ts.isStringLiteral(node)) return literal(node.text);
  if (ts.isNumericLiteral(node)) return literal(Number(node.text));
  if (ts.isPrefixUnaryExpression(node) && ts.isNumericLiteral(node.operand))
    return literal(-Number(node.operand.text));
  return keywordOf(node);
}

const literal = (value: string | number | boolean): Type => ({
  kind: "literal",
  value: value as Text | number | boolean,
});

const keywords: ReadonlyMap<typescript.SyntaxKind, Keyword> = new Map([
  [ts.SyntaxKind.StringKeyword, "string"],
  [ts.SyntaxKind.NumberKeyword, "number"],
  [ts.SyntaxKind.BooleanKeyword, "boolean"],
  [ts.SyntaxKind.NullKeyword, "null"],
  [ts.SyntaxKind.UndefinedKeyword, "undefined"],
  [ts.SyntaxKind.NeverKeyword, "never"],
  [ts.SyntaxKind.UnknownKeyword, "unknown"],
]);

function keywordOf({ kind }: typescript.Node): Type {
  if (kind === ts.SyntaxKind.TrueKeyword) return literal(true);
  if (kind === ts.SyntaxKind.FalseKeyword) return literal(false);
  const name = keywords.get(kind);
  if (name === undefined)
    throw new Error(`unexpected type node ${ts.SyntaxKind[kind]}`);
  return keywordType(name);
}
