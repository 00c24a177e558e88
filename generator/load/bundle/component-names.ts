/**
 * Names for what was brought in from other files. A name comes from the file and the pointer in it
 * alone, so that reordering the document, or adding to it, renames nothing.
 */

export interface Incoming {
  /** The path of the file and the tokens of the pointer, outermost first: all together unique. */
  readonly segments: readonly string[];
}

/**
 * The last segment where nothing else wants it, otherwise as many as tell the rivals apart.
 * @param taken the names that the root document gives itself
 */
export const nameComponents = <T extends Incoming>(
  incoming: readonly T[],
  taken: ReadonlySet<string>,
): ReadonlyMap<T, string> => {
  const names = new Map<T, string>();
  const used = new Set(taken);
  const longest = Math.max(0, ...incoming.map((one) => one.segments.length));
  let open = [...incoming];
  for (let length = 1; open.length > 0 && length <= longest; length++) {
    const claims = new Map<string, T[]>();
    for (const one of open) {
      const name = nameOf(one, length);
      const rivals = claims.get(name);
      if (rivals === undefined) claims.set(name, [one]);
      else rivals.push(one);
    }
    open = [];
    for (const [name, rivals] of claims) {
      const [only] = rivals;
      if (rivals.length > 1 || only === undefined || used.has(name)) {
        open.push(...rivals);
      } else {
        names.set(only, name);
      }
    }
    for (const name of names.values()) used.add(name);
  }
  // Only punctuation tells the rest apart (`a/b.yaml`, `a_b.yaml`).
  for (const one of open.sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1))) {
    let name = nameOf(one, longest);
    while (used.has(name)) name += "_";
    used.add(name);
    names.set(one, name);
  }
  return names;
};

const idOf = ({ segments }: Incoming): string => segments.join("\0");

const nameOf = ({ segments }: Incoming, length: number): string =>
  segments
    .slice(-length)
    .map((segment) => segment.replace(/[^\p{L}\p{N}._-]/gu, "_"))
    .join("_") || "_";
