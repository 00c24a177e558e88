/**
 * `src/resources/<resource>.ts`: the operations of one resource, as functions and as a class that
 * calls them. Nested resources share the file of their top one.
 */
import type { Name, Operation, Resource, Sdk } from "../../sdk/sdk.js";
import {
  code,
  docs,
  filePart,
  ident,
  join,
  type Code,
} from "../encode/encode.js";
import { Module } from "../module.js";
import { modulePaths } from "../module-paths.js";
import {
  exportClass,
  type ClassStructure,
  type MethodStructure,
} from "../structures.js";
import { remarksOf } from "./comments.js";
import {
  addOperation,
  renderOperation,
  type OperationFile,
  type RenderedOperation,
} from "./operations.js";
import { argumentNames } from "./signatures.js";

export const resourceModulePath = ({ fileName }: Resource): string =>
  `src/resources/${filePart(fileName)}.ts`;

/** An operation with the path of its resource: `["subAccounts", "apiKeys"]`. */
export interface LocatedOperation {
  readonly operation: Operation;
  readonly path: readonly Name[];
}

/** What has methods: an SDK, or some resources of it. */
export type Methods = Pick<Sdk, "resources"> & Partial<Pick<Sdk, "operations">>;

/** Every operation, in the order of the files. */
export function* operationsOf(
  { operations = [], resources }: Methods,
  path: readonly Name[] = [],
): Generator<LocatedOperation> {
  for (const operation of operations) yield { operation, path };
  for (const { property, children, ...resource } of resources)
    yield* operationsOf({ ...resource, resources: children }, [
      ...path,
      property,
    ]);
}

export function* resourceModules(sdk: Sdk): Generator<Module> {
  const exported = new Set<string>([
    ...[...operationsOf(sdk)].flatMap(
      ({ operation: { functionName, positional } }) =>
        // An argument would hide an import of its name.
        positional ? [functionName, positional.name] : [functionName],
    ),
    ...sdk.models.map(({ name }) => name),
    ...classNames(sdk.resources),
  ]);
  if (sdk.operations.length > 0) {
    const module = new Module(modulePaths.operations, exported);
    for (const operation of sdk.operations) {
      const file = { sdk, module };
      addOperation(renderOperation(operation, { path: [] }, file), file);
    }
    yield module;
  }
  for (const resource of sdk.resources) {
    const module = new Module(resourceModulePath(resource), exported);
    addResource(resource, [resource.property], { sdk, module });
    yield module;
  }
}

function* classNames(resources: readonly Resource[]): Generator<Name> {
  for (const { className, children } of resources) {
    yield className;
    yield* classNames(children);
  }
}

function addResource(
  resource: Resource,
  path: readonly Name[],
  file: OperationFile,
): void {
  for (const child of resource.children)
    addResource(child, [...path, child.property], file);
  const operations = resource.operations.map((operation) =>
    renderOperation(operation, { path, className: resource.className }, file),
  );
  for (const operation of operations) addOperation(operation, file);
  file.module.add(resourceClass({ resource, path, operations }, file));
}

interface RenderedResource {
  readonly resource: Resource;
  readonly path: readonly Name[];
  readonly operations: readonly RenderedOperation[];
}

function resourceClass(
  { resource, path, operations }: RenderedResource,
  { sdk, module }: OperationFile,
): ClassStructure {
  const core = module.import(ident(sdk.client.coreName), "src/client.ts", true);
  const hasOperations = operations.length > 0;
  const remarks = remarksOf(resource.doc);
  return exportClass({
    name: ident(resource.className),
    docs: docs(
      remarks.length > 0 ? remarks : [{ text: `\`client.${path.join(".")}\`` }],
    ),
    properties: [
      ...(hasOperations
        ? [{ name: code`#client`, isReadonly: true, type: core }]
        : []),
      ...resource.children.map((child) => ({
        docs: docs(remarksOf(child.doc)),
        name: ident(child.property),
        isReadonly: true,
        type: ident(child.className),
      })),
    ],
    ctors: [
      {
        parameters: [{ name: code`client`, type: core }],
        statements: join(
          [
            ...(hasOperations ? [code`this.#client = client;`] : []),
            ...resource.children.map(
              (child) =>
                code`this.${ident(child.property)} = new ${ident(child.className)}(client);`,
            ),
          ],
          "\n",
        ),
      },
    ],
    methods: operations.map((operation) =>
      operationMethod(operation, {
        client: code`this.#client`,
        name: ident(operation.operation.functionName),
      }),
    ),
  });
}

/** What a method passes on. */
interface Call {
  /** The client that makes the call. */
  readonly client: Code;
  /** The function. */
  readonly name: Code;
}

export function operationMethod(
  {
    operation,
    docs: about,
    shortDocs,
    signature,
    overloads,
  }: RenderedOperation,
  { client, name }: Call,
): MethodStructure {
  const passed = join([client, ...argumentNames(operation)], ", ");
  // Those that need no `accept`; one that asks for a stream comes first.
  const free = overloads.filter(
    ({ parameters }) => parameters.at(-1)?.hasQuestionToken === true,
  );
  const usual = free[operation.result.streaming ? 1 : 0];
  return {
    ...(overloads.length === 0 && { docs: about }),
    name: ident(operation.methodName),
    overloads: overloads.map((overload) => ({
      docs: overload === usual ? about : shortDocs,
      ...overload,
    })),
    ...signature,
    statements: code`return ${name}(${passed});`,
  };
}
