/**
 * Keeps operations where the lock file has them. Whether a path is a resource or an action depends on
 * the other operations of a document, and a call that was once published must not move when the
 * document grows. What the config or an extension asks for comes first.
 */
import { isRecord } from "../../openapi/records.js";
import type { Placement } from "../resources/placement.js";
import { resourceId } from "../resources/resource-ids.js";
import type { PlacementOptions } from "./chosen-names.js";
import type { NameLedger } from "./names.js";

type LockedPlacement = Pick<Placement, "group" | "positional">;

export function applyLockedPlacements(
  placements: ReadonlyMap<string, Placement>,
  { earlier, given, wanted }: NameLedger,
  { clientParameters = [] }: PlacementOptions,
): ReadonlyMap<string, Placement> {
  return new Map(
    [...placements].map(([key, placement]) => {
      const { positional: _positional, ...rest } = placement;
      const id = `place ${key}`;
      const { group, positional } =
        (rest.isFixed ? undefined : readPlacement(earlier.get(id))) ??
        placement;
      given.set(id, JSON.stringify({ group, positional }));
      if (resourceId(group) !== resourceId(placement.group))
        wanted?.set(id, JSON.stringify({ group: placement.group }));
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

/** Undefined for anything else: people can change a lock file. */
export function readPlacement(text = ""): LockedPlacement | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isRecord(value)) return undefined;
  const { group, positional } = value;
  return Array.isArray(group) &&
    group.every((name): name is string => typeof name === "string") &&
    (positional === undefined || typeof positional === "string")
    ? { group, ...(positional !== undefined && { positional }) }
    : undefined;
}
