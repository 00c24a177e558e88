/**
 * Options of queries and mutations, for libraries that cache what calls give.
 * They are plain objects: no library is imported, and none is named.
 */

/** Options of a query. */
export interface QueryOptions<Key, Data, E> {
  /**
   * The package, the operation and its arguments: nothing of the client, no
   * server, no header, no credential.
   */
  queryKey: Key;
  queryFn: (context: { signal: AbortSignal }) => Promise<Data>;
  /** The client repeats by itself, where that is safe. */
  retry?: false;
  /** Carries the type of the error; it is not set. */
  throwOnError?: boolean | ((error: E) => boolean);
}

/** Options of a mutation. */
export interface MutationOptions<Data, E, Variables> {
  mutationKey: readonly unknown[];
  mutationFn: (variables: Variables) => Promise<Data>;
  /** Carries the type of the error; it is not set. */
  throwOnError?: boolean | ((error: E) => boolean);
}

/** A call; it gives nothing where there is no body. */
export type Called<Data> = PromiseLike<Data> | PromiseLike<void>;

/** A cache holds no `undefined`: `null` stands for it. */
export const cached = async <Data>(call: Called<Data>): Promise<Data> =>
  ((await call) ?? null) as Data;

/** The beginning of keys, narrowed by the arguments that are given. */
export const queryPrefix = (
  start: readonly unknown[],
  ...given: readonly unknown[]
): readonly unknown[] => [
  ...start,
  ...given.filter((value) => value !== undefined),
];

export const query = <Key, Data, E>(
  key: readonly unknown[],
  call: (signal: AbortSignal) => Called<Data>,
): QueryOptions<Key, Data, E> => ({
  queryKey: key as Key,
  queryFn: ({ signal }) => cached(call(signal)),
  retry: false,
});

export const mutation = <Data, E, Variables>(
  key: readonly unknown[],
  call: (variables: Variables) => Called<Data>,
): MutationOptions<Data, E, Variables> => ({
  mutationKey: key,
  mutationFn: (variables) => cached(call(variables)),
});
