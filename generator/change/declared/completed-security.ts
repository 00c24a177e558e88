/**
 * Which credentials operations need. Declarations only say which have to be passed together to a client:
 * whatever is enough for some operation. Where that is the same on both sides, no operation tells more.
 */
import { isSubset } from "../../sdk/needed-credentials.js";
import type { Surface } from "../../surface/surface.js";

type Sets = readonly (readonly string[])[];

export const completedSecurity = (
  surface: Surface,
  other: Surface,
): Surface => {
  const { client, operations } = surface;
  if (!client.unknown?.has("security")) return surface;
  const isAdopted =
    client.unknown.has("credentials") ||
    areEqual(leastSets(client.security), leastSets(setsOf(other)));
  return {
    ...surface,
    client: {
      ...client,
      security: isAdopted ? other.client.security : client.security,
    },
    operations: new Map(
      [...operations].map(([name, operation]) => {
        const security = other.operations.get(name)?.security;
        return [
          name,
          isAdopted && security ? { ...operation, security } : operation,
        ];
      }),
    ),
  };
};

/** Of all operations; nothing at all is an empty set. */
const setsOf = ({ client, operations }: Surface): Sets =>
  [...operations.values()].flatMap(({ security = client.security }) =>
    security.length === 0 ? [[]] : security,
  );

/** The sets that hold no other one, but for the empty one. */
const leastSets = (sets: Sets): ReadonlySet<string> => {
  const all = sets.length === 0 ? [[]] : sets;
  const isLeast = (set: readonly string[]): boolean =>
    !all.some(
      (one) => one.length > 0 && one.length < set.length && isSubset(one, set),
    );
  return new Set(
    all.filter(isLeast).map((set) => JSON.stringify([...set].sort())),
  );
};

const areEqual = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size === b.size && [...a].every((one) => b.has(one));
