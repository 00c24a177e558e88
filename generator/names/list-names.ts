/**
 * Every public name of an SDK with what it names in the document, and the line of the config that
 * changes it.
 */
import type { Document } from "../openapi/document.js";
import {
  requiresCredentials,
  neededByClient,
} from "../sdk/needed-credentials.js";
import type { Operation, Resource, Sdk } from "../sdk/sdk.js";
import { idsAndTags, type DocumentNames } from "./document-names.js";

/** The names of one SDK, in its order. */
export interface PublicNames {
  readonly package: PackageName;
  readonly client: ClientName;
  readonly resources: readonly ResourceName[];
  readonly operations: readonly OperationName[];
  readonly models: readonly ModelName[];
}

export interface PackageName {
  /** On npm. */
  readonly name: string;
  /** `package: { name: "@acme/sdk" }` */
  readonly config: string;
  readonly environmentPrefix: EnvironmentPrefix;
}

export interface EnvironmentPrefix {
  /** Environment variables begin with it: `ACME` */
  readonly name: string;
  /** `environmentPrefix: "ACME"` */
  readonly config: string;
}

export interface ClientName {
  readonly className: string;
  /** Its options, credentials and errors. */
  readonly types: readonly string[];
  /** `clientName: "Acme"` */
  readonly config: string;
}

export interface ResourceName {
  /** `client.apiKeys` */
  readonly name: string;
  readonly className: string;
  /** Those of its operations, sorted. */
  readonly tags: readonly string[];
  /**
   * A line for each tag that only this resource has: `resources: { "API Keys": "apiKeys" }`; without such
   * a tag, the one that moves the first of its operations.
   */
  readonly config: readonly string[];
}

export interface OperationName {
  /** `client.apiKeys.create` */
  readonly name: string;
  /** `createAPIKey` */
  readonly functionName: string;
  readonly method: string;
  readonly path: string;
  readonly operationId?: string;
  /** Of its parameters and its errors, which are called after the function. */
  readonly types: readonly string[];
  /** `methods: { "createKey": "create" }` */
  readonly config: string;
}

export interface ModelName {
  readonly name: string;
  /** The name in `components.schemas`; absent for a type that has none in the document. */
  readonly schema?: string;
  /** `models: { "pet_v2": "PetV2" }`; absent for a type that is called after another one or its place. */
  readonly config?: string;
}

export function listNames(sdk: Sdk, document: Document): PublicNames {
  const known = idsAndTags(document);
  const { className, coreName, credentialsName, errorName } = sdk.client;
  const operations = sdk.operations.map((operation) =>
    operationName(operation, "client", known),
  );
  const resources: ResourceName[] = [];
  const visit = (resource: Resource, parent: string): void => {
    const name = `${parent}.${resource.property}`;
    resources.push(resourceName(resource, name, known));
    for (const operation of resource.operations)
      operations.push(operationName(operation, name, known));
    for (const child of resource.children) visit(child, name);
  };
  for (const resource of sdk.resources) visit(resource, "client");
  return {
    package: packageName(sdk),
    client: {
      className,
      types: [
        `${className}Options`,
        coreName,
        `${coreName}Options`,
        ...(requiresCredentials(neededByClient(sdk)) ? [credentialsName] : []),
        errorName,
      ],
      config: `clientName: ${JSON.stringify(className)}`,
    },
    resources,
    operations,
    models: sdk.models.map(({ name, wireName }) => ({
      name,
      ...(wireName !== undefined && {
        schema: wireName,
        config: line("models", wireName, name),
      }),
    })),
  };
}

function packageName({ package: { name }, client }: Sdk): PackageName {
  const { environmentPrefix } = client;
  return {
    name,
    config: `package: { name: ${JSON.stringify(name)} }`,
    environmentPrefix: {
      name: environmentPrefix,
      config: `environmentPrefix: ${JSON.stringify(environmentPrefix)}`,
    },
  };
}

const line = (option: string, key: string, name: string): string =>
  `${option}: { ${JSON.stringify(key)}: ${JSON.stringify(name)} }`;

const keyOf = ({ method, path }: Operation): string => `${method} ${path}`;

/** The operationId where it belongs to this operation alone. */
const configKey = (operation: Operation, { ids }: DocumentNames): string =>
  ids.get(keyOf(operation))?.unique ?? keyOf(operation);

function operationName(
  operation: Operation,
  resource: string,
  known: DocumentNames,
): OperationName {
  const { functionName, methodName, method, path, params, errors } = operation;
  const id = known.ids.get(keyOf(operation))?.id;
  return {
    name: `${resource}.${methodName}`,
    functionName,
    method,
    path,
    ...(id !== undefined && { operationId: id }),
    types: [...(params ? [params.name] : []), errors.name],
    config: line("methods", configKey(operation, known), methodName),
  };
}

const keysOf = (operations: readonly Operation[]): ReadonlySet<string> =>
  new Set(operations.map(keyOf));

const operationsBelow = ({
  operations,
  children,
}: Resource): readonly Operation[] => [
  ...operations,
  ...children.flatMap(operationsBelow),
];

function resourceName(
  resource: Resource,
  name: string,
  known: DocumentNames,
): ResourceName {
  const tagsOf = (operations: readonly Operation[]): readonly string[] => [
    ...new Set(operations.flatMap((one) => known.tags.get(keyOf(one)) ?? [])),
  ];
  const below = operationsBelow(resource);
  const keys = keysOf(below);
  const nested = resource.children.map((child) =>
    keysOf(operationsBelow(child)),
  );
  const isOwn = (tag: string): boolean => {
    const users = [...(known.users.get(tag) ?? [])];
    const hasAll = (some: ReadonlySet<string>): boolean =>
      users.every((key) => some.has(key));
    return hasAll(keys) && !nested.some(hasAll);
  };
  const path = name.slice("client.".length);
  const own = tagsOf(below).filter(isOwn).sort();
  const [first] = below;
  return {
    name,
    className: resource.className,
    tags: [...tagsOf(resource.operations)].sort(),
    config:
      own.length > 0
        ? own.map((tag) => line("resources", tag, path))
        : first
          ? [
              line(
                "methods",
                configKey(first, known),
                pathTo(first, resource, path),
              ),
            ]
          : [],
  };
}

/** `orgs.members.list` */
function pathTo(
  operation: Operation,
  resource: Resource,
  path: string,
): string {
  if (resource.operations.includes(operation))
    return `${path}.${operation.methodName}`;
  const child = resource.children.find((one) =>
    operationsBelow(one).includes(operation),
  );
  return child
    ? pathTo(operation, child, `${path}.${child.property}`)
    : `${path}.${operation.methodName}`;
}
