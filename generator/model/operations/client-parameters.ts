/**
 * The parameters that are options of the client: a place and a name identify one.
 */
import type { ClientParameterConfig } from "../../config/client-config.js";
import type { Parameter } from "../../sdk/sdk.js";

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
