/** What is sent: what the document says and the caller asked for, and nothing else. */
import { describe, expect, it } from "vitest";
import { ConfigError } from "../../../generated/ahasend/src/index.js";
import type { AhaSend } from "../../../generated/ahasend/src/index.js";
import { answer, serve } from "../support/loopback.js";
import type { Handler } from "../support/loopback.js";
import {
  account,
  ahasend,
  failure,
  feldera,
  newKey,
  openrouter,
} from "./clients.js";

const empty: Handler = (_, response) => answer(response, 200, {});

describe("a request", () => {
  it("a call is what the document says", async () => {
    const { url, received } = await serve(empty);
    const subAccount = { sub_account_id: "sub/1" };
    const { apiKeys } = ahasend(url).subAccounts;
    await apiKeys.update("k 9", { ...subAccount, ip_allow_list: [] });
    expect(received[0]).toMatchObject({
      method: "PUT",
      url: `/v2/accounts/${account}/sub-accounts/sub%2F1/api-keys/k%209`,
      body: '{"ip_allow_list":[]}',
      headers: {
        accept: "application/json",
        "content-type": "application/json",
      },
    });
  });

  it("the path of a server is kept", async () => {
    const { url, received } = await serve(empty);
    await openrouter(`${url}/api/v1`).apiKeys.getCurrentKeyMetadata();
    expect(received[0]?.url).toBe("/api/v1/key");
  });

  it("a Date is written as a timestamp, null stays null", async () => {
    const { url, received } = await serve(empty);
    await openrouter(url).apiKeys.create({
      name: "ci",
      limit: null,
      limit_reset: undefined,
      expires_at: new Date("2027-01-31T23:59:59Z"),
    });
    expect(JSON.parse(received[0]?.body ?? "")).toEqual({
      name: "ci",
      limit: null,
      expires_at: "2027-01-31T23:59:59.000Z",
    });
  });

  it("keys that the document does not declare are not sent", async () => {
    const { url, received } = await serve(empty);
    const client = ahasend(url);
    const more = { tag: "x", q: "y" };
    await client.apiKeys.create({ ...newKey, ...more });
    await client.apiKeys.list({ limit: 1, ...more });
    expect(received[0]?.url).toBe(`/v2/accounts/${account}/api-keys`);
    expect(JSON.parse(received[0]?.body ?? "")).toEqual(newKey);
    expect(received[1]?.url).toBe(`/v2/accounts/${account}/api-keys?limit=1`);
    expect(received[1]?.body).toBe("");
  });

  it("options.query and options.headers are sent, and null removes a header", async () => {
    const { url, received } = await serve(empty);
    await openrouter(url).apiKeys.get("h", {
      query: { beta: true, tag: ["a", "b"], skip: undefined },
      headers: { "x-title": "CI", accept: null, authorization: null },
    });
    const { url: sent, headers } = received[0] ?? {};
    expect(sent).toBe("/keys/h?beta=true&tag=a&tag=b");
    expect(headers).toMatchObject({ "x-title": "CI" });
    expect(headers).not.toHaveProperty("authorization");
    expect(headers?.accept).not.toBe("application/json");
  });

  it("a client parameter is for paths, not for a query that leaves it out", async () => {
    const { url, received } = await serve(empty);
    const query = { account_id: undefined, none: null };
    await ahasend(url).apiKeys.get("k", {}, { query });
    expect(received[0]?.url).toBe(`/v2/accounts/${account}/api-keys/k`);
  });

  it("an answer without a body is undefined", async () => {
    const { url } = await serve((_, response) => answer(response, 200));
    expect(await feldera(url).apiKeys.delete("ci")).toBeUndefined();
  });

  it("fields that the document does not know survive", async () => {
    const { url } = await serve((_, response) =>
      answer(response, 200, { data: { brand_new: [1] } }),
    );
    expect(await openrouter(url).apiKeys.get("h")).toEqual({
      data: { brand_new: [1] },
    });
  });
});

describe("a path parameter", () => {
  const places: Readonly<
    Record<string, (client: AhaSend, id: string) => PromiseLike<unknown>>
  > = {
    "an id": ({ apiKeys }, id) => apiKeys.delete(id),
    "an outer id": ({ subAccounts }, id) =>
      subAccounts.apiKeys.list({ sub_account_id: id }),
    "a client parameter": ({ apiKeys }, id) =>
      apiKeys.get("k", { account_id: id }),
  };

  it.each(
    Object.entries(places).flatMap(([place, call]) =>
      ["", ".", "..", "%2e%2e", "%2E.", null].map(
        (id) => [JSON.stringify(id), place, id as string, call] as const,
      ),
    ),
  )("of %s as %s is refused before it is sent", async (_, _place, id, call) => {
    const { url, received } = await serve(empty);
    expect(await failure(call(ahasend(url), id))).toBeInstanceOf(ConfigError);
    expect(received).toHaveLength(0);
  });

  it("that is missing is refused, whatever the types say", async () => {
    const { url, received } = await serve(empty);
    const { apiKeys } = openrouter(url);
    const missing: unknown = undefined;
    const error = await failure(apiKeys.get(missing as string));
    expect(String(error)).toMatch(/hash/);
    expect(received).toHaveLength(0);
  });

  it("cannot lead to another route", async () => {
    const { url, received } = await serve(empty);
    await openrouter(url).apiKeys.delete("../x?y#z");
    expect(received[0]?.url).toBe("/keys/..%2Fx%3Fy%23z");
  });
});
