/**
 * What operations are called without the lock file. A function of the config gets these names: one
 * that adds to what it is given would add again in each run to what the run before has published.
 */
import type { OperationEntry } from "../resources/entries.js";
import {
  placeOperations,
  type PlacementContext,
} from "../resources/placement.js";
import { settleOperationNames } from "./build-names.js";
import { camelCase } from "./casing.js";
import { settleMethods, type MethodContext } from "./method-clashes.js";
import { reservedExports, Scope } from "./names.js";

/** What an operation is called without the config's `methods`, and without the lock file. */
export interface DerivedName {
  readonly name: string;
  /** Dots for nesting; empty for a method of the client. */
  readonly resource: string;
  /** The resource's path as spelled in the document. */
  readonly group: readonly string[];
  readonly functionName: string;
}

export function deriveNames(
  entries: readonly OperationEntry[],
  {
    clientMembers,
    ...context
  }: PlacementContext & Pick<MethodContext, "clientMembers">,
): ReadonlyMap<string, DerivedName> {
  const placements = placeOperations(entries, context);
  const ledger = { earlier: new Map(), given: new Map() };
  const methods = settleMethods(entries, placements, { ledger, clientMembers });
  const names = settleOperationNames(entries, placements, {
    scope: new Scope(reservedExports),
    methods,
    ledger,
    isByResource: false,
    secondNames: new Map(),
  });
  return new Map(
    [...names].map(([key, { methodName, functionName }]) => {
      const { group = [] } = placements.get(key) ?? {};
      const resource = group.map(camelCase).join(".");
      return [key, { name: methodName, resource, group, functionName }];
    }),
  );
}
