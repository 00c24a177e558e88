/**
 * What one operation can throw, as a union that `status` tells apart.
 */
import type { ErrorResponse, Operation } from "../../sdk/sdk.js";
import { comment, errorClass } from "./comments.js";
import { code, ident, join, lit, type Code } from "../encode/encode.js";
import type { Module } from "../module.js";
import { runtime } from "./symbols.js";
import { typeCode } from "./types.js";

export function errorUnionCode(operation: Operation, module: Module): Code {
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
  const about = comment([
    { text: `What {@link ${operation.functionName}} throws.` },
  ]);
  return code`${about}export type ${ident(name)} =\n${join(
    [...members, module.use(runtime.TransportError)].map(
      (member) => code`| ${member}`,
    ),
    "\n",
  )};\n`;
}

/** Statuses with one class and one body are said once: `InternalServerError<Problem, 500 | 503>`. */
function groups(
  responses: readonly (ErrorResponse & { status: number })[],
  module: Module,
): Code[] {
  const found = new Map<
    string,
    { name: string; body: Code; statuses: number[] }
  >();
  for (const { status, body } of responses) {
    const name = errorClass(status);
    const text = typeCode(body, module);
    const id = JSON.stringify([name, text]);
    const group = found.get(id) ?? { name, body: text, statuses: [] };
    group.statuses.push(status);
    found.set(id, group);
  }
  return [...found.values()].map(({ name, body, statuses }) => {
    const union = join(statuses.map(lit), " | ");
    switch (name) {
      case "InternalServerError":
        return code`${module.use(runtime.InternalServerError)}<${body}, ${union}>`;
      case "APIError":
        return code`${module.use(runtime.APIErrorType)}<${union}, ${body}>`;
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
  const declared = exact.map(lit);
  const members: Code[] = [];
  /** A range without the statuses in it that are declared by themselves. */
  const without = (range: Code, first: number, last: number): Code => {
    const inside = exact.filter((status) => status >= first && status <= last);
    return inside.length > 0
      ? code`Exclude<${range}, ${join(inside.map(lit), " | ")}>`
      : range;
  };
  const bodyOf = (status: ErrorResponse["status"]): Code | undefined => {
    const response = responses.find((one) => one.status === status);
    return response && typeCode(response.body, module);
  };
  const client = bodyOf("4XX");
  const server = bodyOf("5XX");
  const other = bodyOf("default");
  const apiError = (statuses: Code, body: Code): Code =>
    code`${module.use(runtime.APIErrorType)}<${statuses}, ${body}>`;
  const clientStatus = client
    ? module.use(runtime.ClientErrorStatus)
    : undefined;
  const serverStatus = server
    ? module.use(runtime.ServerErrorStatus)
    : undefined;
  if (client && clientStatus)
    members.push(apiError(without(clientStatus, 400, 499), client));
  if (server && serverStatus)
    members.push(
      code`${module.use(runtime.InternalServerError)}<${server}, ${without(serverStatus, 500, 599)}>`,
    );
  const covered = [
    ...declared,
    ...(clientStatus ? [clientStatus] : []),
    ...(serverStatus ? [serverStatus] : []),
  ];
  if (client && server) return members;
  const rest = join(covered, " | ");
  members.push(
    other
      ? apiError(
          covered.length > 0
            ? code`Exclude<${module.use(runtime.ErrorStatus)}, ${rest}>`
            : module.use(runtime.ErrorStatus),
          other,
        )
      : covered.length > 0
        ? code`${module.use(runtime.UnexpectedAPIError)}<${rest}>`
        : module.use(runtime.UnexpectedAPIError),
  );
  return members;
}
