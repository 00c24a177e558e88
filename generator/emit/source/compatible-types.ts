/**
 * The namespace of the client's class where it is to replace that of an earlier SDK: every type as
 * `Acme.Pet`, and those of a resource also as `Acme.Pets.Pet`.
 */
import type { Name, Operation, Resource, Sdk } from "../../sdk/sdk.js";
import { withInitialisms } from "../../sdk/initialisms.js";
import { code, ident, type Code } from "../encode/encode.js";
import type { Module } from "../module.js";
import { modulePaths } from "../module-paths.js";
import {
  exportAlias,
  namespaceOf,
  type AliasStructure,
  type NamespaceStructure,
} from "../structures.js";
import {
  preferredAliases,
  distinctTypes,
  paramsTypesOf,
  typeNamesOf,
  modelsIn,
  typesOfResource,
  type DeclaredType,
} from "./earlier-names.js";
import { runtimeSymbols } from "./symbols.js";
import { operationsOf, resourceModulePath } from "./tree.js";

export const compatibleTypes = (
  sdk: Sdk,
  module: Module,
): readonly NamespaceStructure[] => {
  const { client, resources, models } = sdk;
  if (client.compatibility === undefined) return [];
  const unwrapping = unwrappingOf(sdk, module);
  const byName = new Map(models.map((model) => [model.name, model]));
  const places = [...unwrapping.keys(), ...sdk.resourceModels.keys()];
  const namespaces = new Set([
    ...namespaceNames(resources),
    ...places.flatMap((path) => path.split(".").map(capital)),
  ]);
  const types = typeNamesOf(sdk);
  const taken = new Set<string>([...namespaces, ...types]);
  const exported = (listed: readonly DeclaredType[]): NamespaceTypes =>
    distinctTypes([...listed, ...preferredAliases(listed, byName, types)])
      // A namespace of that name would hide the type.
      .filter(({ name, alias }) => !namespaces.has(alias ?? name))
      .map(({ name, path, alias }) => ({
        name: module.import(name, path, true),
        ...(alias !== undefined && { alias: ident(alias) }),
      }));
  /** Payloads belong to the resource whose method unwraps webhooks, even if it has no operation. */
  const payloads = modelsIn(
    sdk.webhooks.map(({ payload }) => payload),
    byName,
  );
  const placed = (at: string): readonly DeclaredType[] => [
    ...modelsIn(
      (sdk.resourceModels.get(at) ?? []).map((name) => ({
        kind: "model",
        name,
      })),
      byName,
    ),
    ...(unwrapping.has(at) ? payloads : []),
  ];
  const unwrapped = (at: string): readonly AliasStructure[] =>
    (unwrapping.get(at) ?? []).filter(({ name }) => !taken.has(String(name)));
  /** The namespaces of places that are not resources, since they have no operation. */
  const otherNamespaces = (
    around: string,
    beside: readonly Resource[],
  ): readonly NamespaceStructure[] => {
    const start = around === "" ? "" : `${around}.`;
    const inside = places
      .filter((path) => path !== "" && path.startsWith(start))
      .map((path) => path.slice(start.length).split(".")[0] ?? "")
      .filter((name) => beside.every(({ property }) => property !== name));
    return [...new Set(inside)].sort().map((name) => {
      const at = start + name;
      return namespaceOf({
        name: ident(capital(name) as Name),
        types: exported(placed(at)),
        aliases: unwrapped(at),
        namespaces: otherNamespaces(at, []),
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
    // The types of an inner resource are also those of the outer one: `Chat.Completions.Chunk` is `Chat.Chunk`.
    const own = [resource, ...resource.children].flatMap(
      ({ operations: of }) => of,
    );
    return namespaceOf({
      name: namespaceName(resource),
      types: exported([
        ...typesOfResource(own, path, byName),
        ...[
          at,
          ...resource.children.map((one) => `${at}.${one.property}`),
        ].flatMap(placed),
      ]),
      aliases: unwrapped(at),
      namespaces: [
        ...resource.children.map((one) => resourceNamespace(one, path, place)),
        ...otherNamespaces(at, resource.children),
      ],
    });
  };
  const all = exported([
    ...paramsByFile(sdk),
    ...models.map(({ name }) => ({ name, path: modulePaths.models })),
  ]);
  const declared = new Set([
    ...namespaces,
    ...all.map(({ name, alias }) => String(alias ?? name)),
  ]);
  const ofClient = new Map(
    [...optionTypes(sdk, module), ...[...unwrapping.keys()].flatMap(unwrapped)]
      .map((alias) => [String(alias.name), alias] as const)
      .filter(([name]) => !declared.has(name)),
  );
  return [
    namespaceOf({
      name: ident(client.className),
      types: all,
      aliases: [...ofClient.values()],
      namespaces: [
        ...resources.map((resource) =>
          resourceNamespace(resource, resourceModulePath(resource)),
        ),
        ...otherNamespaces("", resources),
      ],
    }),
  ];
};

/** The types of the options of a client and of its calls. */
const optionTypes = (
  { client }: Sdk,
  module: Module,
): readonly AliasStructure[] => [
  exportAlias({
    name: code`ClientOptions`,
    type: code`${ident(client.className)}Options`,
  }),
  exportAlias({
    name: code`RequestOptions`,
    type: module.use(runtimeSymbols.CompatibleRequestOptions),
  }),
];

type NamespaceTypes = Parameters<typeof namespaceOf>[0]["types"];

/** The types of params of all operations, with the files that declare them. */
const paramsByFile = ({
  operations,
  resources,
}: Sdk): readonly DeclaredType[] => [
  ...paramsTypesOf(operations, modulePaths.operations),
  ...resources.flatMap((resource) => {
    const inside: readonly Operation[] = [
      ...operationsOf({ resources: [resource] }),
    ].map(({ operation }) => operation);
    return paramsTypesOf(inside, resourceModulePath(resource));
  }),
];

/** The types of what methods that unwrap webhooks return, such as `UnwrapWebhookEvent`, by resource. */
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

const capital = (name: string): string =>
  name.charAt(0).toUpperCase() + name.slice(1);

/** `apiKeys` -> `APIKeys`, spelled as the end of the class's name is. */
export const namespaceName = ({ className, property }: Resource): Code => {
  const end = className.slice(-property.length);
  const isSame =
    end.toLowerCase() === property.toLowerCase() && /^[A-Z]/.test(end);
  return ident(withInitialisms(isSame ? end : capital(property)) as Name);
};

const namespaceNames = (resources: readonly Resource[]): readonly string[] =>
  resources.flatMap((resource) => [
    String(namespaceName(resource)),
    ...namespaceNames(resource.children),
  ]);
