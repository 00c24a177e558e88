/** The order of names by code unit, whatever the language of the machine. */
export const byCodeUnit = (a: string, b: string): number =>
  a < b ? -1 : a > b ? 1 : 0;
