/**
 * Options of `fetch` that the SDK passes on. Next.js stands here as what it does to `fetch`: it reads
 * `cache` and `next` of the options; the double keeps them.
 */
import { expect, it } from "vitest";
import { json } from "../../templates/runtime/body.js";
import { unsafe } from "../../templates/runtime/unsafe.js";
import { call } from "../../templates/runtime/call.js";
import { pipeline } from "../../templates/runtime/middleware.js";
import type { Operation } from "../../templates/runtime/operation.js";
import type {
  ClientOptions,
  FetchOptions,
} from "../../templates/runtime/options.js";
import { paginate } from "../../templates/runtime/pages.js";
import { clientOf } from "./support/server.js";

const get: Operation = { id: "get", path: "/x" };

/** A client, and the options that its `fetch` was given. */
const recording = (options: ClientOptions = {}) => {
  const inits: Record<string, unknown>[] = [];
  const client = clientOf(
    { url: "http://localhost" },
    {
      ...options,
      fetch: (_, init) => {
        inits.push({ ...init });
        return Promise.resolve(Response.json([]));
      },
    },
  );
  return { client, inits };
};

it("passes on what Next.js and others read", async () => {
  const { client, inits } = recording();
  const fetchOptions = {
    cache: "force-cache",
    credentials: "include",
    keepalive: true,
    next: { revalidate: 60, tags: ["works"] },
    cf: { cacheTtl: 5 },
  } as const;
  await call(client, get, {}, { fetchOptions });
  expect(inits).toMatchObject([fetchOptions]);
});

it("adds those of a call to those of the client", async () => {
  const { client, inits } = recording({
    fetchOptions: { cache: "no-store", credentials: "include" },
  });
  await call(client, get, {}, { fetchOptions: { cache: "reload" } });
  await call(client, get);
  expect(inits).toMatchObject([
    { cache: "reload", credentials: "include" },
    { cache: "no-store", credentials: "include" },
  ]);
});

it("keeps what the SDK needs, whatever is given", async () => {
  const { client, inits } = recording();
  const post: Operation = { ...get, method: "POST", unsafe, body: json };
  const { signal } = new AbortController();
  const given = {
    ...{ method: "DELETE", headers: { a: "b" }, body: "x", signal },
    ...{ redirect: "follow", duplex: "full" },
  };
  await call(
    client,
    post,
    { body: 1 },
    { fetchOptions: given as FetchOptions },
  );
  const [init] = inits;
  expect(init).toMatchObject({
    method: "POST",
    body: "1",
    redirect: "manual",
    duplex: "half",
  });
  expect((init?.["headers"] as Headers).get("a")).toBeNull();
  expect(init?.["signal"]).not.toBe(signal);
});

it("changes nothing with what an object inherits", async () => {
  const { client, inits } = recording();
  const fetchOptions = Object.create({ cache: "reload" }) as FetchOptions;
  await call(client, get, {}, { fetchOptions });
  expect(inits[0]).not.toHaveProperty("cache");
});

it("passes them through middleware and to every page", async () => {
  const { client, inits } = recording({
    transport: pipeline((request, next) => next(request)),
  });
  const list: Operation = {
    ...get,
    query: ["page"],
    paging: { by: "page", param: "page", items: [] },
  };
  const next = { tags: ["a"] };
  await paginate(client, list, {}, { fetchOptions: { next } }).all({
    limit: 1,
  });
  expect(inits).toMatchObject([{ next }]);
});
