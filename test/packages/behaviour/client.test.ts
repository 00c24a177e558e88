/** What a client is made of, the ways to change it, and the ways around its methods. */
import { afterEach, describe, expect, it, vi } from "vitest";
import {
  AhaSend,
  ConfigError,
  createAPIKey,
  createClient,
  getAPIKeys,
} from "../../../generated/ahasend/src/index.js";
import { Feldera } from "../../../generated/feldera/src/index.js";
import { OpenRouter } from "../../../generated/openrouter/src/index.js";
import { answer, serve } from "../support/loopback.js";
import type { Handler } from "../support/loopback.js";
import { account, ahasend, failure, newKey } from "./clients.js";

const empty: Handler = (_, response) => answer(response, 200, {});

const thrownBy = (make: () => unknown): unknown => {
  try {
    return make();
  } catch (error) {
    return error;
  }
};

afterEach(() => {
  vi.unstubAllEnvs();
});

describe("the environment", () => {
  it.each([
    ["AHASEND", AhaSend],
    ["FELDERA", Feldera],
    ["OPENROUTER", OpenRouter],
  ])(
    "a missing %s_API_KEY is named before anything is sent",
    async (name, Class) => {
      vi.stubEnv(`${name}_API_KEY`, "");
      const { url, received } = await serve(empty);
      const client = new Class({ baseURL: url });
      expect(await failure(client.request("GET", "/keys"))).toMatchObject({
        name: "ConfigError",
        message: `missing credentials: apiKey (${name}_API_KEY) (GET /keys)`,
      });
      expect(received).toHaveLength(0);
    },
  );

  it("a missing base URL is named, where the document has none", () => {
    vi.stubEnv("FELDERA_BASE_URL", "");
    const error = thrownBy(() => new Feldera({ apiKey: "k" }));
    expect(error).toMatchObject({ name: "ConfigError" });
    expect(String(error)).toMatch(/baseURL/);
  });

  it("a missing account is named when a call needs it", async () => {
    vi.stubEnv("AHASEND_ACCOUNT_ID", "");
    const error = await failure(new AhaSend({ apiKey: "k" }).apiKeys.list());
    expect(error).toBeInstanceOf(ConfigError);
    expect(String(error)).toMatch(/account_id/);
  });

  it("gives what the options leave out", async () => {
    const { url, received } = await serve(empty);
    vi.stubEnv("AHASEND_API_KEY", "from-env");
    vi.stubEnv("AHASEND_ACCOUNT_ID", "acc-env");
    vi.stubEnv("AHASEND_BASE_URL", `${url}/eu/`);
    await new AhaSend().apiKeys.get("k");
    expect(received[0]).toMatchObject({
      url: "/eu/v2/accounts/acc-env/api-keys/k",
      headers: { authorization: "Bearer from-env" },
    });
    await new AhaSend({ apiKey: "given" }).apiKeys.get("k", {
      account_id: "acc-given",
    });
    expect(received[1]).toMatchObject({
      url: "/eu/v2/accounts/acc-given/api-keys/k",
      headers: { authorization: "Bearer given" },
    });
  });

  it("is not read by createClient", async () => {
    const { url, received } = await serve(empty);
    vi.stubEnv("AHASEND_API_KEY", "from-env");
    // @ts-expect-error: createClient reads no environment, so its type asks for the key.
    await getAPIKeys(createClient({ accountId: "a", baseURL: url }));
    expect(received[0]?.headers.authorization).toBeUndefined();
  });
});

describe("ways on", () => {
  it("with() changes what it is given and keeps the rest", async () => {
    const { url, received } = await serve((_, response) =>
      answer(response, 503, {}, { "retry-after": "0" }),
    );
    const client = ahasend(url, { headers: { "x-a": "1" } });
    const other = client.with({ accountId: "other", maxRetries: 0 });
    expect(other).toBeInstanceOf(AhaSend);
    await failure(other.apiKeys.get("k"));
    expect(received).toHaveLength(1);
    expect(received[0]).toMatchObject({
      url: "/v2/accounts/other/api-keys/k",
      headers: { "x-a": "1", authorization: expect.stringMatching(/^Bearer /) },
    });
    await failure(client.apiKeys.get("k"));
    expect(received).toHaveLength(4);
    expect(received[1]?.url).toBe(`/v2/accounts/${account}/api-keys/k`);
  });

  it("request() reaches what the SDK does not know", async () => {
    const { url, received } = await serve((_, response) =>
      answer(response, 200, { pong: 1 }),
    );
    const client = ahasend(url);
    const options = { query: { q: [1, 2] }, headers: { "x-t": "1" } };
    const pong = await client.request<{ pong: number }>(
      "POST",
      "/v2/ping",
      [1],
      options,
    );
    expect(pong.pong).toBe(1);
    expect(received[0]).toMatchObject({
      method: "POST",
      url: "/v2/ping?q=1&q=2",
      body: "[1]",
      headers: {
        "x-t": "1",
        "content-type": "application/json",
        authorization: expect.stringMatching(/^Bearer /),
      },
    });
    const { data, response } = await client
      .request("GET", "/v2/ping")
      .withResponse();
    expect([data, response.status]).toEqual([{ pong: 1 }, 200]);
  });

  it("functions take a client of either kind", async () => {
    const { url, received } = await serve(empty);
    const core = createClient({ apiKey: "k", accountId: "a", baseURL: url });
    await createAPIKey(core, newKey);
    await createAPIKey(ahasend(url), newKey);
    expect(received.map(({ url }) => url)).toEqual([
      "/v2/accounts/a/api-keys",
      `/v2/accounts/${account}/api-keys`,
    ]);
    expect(received.map(({ body }) => body)).toEqual(
      Array(2).fill(JSON.stringify(newKey)),
    );
  });

  it("withResponse() has the headers, asResponse() the unread body", async () => {
    const { url } = await serve((_, response) =>
      answer(response, 200, { id: "1" }, { "x-request-id": "r-7" }),
    );
    const { apiKeys } = ahasend(url);
    const { data, response, requestId } = await apiKeys.get("k").withResponse();
    expect([data, response.status, requestId]).toEqual([
      { id: "1" },
      200,
      "r-7",
    ]);
    const raw = await apiKeys.get("k").asResponse();
    expect(raw.bodyUsed).toBe(false);
    expect(await raw.json()).toEqual({ id: "1" });
  });

  it("one call is one request, however often it is asked", async () => {
    const { url, received } = await serve(empty);
    const call = ahasend(url).apiKeys.get("k");
    await Promise.all([call, call.withResponse(), call.result(), call]);
    expect(received).toHaveLength(1);
  });

  it("plain http is for this machine, unless the caller insists", async () => {
    const client = ahasend("http://api.example.com");
    const error = await failure(client.apiKeys.list());
    expect(error).toBeInstanceOf(ConfigError);
    expect(String(error)).toMatch(/allowInsecure/);
  });
});
