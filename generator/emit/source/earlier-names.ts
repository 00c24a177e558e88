/**
 * The types that callers of an earlier SDK look for in one place of the API, and their earlier names.
 */
import { childTypes } from "../../sdk/types.js";
import type { Model, Name, Operation, Sdk, Type } from "../../sdk/sdk.js";
import { withInitialisms } from "../../sdk/initialisms.js";
import { modulePaths } from "../module-paths.js";
import { operationsOf } from "./tree.js";

/** A type with the file that it is declared in. */
export interface DeclaredType {
  readonly name: Name;
  readonly path: string;
  /** The earlier name, where it differs. */
  readonly alias?: Name;
}

type ModelsByName = ReadonlyMap<Name, Model>;

/** The names of the types of the package. */
export const typeNamesOf = (sdk: Sdk): ReadonlySet<string> =>
  new Set([
    ...sdk.models.map(({ name }) => name),
    ...[...operationsOf(sdk)].flatMap(({ operation }) => [
      operation.errors.name,
      ...paramsTypesOf([operation], "").map(({ name }) => name),
    ]),
  ]);

export const paramsTypesOf = (
  operations: readonly Operation[],
  path: string,
): readonly DeclaredType[] =>
  operations.flatMap(({ params }) =>
    params
      ? [
          params.name,
          ...(params.byResponse
            ? [
                params.byResponse.base,
                params.byResponse.nonStreaming,
                params.byResponse.streaming,
              ]
            : []),
        ].flatMap((name) => withSpellings({ name, path }, name))
      : [],
  );

/** The types that the operations of a resource take and return, also by the names they have only there. */
export const typesOfResource = (
  operations: readonly Operation[],
  path: string,
  models: ModelsByName,
): readonly DeclaredType[] =>
  operations.flatMap((operation) => {
    const own = [
      ...paramsTypesOf([operation], path),
      ...modelsOf(operation, models),
    ];
    const { typeStem: stem } = operation;
    return [
      ...own,
      ...own
        .filter(({ alias }) => alias === undefined)
        .flatMap((type) =>
          stem !== undefined && type.name.startsWith(stem.own)
            ? stem.others.flatMap((other) =>
                withSpellings(type, other + type.name.slice(stem.own.length)),
              )
            : [],
        ),
    ];
  });

/** The type by a name and, if the name has initialisms, also by the one with those in capitals. */
const withSpellings = (
  type: DeclaredType,
  name: string,
): readonly DeclaredType[] =>
  [...new Set([name, withInitialisms(name)])].map((alias) =>
    alias === (type.name as string) ? type : { ...type, alias: alias as Name },
  );

/**
 * Aliases of models that could not have their preferred name, since the language or the package needs it:
 * `Event` of `EventModel`.
 */
export const preferredAliases = (
  types: readonly DeclaredType[],
  models: ModelsByName,
  taken: ReadonlySet<string>,
): readonly DeclaredType[] =>
  types.flatMap((type) => {
    const preferred = models.get(type.name)?.preferredName;
    return preferred === undefined ||
      type.alias !== undefined ||
      taken.has(preferred)
      ? []
      : [{ ...type, alias: preferred }];
  });

/** Each name once: a type has its own name before any other type has it as an alias. */
export const distinctTypes = (
  types: readonly DeclaredType[],
): readonly DeclaredType[] => {
  const byName = new Map<Name, DeclaredType>();
  for (const type of [
    ...types.filter(({ alias }) => alias === undefined),
    ...types.filter(({ alias }) => alias !== undefined),
  ]) {
    const name = type.alias ?? type.name;
    if (!byName.has(name)) byName.set(name, type);
  }
  return [...byName]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, type]) => type);
};

/** The models that the signature of an operation mentions, and those inside them. */
const modelsOf = (
  { params, sent, result, paging, positional }: Operation,
  models: ModelsByName,
): readonly DeclaredType[] =>
  modelsIn(
    [
      ...positional.map(({ type }) => type),
      ...[
        ...(params?.fields ?? []),
        ...(params?.alternatives ?? []).flat(),
      ].map(({ type }) => type),
      // Params have the fields of the body, and do not mention its model.
      ...(sent?.values() ?? []),
      result.type,
      ...(result.alternatives ?? []).map(({ type }) => type),
      ...(result.streaming ? [result.streaming.format.type] : []),
      ...(paging ? [paging.item] : []),
    ],
    models,
  );

/** The models that types mention, and those inside them. */
export const modelsIn = (
  types: readonly Type[],
  models: ModelsByName,
): readonly DeclaredType[] => {
  const found = new Set<Name>();
  const visit = (type: Type): void => {
    if (type.kind === "model") visitModel(type.name);
    for (const child of childTypes(type)) visit(child);
  };
  const visitModel = (name: Name): void => {
    const declaration = models.get(name)?.declaration;
    if (!declaration || found.has(name)) return;
    found.add(name);
    if (declaration.kind === "alias") return visit(declaration.type);
    for (const base of declaration.extends) visitModel(base);
    visit(declaration.body);
  };
  types.forEach(visit);
  return [...found].map((name) => ({ name, path: modulePaths.models }));
};
