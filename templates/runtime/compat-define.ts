/** Gives an object a property that is not written out with it. */
export const define = (
  target: object,
  name: PropertyKey,
  property: PropertyDescriptor,
): void => {
  Object.defineProperty(target, name, { configurable: true, ...property });
};
