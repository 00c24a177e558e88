/**
 * Options and data are copied before they are read, so that a property
 * inherited from a polluted `Object.prototype` is never taken for one that the
 * caller set.
 */

/** A shallow copy of the value's own properties, with no prototype. */
export const withoutPrototype = <T extends object>(value: T | undefined): T =>
  ({ __proto__: null, ...value }) as unknown as T;
