/**
 * Options and data are copied before they are read, so that a property
 * inherited from a polluted `Object.prototype` is never taken for one that the
 * caller set.
 */

/**
 * What copies inherit from: an object without properties. An object that has no
 * prototype at all is a dictionary to V8, which is slower to make and to read.
 */
const nothing = { __proto__: null };

/**
 * A shallow copy of the value's own properties, and of the others' over them,
 * which inherits none. `Object.assign` finds no setter there that a property
 * named `__proto__` could meet.
 */
export const withoutPrototype = <T extends object>(
  value: T | undefined,
  ...others: readonly (object | undefined)[]
): T => Object.assign(Object.create(nothing) as object, value, ...others) as T;
