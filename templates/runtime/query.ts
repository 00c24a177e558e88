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

/** Params as a key has them, which is kept and written into pages. */
export const withoutCredentials = (
  params: object | undefined,
  names: readonly string[],
): object | undefined =>
  params &&
  Object.fromEntries(
    Object.entries(params).filter(([name]) => !names.includes(name)),
  );

/**
 * A function of an operation: it takes the client and its arguments, then
 * options.
 */
export type Operate<Result> = (...given: never) => PromiseLike<Result>;

/** The same as it is called, with arguments that were put together. */
export type OperateCall<Result> = (...given: unknown[]) => PromiseLike<Result>;

/** A call of it. */
export const operate = <Result>(
  call: Operate<Result>,
  given: readonly unknown[],
  options: object | undefined,
): PromiseLike<Result> => (call as OperateCall<Result>)(...given, options);

/** Params that are left out are the same as none. */
export const keyOf = <Key>(parts: readonly unknown[]): Key =>
  parts.map((part) => part ?? {}) as Key;

/** @param given the client, and the arguments of the call */
export const query = <Key, Result, E>(
  key: readonly unknown[],
  call: Operate<Result>,
  given: readonly unknown[],
  options: object | undefined,
): QueryOptions<Key, Cached<Result>, E> => ({
  queryKey: keyOf(key),
  queryFn: ({ signal }) => cached(operate(call, given, { ...options, signal })),
  retry: false,
});

/**
 * @param names of the members of the variables that the call takes; without
 * them it takes the variables themselves
 */
export const mutation = <Result, E, Variables>(
  key: readonly unknown[],
  call: Operate<Result>,
  client: unknown,
  options: object | undefined,
  names?: readonly string[],
): MutationOptions<Cached<Result>, E, Variables> => ({
  mutationKey: key,
  mutationFn: (variables) => {
    const given = names?.map((name): unknown =>
      Reflect.get(variables as object, name),
    );
    return cached(operate(call, [client, ...(given ?? [variables])], options));
  },
});
