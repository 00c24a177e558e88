/** The order of names by code unit, whatever the language of the machine. */
export const byCodeUnit = (a: string, b: string): number =>
  a < b ? -1 : a > b ? 1 : 0;

/** A map whose order does not depend on that of what it is made of. */
export const sortedMap = <Value>(
  entries: Iterable<readonly [string, Value]>,
): ReadonlyMap<string, Value> =>
  new Map([...entries].sort(([a], [b]) => byCodeUnit(a, b)));
