/**
 * One operation in a resource file: the types of its arguments and errors, and the function that
 * calls it with the data that describes it.
 */
import type { Name, Operation, Sdk } from "../../sdk/sdk.js";
import {
  code,
  docs,
  ident,
  join,
  lit,
  type Code,
  type DocBody,
} from "../encode/encode.js";
import type { Module } from "../module.js";
import { callCode } from "../samples/calls.js";
import {
  exportConstant,
  exportFunction,
  type ParameterStructure,
  type Statement,
} from "../structures.js";
import { functionAliases, typeAliases } from "./aliases.js";
import { methodRemarks, shortRemarks } from "./comments.js";
import { valueCode } from "./descriptor-values.js";
import { descriptorOf } from "./descriptors.js";
import { errorUnion } from "./error-unions.js";
import { paramsTypes } from "./params-types.js";
import { givenParams, passedArguments } from "./passed-arguments.js";
import { signaturesOf, type CallSignature } from "./signatures.js";
import { runtimeSymbols } from "./symbols.js";

/** What the operations of one file share. */
export interface OperationFile {
  readonly sdk: Sdk;
  readonly module: Module;
}

/** An operation with what its function and its method share. */
export interface RenderedOperation {
  readonly operation: Operation;
  /** The whole comment, on the method. */
  readonly docs: readonly DocBody[];
  /** On the function, and on what of the method few calls take. */
  readonly shortDocs: readonly DocBody[];
  /** Takes whatever the overloads take. */
  readonly signature: CallSignature;
  /** What callers see instead, where there are several ways to call. */
  readonly overloads: readonly CallSignature[];
}

/** Where an operation is a method. */
interface MethodPlace {
  /** The resource: `["subAccounts", "apiKeys"]`; empty for the client itself. */
  readonly path: readonly Name[];
  /** The class of the resource, which is in the file of the function. */
  readonly className?: Name;
}

export function renderOperation(
  operation: Operation,
  { path, className }: MethodPlace,
  { sdk, module }: OperationFile,
): RenderedOperation {
  const method = className
    ? `{@link ${className}.${operation.methodName}}`
    : `\`client.${operation.methodName}\``;
  const sample = callCode(operation, path, sdk);
  const { implementation, overloads } = signaturesOf(
    operation,
    module,
    sdk.client.compatibility !== undefined,
  );
  return {
    operation,
    docs: docs(methodRemarks(operation, sample)),
    shortDocs: docs(shortRemarks(operation, method)),
    signature: implementation,
    overloads,
  };
}

export function addOperation(
  rendered: RenderedOperation,
  file: OperationFile,
): void {
  const { operation } = rendered;
  const { sdk, module } = file;
  const { params, errors, functionName } = operation;
  if (params)
    module.add(
      ...paramsTypes(operation, params, module),
      ...typeAliases(sdk, params.name),
    );
  module.add(
    errorUnion(operation, module),
    ...typeAliases(sdk, errors.name),
    operationFunction(rendered, file),
    ...functionAliases(sdk, functionName),
  );
}

/**
 * Without overloads a constant with an arrow function: less of a bundle than a function with a body,
 * and as easy to leave out.
 */
function operationFunction(
  { operation, shortDocs, signature, overloads }: RenderedOperation,
  file: OperationFile,
): Statement {
  const { sdk, module } = file;
  const core = module.import(ident(sdk.client.coreName), "src/client.ts", true);
  const run = module.use(
    !operation.paging
      ? runtimeSymbols.call
      : operation.paging.hasMethods
        ? runtimeSymbols.compatiblePaginate
        : runtimeSymbols.paginate,
  );
  const descriptor = descriptorCode(operation, file);
  const passed = passedArguments(operation, descriptor, file);
  const call = code`${run}(client, ${passed})`;
  const name = ident(operation.functionName);
  const withClient = (of: CallSignature): CallSignature => ({
    parameters: [{ name: code`client`, type: core }, ...of.parameters],
    returnType: of.returnType,
  });
  const { parameters, returnType } = withClient(signature);
  return overloads.length > 0
    ? exportFunction({
        name,
        overloads: overloads.map((overload) => ({
          docs: shortDocs,
          ...withClient(overload),
        })),
        parameters,
        returnType,
        statements: code`return ${call};`,
      })
    : exportConstant({
        docs: shortDocs,
        name,
        initializer: code`(${parametersCode(parameters)}): ${returnType} => ${call}`,
      });
}

/** For a list that can be read backward, the params of each call decide its direction. */
function descriptorCode(
  operation: Operation,
  { sdk, module }: OperationFile,
): Code {
  const descriptor = valueCode(descriptorOf(operation), module);
  const previous = operation.paging?.previous;
  return previous
    ? code`${module.use(runtimeSymbols.inDirection)}(${descriptor}, ${givenParams(operation, sdk)}, ${lit(previous)})`
    : descriptor;
}

const parametersCode = (parameters: readonly ParameterStructure[]): Code =>
  join(
    parameters.map(
      ({ name, type = code`unknown`, hasQuestionToken = false }) =>
        code`${name}${hasQuestionToken ? code`?` : code``}: ${type}`,
    ),
    ", ",
  );
