/**
 * The namespace of the client's class where it is to replace that of an earlier SDK: every type as
 * `Acme.Pet`, and those of a resource's operations also as `Acme.Pets.Pet`.
 */
import { childTypes } from "../../sdk/types.js";
import type {
  Model,
  Name,
  Operation,
  Resource,
  Sdk,
  Type,
} from "../../sdk/sdk.js";
import { code, ident, type Code } from "../encode/encode.js";
import type { Module } from "../module.js";
import { modulePaths } from "../module-paths.js";
import {
  exportAlias,
  namespaceOf,
  type AliasStructure,
  type NamespaceStructure,
} from "../structures.js";
import { operationsOf, resourceModulePath } from "./tree.js";

/** A type with the file that it is declared in. */
interface DeclaredType {
  readonly name: Name;
  readonly path: string;
}

export const compatibleTypes = (
  sdk: Sdk,
  module: Module,
): readonly NamespaceStructure[] => {
  const { client, resources, models, operations } = sdk;
  if (client.compatibility === undefined) return [];
  const unwrapping = unwrappingOf(sdk, module);
  const byName = new Map(models.map((model) => [model.name, model]));
  const namespaces = new Set([
    ...namespaceNames(resources),
    ...[...unwrapping.keys()].flatMap((path) => path.split(".").map(capital)),
  ]);
  const exported = (types: readonly DeclaredType[]): readonly Code[] =>
    types
      // A namespace of that name is found first.
      .filter(({ name }) => !namespaces.has(name))
      .sort((one, other) => (one.name < other.name ? -1 : 1))
      .map(({ name, path }) => module.import(name, path, true));
  const taken = new Set<string>([
    ...namespaces,
    ...models.map(({ name }) => name),
    ...paramsOf(
      [...operationsOf(sdk)].map(({ operation }) => operation),
      "",
    ).map(({ name }) => name),
  ]);
  /** What methods that unwrap webhooks give belongs to their resource, which may have nothing else. */
  const received = typesIn(
    sdk.webhooks.map(({ payload }) => payload),
    byName,
  );
  const unwrapped = (at: string): readonly AliasStructure[] =>
    (unwrapping.get(at) ?? []).filter(({ name }) => !taken.has(String(name)));
  const webhookNamespaces = (
    around: string,
    beside: readonly Resource[],
  ): readonly NamespaceStructure[] => {
    const start = around === "" ? "" : `${around}.`;
    const inside = [...unwrapping.keys()]
      .filter((path) => path !== "" && path.startsWith(start))
      .map((path) => path.slice(start.length).split(".")[0] ?? "")
      .filter((name) => beside.every(({ property }) => property !== name));
    return [...new Set(inside)].map((name) => {
      const at = start + name;
      return namespaceOf({
        name: ident(capital(name) as Name),
        types: exported(unwrapping.has(at) ? received : []),
        aliases: unwrapped(at),
        namespaces: webhookNamespaces(at, []),
      });
    });
  };
  const resourceNamespace = (
    resource: Resource,
    path: string,
    around: readonly Name[] = [],
  ): NamespaceStructure => {
    const place = [...around, resource.property];
    const at = place.join(".");
    // What a resource inside has, its resource has too: `Chat.Completions.Chunk` is `Chat.Chunk`.
    const own = [resource, ...resource.children].flatMap(
      ({ operations: of }) => of,
    );
    return namespaceOf({
      name: namespaceName(resource),
      types: exported(
        distinct([
          ...paramsOf(own, path),
          ...modelsOf(own, byName),
          ...(unwrapping.has(at) ? received : []),
        ]),
      ),
      aliases: unwrapped(at),
      namespaces: [
        ...resource.children.map((one) => resourceNamespace(one, path, place)),
        ...webhookNamespaces(at, resource.children),
      ],
    });
  };
  /** Of all operations, by the file that has them. */
  const ofAll = <T>(
    of: (operations: readonly Operation[], path: string) => readonly T[],
  ): readonly T[] => [
    ...of(operations, modulePaths.operations),
    ...resources.flatMap((resource) =>
      of(
        [...operationsOf({ resources: [resource] })].map(
          ({ operation }) => operation,
        ),
        resourceModulePath(resource),
      ),
    ),
  ];
  return [
    namespaceOf({
      name: ident(client.className),
      types: exported([
        ...ofAll(paramsOf),
        ...models.map(({ name }) => ({ name, path: modulePaths.models })),
      ]),
      aliases: [],
      namespaces: [
        ...resources.map((resource) =>
          resourceNamespace(resource, resourceModulePath(resource)),
        ),
        ...webhookNamespaces("", resources),
      ],
    }),
  ];
};

