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

/** What a cache holds of what a call gives. It holds no `undefined`. */
export type Cached<Result> =
  | Exclude<Result, void>
  | ([Extract<Result, void>] extends [never] ? never : null);

export const cached = async <Result>(
  call: PromiseLike<Result>,
): Promise<Cached<Result>> => ((await call) ?? null) as Cached<Result>;

/** The beginning of keys, narrowed by the arguments that are given. */
export const queryPrefix = (
  start: readonly unknown[],
  ...given: readonly unknown[]
): readonly unknown[] => [
  ...start,
  ...given.filter((value) => value !== undefined),
];

export const query = <Key, Result, E>(
  key: readonly unknown[],
  call: (signal: AbortSignal) => PromiseLike<Result>,
): QueryOptions<Key, Cached<Result>, E> => ({
  queryKey: key as Key,
  queryFn: ({ signal }) => cached(call(signal)),
  retry: false,
});

export const mutation = <Result, E, Variables>(
  key: readonly unknown[],
  call: (variables: Variables) => PromiseLike<Result>,
): MutationOptions<Cached<Result>, E, Variables> => ({
  mutationKey: key,
  mutationFn: (variables) => cached(call(variables)),
});
