/**
 * Options of the client from environment variables: which are read, and how the constructor reads them.
 */
import type { Client, Name } from "../../sdk/sdk.js";
import { code, type Code } from "../encode/encode.js";
import { unlessNull } from "./nullable-options.js";

export const isRead = (
  { unreadVariables = [] }: Client,
  variable: string,
): boolean => !unreadVariables.includes(variable);

/** ` (ACME_KEY)`, as errors name it beside an option; nothing of one that is not read. */
export const variableLabel = (client: Client, variable: string): string =>
  isRead(client, variable) ? ` (${variable})` : "";

interface ReadOption {
  readonly option: Name;
  /** The variables of which one has to be read. */
  readonly variables: readonly string[];
  /** What reads them. */
  readonly read: Code;
}

/** What stands for an option that was not passed: what its variable has. */
export const otherwiseRead = (
  client: Client,
  { option, variables, read }: ReadOption,
): Code =>
  variables.some((variable) => isRead(client, variable))
    ? unlessNull(client, option, read)
    : code`undefined`;
