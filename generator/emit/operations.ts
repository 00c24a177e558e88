/**
 * One operation in a resource file: the data that describes it, the types of its arguments and
 * errors, and the function that calls it.
 */
import type {
  FunctionDeclarationStructure,
  OptionalKind,
  ParameterDeclarationStructure,
} from "ts-morph";
import { StructureKind } from "ts-morph";
import type { Name, Operation, Sdk } from "../sdk.js";
import { comment, operationRemarks } from "./comments.js";
import { descriptorCode, descriptorName } from "./descriptors.js";
import { code, ident, join, key, type Code } from "./encode.js";
import { errorUnionCode } from "./error-unions.js";
import type { Module } from "./module.js";
import { callCode } from "./samples.js";
import { runtime } from "./symbols.js";
import { propertyCode, typeCode } from "./types.js";

/** What the operations of one file share. */
export interface OperationFile {
  readonly sdk: Sdk;
  readonly module: Module;
  /** Names of all functions that the package exports. */
  readonly functions: ReadonlySet<string>;
}

/** @param path the resource: `["subAccounts", "apiKeys"]` */
export function addOperation(
  operation: Operation,
  path: readonly Name[],
  file: OperationFile,
): void {
  const { module } = file;
  const descriptor = descriptorName(operation, file.functions);
  module.add(
    code`const ${descriptor}: ${module.use(runtime.Operation)} = ${descriptorCode(operation, module)};\n`,
  );
  if (operation.params)
    module.add(paramsCode(operation, operation.params, module));
  module.add(
    errorUnionCode(operation, module),
    functionStructure(operation, path, descriptor, file),
  );
}

function paramsCode(
  operation: Operation,
  { name, fields }: NonNullable<Operation["params"]>,
  module: Module,
): Code {
  const about = comment([
    { text: `Arguments of {@link ${operation.functionName}}.` },
  ]);
  const members = fields.map((field) => propertyCode(field, module, true));
  return code`${about}export interface ${ident(name)} {\n${join(members, "")}}\n`;
}

/** `hash, params, options` with their types, as functions and methods share them. */
export function argumentsOf(
  operation: Operation,
  module: Module,
): OptionalKind<ParameterDeclarationStructure>[] {
  const { positional, params, idempotencyHeader } = operation;
  const options = idempotencyHeader
    ? runtime.IdempotentRequestOptions
    : runtime.RequestOptions;
  return [
    ...(positional
      ? [
          {
            name: ident(positional.name),
            type: typeCode(positional.type, module),
          },
        ]
      : []),
    ...(params
      ? [
          {
            name: "params",
            type: ident(params.name),
            hasQuestionToken: params.optional,
          },
        ]
      : []),
    { name: "options", type: module.use(options), hasQuestionToken: true },
  ];
}

export function returnType(operation: Operation, module: Module): Code {
  const { kind, type } = operation.result;
  const value = typeCode(type, module);
  const data =
    kind === "events" || kind === "jsonLines"
      ? code`${module.use(runtime.Stream)}<${value}>`
      : value;
  const error = ident(operation.errors.name);
  return operation.paging
    ? code`${module.use(runtime.PagePromise)}<${typeCode(operation.paging.item, module)}, ${data}, ${error}>`
    : code`${module.use(runtime.APIPromise)}<${data}, ${error}>`;
}

/** The comment of an operation, the same on its function and on its method. */
export const operationComment = (
  operation: Operation,
  path: readonly Name[],
  sdk: Sdk,
): Code =>
  comment([...operationRemarks(operation, callCode(operation, path, sdk))]);

function functionStructure(
  operation: Operation,
  path: readonly Name[],
  descriptor: Code,
  { sdk, module }: OperationFile,
): FunctionDeclarationStructure {
  const run = module.use(operation.paging ? runtime.paginate : runtime.call);
  const core = module.import(ident(sdk.client.coreName), "src/client.ts", true);
  return {
    kind: StructureKind.Function,
    isExported: true,
    name: ident(operation.functionName),
    leadingTrivia: operationComment(operation, path, sdk),
    parameters: [
      { name: "client", type: core },
      ...argumentsOf(operation, module),
    ],
    returnType: returnType(operation, module),
    statements: [
      code`return ${run}(client, ${descriptor}, ${passedParams(operation)}, options);`,
    ],
  };
}

/** Positional arguments join the others under their own names. */
function passedParams({ positional, params }: Operation): Code {
  if (!positional) return params ? code`params` : code`undefined`;
  const own =
    positional.wireName === (positional.name as string)
      ? ident(positional.name)
      : code`${key(positional.wireName)}: ${ident(positional.name)}`;
  return params ? code`{ ...params, ${own} }` : code`{ ${own} }`;
}
