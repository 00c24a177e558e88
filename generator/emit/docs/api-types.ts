/**
 * Which models belong to which resource: those that only its operations reach. What several reach is
 * shared.
 */
import type { Name, Operation, Resource, Sdk, Type } from "../../sdk/sdk.js";
import { childTypes } from "../../sdk/types.js";
import { operationsOf } from "../source/tree.js";

export interface TypesByResource {
  /** By the resource; of the client's own methods under `undefined`. */
  readonly owned: ReadonlyMap<Resource | undefined, readonly Name[]>;
  readonly shared: readonly Name[];
}

export function typesByResource(sdk: Sdk): TypesByResource {
  const mentioned = new Map(
    sdk.models.map(({ name, declaration }): [Name, ReadonlySet<Name>] => [
      name,
      declaration.kind === "alias"
        ? modelsIn([declaration.type])
        : new Set([...declaration.extends, ...modelsIn([declaration.body])]),
    ]),
  );
  const users = new Map<Name, (Resource | undefined)[]>();
  const use = (
    resource: Resource | undefined,
    operations: Iterable<Operation>,
  ): void => {
    const reached = modelsIn([...operations].flatMap(typesOf));
    // What is added while it runs is visited too.
    for (const name of reached) {
      for (const next of mentioned.get(name) ?? []) reached.add(next);
      users.set(name, [...(users.get(name) ?? []), resource]);
    }
  };
  use(undefined, sdk.operations);
  for (const resource of sdk.resources)
    use(
      resource,
      [...operationsOf({ resources: [resource] })].map(
        ({ operation }) => operation,
      ),
    );
  const owned = new Map<Resource | undefined, Name[]>();
  const shared: Name[] = [];
  for (const { name } of sdk.models) {
    const [user, ...others] = users.get(name) ?? [];
    if (!users.has(name) || others.length > 0) shared.push(name);
    else owned.set(user, [...(owned.get(user) ?? []), name]);
  }
  return { owned, shared };
}

const typesOf = ({ positional, params, result, errors, paging }: Operation) => [
  ...positional.map(({ type }) => type),
  ...[params?.fields ?? [], ...(params?.alternatives ?? [])]
    .flat()
    .map(({ type }) => type),
  result.type,
  ...(result.alternatives ?? []).map(({ type }) => type),
  ...(result.streaming ? [result.streaming.format.type] : []),
  ...(result.events?.declared ?? []).map(({ type }) => type),
  ...errors.responses.map(({ body }) => body),
  ...(paging ? [paging.item] : []),
];

function modelsIn(types: readonly Type[]): Set<Name> {
  const names = new Set<Name>();
  const visit = (type: Type): void => {
    if (type.kind === "model") names.add(type.name);
    childTypes(type).forEach(visit);
  };
  types.forEach(visit);
  return names;
}
