/**
 * The part of TypeScript that openapi-typescript makes types with, as plain objects.
 *
 * Its trees are read and never printed, so they need nothing of what TypeScript's own nodes carry;
 * and a run that only reads them need not load ten megabytes of compiler.
 */
const keywords = [
  ...["BooleanKeyword", "NumberKeyword", "StringKeyword", "NeverKeyword"],
  ...["UndefinedKeyword", "UnknownKeyword", "NullKeyword"],
  ...["TrueKeyword", "FalseKeyword"],
] as const;

export interface Identifier {
  readonly kind: "Identifier";
  readonly text: string;
}

export interface Literal {
  readonly kind: "StringLiteral" | "NumericLiteral";
  readonly text: string;
}

export interface TypeReference {
  readonly kind: "TypeReference";
  readonly typeName: Identifier;
  readonly typeArguments: readonly TypeNode[];
}

export interface IntersectionNode {
  readonly kind: "IntersectionType";
  readonly types: readonly TypeNode[];
}

export interface TupleNode {
  readonly kind: "TupleType";
  readonly elements: readonly TypeNode[];
}

export interface TypeLiteral {
  readonly kind: "TypeLiteral";
  readonly members: readonly (PropertySignature | IndexSignature)[];
}

export interface PropertySignature {
  readonly kind: "PropertySignature";
  readonly name: Identifier | Literal;
  readonly isOptional: boolean;
  readonly type: TypeNode;
}

interface IndexSignature {
  readonly kind: "IndexSignature";
  readonly type: TypeNode;
}

export interface IndexedAccess {
  readonly kind: "IndexedAccessType";
  readonly indexType: TypeNode;
}

/** A type, or a value in a literal type. */
export type TypeNode =
  | { readonly kind: (typeof keywords)[number] }
  // openapi-typescript writes a string literal as an identifier with the quotes in its text
  | Identifier
  | Literal
  | { readonly kind: "PrefixUnaryExpression"; readonly operand: TypeNode }
  | { readonly kind: "LiteralType"; readonly literal: TypeNode }
  | TypeReference
  | { readonly kind: "UnionType"; readonly types: readonly TypeNode[] }
  | IntersectionNode
  | { readonly kind: "ArrayType"; readonly elementType: TypeNode }
  | TupleNode
  | TypeLiteral
  | IndexedAccess;

const keyword = (kind: (typeof keywords)[number]): TypeNode => ({ kind });

const identifier = (text: string): Identifier => ({ kind: "Identifier", text });

const literal = (kind: Literal["kind"], value: string | number): Literal => ({
  kind,
  text: String(value),
});

export const factory = {
  createKeywordTypeNode: keyword,
  createToken: (kind: string) => ({ kind }),
  createModifier: (kind: string) => ({ kind }),
  createTrue: () => keyword("TrueKeyword"),
  createFalse: () => keyword("FalseKeyword"),
  createNull: () => keyword("NullKeyword"),
  createIdentifier: identifier,
  createStringLiteral: (text: string) => literal("StringLiteral", text),
  createNumericLiteral: (value: string | number) =>
    literal("NumericLiteral", value),
  createPrefixUnaryExpression: (
    _sign: string,
    operand: TypeNode,
  ): TypeNode => ({
    kind: "PrefixUnaryExpression",
    operand,
  }),
  createLiteralTypeNode: (value: TypeNode): TypeNode => ({
    kind: "LiteralType",
    literal: value,
  }),
  createTypeReferenceNode: (
    name: string | Identifier,
    typeArguments: readonly TypeNode[] = [],
  ): TypeReference => ({
    kind: "TypeReference",
    typeName: typeof name === "string" ? identifier(name) : name,
    typeArguments,
  }),
  createUnionTypeNode: (types: readonly TypeNode[]): TypeNode => ({
    kind: "UnionType",
    types,
  }),
  createIntersectionTypeNode: (
    types: readonly TypeNode[],
  ): IntersectionNode => ({ kind: "IntersectionType", types }),
  createArrayTypeNode: (elementType: TypeNode): TypeNode => ({
    kind: "ArrayType",
    elementType,
  }),
  createTupleTypeNode: (elements: readonly TypeNode[]): TupleNode => ({
    kind: "TupleType",
    elements,
  }),
  createTypeLiteralNode: (members: TypeLiteral["members"]): TypeLiteral => ({
    kind: "TypeLiteral",
    members,
  }),
  createPropertySignature: (
    _modifiers: unknown,
    name: PropertySignature["name"],
    questionToken: object | undefined,
    type: TypeNode,
  ): PropertySignature => ({
    kind: "PropertySignature",
    name,
    isOptional: questionToken !== undefined,
    type,
  }),
  createParameterDeclaration: () => ({ kind: "Parameter" }),
  createIndexSignature: (
    _modifiers: unknown,
    _parameters: unknown,
    type: TypeNode,
  ): IndexSignature => ({ kind: "IndexSignature", type }),
  createIndexedAccessTypeNode: (
    _objectType: TypeNode,
    indexType: TypeNode,
  ): IndexedAccess => ({ kind: "IndexedAccessType", indexType }),
};

const isOf =
  (kind: string) =>
  (node: { readonly kind: string } | undefined): boolean =>
    node?.kind === kind;

/** What takes the place of the module `typescript`. */
export const plainTypeScript = {
  factory,
  SyntaxKind: Object.fromEntries(
    [...keywords, "QuestionToken", "MinusToken", "ReadonlyKeyword"].map(
      (name) => [name, name],
    ),
  ),
  ScriptTarget: {},
  isArrayTypeNode: isOf("ArrayType"),
  isTupleTypeNode: isOf("TupleType"),
  isTypeAliasDeclaration: isOf("TypeAlias"),
  /** For helper types that would be printed beside the others. */
  createSourceFile: (_path: string, text: string) => ({
    statements: [
      {
        kind: "TypeAlias",
        name: { escapedText: /\w+(?=<)/.exec(text)?.[0] },
      },
    ],
  }),
  /** Docs are read from the document. */
  addSyntheticLeadingComment: <T>(node: T): T => node,
};
