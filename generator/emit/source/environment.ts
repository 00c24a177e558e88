/**
 * Options of the client from environment variables: which variables are read, and how.
 */
import type { Client, Name } from "../../sdk/sdk.js";
import { code, type Code } from "../encode/encode.js";
import { unlessNull } from "./nullable-options.js";

export const isVariableRead = (
  { unreadVariables = [] }: Client,
  variable: string,
): boolean => !unreadVariables.includes(variable);

/** ` (ACME_KEY)`, as errors name it beside an option; empty if the variable is not read. */
export const variableLabel = (client: Client, variable: string): string =>
  isVariableRead(client, variable) ? ` (${variable})` : "";

interface ReadOption {
  readonly option: Name;
  /** The variables that may have the value. */
  readonly variables: readonly string[];
  /** The expression that reads them. */
  readonly read: Code;
}

/** The value of an option that was not passed: that of its variable, if one is read. */
export const environmentValue = (
  client: Client,
  { option, variables, read }: ReadOption,
): Code =>
  variables.some((variable) => isVariableRead(client, variable))
    ? unlessNull(client, option, read)
    : code`undefined`;
