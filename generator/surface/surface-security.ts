/**
 * Which credentials a call needs, in the options of the client, and which a client has to be given.
 */
import {
  requiresCredentials,
  neededCredentials,
  type NeededCredentials,
} from "../sdk/needed-credentials.js";
import type { Surface } from "./surface.js";

/** Sets of schemes as sets of the options that carry their credentials. */
export const securityOf = (
  security: readonly (readonly string[])[],
  optionOf: ReadonlyMap<string, string>,
): readonly (readonly string[])[] =>
  security.map((set) => set.map((name) => optionOf.get(name) ?? name).sort());

const neededBy = ({ client, operations }: Surface): NeededCredentials<string> =>
  neededCredentials(
    [...operations.values()].map(({ security = client.security }) => security),
  );

/** The sets of credentials of which a client has to be given one. */
export const neededSets = (
  surface: Surface,
): readonly (readonly string[])[] => {
  const needed = neededBy(surface);
  if (!requiresCredentials(needed)) return [[]];
  return needed.allowsAnonymous ? [...needed.sets, []] : needed.sets;
};

/** The type of what has to be passed; undefined where nothing has to be. */
export const credentialsTypeOf = (surface: Surface): string | undefined =>
  requiresCredentials(neededBy(surface))
    ? `${surface.client.className}Credentials`
    : undefined;
