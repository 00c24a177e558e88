/**
 * Objects: the properties that data can have, whatever they are declared by.
 */
import type { ts } from "ts-morph";
import { sortedMap } from "../diagnostics/code-units.js";
import type { RecordShape, Shape, ShapeProperty } from "../surface/shape.js";
import { unionOf } from "../surface/union-of.js";
import { typescript } from "../write/typescript.js";
import { isDeprecated } from "./comments.js";
import type { ShapeReader } from "./shape-reader.js";

/** @param type an object, or an intersection of objects */
export const recordOf = (type: ts.Type, reader: ShapeReader): RecordShape => {
  const { checker } = reader;
  const index = checker.getIndexInfoOfType(type, typescript.IndexKind.String);
  const node = index?.declaration?.type;
  const isPlain = node && !isComputed(type) && !isGeneric(node);
  return {
    kind: "object",
    properties: sortedMap(
      checker
        .getPropertiesOfType(type)
        .filter((property) => isData(property, checker))
        .map((property) => [property.name, propertyOf(property, type, reader)]),
    ),
    ...(index && {
      index: isPlain ? reader.ofNode(node) : reader.ofType(index.type),
    }),
  };
};

/** @param owner the type that has it */
export const propertyOf = (
  property: ts.Symbol,
  owner: ts.Type,
  reader: ShapeReader,
): ShapeProperty => {
  const node = writtenType(property, owner);
  const type = node
    ? reader.ofNode(node)
    : reader.ofType(reader.checker.getTypeOfSymbol(property));
  const isOptional = (property.flags & typescript.SymbolFlags.Optional) !== 0;
  return {
    type: isOptional ? withoutVoid(type) : type,
    isOptional,
    isDeprecated: isDeprecated(property, reader.checker),
    constraints: [],
    isDeclared: true,
  };
};

/** What may be left out may be `undefined` as well, which says nothing more. */
export const withoutVoid = (type: Shape): Shape =>
  type.kind === "union"
    ? unionOf(type.members.filter(({ kind }) => kind !== "void"))
    : type;

/** The type as it is written; undefined where it is computed. */
const writtenType = (
  { declarations = [] }: ts.Symbol,
  owner: ts.Type,
): ts.TypeNode | undefined => {
  const [declaration, other] = declarations;
  if (!declaration || other || isComputed(owner)) return undefined;
  const node =
    typescript.isPropertySignature(declaration) ||
    typescript.isPropertyDeclaration(declaration)
      ? declaration.type
      : undefined;
  return node && !isGeneric(node) ? node : undefined;
};

/** These take properties with their types from another one. */
const transparent = new Set([
  "Partial",
  "Required",
  "Readonly",
  "Pick",
  "Omit",
]);

const isComputed = (type: ts.Type): boolean =>
  (type.flags & typescript.TypeFlags.Object) !== 0 &&
  ((type as ts.ObjectType).objectFlags & typescript.ObjectFlags.Mapped) !== 0 &&
  !transparent.has(type.aliasSymbol?.name ?? "");

/** True where something around a type has type parameters, which it may name. */
const isGeneric = (node: ts.Node): boolean => {
  for (let at = node; !typescript.isSourceFile(at); at = at.parent)
    if ("typeParameters" in at && at.typeParameters !== undefined) return true;
  return false;
};

/** Data has no functions, and nothing that is private. */
const isData = (property: ts.Symbol, checker: ts.TypeChecker): boolean => {
  const { valueDeclaration, flags, escapedName } = property;
  if (flags & typescript.SymbolFlags.Method) return false;
  // As the compiler writes names that are symbols.
  if (String(escapedName).startsWith("__@")) return false;
  if (valueDeclaration && isHidden(valueDeclaration)) return false;
  const type = checker.getTypeOfSymbol(property);
  return (
    type.getCallSignatures().length === 0 &&
    type.getConstructSignatures().length === 0
  );
};

/** Private, protected or static: nothing that callers have of a value. */
export const isHidden = (declaration: ts.Declaration): boolean =>
  (typescript.getCombinedModifierFlags(declaration) &
    (typescript.ModifierFlags.Private |
      typescript.ModifierFlags.Protected |
      typescript.ModifierFlags.Static)) !==
    0 ||
  ("name" in declaration &&
    typescript.isPrivateIdentifier(declaration.name as ts.Node));
