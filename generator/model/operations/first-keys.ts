/** The operations that a message names, of all that it is about: the first three, and a mark for more. */
export const firstKeys = (keys: readonly string[]): string =>
  [...keys.slice(0, 3), ...(keys.length > 3 ? ["…"] : [])].join(", ");
