/**
 * The fields of `params`, whatever this generator puts around their type.
 */
import type { ts } from "ts-morph";
import type { ShapeProperty } from "../surface/shape.js";
import type { SurfaceField } from "../surface/surface.js";
import { unionOf } from "../surface/union-of.js";
import { typescript } from "../write/typescript.js";
import { propertyOf } from "./records.js";
import type { ShapeReader } from "./shape-reader.js";
import { literalsIn, referenceName } from "./written-types.js";

export interface DeclaredParams {
  /** The fields of a body that may be left out as a whole. */
  readonly bodyFields: readonly string[];
  readonly mayBeOptions: boolean;
  readonly fields: readonly (readonly [string, SurfaceField])[];
}

export const paramsOf = (
  { type: node }: ts.ParameterDeclaration,
  reader: ShapeReader,
): DeclaredParams => {
  if (!node) return { mayBeOptions: false, fields: [], bodyFields: [] };
  const { checker } = reader;
  const written = writtenParams(node);
  const type = checker.getNonNullableType(checker.getTypeFromTypeNode(written));
  const all = type.isUnion() ? type.types : [type];
  const types = usualAmong(all, checker);
  const names = new Set(
    types.flatMap((one) =>
      checker.getPropertiesOfType(one).map(({ name }) => name),
    ),
  );
  return {
    mayBeOptions: referenceName(node) === "ParamsOrOptions",
    bodyFields: bodyFieldsIn(node),
    fields: [...names].map((name) => [
      name,
      {
        ...ofAll(name, name === "contentType" ? all : types, reader),
        wire: "",
      },
    ]),
  };
};

/** A body that can be sent in several formats: what is passed where nobody says in which. */
const usualAmong = (
  types: readonly ts.Type[],
  checker: ts.TypeChecker,
): readonly ts.Type[] => {
  const formats = types.map((type) =>
    checker.getPropertyOfType(type, "contentType"),
  );
  const usual = types.filter(
    (_, index) =>
      (formats[index]?.flags ?? 0) & typescript.SymbolFlags.Optional,
  );
  return formats.every((one) => one !== undefined) && usual.length === 1
    ? usual
    : types;
};

/** Of a choice of several fields: what any of them takes. */
const ofAll = (
  name: string,
  types: readonly ts.Type[],
  reader: ShapeReader,
): ShapeProperty => {
  const found = types.flatMap((type) => {
    const property = reader.checker.getPropertyOfType(type, name);
    return property ? [propertyOf(property, type, reader)] : [];
  });
  return {
    type: unionOf(found.map(({ type }) => type)),
    isOptional:
      found.length < types.length || found.some((one) => one.isOptional),
    isDeprecated: found.every((one) => one.isDeprecated),
    constraints: [],
    isDeclared: true,
  };
};

/** The names in `WithoutBody<CreatePetParams, "name" | "kind">`. */
const bodyFieldsIn = (node: ts.TypeNode): readonly string[] => {
  if (typescript.isParenthesizedTypeNode(node)) return bodyFieldsIn(node.type);
  if (
    typescript.isIntersectionTypeNode(node) ||
    typescript.isUnionTypeNode(node)
  )
    return node.types.flatMap(bodyFieldsIn);
  if (!typescript.isTypeReferenceNode(node)) return [];
  const [first, second] = node.typeArguments ?? [];
  const name = referenceName(node);
  if (name === "ParamsOrOptions" && first) return bodyFieldsIn(first);
  return name === "WithoutBody" && second ? literalsIn(second) : [];
};

/** The type of the params themselves, without what this generator puts around them. */
const writtenParams = (node: ts.TypeNode): ts.TypeNode => {
  if (typescript.isParenthesizedTypeNode(node)) return writtenParams(node.type);
  if (typescript.isIntersectionTypeNode(node)) {
    // `& { stream: true }`
    const named = node.types.filter(
      (one) => !typescript.isTypeLiteralNode(one),
    );
    const [only, other] = named;
    return only && !other ? writtenParams(only) : node;
  }
  if (typescript.isUnionTypeNode(node)) {
    const others = node.types.filter(
      (one) => isNamed(one) && referenceName(one) !== "WithoutBody",
    );
    const [only, other] = others;
    const isWrapped = node.types.some(
      (one) => referenceName(one) === "WithoutBody",
    );
    return isWrapped && only && !other ? writtenParams(only) : node;
  }
  const [argument] =
    typescript.isTypeReferenceNode(node) &&
    referenceName(node) === "ParamsOrOptions"
      ? (node.typeArguments ?? [])
      : [];
  return argument ? writtenParams(argument) : node;
};

const isNamed = ({ kind }: ts.TypeNode): boolean =>
  kind !== typescript.SyntaxKind.UndefinedKeyword;
