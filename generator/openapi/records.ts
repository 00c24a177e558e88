/**
 * JSON objects whose names come from a document: tested, changed and named in messages without ever
 * reaching what objects inherit.
 */

/** A JSON object whose members may be anything. */
export type JsonObject = Record<string, unknown>;

/** True for any JSON object, which arrays and null are not. */
export const isRecord = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The type of a value, for messages. */
export const typeName = (value: unknown): string => {
  if (value === null) return "null";
  if (Array.isArray(value)) return "an array";
  switch (typeof value) {
    case "string":
      return "a string";
    case "number":
      return "a number";
    case "boolean":
      return String(value);
    default:
      return "an object";
  }
};

/** Members whose names are computed. */
export const remove = (target: Record<string, unknown>, key: string): void => {
  Reflect.deleteProperty(target, key);
};

/** Sets an own property even when its name is `__proto__`. */
export const setOwn = (
  target: Record<string, unknown>,
  key: string,
  value: unknown,
): void => {
  if (key === "__proto__") {
    Object.defineProperty(target, key, {
      value,
      configurable: true,
      enumerable: true,
      writable: true,
    });
  } else {
    target[key] = value;
  }
};

/** Like `map` of a list; a value that is no object stays. */
export const mapValues = (
  fields: Record<string, unknown>,
  convert: (value: unknown, key: string) => unknown,
): Record<string, unknown> => {
  const result: Record<string, unknown> = {};
  for (const key of Object.keys(fields)) {
    setOwn(result, key, convert(fields[key], key));
  }
  return result;
};
