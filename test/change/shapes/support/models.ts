/**
 * Models written as TypeScript: `interface Pet { name: string | null; age?: number }`.
 */
import ts from "typescript";
import { ModelPair } from "../../../../generator/change/shapes/model-pair.js";
import type {
  Shape,
  ShapeProperty,
} from "../../../../generator/surface/shape.js";
import type { Surface } from "../../../../generator/surface/surface.js";
import { unionOf } from "../../../../generator/surface/union-of.js";

/** What a package exports that has these models, and no operation. */
export const surfaceWith = (models: ReadonlyMap<string, Shape>): Surface => ({
  package: { name: "demo-sdk", exports: ["."] },
  client: {
    ...{ className: "Demo", coreName: "DemoCore", errorName: "DemoError" },
    ...{ serverVariables: new Map(), credentials: new Map() },
    ...{ security: [], parameters: new Map() },
  },
  operations: new Map(),
  models: new Map([...models].map(([name, type]) => [name, { type }])),
  webhooks: new Map(),
});

/** @param renamed the new names of models by their old ones */
export const pairOf = (
  old: string,
  now: string,
  renamed: Readonly<Record<string, string>> = {},
): ModelPair =>
  new ModelPair(
    surfaceWith(modelsIn(old)),
    surfaceWith(modelsIn(now)),
    new Map(Object.entries(renamed)),
  );

/**
 * The models that a text declares. JSDoc says what types do not: `@deprecated`, `@default 3`,
 * `@limit at most 3`, `@access readOnly`.
 */
export const modelsIn = (text: string): ReadonlyMap<string, Shape> =>
  new Map(
    ts
      .createSourceFile(
        "models.ts",
        // Comments of one line with an opening brace are no JSDoc of what follows.
        text.replaceAll("/**", "\n/**"),
        ts.ScriptTarget.Latest,
        true,
      )
      .statements.map((statement): [string, Shape] => {
        if (ts.isInterfaceDeclaration(statement))
          return [statement.name.text, recordOf(statement.members)];
        if (ts.isTypeAliasDeclaration(statement))
          return [statement.name.text, shapeOf(statement.type)];
        throw new Error(`not a model: ${statement.getText()}`);
      }),
  );

const platform: ReadonlySet<string> = new Set(["Date", "Blob", "FileInput"]);

const shapeOf = (node: ts.TypeNode): Shape => {
  if (ts.isParenthesizedTypeNode(node)) return shapeOf(node.type);
  if (ts.isUnionTypeNode(node)) return unionOf(node.types.map(shapeOf));
  if (ts.isArrayTypeNode(node))
    return { kind: "array", item: shapeOf(node.elementType) };
  if (ts.isTypeLiteralNode(node)) return recordOf(node.members);
  if (ts.isTupleTypeNode(node)) return tupleOf(node);
  if (ts.isLiteralTypeNode(node)) return literalOf(node.literal);
  if (ts.isTypeReferenceNode(node)) {
    const name = node.typeName.getText();
    const [argument] = node.typeArguments ?? [];
    if (name === "AsyncIterable" && argument)
      return { kind: "iterable", item: shapeOf(argument) };
    return { kind: platform.has(name) ? "platform" : "model", name };
  }
  if (ts.isIntersectionTypeNode(node))
    return node.getText() === "string & {}"
      ? { kind: "openString" }
      : { kind: "intersection", members: node.types.map(shapeOf) };
  return keywordOf(node.getText());
};

const keywordOf = (text: string): Shape => {
  switch (text) {
    case "boolean":
      return unionOf([
        { kind: "literal", value: true },
        { kind: "literal", value: false },
      ]);
    case "undefined":
      return { kind: "void" };
    case "string":
    case "number":
    case "unknown":
    case "never":
      return { kind: "keyword", keyword: text };
    default:
      throw new Error(`not a type of a model: ${text}`);
  }
};

const literalOf = (literal: ts.LiteralTypeNode["literal"]): Shape =>
  literal.kind === ts.SyntaxKind.NullKeyword
    ? { kind: "keyword", keyword: "null" }
    : {
        kind: "literal",
        value: JSON.parse(literal.getText()) as string | number | boolean,
      };

const tupleOf = ({ elements }: ts.TupleTypeNode): Shape => {
  const rest = elements.find(ts.isRestTypeNode)?.type;
  return {
    kind: "tuple",
    items: elements
      .filter((one) => !ts.isRestTypeNode(one))
      .map((one) =>
        ts.isOptionalTypeNode(one)
          ? { type: shapeOf(one.type), isOptional: true }
          : { type: shapeOf(one), isOptional: false },
      ),
    ...(rest &&
      ts.isArrayTypeNode(rest) && { rest: shapeOf(rest.elementType) }),
  };
};

const recordOf = (members: ts.NodeArray<ts.TypeElement>): Shape => {
  const index = members.find(ts.isIndexSignatureDeclaration)?.type;
  return {
    kind: "object",
    properties: new Map(
      members
        .filter(ts.isPropertySignature)
        .map((one) => [
          ts.isStringLiteral(one.name) ? one.name.text : one.name.getText(),
          propertyOf(one),
        ]),
    ),
    ...(index && { index: shapeOf(index) }),
  };
};

const propertyOf = (node: ts.PropertySignature): ShapeProperty => {
  const tags = new Map(
    ts
      .getJSDocTags(node)
      .map(({ tagName, comment }) => [
        tagName.text,
        ts.getTextOfJSDocComment(comment) ?? "",
      ]),
  );
  const access = tags.get("access");
  const standard = tags.get("default");
  const limit = tags.get("limit");
  if (!node.type) throw new Error(`no type: ${node.getText()}`);
  return {
    type: shapeOf(node.type),
    isOptional: node.questionToken !== undefined,
    isDeprecated: tags.has("deprecated"),
    ...((access === "readOnly" || access === "writeOnly") && { access }),
    constraints: limit === undefined ? [] : [limit],
    ...(standard !== undefined && { default: standard }),
  };
};
