/**
 * What a function or a method that calls an operation takes: `(positional, params, options)`.
 */
import type { ts } from "ts-morph";
import { sortedMap } from "../diagnostics/code-units.js";
import type { Shape } from "../surface/shape.js";
import type {
  SurfaceBody,
  SurfaceField,
  SurfaceOperation,
} from "../surface/surface.js";
import { typescript } from "../write/typescript.js";
import { paramsOf } from "./params.js";
import { withoutVoid } from "./records.js";
import type { ShapeReader } from "./shape-reader.js";
import { literalsIn, referenceName } from "./written-types.js";

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
        isRequired: false,
        passedAs: { kind: "fields", keys: new Map() },
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
    type: isOptional ? withoutVoid(shape) : shape,
    isOptional,
    isDeprecated: false,
    constraints: [],
    isDeclared: true,
    wire: "",
  };
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
