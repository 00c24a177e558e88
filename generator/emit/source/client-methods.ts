/**
 * The methods of the client class besides `with`.
 */
import { clientOptions } from "../../sdk/credentials.js";
import type { Client, Sdk } from "../../sdk/sdk.js";
import { code, description, ident, join, type Code } from "../encode/encode.js";
import type { Module } from "../module.js";
import { modulePaths } from "../module-paths.js";
import type { MethodStructure } from "../structures.js";
import { renderOperation } from "./operations.js";
import { signatureTypeNames } from "./params-types.js";
import { operationMethod } from "./operation-method.js";
import { runtimeSymbols } from "./symbols.js";

/** The operations of no resource. */
export function ownMethods(sdk: Sdk, module: Module): MethodStructure[] {
  const path = modulePaths.operations;
  return sdk.operations.map((operation) => {
    const { functionName, params, errors } = operation;
    for (const type of [...signatureTypeNames(params), errors.name])
      module.import(ident(type), path, true);
    return operationMethod(
      renderOperation(operation, { path: [] }, { sdk, module }),
      {
        client: code`this`,
        name: module.import(ident(functionName), path, false),
      },
    );
  });
}

export const requestMethod = (module: Module): MethodStructure => ({
  docs: description(
    "Calls an endpoint that this version does not know, with the client's credentials, retries and errors.",
  ),
  name: code`request`,
  typeParameters: [{ name: code`T`, default: code`unknown` }],
  parameters: [
    { name: code`method`, type: code`string` },
    { name: code`path`, type: code`\`/\${string}\`` },
    { name: code`body`, type: code`unknown`, hasQuestionToken: true },
    {
      name: code`options`,
      type: module.use(runtimeSymbols.IdempotentRequestOptions),
      hasQuestionToken: true,
    },
  ],
  returnType: code`${module.use(runtimeSymbols.APIPromise)}<T>`,
  statements: code`return ${module.use(runtimeSymbols.request)}(this, method, path, body, options);`,
});

export const withMethod = (
  { compatibility, schemes }: Client,
  {
    name,
    optionsName,
    taken,
  }: {
    readonly name: Code;
    readonly optionsName: Code;
    /** The type of what the constructor takes. */
    readonly taken: Code;
  },
): MethodStructure => {
  // Another id or secret asks for other tokens.
  const renewed = schemes.flatMap((scheme) => {
    const isGiven = clientOptions(scheme).map(({ option }) =>
      // Callers of an earlier SDK say with null that there is none.
      compatibility === undefined
        ? code`options.${ident(option)}`
        : code`options.${ident(option)} !== undefined`,
    );
    return isGiven.length === 0
      ? []
      : [
          code`...((${join(isGiven, " || ")}) && { ${ident(scheme.option)}: undefined }), `,
        ];
  });
  const asTaken = taken === optionsName ? code`` : code` as ${taken}`;
  return {
    docs: description(
      "A client with the same options, but for the ones given.",
    ),
    name: code`with`,
    parameters: [{ name: code`options`, type: optionsName }],
    returnType: name,
    statements: code`return new ${name}({ ...this.#options, ${join(renewed, "")}...options }${asTaken});`,
  };
};