/** `UnwrapWebhookEvent` and the like, by the resource of the method: what it gives. */
const unwrappingOf = (
  { webhookMethods }: Sdk,
  module: Module,
): ReadonlyMap<string, readonly AliasStructure[]> => {
  const found = new Map<string, readonly AliasStructure[]>();
  for (const { name } of webhookMethods) {
    const path = name.slice(0, -1).join(".");
    const payloads = module.import(
      "WebhookPayloads",
      modulePaths.webhooks,
      true,
    );
    const alias = exportAlias({
      name: ident(`${capital(name.at(-1) ?? "")}WebhookEvent` as Name),
      type: code`${payloads}[keyof ${payloads}]`,
    });
    found.set(path, [...(found.get(path) ?? []), alias]);
  }
  return found;
};

const distinct = (types: readonly DeclaredType[]): readonly DeclaredType[] => [
  ...new Map(types.map((type) => [type.name, type])).values(),
];

const capital = (name: string): string =>
  name.charAt(0).toUpperCase() + name.slice(1);

/** `apiKeys` -> `APIKeys`, spelled as the end of the class's name is. */
export const namespaceName = ({ className, property }: Resource): Code => {
  const end = className.slice(-property.length);
  const isSame =
    end.toLowerCase() === property.toLowerCase() && /^[A-Z]/.test(end);
  return ident((isSame ? end : capital(property)) as Name);
};

const namespaceNames = (resources: readonly Resource[]): readonly string[] =>
  resources.flatMap((resource) => [
    String(namespaceName(resource)),
    ...namespaceNames(resource.children),
  ]);

const paramsOf = (
  operations: readonly Operation[],
  path: string,
): readonly DeclaredType[] =>
  operations.flatMap(({ params }) =>
    params
      ? [
          params.name,
          ...(params.byAnswer
            ? [params.byAnswer.whole, params.byAnswer.streaming]
            : []),
        ].map((name) => ({ name, path }))
      : [],
  );

/** The models that callers of the operations meet, and those inside of them. */
const modelsOf = (
  operations: readonly Operation[],
  byName: ReadonlyMap<Name, Model>,
): readonly DeclaredType[] =>
  typesIn(
    operations.flatMap(({ params, result, paging, positional }) => [
      ...positional.map(({ type }) => type),
      ...[
        ...(params?.fields ?? []),
        ...(params?.alternatives ?? []).flat(),
      ].map(({ type }) => type),
      result.type,
      ...(result.alternatives ?? []).map(({ type }) => type),
      ...(result.streaming ? [result.streaming.format.type] : []),
      ...(paging ? [paging.item] : []),
    ]),
    byName,
  );

/** The models among the types, and those inside of them. */
const typesIn = (
  types: readonly Type[],
  byName: ReadonlyMap<Name, Model>,
): readonly DeclaredType[] => {
  const found = new Set<Name>();
  const visit = (type: Type): void => {
    if (type.kind === "model") visitModel(type.name);
    for (const child of childTypes(type)) visit(child);
  };
  const visitModel = (name: Name): void => {
    const declaration = byName.get(name)?.declaration;
    if (!declaration || found.has(name)) return;
    found.add(name);
    if (declaration.kind === "alias") return visit(declaration.type);
    for (const base of declaration.extends) visitModel(base);
    visit(declaration.body);
  };
  types.forEach(visit);
  return [...found].map((name) => ({ name, path: modulePaths.models }));
};
