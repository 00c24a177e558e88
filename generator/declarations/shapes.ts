/**
 * Declared types in their normal form. What is written decides as far as it goes, so that models stay
 * names; what is computed (generics, `Omit`, `keyof`) is what the compiler makes of it.
 */
import type { ts } from "ts-morph";
import type { RecordShape, Shape, ShapeProperty } from "../surface/shape.js";
import { withBases } from "../surface/join-shapes.js";
import { unionOf } from "../surface/union-of.js";
import { printShape } from "../surface/print-shape.js";
import { byCodeUnit, sortedMap } from "../diagnostics/code-units.js";
import { typescript } from "../write/typescript.js";
import { keywordOf } from "./keywords.js";
import { resolved } from "./model-names.js";
import { isOfLibrary } from "./open-declarations.js";
import { recordOf } from "./records.js";
import type { ShapeReader } from "./shape-reader.js";
import { tupleOf, writtenTuple } from "./tuples.js";

/** Generics may be inside themselves with ever other arguments. */
const maxDepth = 100;

/** Of types within types: names that stand for others twice, again and again, double them each time. */
const maxRead = 1_000_000;

/** Thrown where types have more parts than anybody writes. */
export class TooLarge extends Error {}

export class DeclaredShapes implements ShapeReader {
  readonly checker: ts.TypeChecker;
  readonly #names: ReadonlyMap<ts.Symbol, string>;
  /** Types without a name that are being read: inside themselves, they have no end. */
  readonly #open = new Set<ts.Type | ts.Symbol>();
  #read = 0;

  /** @param names of the types that stay names */
  constructor(checker: ts.TypeChecker, names: ReadonlyMap<ts.Symbol, string>) {
    this.checker = checker;
    this.#names = names;
  }

  /** @throws TooLarge */
  ofNode(node: ts.TypeNode): Shape {
    return this.#ofNode(node, (type) => this.ofType(type));
  }

