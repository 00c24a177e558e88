/**
 * Options that callers of an earlier SDK pass as `null`: there is none then, and none is read from the
 * environment.
 */
import { clientOptions, credentialOptions } from "../../sdk/credentials.js";
import type { Client, Name } from "../../sdk/sdk.js";
import { code, description, ident, type Code } from "../encode/encode.js";
import type { PropertyStructure } from "../structures.js";

/** Those without which no client is made are not among them. */
const nullableOptions = (client: Client): ReadonlySet<string> =>
  new Set(
    client.compatibility === undefined
      ? []
      : [
          "baseURL",
          ...client.schemes
            .filter(({ isRequired }) => !isRequired)
            .flatMap((scheme) => [
              ...credentialOptions(scheme),
              ...clientOptions(scheme),
            ])
            .map(({ option }) => option),
          ...client.parameters
            .filter(({ isRequired }) => !isRequired)
            .map(({ option }) => option),
          ...(client.webhookSecret ? [client.webhookSecret.option] : []),
        ],
  );

/** @param read what stands for an option that was not given */
export const unlessNull = (client: Client, option: string, read: Code): Code =>
  nullableOptions(client).has(option)
    ? code`(given.${ident(option as Name)} === null ? undefined : ${read})`
    : read;

/**
 * As the class takes them, in the place of those of the client that it extends.
 *
 * @param own the options that only this client has
 */
export const nullableProperties = (
  client: Client,
  own: readonly PropertyStructure[],
): readonly PropertyStructure[] => {
  const nullable = nullableOptions(client);
  const listed = own.filter(({ name }) => nullable.has(String(name)));
  const isWithBase = listed.some(({ name }) => String(name) === "baseURL");
  return [
    ...(isWithBase || nullable.size === 0 ? [] : [baseURL]),
    ...listed,
  ].map((one) => ({ ...one, type: code`${one.type ?? baseType} | null` }));
};

const baseType = code`string | undefined`;

const baseURL: PropertyStructure = {
  docs: description("Where the API lives, in the place of its usual server."),
  name: code`baseURL`,
  hasQuestionToken: true,
  type: baseType,
};

/** What no statement of the constructor reads goes on without `null`. */
export const withoutNulls = (client: Client): readonly Code[] => {
  const nullable = nullableOptions(client);
  return client.schemes
    .flatMap(clientOptions)
    .filter(({ option }) => nullable.has(option))
    .map(
      ({ option }) =>
        code`${ident(option)}: given.${ident(option)} ?? undefined`,
    );
};
