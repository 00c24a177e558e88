/**
 * The types that callers of an earlier SDK look for in one place of the API, and what they were called
 * there.
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
  /** What it is called here, where that is not its name. */
  readonly alias?: Name;
}

type ModelsByName = ReadonlyMap<Name, Model>;

/** Names that types of the package have. */
export const typeNames = (sdk: Sdk): ReadonlySet<string> =>
  new Set([
    ...sdk.models.map(({ name }) => name),
    ...[...operationsOf(sdk)].flatMap(({ operation }) => [
      operation.errors.name,
      ...paramsOf([operation], "").map(({ name }) => name),
    ]),
  ]);

export const paramsOf = (
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
        ].flatMap((name) => spelled({ name, path }, name))
      : [],
  );

/** What the operations of a resource take and give, also by the names that they have in it alone. */
export const typesOfResource = (
  operations: readonly Operation[],
  path: string,
  models: ModelsByName,
): readonly DeclaredType[] =>
  operations.flatMap((operation) => {
    const own = [
      ...paramsOf([operation], path),
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
                spelled(type, other + type.name.slice(stem.own.length)),
              )
            : [],
        ),
    ];
  });

/** The type as it is, or by a name; where the name has initialisms, also with those in capitals. */
const spelled = (type: DeclaredType, name: string): readonly DeclaredType[] =>
  [...new Set([name, withInitialisms(name)])].map((alias) =>
    alias === (type.name as string) ? type : { ...type, alias: alias as Name },
  );

/** Models that the language or the package kept from their names: `Event` of `EventModel`. */
export const askedNames = (
  types: readonly DeclaredType[],
  models: ModelsByName,
  taken: ReadonlySet<string>,
): readonly DeclaredType[] =>
  types.flatMap((type) => {
    const asked = models.get(type.name)?.askedName;
    return asked === undefined || type.alias !== undefined || taken.has(asked)
      ? []
      : [{ ...type, alias: asked }];
  });

/** Each name once: that of a type itself comes before one that stands for another. */
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

/** The models that callers of an operation meet, and those inside of them. */
const modelsOf = (
  { params, sent, result, paging, positional }: Operation,
  models: ModelsByName,
): readonly DeclaredType[] =>
  typesIn(
    [
      ...positional.map(({ type }) => type),
      ...[
        ...(params?.fields ?? []),
        ...(params?.alternatives ?? []).flat(),
      ].map(({ type }) => type),
      // Its fields alone are in params.
      ...(sent?.values() ?? []),
      result.type,
      ...(result.alternatives ?? []).map(({ type }) => type),
      ...(result.streaming ? [result.streaming.format.type] : []),
      ...(paging ? [paging.item] : []),
    ],
    models,
  );

/** The models among the types, and those inside of them. */
export const typesIn = (
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
