/**
 * Options are what somebody wrote. What an object merely inherits was never meant: any library in
 * the process may have added members to `Object.prototype`, and one called `force` would be obeyed.
 */

/** A copy that has the value's own members and no prototype. */
export const withoutPrototype = <T extends object>(value: T): T => ({
  __proto__: null,
  ...value,
});

/** The same for data and everything in it. */
export const withoutPrototypes = <T>(value: T): T => copy(value) as T;

const copy = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(copy);
  if (typeof value !== "object" || value === null) return value;
  return withoutPrototype(
    Object.fromEntries(
      Object.entries(value).map(([key, member]) => [key, copy(member)]),
    ),
  );
};

/** The first member that every object inherits, which no code that lists members can work with. */
export const inheritedMember = (): string | undefined => {
  for (const key in {}) return key;
  return undefined;
};