  /** @param read what is made of a type that is computed */
  #ofNode(node: ts.TypeNode, read: (type: ts.Type) => Shape): Shape {
    this.#count();
    if (typescript.isParenthesizedTypeNode(node))
      return this.#ofNode(node.type, read);
    if (typescript.isUnionTypeNode(node))
      return unionOf(node.types.map((one) => this.ofNode(one)));
    if (typescript.isArrayTypeNode(node))
      return { kind: "array", item: this.ofNode(node.elementType) };
    if (
      typescript.isTypeOperatorNode(node) &&
      node.operator === typescript.SyntaxKind.ReadonlyKeyword
    )
      return this.#ofNode(node.type, read);
    if (typescript.isTupleTypeNode(node)) return writtenTuple(node, this);
    // The compiler would put together what is written apart, and the other way round.
    if (typescript.isIntersectionTypeNode(node))
      return this.#joined(
        node.types.map((one) => this.checker.getTypeFromTypeNode(one)),
        () => node.types.map((one) => this.ofNode(one)),
      );
    return typescript.isTypeReferenceNode(node)
      ? this.#ofReference(node, read)
      : read(this.checker.getTypeFromTypeNode(node));
  }

  /** @throws TooLarge */
  ofType(type: ts.Type): Shape {
    this.#count();
    const name = this.#nameOf(type);
    return name === undefined
      ? this.#ofStructure(type)
      : { kind: "model", name };
  }

  #ofStructure(type: ts.Type): Shape {
    const keyword = keywordOf(type);
    if (keyword) return keyword;
    if (type.isUnion()) return this.#inside(type, () => this.#ofUnion(type));
    if (type.isIntersection())
      return this.#inside(type, () =>
        this.#joined(type.types, () =>
          type.types.map((one) => this.ofType(one)),
        ),
      );
    if (type.flags & typescript.TypeFlags.Object)
      return this.#inside(type, () => this.#ofObject(type as ts.ObjectType));
    const constraint = this.checker.getBaseConstraintOfType(type);
    return constraint && constraint !== type
      ? this.ofType(constraint)
      : unresolved;
  }

  /** What a type that has a name stands for. */
  ofDeclaration(symbol: ts.Symbol): Shape {
    const [alias] = (symbol.declarations ?? []).filter(
      typescript.isTypeAliasDeclaration,
    );
    const type = this.checker.getDeclaredTypeOfSymbol(symbol);
    // What an alias stands for has its name.
    if (alias) return this.#ofNode(alias.type, (one) => this.#ofStructure(one));
    if (type.isUnion()) return this.#ofUnion(type);
    return {
      ...recordOf(type, this),
      ...withBases(
        type.isClassOrInterface()
          ? this.checker
              .getBaseTypes(type)
              .flatMap((base) => this.#basesOf(base))
          : [],
      ),
    };
  }

  /** A type that has a name, or those that it is made of. */
  #basesOf(type: ts.Type): readonly string[] {
    const name = this.#nameOf(type);
    if (name !== undefined) return [name];
    return type.isIntersection()
      ? type.types.flatMap((one) => this.#basesOf(one))
      : [];
  }

  #count(): void {
    this.#read += 1;
    if (this.#read > maxRead) throw new TooLarge();
  }

  #nameOf({
    aliasSymbol,
    aliasTypeArguments,
    symbol,
    flags,
  }: ts.Type): string | undefined {
    if (aliasSymbol && !aliasTypeArguments) {
      const name = this.#names.get(aliasSymbol);
      if (name !== undefined) return name;
    }
    const isDeclared =
      flags & (typescript.TypeFlags.Object | typescript.TypeFlags.EnumLike);
    // A type without a name has a symbol too.
    return isDeclared ? this.#names.get(symbol) : undefined;
  }

  #inside(key: ts.Type | ts.Symbol, read: () => Shape): Shape {
    if (this.#open.has(key) || this.#open.size > maxDepth) return unresolved;
    this.#open.add(key);
    try {
      return read();
    } finally {
      this.#open.delete(key);
    }
  }

  #ofReference(
    node: ts.TypeReferenceNode,
    read: (type: ts.Type) => Shape,
  ): Shape {
    const { checker } = this;
    const named = checker.getSymbolAtLocation(node.typeName);
    const symbol = named && resolved(named, checker);
    if (!named || !symbol?.declarations) {
      const isImported =
        named && named.flags & typescript.SymbolFlags.Alias ? true : false;
      // What nobody declares is of the platform.
      return isImported
        ? unresolved
        : { kind: "platform", name: node.typeName.getText() };
    }
    const name = this.#names.get(symbol);
    const [argument, second] = node.typeArguments ?? [];
    if (symbol.name === "Uploadable")
      return { kind: "platform", name: "FileInput" };
    if (name !== undefined) return { kind: "model", name };
    if (argument && !second && /^(?:Readonly)?Array$/.test(symbol.name))
      return { kind: "array", item: this.ofNode(argument) };
    if (argument && /^(?:Async)?Iterable$|^Stream$/.test(symbol.name))
      return { kind: "iterable", item: this.ofNode(argument) };
    // A value with options for how it is sent may always stand for the value.
    if (argument && !second && symbol.name === "Part")
      return this.ofNode(argument);
    if (second && symbol.name === "Record" && isText(argument))
      return {
        kind: "object",
        properties: new Map(),
        index: this.ofNode(second),
      };
    const [alias] = symbol.declarations.filter(
      typescript.isTypeAliasDeclaration,
    );
    if (alias && !alias.typeParameters && !isOfLibrary(symbol))
      return this.#inside(symbol, () => this.ofNode(alias.type));
    return read(checker.getTypeFromTypeNode(node));
  }

  #ofUnion(type: ts.UnionType): Shape {
    return unionOf(type.types.map((one) => this.ofType(one)));
  }

  /** @param read the shapes of the types, for what is no object */
  #joined(types: readonly ts.Type[], read: () => readonly Shape[]): Shape {
    const whole = this.#ofParts(types);
    if (whole) return whole;
    const members = read();
    const [only, ...more] = members.filter((one) => !isEmpty(one));
    if (only?.kind === "keyword" && only.keyword === "string" && !more.length)
      return { kind: "openString" };
    return members.some(({ kind }) => kind === "unresolved")
      ? unresolved
      : {
          kind: "intersection",
          members: [...members].sort((a, b) =>
            byCodeUnit(printShape(a), printShape(b)),
          ),
        };
  }

  /** One object of several; what comes later wins. Undefined unless all are objects. */
  #ofParts(types: readonly ts.Type[]): RecordShape | undefined {
    const records = types.map((one) => this.#recordIn(one));
    const properties = new Map<string, ShapeProperty>();
    let index: Shape | undefined;
    for (const record of records) {
      if (!record) return undefined;
      for (const [name, property] of record.properties)
        properties.set(name, property);
      index = record.index ?? index;
    }
    return {
      kind: "object",
      properties: sortedMap(properties),
      ...(index && { index }),
      ...withBases(types.flatMap((one) => this.#basesOf(one))),
    };
  }

  #recordIn(type: ts.Type): RecordShape | undefined {
    if (type.isIntersection()) return this.#ofParts(type.types);
    const isPlain =
      (type.flags & typescript.TypeFlags.Object) !== 0 &&
      !this.checker.isArrayType(type) &&
      !this.checker.isTupleType(type);
    return isPlain ? recordOf(type, this) : undefined;
  }

  #ofObject(type: ts.ObjectType): Shape {
    const { checker } = this;
    const { symbol } = type;
    const [first] = checker.getTypeArguments(type as ts.TypeReference);
    if (checker.isTupleType(type)) return tupleOf(type, this);
    if (checker.isArrayType(type))
      return first ? { kind: "array", item: this.ofType(first) } : unresolved;
    if (isAnonymous(type)) return recordOf(type, this);
    if (first && /^(?:Async)?Iterable$|^Stream$/.test(symbol.name))
      return { kind: "iterable", item: this.ofType(first) };
    if (first && symbol.name === "Part") return this.ofType(first);
    return isOfLibrary(symbol)
      ? { kind: "platform", name: symbol.name }
      : recordOf(type, this);
  }
}

const unresolved: Shape = { kind: "unresolved" };

const isText = (node: ts.TypeNode | undefined): boolean =>
  node?.kind === typescript.SyntaxKind.StringKeyword;

/** `{}`, which takes whatever there is. */
const isEmpty = (shape: Shape): boolean =>
  shape.kind === "object" && shape.properties.size === 0 && !shape.index;

/** Type literals, and what mapped types give. */
const isAnonymous = ({ objectFlags }: ts.ObjectType): boolean =>
  (objectFlags &
    (typescript.ObjectFlags.Anonymous | typescript.ObjectFlags.Mapped)) !==
  0;
