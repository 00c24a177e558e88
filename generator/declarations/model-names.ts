/**
 * The types that a package exports, by their names: what a model can be.
 */
import { posix } from "node:path";
import type { ts } from "ts-morph";
import { byCodeUnit } from "../diagnostics/code-units.js";
import { typescript } from "../write/typescript.js";
import { isOldName } from "./comments.js";
import { isOfLibrary, type OpenDeclarations } from "./open-declarations.js";

/** Names inside namespaces inside namespaces: the last ones are not reached otherwise. */
const maxDepth = 5;

/** The declared types with their exported names; those of a namespace by the last part, if one has it. */
export const exportedTypes = ({
  checker,
  entry,
}: OpenDeclarations): ReadonlyMap<ts.Symbol, string> => {
  const paths = new Map<ts.Symbol, string>();
  const visit = (module: ts.Symbol, above: string, depth: number): void => {
    for (const one of checker.getExportsOfModule(module)) {
      const symbol = resolved(one, checker);
      const name = one.name === "default" ? symbol.name : one.name;
      const path = above === "" ? name : `${above}.${name}`;
      const known = paths.get(symbol);
      if (isModel(symbol, checker) && (!known || isShorter(path, known)))
        paths.set(symbol, path);
      if (symbol.flags & typescript.SymbolFlags.Namespace && depth < maxDepth)
        visit(symbol, path, depth + 1);
    }
  };
  visit(entry, "", 0);
  const lastParts = new Map<string, number>();
  for (const path of paths.values()) {
    const last = lastPart(path);
    lastParts.set(last, (lastParts.get(last) ?? 0) + 1);
  }
  return new Map(
    [...paths].map(([symbol, path]) => [
      symbol,
      lastParts.get(lastPart(path)) === 1 ? lastPart(path) : path,
    ]),
  );
};

const lastPart = (path: string): string =>
  path.slice(path.lastIndexOf(".") + 1);

const isShorter = (path: string, other: string): boolean =>
  path.length < other.length ||
  (path.length === other.length && byCodeUnit(path, other) < 0);

/** What an import or an export stands for. */
export const resolved = (
  symbol: ts.Symbol,
  checker: ts.TypeChecker,
): ts.Symbol =>
  symbol.flags & typescript.SymbolFlags.Alias
    ? checker.getAliasedSymbol(symbol)
    : symbol;

/** An interface, an alias or an enum without type parameters. */
const isModel = (symbol: ts.Symbol, checker: ts.TypeChecker): boolean =>
  !isOfLibrary(symbol) &&
  !isOldName(symbol, checker) &&
  (symbol.declarations ?? []).some(
    (one) =>
      typescript.isEnumDeclaration(one) ||
      ((typescript.isInterfaceDeclaration(one) ||
        typescript.isTypeAliasDeclaration(one)) &&
        !one.typeParameters),
  );

/** True of what a module `models` beside the entry declares: it is there for callers, used or not. */
export const isInModelsModule = (
  { declarations = [] }: ts.Symbol,
  { entry }: OpenDeclarations,
): boolean => {
  const [main] = entry.declarations ?? [];
  const folder = posix.dirname(main?.getSourceFile().fileName ?? "");
  return declarations.some((one) => {
    const path = one.getSourceFile().fileName;
    return (
      posix.dirname(path) === folder &&
      /^models\.d\.[cm]?ts$/.test(posix.basename(path))
    );
  });
};
