/**
 * The libraries that queries are made for. The modules differ in what they import types from.
 */
import type { QueryAdapter } from "../../config/queries-options.js";

export interface Adapter {
  /** Of the output, the module and the subpath. */
  readonly name: string;
  /** As the docs call it. */
  readonly title: string;
  /** Where the types come from; absent for SWR, which tells nothing by the type of a key. */
  readonly peer?: { readonly name: string; readonly range: string };
  /** What its declarations need, and do not bring along. */
  readonly types?: { readonly name: string; readonly range: string };
  /** True if its declarations do not compile. */
  readonly hasBrokenTypes?: boolean;
  /** How components take options: as they are, or as a function of them. */
  readonly takes: "options" | "function" | "tuple";
  /** The function for a query, and those for pages and mutations. */
  readonly functions: readonly [query: string, pages: string, mutation: string];
}

const tanstack = (
  framework: string,
  title: string,
  rest: Pick<Adapter, "takes"> & Partial<Adapter>,
): Adapter => ({
  name: `${framework}-query`,
  title: `TanStack Query for ${title}`,
  // 5.59 has another type for keys.
  peer: { name: `@tanstack/${framework}-query`, range: "^5.62.0" },
  functions: ["useQuery", "useInfiniteQuery", "useMutation"],
  ...rest,
});

export const adapters: Readonly<Record<QueryAdapter, Adapter>> = {
  react: tanstack("react", "React", {
    types: { name: "@types/react", range: ">=18.0.0" },
    takes: "options",
  }),
  vue: tanstack("vue", "Vue", {
    // Before, mutations took no functions of options, and queries before 5.91 neither.
    peer: { name: "@tanstack/vue-query", range: "^5.92.0" },
    types: { name: "vue", range: "^3.3.0" },
    takes: "function",
  }),
  solid: tanstack("solid", "Solid", {
    // Before, `useQuery` and others had other names.
    peer: { name: "@tanstack/solid-query", range: "^5.71.9" },
    takes: "function",
  }),
  svelte: tanstack("svelte", "Svelte", {
    peer: { name: "@tanstack/svelte-query", range: "^6.0.0" },
    hasBrokenTypes: true,
    takes: "function",
    functions: ["createQuery", "createInfiniteQuery", "createMutation"],
  }),
  swr: {
    name: "swr",
    title: "SWR",
    takes: "tuple",
    functions: ["useSWR", "useSWRInfinite", "useSWRMutation"],
  },
};
