/**
 * A line for three names: `names operation GET /pets = listPets` also says that the types of the
 * operation are called `ListPetsParams` and `ListPetsError`, as most are.
 */
type Names = ReadonlyMap<string, string>;

const suffixes: readonly (readonly [kind: string, suffix: string])[] = [
  ["errors", "Error"],
  ["params", "Params"],
];

/** The names of types that such a line says, by their keys; undefined if it is about no operation. */
export const namesBeside = (key: string, name: string): Names | undefined => {
  const [, operation] = /^operation ([^]*)$/.exec(key) ?? [];
  return operation === undefined
    ? undefined
    : new Map(
        suffixes.map(([kind, suffix]) => [
          `${kind} ${operation}`,
          name.charAt(0).toUpperCase() + name.slice(1) + suffix,
        ]),
      );
};

/** The keys of such lines, and of the names that need no line for that reason. */
export const joinedKeys = (
  names: Names,
): { readonly joined: ReadonlySet<string>; readonly said: Set<string> } => {
  const joined = new Set<string>();
  const said = new Set<string>();
  for (const [key, name] of names) {
    const beside = [...(namesBeside(key, name) ?? [])];
    const isUsual =
      beside.length > 0 && beside.every(([of, type]) => names.get(of) === type);
    if (!isUsual) continue;
    joined.add(key);
    for (const [of] of beside) said.add(of);
  }
  return { joined, said };
};
