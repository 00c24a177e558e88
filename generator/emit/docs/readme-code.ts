/**
 * The code in a README: the first call, and how errors, time limits and functions look with it.
 */
import type { Client, Name, Operation, Sdk } from "../../sdk/sdk.js";
import type { LocatedOperation } from "../source/resources.js";
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
  programCode,
  serverOption,
} from "../samples/calls.js";
import { neededSchemes } from "../samples/credentials.js";

/** The call that shows the most with the least: a list, else one that needs few arguments. */
export function firstCall(
  operations: readonly LocatedOperation[],
): LocatedOperation | undefined {
  const rank = ({ operation }: LocatedOperation): number => {
    const { doc, method, methodName, params, positional, result } = operation;
    const needed = params?.fields.filter(({ optional }) => !optional) ?? [];
    // Of something that is there: a sample has an id that nothing has.
    const isOfOne = positional ?? needed.some(({ from }) => from === "path");
    return (
      (doc.deprecated ? 100 : 0) +
      (result.kind === "json" ? 0 : 20) +
      (methodName.startsWith("create") && params && !isOfOne ? -6 : 0) +
      (method === "GET" ? 0 : 5) +
      (isOfOne ? 2 : 0) +
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

export const firstCallCode = (
  sdk: Sdk,
  first: LocatedOperation | undefined,
): Code =>
  first
    ? programCode(first.operation, first.path, sdk, "required")
    : clientCode(sdk);

export function errorsCode(
  sdk: Sdk,
  first: LocatedOperation | undefined,
): Code {
  if (!first) return code``;
  const { operation, path } = first;
  const declared = operation.errors.responses.find(
    ({ status }) => typeof status === "number",
  );
  const status = typeof declared?.status === "number" ? declared.status : 429;
  const errorName = ident(errorClass(status) as Name);
  const tree = callOf(operation, path, sdk, "required");
  return code`import { ${errorName}, isErrorOf } from ${lit(sdk.package.name)};

try {
  ${callStatement(tree, code`await `, code`;`).replaceAll("\n", "\n  ") as Code}
} catch (error) {
  if (error instanceof ${errorName}) {
    console.log(error.status, error.requestId, error.body);
  } else if (isErrorOf(${lit(operation.id)}, error)) {
    console.log(error.status); // a status that this operation declares, with its body
  } else {
    throw error; // no response: connection, timeout, abort
  }
}`;
}

/** Options of a client that limit its calls. */
export const timeoutsCode = (sdk: Sdk): Code => {
  const options = optionsTree([
    ...serverOption(sdk),
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
    ...serverOption(sdk),
    ...credentialsFor(first.operation, client),
    ...client.parameters.map(
      ({ option, environment }) =>
        [ident(option), fromEnvironment(environment)] as const,
    ),
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

/** What the operation has to be called with; `createClient` reads no environment by itself. */
function credentialsFor(operation: Operation, client: Client): Option[] {
  const needed = neededSchemes(operation, client);
  return client.schemes
    .filter((scheme) => needed.includes(scheme))
    .map(({ option, environment, scheme }) => [
      ident(option),
      scheme.kind === "basic"
        ? optionsTree([
            [code`username`, fromEnvironment(`${environment}_USERNAME`)],
            [code`password`, fromEnvironment(`${environment}_PASSWORD`)],
          ])
        : fromEnvironment(environment),
    ]);
}

const fromEnvironment = (name: string): Tree =>
  atom(code`process.env[${lit(name)}] ?? ""`);
