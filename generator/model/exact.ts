/**
 * Whole numbers beyond 2^53: the digits that were written are lost when the document is read.
 */
export const isExact = (value: unknown): boolean =>
  Array.isArray(value) ? value.every(isExact) : isExactNumber(value);

const isExactNumber = (value: unknown): boolean =>
  typeof value !== "number" ||
  !Number.isInteger(value) ||
  Math.abs(value) <= Number.MAX_SAFE_INTEGER;
