/**
 * Which credentials a call needs, in the options of the client.
 */
/** Sets of schemes as sets of the options that carry their credentials. */
export const securityOf = (
  security: readonly (readonly string[])[],
  optionOf: ReadonlyMap<string, string>,
): readonly (readonly string[])[] =>
  security.map((set) => set.map((name) => optionOf.get(name) ?? name).sort());
