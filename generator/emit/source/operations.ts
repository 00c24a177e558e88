/**
 * One operation in a resource file: the types of its arguments and errors, and the function that
 * calls it with the data that describes it.
 */
import type { ParamsField, Name, Operation, Sdk } from "../../sdk/sdk.js";
import { comment, operationRemarks } from "./comments.js";
import { arrowCode, functionCode } from "./declarations.js";
import { valueCode } from "./descriptor-values.js";
import { descriptorOf } from "./descriptors.js";
import { code, ident, join, key, type Code } from "../encode/encode.js";
import { errorUnionCode } from "./error-unions.js";
import type { Module } from "../module.js";
import { callCode } from "../samples/samples.js";
import { signaturesOf, type CallSignature } from "./signatures.js";
import { runtime } from "./symbols.js";
import { propertyCode } from "./types.js";

/** What the operations of one file share. */
export interface OperationFile {
  readonly sdk: Sdk;
  readonly module: Module;
}

/** An operation with what its function and its method share. */
export interface ToldOperation {
  readonly operation: Operation;
  readonly about: Code;
  readonly call: Callable;
}

/** @param path the resource: `["subAccounts", "apiKeys"]` */
export const tell = (
  operation: Operation,
  path: readonly Name[],
  { sdk, module }: OperationFile,
): ToldOperation => ({
  operation,
  about: comment(operationRemarks(operation, callCode(operation, path, sdk))),
  call: callable(operation, module),
});

export function addOperation(told: ToldOperation, file: OperationFile): void {
  const { operation } = told;
  const { module } = file;
  if (operation.params)
    module.add(paramsCode(operation, operation.params, module));
  module.add(errorUnionCode(operation, module), operationCode(told, file));
}

function paramsCode(
  operation: Operation,
  { name, fields, alternatives }: NonNullable<Operation["params"]>,
  module: Module,
): Code {
  const about = comment([
    { text: `Arguments of {@link ${operation.functionName}}.` },
  ]);
  const members = (own: readonly ParamsField[]): Code =>
    join(
      own.map((field) => propertyCode(field, module, true)),
      "",
    );
  return alternatives
    ? code`${about}export type ${ident(name)} =\n${join(
        [fields, ...alternatives].map((own) => code`| {\n${members(own)}}`),
        "\n",
      )};\n`
    : code`${about}export interface ${ident(name)} {\n${members(fields)}}\n`;
}

function operationCode(
  { operation, about, call }: ToldOperation,
  { sdk, module }: OperationFile,
): Code {
  const run = module.use(operation.paging ? runtime.paginate : runtime.call);
  const core = module.import(ident(sdk.client.coreName), "src/client.ts", true);
  const client = { name: code`client`, type: core };
  const { overloads, ...last } = call;
  const taking = ({ parameters, returnType }: CallSignature) => ({
    parameters: [client, ...parameters],
    returnType,
  });
  const parts = {
    name: ident(operation.functionName),
    about,
    ...taking(last),
    overloads: overloads.map(taking),
  };
  const called = code`${run}(client, ${valueCode(descriptorOf(operation), module)}, ${passedParams(operation)}, options)`;
  return overloads.length > 0
    ? functionCode({ ...parts, statements: [code`return ${called};`] })
    : arrowCode(parts, called);
}

/** One signature, or an overload for each way to call it. */
type Callable = CallSignature & {
  readonly overloads: readonly CallSignature[];
};

function callable(operation: Operation, module: Module): Callable {
  const signatures = signaturesOf(operation, module);
  const last = signatures.at(-1);
  if (!last) throw new Error("no signature");
  return { ...last, overloads: signatures.length === 1 ? [] : signatures };
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
