/** Lists that come in pages: AhaSend's go on with a cursor, OpenRouter's with an offset. */
import { expect, it } from "vitest";
import type { APIKey } from "../../../generated/ahasend/src/index.js";
import {
  DecodeError,
  getNextPage,
  hasNextPage,
} from "../../../generated/ahasend/src/index.js";
import { answer, serve } from "../support/loopback.js";
import type { Handler } from "../support/loopback.js";
import { account, ahasend, failure, openrouter } from "./clients.js";

const query = (url: string): Record<string, string> =>
  Object.fromEntries(new URL(url, "http://host").searchParams);

/** Three keys on two pages. */
const firstPage = {
  object: "list",
  data: [{ id: "1" }, { id: "2" }],
  pagination: { has_more: true, next_cursor: "c2" },
};
const lastPage = {
  object: "list",
  data: [{ id: "3" }],
  pagination: { has_more: false },
};
const cursors: Handler = ({ url }, response) =>
  answer(response, 200, query(url)["after"] === "c2" ? lastPage : firstPage);

/** Pages of two keys each, and an empty one behind the last. */
const offsets =
  (total: number): Handler =>
  ({ url }, response) => {
    const offset = Number(query(url)["offset"] ?? 0);
    const rest = Math.max(0, Math.min(2, total - offset));
    const data = Array.from({ length: rest }, (_, index) => ({
      hash: `h${offset + index}`,
    }));
    answer(response, 200, { data });
  };

const idsOf = (keys: readonly Pick<APIKey, "id">[]) => keys.map(({ id }) => id);

it("for await walks every item of every page, and keeps the other arguments", async () => {
  const { url, received } = await serve(cursors);
  const ids: string[] = [];
  for await (const key of ahasend(url).apiKeys.list({ limit: 2 }))
    ids.push(key.id);
  expect(ids).toEqual(["1", "2", "3"]);
  expect(received.map(({ url }) => url)).toEqual([
    `/v2/accounts/${account}/api-keys?limit=2`,
    `/v2/accounts/${account}/api-keys?limit=2&after=c2`,
  ]);
});

it("the keys of a sub account are walked the same way", async () => {
  const { url, received } = await serve(cursors);
  const list = ahasend(url).subAccounts.apiKeys.list({ sub_account_id: "s" });
  expect(idsOf(await list.all({ limit: 10 }))).toEqual(["1", "2", "3"]);
  expect(received.map(({ url }) => url)).toEqual([
    `/v2/accounts/${account}/sub-accounts/s/api-keys`,
    `/v2/accounts/${account}/sub-accounts/s/api-keys?after=c2`,
  ]);
});

it("a page is the body as it came, and leads to the next", async () => {
  const { url } = await serve(cursors);
  const page = await ahasend(url).apiKeys.list();
  expect(JSON.parse(JSON.stringify(page))).toEqual(firstPage);
  expect(Reflect.ownKeys(page)).toEqual(Object.keys(firstPage));
  expect(hasNextPage(page)).toBe(true);
  const next = (await getNextPage(page)) ?? page;
  expect(next.data).toEqual(lastPage.data);
  expect(hasNextPage(next)).toBe(false);
  expect(await getNextPage(next)).toBeUndefined();
});

it("pages() walks page by page, all() collects up to a limit", async () => {
  const { url, received } = await serve(cursors);
  const { apiKeys } = ahasend(url);
  const sizes: number[] = [];
  for await (const page of apiKeys.list().pages()) sizes.push(page.data.length);
  expect(sizes).toEqual([2, 1]);
  expect(received).toHaveLength(2);
  expect(idsOf(await apiKeys.list().all({ limit: 1 }))).toEqual(["1"]);
  expect(received).toHaveLength(3);
});

it("who leaves the loop asks for no further page", async () => {
  const { url, received } = await serve(cursors);
  for await (const key of ahasend(url).apiKeys.list()) {
    expect(key.id).toBe("1");
    break;
  }
  expect(received).toHaveLength(1);
});

it("a cursor that comes again is an error, not an endless loop", async () => {
  const { url, received } = await serve((_, response) =>
    answer(response, 200, firstPage),
  );
  const error = await failure(ahasend(url).apiKeys.list().all({ limit: 99 }));
  expect(error).toBeInstanceOf(DecodeError);
  expect(received.length).toBeLessThan(4);
});

it.each([
  [0, 1],
  [3, 3],
  [4, 3],
])("%i keys with offsets end on the empty page", async (total, requests) => {
  const { url, received } = await serve(offsets(total));
  const hashes: string[] = [];
  const list = openrouter(url).apiKeys.list({ include_disabled: "true" });
  for await (const key of list) hashes.push(key.hash);
  expect(hashes).toEqual(["h0", "h1", "h2", "h3"].slice(0, total));
  expect(received.map(({ url }) => query(url))).toEqual(
    [
      { include_disabled: "true" },
      { include_disabled: "true", offset: "2" },
      { include_disabled: "true", offset: total === 3 ? "3" : "4" },
    ].slice(0, requests),
  );
});

it("an offset of the caller's is where the walk starts", async () => {
  const { url, received } = await serve(offsets(4));
  const keys = await openrouter(url).apiKeys.list({ offset: 1 }).all({
    limit: 9,
  });
  expect(keys.map(({ hash }) => hash)).toEqual(["h1", "h2", "h3"]);
  expect(received.map(({ url }) => query(url)["offset"])).toEqual([
    "1",
    "3",
    "4",
  ]);
});

it("a page that fails ends the walk with its error", async () => {
  const { url } = await serve(({ url }, response) =>
    query(url)["after"]
      ? answer(response, 403, { message: "no more" })
      : answer(response, 200, firstPage),
  );
  const ids: string[] = [];
  const walk = async () => {
    for await (const { id } of ahasend(url).apiKeys.list()) ids.push(id);
  };
  expect(await failure(walk())).toMatchObject({ status: 403 });
  expect(ids).toEqual(["1", "2"]);
});
