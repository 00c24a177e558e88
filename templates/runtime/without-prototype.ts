/** Guards against a polluted `Object.prototype`: what was inherited was never meant. */

/** A copy that has the value's own properties and no prototype. */
export const withoutPrototype = <T extends object>(value: T | undefined): T =>
  ({ __proto__: null, ...value }) as unknown as T;
