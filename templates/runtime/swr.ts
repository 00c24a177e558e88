/** Options of queries as SWR takes them. */

/** The key and the fetcher of a query: `useSWR(...swr(options))`. */
export const swr = <Data>({
  queryKey,
  queryFn,
}: {
  queryKey: readonly unknown[];
  queryFn: (context: { signal: AbortSignal }) => Promise<Data>;
}): [key: readonly unknown[], fetcher: () => Promise<Data>] => [
  queryKey,
  // SWR does not cancel.
  () => queryFn({ signal: new AbortController().signal }),
];
