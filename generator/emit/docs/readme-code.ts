/**
 * The code in a README: the first call, and how errors, time limits and functions look with it.
 */
import { basicVariables, usualOptions } from "../../sdk/credentials.js";
import type {
  Client,
  ClientParameter,
  Name,
  Operation,
  Sdk,
} from "../../sdk/sdk.js";
import type { LocatedOperation } from "../source/tree.js";
import { errorClass } from "../error-classes.js";
import { code, ident, lit, type Code } from "../encode/encode.js";
import {
  atom,
  call,
  callAssignment,
  callStatement,
  type Tree,
} from "../samples/layout.js";
import {
  argumentTrees,
  callOf,
  clientCode,
  optionsTree,
  type Option,
  serverOption,
  shownCall,
} from "../samples/calls.js";
import { neededSchemes } from "../samples/credentials.js";

/**
 * The call that shows the most with the least and changes nothing: who tries it may do so with
 * the credentials of the real thing. A list, else one that needs few arguments.
 */
export function firstCall(
  operations: readonly LocatedOperation[],
  client: Client,
): LocatedOperation | undefined {
  const hasCredentials = client.schemes.length > 0;
  const rank = ({ operation }: LocatedOperation): number => {
    const { doc, methodName, paging, params, positional, result } = operation;
    const needed = params?.fields.filter(({ optional }) => !optional) ?? [];
    // Of something that is there: a sample has an id that nothing has.
    const isOfOne =
      positional.length > 0 || needed.some(({ from }) => from === "path");
    const isList = paging !== undefined || result.type.kind === "array";
    return (
      (doc.deprecated ? 200 : 0) +
      danger(operation) +
      (result.kind === "json" ? 0 : 20) +
      (methodName.startsWith("create") && params && !isOfOne ? -6 : 0) +
      (isOfOne ? 5 : 0) +
      (isList ? -2 : 0) +
      (hasCredentials && neededSchemes(operation, client).length === 0
        ? 3
        : 0) +
      // A whole body has members of its own.
      needed.reduce((sum, { name }) => sum + (name === "body" ? 3 : 1), 0)
    );
  };
  return [...operations].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      (a.operation.functionName < b.operation.functionName ? -1 : 1),
  )[0];
}

const danger = ({ method }: Operation): number =>
  ["GET", "HEAD", "QUERY"].includes(method) ? 0 : method === "POST" ? 50 : 60;

export const firstCallCode = (
  sdk: Sdk,
  first: LocatedOperation | undefined,
): Code =>
  first
    ? code`${clientCode(sdk, credentialsFor(first.operation, sdk.client, asItIs))}
${shownCall(first.operation, first.path, sdk, "required")}`
    : clientCode(sdk);

export function errorsCode(
  sdk: Sdk,
  operations: readonly LocatedOperation[],
): Code {
  const declaring = operations.filter(
    ({ operation }) => declaredStatus(operation) !== undefined,
  );
  const shown =
    firstCall(declaring, sdk.client) ?? firstCall(operations, sdk.client);
  if (!shown) return code``;
  const { operation, path } = shown;
  const status = declaredStatus(operation);
  const errorName = ident(errorClass(status ?? 429) as Name);
  const [other, test, about] =
    status === undefined
      ? [
          code`APIError`,
          code`error instanceof APIError`,
          code`any other error status`,
        ]
      : [
          code`isErrorOf`,
          code`isErrorOf(${lit(operation.id)}, error)`,
          code`a status that this operation declares, with its body`,
        ];
  const names =
    status === undefined
      ? code`${other}, ${errorName}`
      : code`${errorName}, ${other}`;
  const tree = callOf(operation, path, sdk, "required");
  return code`import { ${names} } from ${lit(sdk.package.name)};

try {
  ${callStatement(tree, code`await `, code`;`).replaceAll("\n", "\n  ") as Code}
} catch (error) {
  if (error instanceof ${errorName}) {
    console.log(error.status, error.requestId, error.body);
  } else if (${test}) {
    console.log(error.status); // ${about}
  } else {
    throw error; // no response: connection, timeout, abort
  }
}`;
}

const declaredStatus = ({ errors }: Operation): number | undefined =>
  errors.responses
    .map(({ status }) => status)
    .find((status) => typeof status === "number");

/** Options of a client that limit its calls. */
export const timeoutsCode = (sdk: Sdk): Code => {
  const options = optionsTree([
    ...serverOption(sdk.client),
    [code`timeout`, atom(code`120_000`)],
    [code`maxRetries`, atom(code`5`)],
  ]);
  const construction = call(code`new ${ident(sdk.client.className)}`, [
    options,
  ]);
  return callAssignment(construction, code`patient`, code``);
};

export function functionsCode(
  sdk: Sdk,
  first: LocatedOperation | undefined,
): Code {
  if (!first) return code``;
  const { client } = sdk;
  const name = ident(first.operation.functionName);
  const options = optionsTree([
    ...serverOption(sdk.client),
    ...credentialsFor(first.operation, client),
    ...client.parameters
      .filter((one) => one.in !== "client" || one.isRequired)
      .map((one) => [ident(one.option), parameterValue(one)] as const),
  ]);
  const passed = argumentTrees(first.operation, sdk, "required");
  const line = code`import { createClient, ${name} } from ${lit(sdk.package.name)};`;
  const imports =
    line.length <= 80
      ? line
      : code`import {\n  createClient,\n  ${name},\n} from ${lit(sdk.package.name)};`;
  return code`${imports}

${callAssignment(call(code`createClient`, [options]), code`client`, code``)}
${callStatement(call(name, [atom(code`client`), ...passed]), code`await `, code`;`)}`;
}

/**
 * What the operation has to be called with; `createClient` reads no environment by itself.
 * @param read the variable of the environment that a credential is in
 */
function credentialsFor(
  operation: Operation,
  client: Client,
  read: (name: string) => Tree = fromEnvironment,
): Option[] {
  const needed = neededSchemes(operation, client);
  return client.schemes
    .filter((scheme) => needed.includes(scheme))
    .flatMap((auth): Option[] => {
      const { option, environment, scheme } = auth;
      const options = usualOptions(auth);
      if (scheme.kind !== "basic" || options.length > 1)
        return options.map((one) => [ident(one.option), read(one.environment)]);
      const { username, password } = basicVariables(environment, undefined);
      return [
        [
          ident(option),
          optionsTree([
            [code`username`, fromEnvironment(username)],
            [code`password`, fromEnvironment(password)],
          ]),
        ],
      ];
    });
}

/** The class takes a variable that is not set for an option that is not given. */
const asItIs = (name: string): Tree => atom(code`process.env[${lit(name)}]`);

const fromEnvironment = (name: string): Tree =>
  atom(code`process.env[${lit(name)}] ?? ""`);

const parameterValue = ({ type, environment }: ClientParameter): Tree => {
  switch (type) {
    case "string":
      return fromEnvironment(environment);
    case "number":
      return atom(code`Number(process.env[${lit(environment)}])`);
    case "boolean":
      return atom(code`true`);
  }
};
