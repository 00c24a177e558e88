/**
 * False of an integer beyond 2^53, or of an array with one: its digits were lost when the document was
 * read.
 */
export const hasOnlyExactIntegers = (value: unknown): boolean =>
  Array.isArray(value)
    ? value.every(hasOnlyExactIntegers)
    : isExactNumber(value);

const isExactNumber = (value: unknown): boolean =>
  typeof value !== "number" ||
  !Number.isInteger(value) ||
  Math.abs(value) <= Number.MAX_SAFE_INTEGER;
