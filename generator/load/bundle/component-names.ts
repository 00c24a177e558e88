/**
 * Names for components from other files. A name comes from the file and the pointer in it
 * alone, so that reordering the document, or adding to it, renames nothing.
 */

export interface UnnamedComponent {
  /** The path of the file and the tokens of the pointer, outermost first: all together unique. */
  readonly segments: readonly string[];
}

/**
 * Names are the last segment where it is unique, otherwise as many as distinguish the components.
 * @param taken the names of the root document's own components
 */
export const nameComponents = <T extends UnnamedComponent>(
  incoming: readonly T[],
  taken: ReadonlySet<string>,
): ReadonlyMap<T, string> => {
  const names = new Map<T, string>();
  const used = new Set(taken);
  const longest = Math.max(
    0,
    ...incoming.map(({ segments }) => segments.length),
  );
  let open = [...incoming];
  for (let length = 1; open.length > 0 && length <= longest; length++) {
    const claims = new Map<string, T[]>();
    for (const component of open) {
      const name = nameOf(component, length);
      const rivals = claims.get(name) ?? [];
      claims.set(name, rivals);
      rivals.push(component);
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
  // The rest differ only in punctuation (`a/b.yaml`, `a_b.yaml`).
  const byId = (a: T, b: T): number => (idOf(a) < idOf(b) ? -1 : 1);
  for (const component of open.sort(byId)) {
    let name = nameOf(component, longest);
    while (used.has(name)) name += "_";
    used.add(name);
    names.set(component, name);
  }
  return names;
};

const idOf = ({ segments }: UnnamedComponent): string => segments.join("\0");

const nameOf = ({ segments }: UnnamedComponent, length: number): string =>
  segments
    .slice(-length)
    .map((segment) => segment.replace(/[^\p{L}\p{N}._-]/gu, "_"))
    .join("_") || "_";
