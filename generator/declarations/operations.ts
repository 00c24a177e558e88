/**
 * The operations of a package: its functions with the methods that call them, or its methods alone.
 */
import type { ts } from "ts-morph";
import { sortedMap } from "../diagnostics/code-units.js";
import { isStream } from "../sdk/wire.js";
import type {
  SurfaceOperation,
  SurfaceResult,
  UnknownPart,
} from "../surface/surface.js";
import { typescript } from "../write/typescript.js";
import { readCall, type DeclaredCall } from "./calls.js";
import { commentOf, isDeprecated, isOldName } from "./comments.js";
import {
  overloadsOf,
  type DeclaredFunction,
  type DeclaredMethod,
} from "./methods.js";
import { resolved } from "./model-names.js";
import type { OpenDeclarations } from "./open-declarations.js";
import { errorsNamedBy, readResult, type DeclaredResult } from "./results.js";
import type { ShapeReader } from "./shape-reader.js";

/** By the names of their functions; those of methods without one by the call: `client.pets.get`. */
export const readOperations = (
  { checker, entry }: OpenDeclarations,
  methods: readonly DeclaredMethod[],
  reader: ShapeReader,
): ReadonlyMap<string, SurfaceOperation> => {
  const methodOf = new Map<ts.Symbol, DeclaredMethod>();
  for (const method of methods) {
    const errors = errorsOf(method, checker);
    if (errors) methodOf.set(errors, method);
  }
  const found = new Map<string, SurfaceOperation>();
  const called = new Set<DeclaredMethod>();
  for (const { name, symbol: exported } of exportsOf(entry, checker)) {
    const overloads = functionOverloads(exported, checker);
    const errors = errorsOf({ overloads }, checker);
    if (!errors || isOldName(exported, checker)) continue;
    const method = methodOf.get(errors);
    const read = readFunction({ symbol: exported, overloads }, reader);
    if (method) called.add(method);
    if (read) found.set(name, operationOf(read, { name, method, checker }));
  }
  for (const method of methods) {
    const { call: name } = method;
    const read = called.has(method) ? undefined : readFunction(method, reader);
    if (read) found.set(name, operationOf(read, { name, method, checker }));
  }
  return sortedMap(found);
};

const exportsOf = (
  entry: ts.Symbol,
  checker: ts.TypeChecker,
): readonly { readonly name: string; readonly symbol: ts.Symbol }[] =>
  checker
    .getExportsOfModule(entry)
    .map((one) => ({ name: one.name, symbol: resolved(one, checker) }));

/** What tells which method calls which function: both name the same errors. */
const errorsOf = (
  { overloads }: Pick<DeclaredFunction, "overloads">,
  checker: ts.TypeChecker,
): ts.Symbol | undefined => {
  const [first] = overloads;
  return first?.type && errorsNamedBy(first.type, checker);
};

/** Those of standalone functions, which take the client first. */
const functionOverloads = (
  symbol: ts.Symbol,
  checker: ts.TypeChecker,
): readonly ts.SignatureDeclaration[] =>
  symbol.flags & typescript.SymbolFlags.Class
    ? []
    : overloadsOf(symbol, checker).filter(
        ({ parameters: [first] }) => first?.name.getText() === "client",
      );

interface ReadOverload {
  readonly call: DeclaredCall;
  readonly result: DeclaredResult;
  /** The field of `params` that has to be true for it. */
  readonly asks?: string;
}

interface ReadFunction {
  readonly symbol: ts.Symbol;
  readonly overloads: readonly ReadOverload[];
  /** How it is called by those who ask for nothing in particular. */
  readonly usual: ReadOverload;
}

