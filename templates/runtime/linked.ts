/** What links are made of: values of a response that another call takes. */

/**
 * The value at a place in a body, by the names and positions on the way there
 * (RFC 6901); undefined where there is none. Its type is that of what takes it.
 */
export const linked = <T>(value: unknown, ...path: readonly string[]): T =>
  path.reduce<unknown>(
    (at, token) =>
      typeof at === "object" && at !== null && Object.hasOwn(at, token)
        ? (at as Readonly<Record<string, unknown>>)[token]
        : undefined,
    value,
  ) as T;
