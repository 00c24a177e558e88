/**
 * What operations are called without the lock file. A function of the config gets these names: one
 * that adds to what it is given would add again in each run to what the run before has published.
 */
import type { OperationEntry } from "../resources/entries.js";
import {
  placeOperations,
  type PlacementContext,
} from "../resources/placement.js";
import { camelCase } from "./casing.js";
import type { DerivedName } from "./configured-names.js";
import { settleMethods, type MethodContext } from "./method-clashes.js";

export function deriveNames(
  entries: readonly OperationEntry[],
  {
    clientMembers,
    ...context
  }: PlacementContext & Pick<MethodContext, "clientMembers">,
): ReadonlyMap<string, DerivedName> {
  const placements = placeOperations(entries, context);
  const ledger = { earlier: new Map(), given: new Map() };
  const names = settleMethods(entries, placements, { ledger, clientMembers });
  return new Map(
    [...names].map(([key, { name }]) => [
      key,
      {
        name,
        resource: (placements.get(key)?.group ?? []).map(camelCase).join("."),
      },
    ]),
  );
}
