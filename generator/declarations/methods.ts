/**
 * The methods of a client, of its resources and of theirs: `client.pets.get`.
 */
import type { ts } from "ts-morph";
import { typescript } from "../write/typescript.js";
import { isOldName } from "./comments.js";
import { resolved } from "./model-names.js";
import { isOfLibrary, type OpenDeclarations } from "./open-declarations.js";
import { isHidden } from "./records.js";

/** A method or a function, with its overloads in the order of the file. */
export interface DeclaredFunction {
  readonly symbol: ts.Symbol;
  readonly overloads: readonly ts.SignatureDeclaration[];
}

export interface DeclaredMethod extends DeclaredFunction {
  /** `client.pets.get` */
  readonly call: string;
}

export interface DeclaredClient {
  readonly symbol: ts.Symbol;
  readonly methods: readonly DeclaredMethod[];
}

/** Resources inside resources: deeper ones are none. */
const maxDepth = 10;

/** The default export, or the class with the most operations; undefined where neither is there. */
export const findClient = ({
  checker,
  entry,
}: OpenDeclarations): DeclaredClient | undefined => {
  const found = checker
    .getExportsOfModule(entry)
    .map((one) => ({ name: one.name, symbol: resolved(one, checker) }))
    .filter(
      ({ symbol }) =>
        symbol.flags & typescript.SymbolFlags.Class &&
        !isOfLibrary(symbol) &&
        !isPromise(checker.getDeclaredTypeOfSymbol(symbol), checker),
    )
    .map(({ name, symbol }) => ({
      name,
      symbol,
      methods: methodsOf(symbol, checker),
    }));
  const [client] = found
    .filter(({ name, methods }) => name === "default" || methods.length > 0)
    .sort(
      (a, b) =>
        Number(b.name === "default") - Number(a.name === "default") ||
        b.methods.length - a.methods.length,
    );
  return client;
};

const methodsOf = (
  client: ts.Symbol,
  checker: ts.TypeChecker,
): readonly DeclaredMethod[] => {
  const found: DeclaredMethod[] = [];
  const visit = (type: ts.Type, path: string, above: readonly ts.Type[]) => {
    for (const symbol of checker.getPropertiesOfType(type)) {
      if (!isPublic(symbol) || isOldName(symbol, checker)) continue;
      // What a client inherits is for calls that no operation is there for.
      if (above.length === 0 && !isOwn(symbol, client)) continue;
      const call = `${path}.${symbol.name}`;
      const overloads = overloadsOf(symbol, checker);
      if (overloads.length > 0) {
        found.push({ call, symbol, overloads });
        continue;
      }
      const inside = checker.getTypeOfSymbol(symbol);
      if (
        isResource(inside) &&
        !above.includes(inside) &&
        above.length < maxDepth
      )
        visit(inside, call, [...above, type]);
    }
  };
  visit(checker.getDeclaredTypeOfSymbol(client), "client", []);
  return found.filter(({ overloads }) =>
    overloads.some((one) => isCall(one, checker)),
  );
};

const isCall = (
  { type }: ts.SignatureDeclaration,
  checker: ts.TypeChecker,
): boolean =>
  type !== undefined && isPromise(checker.getTypeFromTypeNode(type), checker);

const isPromise = (type: ts.Type, checker: ts.TypeChecker): boolean =>
  checker.getPropertyOfType(type, "then") !== undefined;

const isPublic = ({ declarations = [] }: ts.Symbol): boolean =>
  !declarations.some(isHidden);

const isOwn = ({ declarations = [] }: ts.Symbol, owner: ts.Symbol): boolean =>
  declarations.some(({ parent }) =>
    owner.declarations?.some((one) => one === parent),
  );

/** The ways to call it that name no types of the caller's; none of what is no function. */
export const overloadsOf = (
  symbol: ts.Symbol,
  checker: ts.TypeChecker,
): readonly ts.SignatureDeclaration[] => {
  if (!symbol.valueDeclaration) return [];
  return checker
    .getTypeOfSymbol(symbol)
    .getCallSignatures()
    .flatMap(({ declaration }) =>
      declaration &&
      !typescript.isJSDocSignature(declaration) &&
      !declaration.typeParameters
        ? [declaration]
        : [],
    );
};

const isResource = (type: ts.Type): boolean =>
  (type.flags & typescript.TypeFlags.Object) !== 0 &&
  // A type without a name has a symbol too, but for what the compiler makes up.
  (type as { readonly symbol?: ts.Symbol }).symbol !== undefined &&
  !isOfLibrary(type.symbol);
