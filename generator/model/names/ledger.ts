/**
 * The names that a run begins with: those of the last run, without what the document asks to be called
 * otherwise and what came out of a fault that is mended.
 */
import type { OperationEntry } from "../resources/entries.js";
import { withoutAsked, type AskedContext } from "./asked-names.js";
import { noteDuplicates, withoutMended } from "./mended-names.js";
import type { NameLedger } from "./names.js";
import type { Spellings } from "./spellings.js";
import { operationsMoved } from "./moved-operations.js";

/** @param names those of the last run by the id of their claim */
export function ledgerOf(
  entries: readonly OperationEntry[],
  names: ReadonlyMap<string, string>,
  {
    spellings,
    ...asking
  }: Pick<AskedContext, "isKeeping" | "derive"> & {
    readonly spellings: Spellings;
  },
): Required<NameLedger> {
  const given = new Map<string, string>();
  const earlier = operationsMoved(
    new Map(entries.map(({ key, id }) => [key, id])),
    names,
  );
  noteDuplicates(entries, earlier, given);
  const mended = withoutMended(entries, earlier);
  return {
    earlier: withoutAsked(entries, { ...asking, earlier: mended, given }),
    given,
    wanted: new Map(),
    spellings,
  };
}
