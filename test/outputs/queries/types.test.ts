import { beforeAll, describe, expect, it } from "vitest";
import { pets, queryPackage, type QueryPackage } from "./query-package.js";
import { libraryErrors } from "./type-check.js";

let built: QueryPackage;
beforeAll(async () => {
  built = await queryPackage(pets, {
    adapters: ["react", "vue", "solid", "svelte", "swr"],
    operations: ["POST /search"],
  });
});

/** Fails to compile where the types are not the same. */
const same = `
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const same = <A, B>(...[]: Same<A, B> extends true ? [] : [never]): void => undefined;
`;

/** @param wrap as hooks of a framework take options */
const shared = (adapter: string) => `
import type { PetsCore } from "./src/client.js";
import type { Pet, PetsModel } from "./src/models.js";
import type { GetPetError, UpdatePetParams } from "./src/resources/pets.js";
import type { LinkedPage } from "./src/core/query-links.js";
import * as queries from "./src/${adapter}.js";
${same}
declare const client: PetsCore;
`;

const react = `
import {
  QueryClient, useInfiniteQuery, useMutation, useQueries, useQuery, useSuspenseQuery,
} from "@tanstack/react-query";
${shared("react-query")}
export const use = async (cache: QueryClient) => {
  const one = useQuery(queries.getPetQuery(client, "a"));
  same<typeof one.data, Pet | undefined>();
  same<typeof one.error, GetPetError | null>();
  const maybe = useQuery(queries.maybePetQuery(client));
  same<typeof maybe.data, Pet | null | undefined>();
  const suspended = useSuspenseQuery(queries.getPetQuery(client, "a"));
  same<typeof suspended.data, Pet>();
  const [first, second] = useQueries({
    queries: [queries.getPetQuery(client, "a"), queries.searchPetsQuery(client, { text: "a" })],
  });
  same<typeof first.data, Pet | undefined>();
  same<typeof second.data, Pet | undefined>();
  const list = useInfiniteQuery(queries.listsByOffsetPages(client, { kind: "cat" }));
  same<typeof list.data, { pages: PetsModel[]; pageParams: (string | number | null)[] } | undefined>;
  for (const page of list.data?.pages ?? []) same<typeof page, PetsModel>();
  const linked = useInfiniteQuery(queries.listsByHeaderPages(client, "a"));
  for (const page of linked.data?.pages ?? []) same<typeof page, LinkedPage<Pet>>();
  const update = useMutation(queries.updatePetMutation(client));
  update.mutate({ id: "a", params: { name: "b" } });
  update.mutate({ id: "a" });
  // @ts-expect-error
  update.mutate({ params: {} });
  same<typeof update.data, Pet | undefined>();
  const remove = useMutation(queries.deletePetMutation(client));
  remove.mutate("a");
  same<typeof remove.data, null | undefined>();
  const fetched = await cache.fetchQuery(queries.getPetQuery(client, "a"));
  same<typeof fetched, Pet>();
  const cached = cache.getQueryData(queries.getPetQuery(client, "a").queryKey);
  same<typeof cached, Pet | undefined>();
  const pages = cache.getQueryData(queries.listPetsPages(client).queryKey);
  pages?.pages[0]?.data[0]?.name;
  await cache.prefetchInfiniteQuery(queries.listPetsPages(client));
  await cache.invalidateQueries({ queryKey: queries.queryKeys.pets.list({ kind: "cat" }) });
  // Spread to override.
  const chosen = useQuery({
    ...queries.getPetQuery(client, "a", { timeout: 1000 }),
    select: (pet) => pet.name,
    staleTime: 60_000,
    retry: 2,
  });
  same<typeof chosen.data, string | undefined>();
  // @ts-expect-error the signal is the cache's
  queries.getPetQuery(client, "a", { signal: AbortSignal.abort() });
  // @ts-expect-error a key of another type
  queries.getPetQuery(client, 1);
  const error = one.error;
  if (error && "status" in error && error.status === 404) error.body?.reason.length;
};
`;

const byFunction = (
  library: string,
  [query, pages, mutation]: readonly string[],
) => `
import { ${query}, ${pages}, ${mutation}, QueryClient } from "@tanstack/${library}";
${shared(library)}
export const use = async (cache: QueryClient) => {
  const one = ${query}(() => queries.getPetQuery(client, "a"));
  const list = ${pages}(() => queries.listPetsPages(client));
  const update = ${mutation}(() => queries.updatePetMutation(client));
  const fetched = await cache.fetchQuery(queries.getPetQuery(client, "a"));
  same<typeof fetched, Pet>();
  const cached = cache.getQueryData(queries.getPetQuery(client, "a").queryKey);
  same<typeof cached, Pet | undefined>();
  return { one, list, update };
};
type Used = Awaited<ReturnType<typeof use>>;
`;

const signals = `
declare const used: Used;
same<typeof used.one.data, Pet | undefined>();
same<typeof used.one.error, GetPetError | null>();
for (const page of used.list.data?.pages ?? []) page.data[0]?.name;
used.update.mutate({ id: "a", params: { name: "b" } satisfies UpdatePetParams });
`;

describe("options fit the functions of", () => {
  it.each([
    ["@tanstack/react-query of today", {}],
    [
      "@tanstack/react-query 5.62.0, the oldest that is claimed",
      { "@tanstack/react-query": "tanstack-react-query-5-62" },
    ],
  ])("%s", (_, aliases) => {
    expect(libraryErrors({ ...built, use: react, aliases })).toEqual([]);
  });

  const hooks = ["useQuery", "useInfiniteQuery", "useMutation"];

  it("@tanstack/solid-query", () => {
    const use = byFunction("solid-query", hooks) + signals;
    expect(libraryErrors({ ...built, use })).toEqual([]);
  });

  it("@tanstack/svelte-query", () => {
    const create = hooks.map((name) => name.replace("use", "create"));
    const use = byFunction("svelte-query", create) + signals;
    const hasBrokenTypes = true;
    expect(libraryErrors({ ...built, use, hasBrokenTypes })).toEqual([]);
  });

  it("@tanstack/vue-query", () => {
    const use =
      byFunction("vue-query", hooks) +
      signals.replaceAll(/used\.(\w+)\.(data|error)/g, "used.$1.$2.value");
    expect(libraryErrors({ ...built, use })).toEqual([]);
  });

  it("swr", () => {
    const use = `
import useSWR from "swr";
import useSWRMutation from "swr/mutation";
${shared("swr")}
export const use = () => {
  const one = useSWR(...queries.swr(queries.getPetQuery(client, "a")));
  same<typeof one.data, Pet | undefined>();
  const typed = useSWR<Pet, GetPetError>(...queries.swr(queries.getPetQuery(client, "a")));
  same<typeof typed.error, GetPetError | undefined>();
  const { mutationKey, mutationFn } = queries.updatePetMutation(client);
  const update = useSWRMutation(mutationKey, (_, { arg }: { arg: Parameters<typeof mutationFn>[0] }) => mutationFn(arg));
  return update.trigger({ id: "a" });
};
`;
    expect(libraryErrors({ ...built, use })).toEqual([]);
  });
});
