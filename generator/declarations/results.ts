/**
 * What a call gives: the result that its promise is of, the items of a list, the errors.
 */
import type { ts } from "ts-morph";
import { sortedMap } from "../diagnostics/code-units.js";
import type { Shape } from "../surface/shape.js";
import type { SurfaceResult } from "../surface/surface.js";
import { unionOf } from "../surface/union-of.js";
import { typescript } from "../write/typescript.js";
import { literalsIn, referenceName } from "./written-types.js";
import { readErrors } from "./errors.js";
import { resolved } from "./model-names.js";
import type { ShapeReader } from "./shape-reader.js";

export interface DeclaredResult {
  readonly result: Pick<SurfaceResult, "kind" | "type">;
  /** The type of what a list is of; absent of what is no list. */
  readonly item?: Shape;
  /** Absent where the promise does not say them. */
  readonly errors?: ReadonlyMap<string, Shape>;
  /** Names of response headers; absent where they are not known. */
  readonly headers?: readonly string[];
}

/** Undefined of what is no promise. */
export const readResult = (
  node: ts.TypeNode,
  reader: ShapeReader,
): DeclaredResult | undefined => {
  const { checker } = reader;
  const type = checker.getTypeFromTypeNode(node);
  if (!checker.getPropertyOfType(type, "then")) return undefined;
  const data = checker.getAwaitedType(type);
  if (!data) return undefined;
  const parts = argumentsOf(node, checker);
  const written = [...parts.values()].find(
    (one) => checker.getTypeFromTypeNode(one) === data,
  );
  const result = written
    ? resultOf(written, reader)
    : dataOf(reader.ofType(data));
  const item = parts.get("Item");
  const error = parts.get("E");
  const header = parts.get("Header");
  return {
    result,
    ...(item && { item: reader.ofNode(item) }),
    ...(error && {
      errors: sortedMap(readErrors(error, reader)),
      headers: header ? [...literalsIn(header)].sort() : [],
    }),
  };
};

/** The type arguments of the promise, by the names that its class gives them. */
const argumentsOf = (
  node: ts.TypeNode,
  checker: ts.TypeChecker,
): ReadonlyMap<string, ts.TypeNode> => {
  if (!typescript.isTypeReferenceNode(node)) return new Map();
  const named = checker.getSymbolAtLocation(node.typeName);
  const symbol = named && resolved(named, checker);
  const names = (symbol?.declarations ?? []).flatMap((one) =>
    (typescript.isClassDeclaration(one) ||
      typescript.isInterfaceDeclaration(one) ||
      typescript.isTypeAliasDeclaration(one)) &&
    one.typeParameters
      ? [one.typeParameters.map(({ name }) => name.text)]
      : [],
  );
  return new Map(
    (node.typeArguments ?? []).map((one, index) => [
      names[0]?.[index] ?? String(index),
      one,
    ]),
  );
};

/** The alias of the errors that a promise may end in: each operation has its own. */
export const errorsNamedBy = (
  node: ts.TypeNode,
  checker: ts.TypeChecker,
): ts.Symbol | undefined => {
  const error = argumentsOf(node, checker).get("E");
  const named =
    error && typescript.isTypeReferenceNode(error)
      ? checker.getSymbolAtLocation(error.typeName)
      : undefined;
  return named && resolved(named, checker);
};

/** The result as it is written: a stream of something, or a value. */
const resultOf = (
  node: ts.TypeNode,
  reader: ShapeReader,
): DeclaredResult["result"] => {
  const [item] =
    referenceName(node) === "Stream" && typescript.isTypeReferenceNode(node)
      ? (node.typeArguments ?? [])
      : [];
  if (!item) return dataOf(reader.ofNode(node));
  const events = (typescript.isUnionTypeNode(item) ? item.types : [item]).map(
    (one) =>
      referenceName(one) === "ServerSentEvent" &&
      typescript.isTypeReferenceNode(one)
        ? one
        : undefined,
  );
  if (!events.every((one) => one !== undefined))
    return { kind: "events", type: reader.ofNode(item) };
  const data = events.map((one) => one.typeArguments?.[0]);
  return data.every((one) => one !== undefined)
    ? {
        kind: "wholeEvents",
        type: unionOf(data.map((one) => reader.ofNode(one))),
      }
    : { kind: "rawEvents", type: { kind: "unresolved" } };
};

/** Nothing, or a value in whatever format. */
const dataOf = (type: Shape): DeclaredResult["result"] => ({
  kind: type.kind === "void" ? "none" : "json",
  type,
});
