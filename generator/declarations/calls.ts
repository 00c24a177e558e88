/**
 * What a function or a method that calls an operation takes: `(positional, params, options)`.
 */
import type { ts } from "ts-morph";
import { sortedMap } from "../diagnostics/code-units.js";
import type { Shape, ShapeProperty } from "../surface/shape.js";
import type {
  SurfaceBody,
  SurfaceField,
  SurfaceOperation,
} from "../surface/surface.js";
import { unionOf } from "../surface/union-of.js";
import { typescript } from "../write/typescript.js";
import { propertyOf, withoutVoid } from "./records.js";
import type { ShapeReader } from "./shape-reader.js";

export interface DeclaredCall {
  readonly positional: SurfaceOperation["positional"];
  readonly params?: NonNullable<SurfaceOperation["params"]>;
  /** A body that need not be sent although some of its fields are required. */
  readonly body?: SurfaceBody;
  /** The media types that `accept` may ask for without another result. */
  readonly acceptable: readonly string[];
  /** The media types of which one has to be asked for. */
  readonly accept: readonly string[];
  /** True if the options may have an idempotency key. */
  readonly isIdempotent: boolean;
}

/** @param parameters without the client, which functions take first */
export const readCall = (
  parameters: readonly ts.ParameterDeclaration[],
  reader: ShapeReader,
): DeclaredCall => {
  const options = parameters.find(isOptions);
  const passed = parameters.filter((one) => one !== options);
  const last = passed.at(-1);
  const whole = last && isObject(last, reader) ? last : undefined;
  const positional = passed.filter((one) => one !== whole);
  const given = whole && paramsOf(whole, reader);
  const isOfBody = ([key]: readonly [string, unknown]): boolean =>
    given?.bodyFields.includes(key) === true;
  const fields = given?.fields ?? [];
  const ofBody = fields.filter(isOfBody);
  return {
    positional: positional.map((one) => ({
      name: nameOf(one),
      ...fieldOf(one, reader),
    })),
    ...(whole && {
      params: {
        isOptional: whole.questionToken !== undefined,
        mayBeOptions: given?.mayBeOptions === true,
        fields: sortedMap(fields.filter((one) => !isOfBody(one))),
      },
    }),
    ...(ofBody.length > 0 && {
      body: {
        ...{ isRequired: false, passedAs: { kind: "fields", keys: new Map() } },
        types: new Map([
          ["", { kind: "object", properties: sortedMap(ofBody) }],
        ]),
      },
    }),
    ...acceptOf(options?.type, reader),
    isIdempotent: /\bIdempotent/.test(options?.type?.getText() ?? ""),
  };
};

const nameOf = ({ name }: ts.ParameterDeclaration): string => name.getText();

const isOptions = (parameter: ts.ParameterDeclaration): boolean =>
  nameOf(parameter) === "options" ||
  /\bRequestOptions\b/.test(parameter.type?.getText() ?? "");

/** True of what has fields: the parameters of an operation, or its body. */
const isObject = (
  { type: node, name }: ts.ParameterDeclaration,
  { checker }: ShapeReader,
): boolean => {
  if (!node) return false;
  if (name.getText() === "params") return true;
  const type = checker.getNonNullableType(checker.getTypeFromTypeNode(node));
  return (type.isUnion() ? type.types : [type]).every(
    (one) =>
      one.flags & typescript.TypeFlags.Object ||
      (one.isIntersection() && checker.getPropertiesOfType(one).length > 0),
  );
};

const fieldOf = (
  { type, questionToken }: ts.ParameterDeclaration,
  reader: ShapeReader,
): SurfaceField => {
  const shape: Shape = type ? reader.ofNode(type) : { kind: "unresolved" };
  const isOptional = questionToken !== undefined;
  return {
    ...{ type: isOptional ? withoutVoid(shape) : shape, isOptional },
    ...{ isDeprecated: false, constraints: [], isDeclared: true, wire: "" },
  };
};

interface DeclaredParams {
  /** The fields of a body that may be left out as a whole. */
  readonly bodyFields: readonly string[];
  readonly mayBeOptions: boolean;
  readonly fields: readonly (readonly [string, SurfaceField])[];
}

const paramsOf = (
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
    ...{ constraints: [], isDeclared: true },
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

/** The last part of the name that a type is referred to by. */
export const referenceName = (node: ts.TypeNode): string | undefined => {
  if (!typescript.isTypeReferenceNode(node)) return undefined;
  const { typeName } = node;
  return (typescript.isIdentifier(typeName) ? typeName : typeName.right).text;
};

/** What the options say of `accept`. */
const acceptOf = (
  node: ts.TypeNode | undefined,
  { checker }: ShapeReader,
): Pick<DeclaredCall, "accept" | "acceptable"> => {
  const nothing = { accept: [], acceptable: [] };
  if (!node) return nothing;
  const type = checker.getTypeFromTypeNode(node);
  const property = checker.getPropertyOfType(type, "accept");
  if (!property) return nothing;
  if (!(property.flags & typescript.SymbolFlags.Optional))
    return { ...nothing, accept: textsIn(checker.getTypeOfSymbol(property)) };
  return { ...nothing, acceptable: acceptableIn(node) };
};

const textsIn = (type: ts.Type): readonly string[] =>
  (type.isUnion() ? type.types : [type]).flatMap((one) =>
    one.isStringLiteral() ? [one.value] : [],
  );

/** In the order in which they are written, which the compiler does not keep: the first is the usual one. */
const acceptableIn = (node: ts.TypeNode): readonly string[] => {
  if (typescript.isIntersectionTypeNode(node))
    return node.types.flatMap(acceptableIn);
  if (!typescript.isTypeReferenceNode(node)) return [];
  return referenceName(node) === "AcceptOptions"
    ? (node.typeArguments ?? []).flatMap(literalsIn)
    : [];
};

export const literalsIn = (node: ts.TypeNode): readonly string[] => {
  if (typescript.isUnionTypeNode(node)) return node.types.flatMap(literalsIn);
  return typescript.isLiteralTypeNode(node) &&
    typescript.isStringLiteral(node.literal)
    ? [node.literal.text]
    : [];
};
