/**
 * JSON objects whose names come from a document: tested, changed and named in messages without ever
 * reaching what objects inherit.
 */

/** A JSON object whose members may be anything. */
export type JsonObject = Record<string, unknown>;

/** True for any JSON object, which arrays and null are not. */
export const isRecord = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The value if it is an array, otherwise an empty array. */
export const arrayOrEmpty = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : [];

/** The value if it is an object, otherwise an empty object. */
export const recordOrEmpty = (value: unknown): JsonObject =>
  isRecord(value) ? value : {};

/** The JSON type of a value, for messages: `a string`; booleans and null by value. */
export const typeName = (value: unknown): string => {
  if (value === null || typeof value === "boolean") return String(value);
  if (Array.isArray(value)) return "an array";
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
};

/** Removes a member whose name is computed. */
export const remove = (target: JsonObject, key: string): void => {
  Reflect.deleteProperty(target, key);
};

/** Sets an own property even when its name is `__proto__`. */
export const setOwn = (
  target: JsonObject,
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

/** Like `map` of an array; the names and their order stay. */
export const mapValues = (
  fields: JsonObject,
  convert: (value: unknown, key: string) => unknown,
): JsonObject => {
  const result: JsonObject = {};
  for (const key of Object.keys(fields)) {
    setOwn(result, key, convert(fields[key], key));
  }
  return result;
};
