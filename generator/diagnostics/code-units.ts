/** The order of names by code unit, whatever the language of the machine. */
export const byCodeUnit = (a: string, b: string): number =>
  a < b ? -1 : a > b ? 1 : 0;

/** A map whose order does not depend on that of what it is made of. */
export const sortedMap = <Value>(
  entries: Iterable<readonly [string, Value]>,
): ReadonlyMap<string, Value> => {
  const list = [...entries];
  // What was sorted once, and written, mostly is still.
  const isSorted = list.every(
    ([name], index) => index === 0 || (list[index - 1]?.[0] ?? "") < name,
  );
  return new Map(isSorted ? list : list.sort(([a], [b]) => byCodeUnit(a, b)));
};
