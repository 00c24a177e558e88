/**
 * Which credentials a client has to be given, by what its operations accept.
 */
import type { Operation, Sdk, Text } from "./sdk.js";

/** Names of security schemes, or of the options of a client that carry their credentials. */
type CredentialSets<Name extends string> = readonly (readonly Name[])[];

export interface NeededCredentials<Name extends string> {
  /** The sets that some operation accepts, without those that contain a smaller one of them. */
  readonly sets: CredentialSets<Name>;
  /** True if some operation can be called without credentials. */
  readonly allowsAnonymous: boolean;
}

/** @param operations the alternatives of each; no alternative at all asks for nothing */
export const neededCredentials = <Name extends string>(
  operations: Iterable<CredentialSets<Name>>,
): NeededCredentials<Name> => {
  const sets = new Map<string, readonly Name[]>();
  let allowsAnonymous = false;
  for (const security of operations) {
    if (security.length === 0) allowsAnonymous = true;
    for (const set of security)
      if (set.length === 0) allowsAnonymous = true;
      else sets.set(JSON.stringify([...set].sort()), set);
  }
  const all = [...sets.values()];
  return {
    allowsAnonymous,
    sets: all.filter(
      (set) =>
        !all.some(
          (other) =>
            other !== set && other.length < set.length && isSubset(other, set),
        ),
    ),
  };
};

/** True if each name of the first set is in the second. */
export const isSubset = (
  part: readonly string[],
  whole: readonly string[],
): boolean => part.every((name) => whole.includes(name));

/** The credentials that a client needs for all operations of an SDK. */
export const neededByClient = ({
  client,
  ...sdk
}: Pick<Sdk, "client" | "operations" | "resources">): NeededCredentials<Text> =>
  neededCredentials(
    [...operationsIn(sdk)].map(({ security = client.security }) => security),
  );

function* operationsIn({
  operations,
  resources,
}: Pick<Sdk, "operations" | "resources">): Generator<Operation> {
  yield* operations;
  for (const { children, ...resource } of resources)
    yield* operationsIn({ ...resource, resources: children });
}

/**
 * True if the compiler has to check which credentials a client is given: some have to be passed together,
 * or no operation can be called without any.
 */
export const requiresCredentials = ({
  sets,
  allowsAnonymous,
}: NeededCredentials<string>): boolean =>
  sets.length > 0 &&
  !(allowsAnonymous && sets.every((set) => set.length === 1));
