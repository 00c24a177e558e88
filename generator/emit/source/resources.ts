/**
 * `src/resources/<resource>.ts`: the operations of one resource, as functions and as a class that
 * calls them. Nested resources share the file of their top one.
 */
import { aliasName } from "../../sdk/aliases.js";
import type { Name, Resource, Sdk } from "../../sdk/sdk.js";
import { code, docs, ident, join } from "../encode/encode.js";
import { Module } from "../module.js";
import { modulePaths } from "../module-paths.js";
import { exportClass, type ClassStructure } from "../structures.js";
import { aliasMembers } from "./alias-members.js";
import { classAliases } from "./aliases.js";
import { remarksOf } from "./comments.js";
import {
  addOperation,
  renderOperation,
  type OperationFile,
  type RenderedOperation,
} from "./operations.js";
import { operationMethod } from "./operation-method.js";
import { operationsOf, resourceModulePath } from "./tree.js";

export function* resourceModules(sdk: Sdk): Generator<Module> {
  const exported = new Set<string>([
    ...[...operationsOf(sdk)].flatMap(
      ({ operation: { functionName, positional } }) =>
        // An argument would hide an import of its name.
        [functionName, ...positional.map(({ name }) => name)],
    ),
    ...sdk.models.map(({ name }) => name),
    ...classNames(sdk.resources),
    ...sdk.aliases.map(aliasName),
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
  file.module.add(
    resourceClass({ resource, path, operations }, file),
    ...classAliases(file.sdk, resource.className),
  );
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
  const aliases = aliasMembers({
    sdk,
    module,
    path,
    client: code`this.#client`,
  });
  const needsClient =
    operations.length + aliases.methods.length + aliases.getAccessors.length >
    0;
  const remarks = remarksOf(resource.doc);
  return exportClass({
    name: ident(resource.className),
    docs: docs(
      remarks.length > 0 ? remarks : [{ text: `\`client.${path.join(".")}\`` }],
    ),
    properties: [
      ...(needsClient
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
            ...(needsClient ? [code`this.#client = client;`] : []),
            ...resource.children.map(
              (child) =>
                code`this.${ident(child.property)} = new ${ident(child.className)}(client);`,
            ),
          ],
          "\n",
        ),
      },
    ],
    methods: [
      ...operations.map((operation) =>
        operationMethod(operation, {
          client: code`this.#client`,
          name: ident(operation.operation.functionName),
        }),
      ),
      ...aliases.methods,
    ],
    ...(aliases.getAccessors.length > 0 && {
      getAccessors: aliases.getAccessors,
    }),
  });
}