/** Undefined of what gives no promise. */
const readFunction = (
  { symbol, overloads: declared }: DeclaredFunction,
  reader: ShapeReader,
): ReadFunction | undefined => {
  const overloads = declared.flatMap(
    ({ type, parameters }): readonly ReadOverload[] => {
      const result = type && readResult(type, reader);
      if (!result) return [];
      const passed = parameters.filter(
        ({ name }, index) => index > 0 || name.getText() !== "client",
      );
      const asks = isStream(result.result.kind)
        ? trueFieldOf(passed, reader.checker)
        : undefined;
      const call = readCall(passed, reader);
      return [{ call, result, ...(asks !== undefined && { asks }) }];
    },
  );
  const usual = overloads.find(isUsual) ?? overloads[0];
  return usual && { symbol, overloads, usual };
};

const isUsual = ({ call: { accept }, asks }: ReadOverload): boolean =>
  accept.length === 0 && asks === undefined;

/** `stream` of `{ stream: true }`. */
const trueFieldOf = (
  parameters: readonly ts.ParameterDeclaration[],
  checker: ts.TypeChecker,
): string | undefined => {
  for (const { type: node } of parameters) {
    const type = node && checker.getTypeFromTypeNode(node);
    if (!type || type.isUnion()) continue;
    const field = checker
      .getPropertiesOfType(type)
      .find(
        (one) =>
          !(one.flags & typescript.SymbolFlags.Optional) &&
          checker.typeToString(checker.getTypeOfSymbol(one)) === "true",
      );
    if (field) return field.name;
  }
  return undefined;
};

interface Named {
  readonly name: string;
  readonly method: DeclaredMethod | undefined;
  readonly checker: ts.TypeChecker;
}

const operationOf = (
  { symbol, overloads, usual: { call, result }, usual }: ReadFunction,
  { name, method, checker }: Named,
): SurfaceOperation => {
  const route =
    (method && routeIn(commentOf(method.symbol, checker))) ??
    routeIn(commentOf(symbol, checker));
  return {
    id: name,
    call: method?.call ?? "",
    ...(route ?? { method: "", path: "" }),
    isDeprecated: isDeprecated(symbol, checker),
    positional: call.positional,
    ...(call.params && { params: call.params }),
    ...(call.body && { body: call.body }),
    result: { status: 0, ...result.result, ...formatsOf(overloads, usual) },
    headers: result.headers ?? [],
    errors: result.errors ?? new Map(),
    ...(result.item && { paging: { by: "", param: [], items: [] } }),
    ...(call.isIdempotent && { idempotencyHeader: "" }),
    unknown: new Set<UnknownPart>([
      ...(["wire", "body", "status", "paging"] as const),
      ...(["security", "server"] as const),
      ...(route ? [] : ["route" as const]),
      ...(result.headers ? [] : ["headers" as const]),
      // Without errors of its own, neither is known whose options they are.
      ...(result.errors ? [] : (["errors", "idempotency"] as const)),
    ]),
  };
};

/** `GET /pets/{petId}`, in a paragraph of its own or before what is said of retries. */
const routeIn = (
  comment: string,
): Pick<SurfaceOperation, "method" | "path"> | undefined => {
  const [last] = [
    ...comment.matchAll(/^`([A-Z]+) (\/[^`\s]*)`(?= - |\.|$)/gm),
  ].reverse();
  const [, method, path] = last ?? [];
  return method === undefined || path === undefined
    ? undefined
    : { method, path };
};

/** The results that have to be asked for. */
const formatsOf = (
  overloads: readonly ReadOverload[],
  usual: ReadOverload,
): Pick<SurfaceResult, "alternatives" | "streaming"> => {
  const [, ...same] = usual.call.acceptable;
  const asked = overloads.flatMap(({ call: { accept }, result }) =>
    accept.map((mediaType) => [mediaType, result.result] as const),
  );
  const stream = overloads.find(({ asks }) => asks !== undefined);
  return {
    alternatives: sortedMap([
      ...same.map((mediaType) => [mediaType, usual.result.result] as const),
      ...asked,
    ]),
    ...(stream?.asks !== undefined &&
      !isStream(usual.result.result.kind) && {
        streaming: { key: stream.asks, item: stream.result.result.type },
      }),
  };
};
