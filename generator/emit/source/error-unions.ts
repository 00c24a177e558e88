/**
 * What one operation can throw, as a union with `status` as its discriminant.
 */
import type { ErrorResponse, Operation } from "../../sdk/sdk.js";
import {
  code,
  description,
  ident,
  join,
  lit,
  literalUnion,
  type Code,
} from "../encode/encode.js";
import { errorClass } from "../error-classes.js";
import type { Module } from "../module.js";
import { exportAlias, type AliasStructure } from "../structures.js";
import { runtimeSymbols } from "./symbols.js";
import { typeCode } from "./types.js";

export function errorUnion(
  operation: Operation,
  module: Module,
): AliasStructure {
  const { name, responses } = operation.errors;
  const exact = responses.filter(
    (response): response is ErrorResponse & { status: number } =>
      typeof response.status === "number",
  );
  const members = [
    ...groups(exact, module),
    ...ranges(
      responses,
      exact.map(({ status }) => status),
      module,
    ),
  ];
  members.push(module.use(runtimeSymbols.TransportError));
  return exportAlias({
    docs: description(`What {@link ${operation.functionName}} throws.`),
    name: ident(name),
    type: code`\n${join(
      members.map((member) => code`| ${member}`),
      "\n",
    )}`,
  });
}

/** Statuses with one class and one body share a member: `InternalServerError<Problem, 500 | 503>`. */
function groups(
  responses: readonly (ErrorResponse & { status: number })[],
  module: Module,
): Code[] {
  const groupsById = new Map<
    string,
    { name: string; body: Code; statuses: number[] }
  >();
  for (const { status, body } of responses) {
    const name = errorClass(status);
    const text = typeCode(body, module);
    const id = JSON.stringify([name, text]);
    const group = groupsById.get(id) ?? { name, body: text, statuses: [] };
    group.statuses.push(status);
    groupsById.set(id, group);
  }
  return [...groupsById.values()].map(({ name, body, statuses }) => {
    const union = literalUnion(statuses);
    switch (name) {
      case "InternalServerError":
        return code`${module.use(runtimeSymbols.InternalServerError)}<${body}, ${union}>`;
      case "APIError":
        return code`${module.use(runtimeSymbols.APIErrorType)}<${union}, ${body}>`;
      default:
        return code`${module.import(name, "src/core/errors.ts", true)}<${body}>`;
    }
  });
}

/** `4XX`, `5XX` and `default` stand for the statuses that nothing else names. */
function ranges(
  responses: readonly ErrorResponse[],
  exact: readonly number[],
  module: Module,
): Code[] {
  const bodyOf = (range: ErrorResponse["status"]): Code | undefined => {
    const response = responses.find(({ status }) => status === range);
    return response && typeCode(response.body, module);
  };
  const apiError = (statuses: Code, body: Code): Code =>
    code`${module.use(runtimeSymbols.APIErrorType)}<${statuses}, ${body}>`;
  const clientBody = bodyOf("4XX");
  const serverBody = bodyOf("5XX");
  const otherBody = bodyOf("default");
  const covered = exact.map(lit);
  const members: Code[] = [];
  if (clientBody) {
    const range = module.use(runtimeSymbols.ClientErrorStatus);
    covered.push(range);
    members.push(apiError(without(range, inRange(exact, 400)), clientBody));
  }
  if (serverBody) {
    const range = module.use(runtimeSymbols.ServerErrorStatus);
    covered.push(range);
    const rest = without(range, inRange(exact, 500));
    members.push(
      code`${module.use(runtimeSymbols.InternalServerError)}<${serverBody}, ${rest}>`,
    );
  }
  if (clientBody && serverBody) return members;
  if (otherBody)
    members.push(
      apiError(
        without(module.use(runtimeSymbols.ErrorStatus), covered),
        otherBody,
      ),
    );
  else if (covered.length > 0)
    members.push(
      code`${module.use(runtimeSymbols.UnexpectedAPIError)}<${join(covered, " | ")}>`,
    );
  else members.push(module.use(runtimeSymbols.UnexpectedAPIError));
  return members;
}

/** The statuses of a range that are declared by themselves. */
const inRange = (statuses: readonly number[], first: number): Code[] =>
  statuses.filter((status) => status >= first && status < first + 100).map(lit);

const without = (range: Code, excluded: readonly Code[]): Code =>
  excluded.length > 0
    ? code`Exclude<${range}, ${join(excluded, " | ")}>`
    : range;
