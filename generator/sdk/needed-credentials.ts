/**
 * Which credentials a client has to be given, by what its operations accept.
 */

import type { Operation, Sdk, Text } from "./sdk.js";

/** Names of security schemes, or of the options of a client that carry their credentials. */
type Sets<Name extends string> = readonly (readonly Name[])[];

export interface NeededCredentials<Name extends string> {
  /** The sets that some operation accepts, but for those that hold another one. */
  readonly sets: Sets<Name>;
  /** True if some operation needs none. */
  readonly none: boolean;
}

/** @param operations the alternatives of each; no alternative at all asks for nothing */
export const neededCredentials = <Name extends string>(
  operations: Iterable<Sets<Name>>,
): NeededCredentials<Name> => {
  const sets = new Map<string, readonly Name[]>();
  let none = false;
  for (const security of operations) {
    if (security.length === 0) none = true;
    for (const set of security)
      if (set.length === 0) none = true;
      else sets.set(JSON.stringify([...set].sort()), set);
  }
  const all = [...sets.values()];
  return {
    none,
    // What holds another set says nothing that this one does not.
    sets: all.filter(
      (set) =>
        !all.some(
          (other) =>
            other !== set &&
            other.length < set.length &&
            other.every((name) => set.includes(name)),
        ),
    ),
  };
};

/** Of all operations of an SDK. */
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

/** True if a client cannot be made of any options: each credential does not suffice alone, or one is needed. */
export const areCredentialsNeeded = ({
  sets,
  none,
}: NeededCredentials<string>): boolean =>
  sets.length > 0 && !(none && sets.every((set) => set.length === 1));
