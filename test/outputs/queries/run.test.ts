import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type * as TanStack from "@tanstack/query-core";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { serve } from "../../runtime/support/server.js";
import { pets, queryPackage } from "./query-package.js";
import { answerPets, names } from "./server.js";

type Options = Record<string, unknown> & { readonly queryKey: unknown[] };
type Query = (...given: readonly unknown[]) => Options;

interface Package {
  readonly createClient: (options: object) => unknown;
  readonly queries: Readonly<Record<string, Query>>;
  readonly queryKeys: {
    readonly pets: Readonly<Record<string, (...given: unknown[]) => unknown[]>>;
  };
  readonly swr: (options: Options) => [unknown[], () => Promise<unknown>];
}

/** Of the oldest version; later ones have other names for it too. */
interface Reading {
  readonly fetchQuery: (options: never) => Promise<unknown>;
  readonly fetchInfiniteQuery: (options: never) => Promise<unknown>;
  readonly prefetchInfiniteQuery: (options: never) => Promise<void>;
}

const reading = (cache: TanStack.QueryClient): Reading => cache;

const folder = mkdtempSync(join(tmpdir(), "sdkwright-queries-"));
let sdk: Package;

beforeAll(async () => {
  const { files } = await queryPackage(pets, {
    ...{ adapters: ["react", "swr"], operations: ["POST /search"] },
  });
  for (const [path, text] of Object.entries(files)) {
    if (!path.startsWith("src/")) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  // No library is bundled, and none is imported: what is emitted names types alone.
  const { outputFiles } = await build({
    stdin: {
      contents: `export * from "./src/index.js";
export * as queries from "./src/react-query.js";
export { queryKeys } from "./src/react-query.js";
export { swr } from "./src/swr.js";`,
      resolveDir: folder,
    },
    ...{ bundle: true, format: "esm", write: false, target: "node20" },
  });
  const file = join(folder, "sdk.mjs");
  writeFileSync(file, outputFiles[0]?.text ?? "");
  sdk = (await import(pathToFileURL(file).href)) as Package;
});

afterAll(() => rmSync(folder, { recursive: true }));

const secret = "s3cr3t-of-the-client";

const connect = async () => {
  const { url, requests } = await serve(answerPets);
  const client = sdk.createClient({
    ...{ baseURL: url, apiKey: secret, maxRetries: 2 },
    headers: { "x-tenant": `${secret}-tenant` },
  });
  return { client, requests, url };
};

const coreOf = async (adapter: string): Promise<typeof TanStack> => {
  const require = createRequire(import.meta.url);
  const { resolve } = createRequire(require.resolve(adapter));
  return (await import(
    pathToFileURL(resolve("@tanstack/query-core")).href
  )) as typeof TanStack;
};

const itemsOf = (page: unknown): readonly { readonly name: string }[] => {
  if (Array.isArray(page)) return page;
  const { data, items } = page as Record<string, never[]>;
  return data ?? items ?? [];
};

describe.each([["@tanstack/react-query"], ["tanstack-react-query-5-62"]])(
  "query-core of %s",
  (adapter) => {
    let core: typeof TanStack;
    beforeAll(async () => {
      core = await coreOf(adapter);
    });

    const cache = (options?: object) => new core.QueryClient(options);

    it("reads, keeps and reads again", async () => {
      const { client, requests } = await connect();
      const all = cache();
      const options = sdk.queries["getPetQuery"]?.(client, "ada") as never;
      expect(await reading(all).fetchQuery(options)).toEqual({ name: "ada" });
      const fresh = { ...(options as object), staleTime: 1e6 } as never;
      expect(await reading(all).fetchQuery(fresh)).toEqual({ name: "ada" });
      expect(requests).toHaveLength(1);
      await all.invalidateQueries({
        queryKey: sdk.queryKeys.pets["get"]?.("ada") ?? [],
      });
      await reading(all).fetchQuery(fresh);
      expect(requests).toHaveLength(2);
    });

    it("has null where there is no body", async () => {
      const { client } = await connect();
      const all = cache();
      const has = sdk.queries["hasPetQuery"]?.(client, "gone") as never;
      expect(await reading(all).fetchQuery(has)).toBe(null);
      const observer = new core.MutationObserver(
        all,
        sdk.queries["deletePetMutation"]?.(client) as never,
      );
      expect(await observer.mutate("gone" as never)).toBe(null);
    });

    it("does, with one argument and with both", async () => {
      const { client, requests } = await connect();
      const options = sdk.queries["updatePetMutation"]?.(client) as never;
      const observer = new core.MutationObserver(cache(), options);
      await observer.mutate({ id: "bo", params: { name: "bob" } } as never);
      expect(requests.map(({ method, body }) => [method, body])).toEqual([
        ["PATCH", '{"name":"bob"}'],
      ]);
    });

    it.each([
      ["listPetsPages", []],
      ["listsByOffsetPages", []],
      ["listsByPagePages", []],
      ["listsByLinkPages", []],
      ["listsByHeaderPages", ["cats"]],
    ])(
      "walks every page of %s, also after it was hydrated",
      async (name, given) => {
        const { client, requests } = await connect();
        const optionsOf = () => sdk.queries[name]?.(client, ...given) as never;
        const server = cache();
        await reading(server).prefetchInfiniteQuery(optionsOf());
        expect(requests).toHaveLength(1);
        const state = JSON.stringify(core.dehydrate(server));
        expect(state).not.toContain(secret);
        const browser = cache();
        core.hydrate(browser, JSON.parse(state));
        const observer = new core.InfiniteQueryObserver(browser, {
          ...(optionsOf() as object),
          staleTime: 1e6,
        } as never);
        const stop = observer.subscribe(() => undefined);
        // Nothing is requested to show what was hydrated.
        expect(observer.getCurrentResult().status).toBe("success");
        expect(requests).toHaveLength(1);
        for (let count = 0; observer.getCurrentResult().hasNextPage; count++) {
          expect(count).toBeLessThan(5);
          await observer.fetchNextPage();
        }
        stop();
        const { data, error } = observer.getCurrentResult();
        expect(error).toBe(null);
        const { pages } = data as unknown as { readonly pages: unknown[] };
        expect(pages.flatMap(itemsOf).map((pet) => pet.name)).toEqual(names);
        // Credentials go with every request, to a link too.
        expect(
          requests.every(({ target }) => target.includes(`api_key=${secret}`)),
        ).toBe(true);
        // A refetch asks for the same pages again.
        const before = requests.length;
        await browser.refetchQueries();
        expect(requests.slice(before).map(({ target }) => target)).toEqual(
          requests.slice(0, before).map(({ target }) => target),
        );
      },
    );

    it("begins where the params say", async () => {
      const { client, requests } = await connect();
      const options = sdk.queries["listsByOffsetPages"]?.(client, {
        ...{ kind: "cat", offset: 3, limit: 2 },
      }) as object;
      const { pages } = (await reading(cache()).fetchInfiniteQuery({
        ...options,
        pages: 3,
      } as never)) as { readonly pages: readonly unknown[] };
      expect(pages.flatMap(itemsOf).map(({ name }) => name)).toEqual([
        "dot",
        "eli",
      ]);
      expect(requests.map(({ target }) => target.split("&api_key")[0])).toEqual(
        [
          "/by-offset?kind=cat&offset=3&limit=2",
          "/by-offset?kind=cat&offset=5&limit=2",
        ],
      );
    });

    it("goes to no link that leads to another server", async () => {
      const { client, requests } = await connect();
      const options = sdk.queries["listsByLinkPages"]?.(client) as Options & {
        queryFn: (context: object) => Promise<unknown>;
      };
      const { signal } = new AbortController();
      const pageParam = "https://evil.example/by-link?from=2";
      await expect(options.queryFn({ signal, pageParam })).rejects.toThrow(
        "the next page is on another origin",
      );
      expect(requests).toHaveLength(0);
    });

    it("ends where the server repeats itself", () => {
      const { getNextPageParam: next } = sdk.queries["listsByOffsetPages"]?.(
        {},
      ) as unknown as {
        getNextPageParam: (...given: unknown[]) => unknown;
      };
      const page = [{ name: "ada" }, { name: "bo" }];
      expect(next(page, [page], null, [null])).toBe(2);
      expect(next(page, [page, [...page]], 2, [null, 2])).toBe(undefined);
      expect(next([{ name: "eli" }], [page, []], 2, [null, 3])).toBe(undefined);
      expect(next([], [page, []], 2, [null, 2])).toBe(undefined);
    });

    it("does not repeat what the client has repeated, and knows the error", async () => {
      const { client, requests } = await connect();
      const all = new core.QueryClient({
        defaultOptions: { queries: { retry: 3, retryDelay: 1 } },
      });
      const busy = sdk.queries["getPetQuery"]?.(client, "busy") as never;
      await expect(reading(all).fetchQuery(busy)).rejects.toMatchObject({
        status: 503,
      });
      expect(requests).toHaveLength(3);
      const none = sdk.queries["getPetQuery"]?.(client, "none") as never;
      const failure = reading(all).fetchQuery(none);
      await expect(failure).rejects.toMatchObject({
        ...{ status: 404, body: { reason: "there is none" } },
      });
      expect(requests).toHaveLength(4);
      expect(
        JSON.stringify(
          core.dehydrate(all, { shouldDehydrateQuery: () => true }),
        ),
      ).not.toContain(secret);
    });

    it("ends a request that nobody waits for", async () => {
      const { client, requests } = await connect();
      const options = sdk.queries["getPetQuery"]?.(client, "slow") as never;
      const all = cache();
      const observer = new core.QueryObserver(all, options);
      const stop = observer.subscribe(() => undefined);
      await expect.poll(() => requests.length).toBe(1);
      stop();
      await expect
        .poll(() => all.getQueryCache().getAll()[0]?.state.fetchStatus)
        .toBe("idle");
      expect(all.getQueryData((options as Options).queryKey)).toBe(undefined);
    });

    it("has keys of arguments alone, the same every time", async () => {
      const { client } = await connect();
      const { url } = await serve(answerPets);
      const other = sdk.createClient({ baseURL: url, apiKey: "another" });
      const keysOf = (of: unknown) =>
        Object.entries(sdk.queries)
          .filter(([name]) => /(?:Query|Pages)$/.test(name))
          .map(
            ([, query]) =>
              query(of, "x", { timeout: 7, headers: { a: "b" } }).queryKey,
          );
      expect(keysOf(client)).toEqual(keysOf(other));
      const when = new Date(0);
      const { queryKey } =
        sdk.queries["listPetsQuery"]?.(client, { kind: when }) ?? {};
      expect(core.hashKey(queryKey as never)).toBe(
        '["pets-sdk","pets","list",{"kind":"1970-01-01T00:00:00.000Z"},"page"]',
      );
    });

    it("invalidates the page and the pages of a list, and nothing else", async () => {
      const { client } = await connect();
      const all = cache();
      const of = (name: string, ...given: unknown[]) =>
        sdk.queries[name]?.(client, ...given) as never;
      await reading(all).fetchQuery(of("listPetsQuery", { kind: "cat" }));
      await reading(all).prefetchInfiniteQuery(
        of("listPetsPages", { kind: "cat" }),
      );
      await reading(all).fetchQuery(of("listPetsQuery", { kind: "dog" }));
      await reading(all).fetchQuery(of("getPetQuery", "ada"));
      await reading(all).fetchQuery(of("searchPetsQuery", { text: "a" }));
      const { list } = sdk.queryKeys.pets;
      const stale = async (key: readonly unknown[] = []) => {
        await all.invalidateQueries({ queryKey: key });
        return all
          .getQueryCache()
          .getAll()
          .map(({ state }) => state.isInvalidated);
      };
      expect(await stale(list?.({ kind: "cat" }))).toEqual([
        ...[true, true, false, false, false],
      ]);
      expect(await stale(list?.())).toEqual([true, true, true, false, false]);
    });
  },
);

it("SWR has the key and a fetcher", async () => {
  const { client } = await connect();
  const options = sdk.queries["getPetQuery"]?.(client, "ada");
  if (!options) throw new Error("no query");
  const [key, fetcher] = sdk.swr(options);
  expect(key).toEqual(["pets-sdk", "pets", "get", "ada"]);
  expect(await fetcher()).toEqual({ name: "ada" });
});
