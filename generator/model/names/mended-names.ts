/**
 * Names that came out of a fault of the document: of an operationId that several operations have, or
 * of a clash that ended in a number. They are not kept once the author has mended the fault.
 */
import type { OperationEntry } from "../resources/entries.js";
import { collisionId } from "./names.js";

type Names = ReadonlyMap<string, string>;

/** Everything in the lock file that an operation is called by. */
export const operationIds = (key: string): readonly string[] =>
  ["operation", "method", "place", "params", "errors"].map(
    (kind) => `${kind} ${key}`,
  );

const duplicateId = (key: string): string => `duplicate ${key}`;

/** The names of the last run without those whose fault is mended. */
export function withoutMended(
  entries: readonly OperationEntry[],
  earlier: Names,
): Names {
  const names = new Map(earlier);
  for (const entry of entries)
    if (isMended(entry, earlier))
      for (const id of operationIds(entry.key)) {
        names.delete(id);
        names.delete(collisionId(id));
      }
  return names;
}

function isMended(
  { key, id = key, sharedId }: OperationEntry,
  earlier: Names,
): boolean {
  if (sharedId !== undefined) return false;
  // A number stays where it was the other operation that changed: its name may be in use.
  const isRenamed = operationIds(key).some((one) => {
    const source = earlier.get(collisionId(one));
    return source !== undefined && source !== id;
  });
  return isRenamed || earlier.has(duplicateId(key));
}

/** Notes which names of this run come out of an operationId that several operations have. */
export function noteDuplicates(
  entries: readonly OperationEntry[],
  earlier: Names,
  given: Map<string, string>,
): void {
  for (const { key, sharedId } of entries) {
    // A name that is older than the fault did not come out of it.
    const isOlder =
      earlier.has(`operation ${key}`) && !earlier.has(duplicateId(key));
    if (sharedId !== undefined && !isOlder)
      given.set(duplicateId(key), sharedId);
  }
}
