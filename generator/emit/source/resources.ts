/**
 * `src/resources/<resource>.ts`: the operations of one resource, as functions and as a class that
 * calls them. Nested resources stand in the file of their top one.
 */
import type { Name, Operation, Resource, Sdk } from "../../sdk/sdk.js";
import { comment, remarksOf } from "./comments.js";
import { classCode, type MethodParts } from "./declarations.js";
import { code, filePart, ident, join, type Code } from "../encode/encode.js";
import { Module } from "../module.js";
import {
  addOperation,
  tell,
  type OperationFile,
  type ToldOperation,
} from "./operations.js";
import { argumentNames } from "./signatures.js";

export const resourcePath = ({ fileName }: Resource): string =>
  `src/resources/${filePart(fileName)}.ts`;

/** Every operation with the path of its resource, in the order of the files. */
export function* operationsOf(
  resources: readonly Resource[],
  path: readonly Name[] = [],
): Generator<{ operation: Operation; path: readonly Name[] }> {
  for (const resource of resources) {
    const own = [...path, resource.property];
    for (const operation of resource.operations) yield { operation, path: own };
    yield* operationsOf(resource.children, own);
  }
}

export function* resourceModules(sdk: Sdk): Generator<Module> {
  const exported = new Set<string>([
    ...[...operationsOf(sdk.resources)].map(
      ({ operation }) => operation.functionName,
    ),
    ...sdk.models.map(({ name }) => name),
    ...classNames(sdk.resources),
  ]);
  for (const resource of sdk.resources) {
    const module = new Module(resourcePath(resource), exported);
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
    tell(operation, path, file),
  );
  for (const operation of operations) addOperation(operation, file);
  file.module.add(resourceCode({ resource, path, operations }, file));
}

interface ToldResource {
  readonly resource: Resource;
  readonly path: readonly Name[];
  readonly operations: readonly ToldOperation[];
}

function resourceCode(
  { resource, path, operations }: ToldResource,
  { sdk, module }: OperationFile,
): Code {
  const core = module.import(ident(sdk.client.coreName), "src/client.ts", true);
  const callsItself = operations.length > 0;
  const about = remarksOf(resource.doc);
  return classCode({
    name: ident(resource.className),
    about: comment(
      about.length > 0 ? about : [{ text: `\`client.${path.join(".")}\`` }],
    ),
    properties: [
      ...(callsItself
        ? [{ name: code`#client`, readonly: true, type: core }]
        : []),
      ...resource.children.map((child) => ({
        name: ident(child.property),
        readonly: true,
        type: ident(child.className),
      })),
    ],
    parameters: [{ name: code`client`, type: core }],
    statements: [
      ...(callsItself ? [code`this.#client = client;`] : []),
      ...resource.children.map(
        (child) =>
          code`this.${ident(child.property)} = new ${ident(child.className)}(client);`,
      ),
    ],
    methods: operations.map(methodParts),
  });
}

function methodParts({ operation, about, call }: ToldOperation): MethodParts {
  const passed = join([code`this.#client`, ...argumentNames(operation)], ", ");
  return {
    name: ident(operation.methodName),
    about,
    ...call,
    statements: [code`return ${ident(operation.functionName)}(${passed});`],
  };
}
