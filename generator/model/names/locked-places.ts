/**
 * Keeps operations where the lock file has them: what is a resource and what an action depends on
 * the other operations of a document, and a call that was once published must not move when the
 * document grows. What a person asks for wins.
 */
import type { PlacementOptions } from "./method-names.js";
import type { Placement } from "../resources/placement.js";
import { isRecord } from "../../openapi/records.js";

interface Place {
  readonly group: readonly string[];
  readonly positional: string | undefined;
}

export function keepPlaces(
  placements: ReadonlyMap<string, Placement>,
  earlier: ReadonlyMap<string, string>,
  given: Map<string, string>,
  { clientParameters = [] }: PlacementOptions,
): ReadonlyMap<string, Placement> {
  return new Map(
    [...placements].map(([key, placement]) => {
      const { group: newGroup, positional: newPositional, ...rest } = placement;
      const id = `place ${key}`;
      const now: Place = { group: newGroup, positional: newPositional };
      const { group, positional } =
        (rest.isFixed ? undefined : placeIn(earlier.get(id))) ?? now;
      given.set(id, JSON.stringify({ group, positional }));
      return [
        key,
        {
          ...rest,
          group,
          ...(positional !== undefined &&
            !clientParameters.includes(positional) && { positional }),
        },
      ];
    }),
  );
}

/** A lock file is text that people can change: what is no place is none. */
export function placeIn(text: string | undefined): Place | undefined {
  if (text === undefined) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isRecord(value)) return undefined;
  const { group, positional } = value;
  return Array.isArray(group) &&
    group.length > 0 &&
    group.every((part): part is string => typeof part === "string") &&
    (positional === undefined || typeof positional === "string")
    ? { group, positional }
    : undefined;
}
