/**
 * The surface of a package as its declarations (`.d.ts`) have it: of packages of other generators, and of
 * versions that were published without `sdkwright.surface.json`.
 *
 * What declarations do not say is marked in it (`UnknownPart`, `isDeclared`), and the comparison tells no
 * change of it.
 */
import type { ts } from "ts-morph";
import { sortedMap } from "../diagnostics/code-units.js";
import type { Shape } from "../surface/shape.js";
import type {
  Surface,
  SurfaceModel,
  SurfacePackage,
} from "../surface/surface.js";
import { typescript } from "../write/typescript.js";
import { readClient } from "./client.js";
import { declarationFiles, type ReadFile } from "./declaration-files.js";
import { typesEntries } from "./entry.js";
import { findClient } from "./methods.js";
import { exportedTypes, isInModelsModule, resolved } from "./model-names.js";
import {
  openDeclarations,
  type OpenDeclarations,
} from "./open-declarations.js";
import { readOperations } from "./operations.js";
import { namesIn } from "./named-shapes.js";
import { DeclaredShapes, TooLarge } from "./shapes.js";

/** The surface, or why there is none. */
export type DeclaredSurface =
  | {
      readonly kind: "surface";
      readonly surface: Surface;
      /** Imports that lead out of the package, which were not followed. */
      readonly outside: readonly string[];
    }
  | { readonly kind: "unreadable"; readonly reason: string };

/** Reads whatever the files hold; nothing is thrown. */
export const readDeclarations = (read: ReadFile): DeclaredSurface => {
  const manifest = manifestIn(read("package.json"));
  if (!manifest)
    return { kind: "unreadable", reason: "its package.json is no object" };
  try {
    const files = declarationFiles(typesEntries(manifest), read);
    if (files.kind === "unreadable") return files;
    const opened = openDeclarations(files);
    if (typeof opened === "string")
      return { kind: "unreadable", reason: opened };
    const surface = surfaceIn(opened, packageOf(manifest));
    return surface.client.className === "" && surface.models.size === 0
      ? { kind: "unreadable", reason: "its types have no client and no models" }
      : { kind: "surface", surface, outside: files.outside };
  } catch (error) {
    // The compiler does not expect every text that somebody may write.
    return { kind: "unreadable", reason: reasonOf(error) };
  }
};

const reasonOf = (error: unknown): string =>
  error instanceof TooLarge || error instanceof RangeError
    ? "its types are too large, or too deep inside each other"
    : `the compiler fails on them: ${error instanceof Error ? error.message : String(error)}`;

const manifestIn = (
  text: string | undefined,
): Readonly<Record<string, unknown>> | undefined => {
  try {
    const given: unknown = JSON.parse(text ?? "");
    return typeof given === "object" && given !== null && !Array.isArray(given)
      ? { ...given }
      : undefined;
  } catch {
    return undefined;
  }
};

const packageOf = ({
  name,
  exports,
  engines,
}: Readonly<Record<string, unknown>>): SurfacePackage => {
  const paths =
    typeof exports === "object" && exports !== null ? Object.keys(exports) : [];
  const node =
    typeof engines === "object" && engines !== null && "node" in engines
      ? engines.node
      : undefined;
  return {
    name: typeof name === "string" ? name : "",
    exports: paths
      .filter((path) => path.startsWith("./") && path !== "./package.json")
      .sort(),
    ...(typeof node === "string" && { node }),
  };
};

const surfaceIn = (
  declarations: OpenDeclarations,
  ofPackage: SurfacePackage,
): Surface => {
  const { checker } = declarations;
  const types = exportedTypes(declarations);
  const shapes = new DeclaredShapes(checker, types);
  const client = findClient(declarations);
  const operations = readOperations(
    ...([declarations, client?.methods ?? [], shapes] as const),
  );
  const webhooks = payloadsIn("WebhookPayloads", declarations, shapes);
  const callbacks = payloadsIn("CallbackPayloads", declarations, shapes);
  const symbols = new Map([...types].map(([symbol, name]) => [name, symbol]));
  const waiting = [
    ...[...types].flatMap(([symbol, name]) =>
      isInModelsModule(symbol, declarations) ? [name] : [],
    ),
    ...namesIn(operations),
    ...namesIn(webhooks),
    ...namesIn(callbacks),
  ];
  const models = new Map<string, SurfaceModel>();
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const symbol = symbols.get(name);
    if (!symbol || models.has(name)) continue;
    const type = shapes.ofDeclaration(symbol);
    models.set(name, { type, ...membersOf(symbol, checker) });
    waiting.push(...namesIn(type));
  }
  return {
    package: ofPackage,
    client: readClient(declarations, client),
    operations,
    models: sortedMap(models),
    webhooks,
    ...(callbacks.size > 0 && { callbacks }),
    isDeclared: true,
  };
};

/** The constant that an enum has beside its type: its names with their values. */
const membersOf = (
  symbol: ts.Symbol,
  checker: ts.TypeChecker,
): Pick<SurfaceModel, "members"> => {
  if (!(symbol.flags & typescript.SymbolFlags.Variable)) return {};
  const properties = checker.getPropertiesOfType(
    checker.getTypeOfSymbol(symbol),
  );
  return {
    members: sortedMap(
      properties.flatMap((one) => {
        const type = checker.getTypeOfSymbol(one);
        return type.isStringLiteral() || type.isNumberLiteral()
          ? [[one.name, type.value] as const]
          : [];
      }),
    ),
  };
};

/** The properties of an interface, where that is exported. */
const payloadsIn = (
  name: string,
  { checker, entry }: OpenDeclarations,
  shapes: DeclaredShapes,
): ReadonlyMap<string, Shape> => {
  const exported = checker
    .getExportsOfModule(entry)
    .find((one) => one.name === name);
  const payloads =
    exported && shapes.ofDeclaration(resolved(exported, checker));
  return sortedMap(
    payloads?.kind === "object"
      ? [...payloads.properties].map(([key, { type }]) => [key, type])
      : [],
  );
};
