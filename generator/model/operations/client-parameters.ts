/**
 * The parameters that are options of the client: a place and a name identify one.
 */
import type { ClientParameterConfig } from "../../config/client-config.js";
import type { Diagnostics } from "../../diagnostics/diagnostics.js";
import type { ReservedNames } from "../../sdk/reserved-names.js";
import type { Client, Parameter, Sdk } from "../../sdk/sdk.js";
import { reservedMembers } from "../names/names.js";

type Place = Pick<ClientParameterConfig, "in" | "name">;

/** A text alone is the name of a path parameter. */
export const clientParametersOf = (
  parameters: readonly (string | ClientParameterConfig)[] = [],
): readonly ClientParameterConfig[] =>
  parameters.map((one) =>
    typeof one === "string" ? { name: one, in: "path" } : one,
  );

/** The names of those that are in a path. */
export const pathParametersOf = (
  parameters: readonly (string | ClientParameterConfig)[] | undefined,
): readonly string[] =>
  clientParametersOf(parameters)
    .filter((one) => one.in === "path")
    .map(({ name }) => name);

/** The case of a header's name means nothing (RFC 9110 section 5.1). */
export const placeOf = ({ in: location, name }: Place | Parameter): string =>
  `${location} ${location === "header" ? name.toLowerCase() : name}`;

/**
 * The client without the properties that would stand where a resource or a method does: callers could not
 * read them.
 */
export const withoutHiddenOptions = (
  { client, resources, operations, secondNames, webhookMethods }: Sdk,
  reserved: ReservedNames,
  diagnostics: Diagnostics,
): Client => {
  const members = new Set<string | undefined>([
    ...reserved.clientMembers,
    ...reservedMembers,
    ...resources.map(({ property }) => property),
    ...operations.map(({ methodName }) => methodName),
    ...[...secondNames, ...webhookMethods].map(({ name }) => name[0]),
  ]);
  const isHidden = (one: Client["parameters"][number]): boolean =>
    one.in === "client" && members.has(one.option);
  const hidden = client.parameters.filter(isHidden);
  for (const { name, option } of hidden)
    diagnostics.report("client-parameter-hidden", { name, option });
  return hidden.length === 0
    ? client
    : {
        ...client,
        parameters: client.parameters.filter((one) => !isHidden(one)),
      };
};
