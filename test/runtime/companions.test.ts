/** What stands beside the calls: OAuth tokens, server variables, webhooks, browsers. */
import { createHmac } from "node:crypto";
import { inspect } from "node:util";
import { afterEach, describe, expect, it, vi } from "vitest";
import { bearer } from "../../templates/runtime/auth.js";
import { refuseBrowsers } from "../../templates/runtime/browser.js";
import { call } from "../../templates/runtime/call.js";
import { ConfigError, SDKError } from "../../templates/runtime/errors.js";
import {
  clientCredentials,
  idAndSecret,
  tokenSource,
} from "../../templates/runtime/oauth.js";
import type { CredentialProvider } from "../../templates/runtime/auth.js";
import {
  expandServerURL,
  type ServerVariable,
} from "../../templates/runtime/server-url.js";
import {
  verifySignature,
  WebhookVerificationError,
} from "../../templates/runtime/webhooks.js";
import { clientOf, failureOf, serve, singleScheme } from "./support/server.js";

afterEach(() => {
  vi.useRealTimers();
});

describe("client credentials", () => {
  const tokens = (answer: (index: number) => [status: number, body: unknown]) =>
    serve(({ index, json }) => {
      const [status, body] = answer(index);
      json(status, body);
    });
  const supply = (url: string, more = {}) =>
    clientCredentials({
      tokenURL: `${url}/token`,
      clientId: "id:1",
      clientSecret: "s€cret",
      ...more,
    });

  it("make a token, keep it, and make it once for all who wait", async () => {
    const made = await tokens((index) => [
      200,
      { access_token: `t${index}`, expires_in: 3600 },
    ]);
    const token = supply(made.url, { scope: "a b", fields: { audience: "x" } });
    expect(
      await Promise.all([1, 2, 3].map(async () => token({ refresh: false }))),
    ).toEqual(["t0", "t0", "t0"]);
    expect(await token({ refresh: false })).toBe("t0");
    expect(
      await Promise.all([token({ refresh: true }), token({ refresh: true })]),
    ).toEqual(["t1", "t1"]);
    expect(made.requests).toHaveLength(2);
    expect(made.requests[0]).toMatchObject({
      method: "POST",
      target: "/token",
      body: "audience=x&grant_type=client_credentials&scope=a+b",
      headers: {
        authorization: `Basic ${btoa("id%3A1:s%E2%82%ACcret")}`,
        "content-type": "application/x-www-form-urlencoded",
      },
    });
  });

  it("are a credential, beside tokens and what supplies them", async () => {
    const made = await tokens(() => [200, { access_token: "t" }]);
    const { url } = made;
    for (const source of [
      { clientId: "a", clientSecret: "b" },
      { clientId: "a", clientSecret: "b", tokenURL: url },
    ]) {
      const credential = tokenSource(
        source,
        {},
        url,
      ) as CredentialProvider<string>;
      expect(await credential({ refresh: false })).toBe("t");
    }
    expect(idAndSecret("a", "b")).toEqual({ clientId: "a", clientSecret: "b" });
    expect(idAndSecret("a", undefined)).toBeUndefined();
    expect(idAndSecret(undefined, "b")).toBeUndefined();
    expect(tokenSource("t", {})).toBe("t");
    const supplier = () => "t";
    expect(tokenSource(supplier, {}, url)).toBe(supplier);
    expect(tokenSource(undefined, {}, url)).toBeUndefined();
    // The document names no server for tokens, and the caller neither.
    expect(() =>
      tokenSource({ clientId: "a", clientSecret: "b", tokenURL: "" }, {}),
    ).toThrow("invalid value for tokenURL");
  });

  it("can be sent in the body", async () => {
    const made = await tokens(() => [200, { access_token: "t" }]);
    await supply(made.url, { sendIn: "body" })({ refresh: false });
    expect(made.requests[0]?.body).toBe(
      "grant_type=client_credentials&client_id=id%3A1&client_secret=s%E2%82%ACcret",
    );
    expect(made.requests[0]?.headers).not.toHaveProperty("authorization");
  });

  it.each([
    [60, 29, 31],
    [1e99, 86_369, 86_371],
    [undefined, 269, 271],
    [0, 269, 271],
    [-5, 269, 271],
    ["soon", 269, 271],
    ["60", 29, 31],
  ])(
    "renew a token that is valid for %s seconds in time",
    async (expires_in, still, over) => {
      let count = 0;
      const fetch = () =>
        Promise.resolve(
          Response.json({ access_token: `t${count++}`, expires_in }),
        );
      const token = supply("https://auth.example.com", { fetch });
      vi.useFakeTimers({ now: 0 });
      expect(await token({ refresh: false })).toBe("t0");
      vi.setSystemTime(still * 1000);
      expect(await token({ refresh: false })).toBe("t0");
      vi.setSystemTime(over * 1000);
      expect(await token({ refresh: false })).toBe("t1");
    },
  );

  it.each<[number, unknown, string]>([
    [401, { error: "invalid_client" }, "no token: 401 invalid_client"],
    [500, undefined, "no token: 500"],
    [200, {}, "no token: 200"],
    [200, { access_token: "" }, "no token: 200"],
    [200, { access_token: { a: 1 } }, "no token: 200"],
  ])(
    "that get %i and %j are an error without a secret",
    async (status, body, message) => {
      const made = await tokens(() => [status, body]);
      const client = clientOf(
        made,
        { maxRetries: 0 },
        { auth: singleScheme("a", bearer(supply(made.url))) },
      );
      const error: SDKError = await failureOf(
        call(client, { id: "get", method: "GET", path: "/x" }),
      );
      expect(error).toBeInstanceOf(ConfigError);
      expect(error.message).toBe(`${message} (GET /x)`);
      expect(inspect(error, { depth: 9 })).not.toMatch(/s€cret|s%E2/);
      expect(made.requests).toHaveLength(1);
    },
  );

  it("are tried again by the next call", async () => {
    const made = await tokens((index) => [
      index ? 200 : 400,
      { access_token: "t" },
    ]);
    const token = supply(made.url);
    await expect(token({ refresh: false })).rejects.toThrow("400");
    expect(await token({ refresh: false })).toBe("t");
  });

  it("follow no redirect", async () => {
    const other = await tokens(() => [200, { access_token: "t" }]);
    const made = await serve(({ response }) => {
      response.writeHead(307, { location: other.url });
      response.end();
    });
    await expect(supply(made.url)({ refresh: false })).rejects.toThrow();
    expect(other.requests).toHaveLength(0);
  });

  it.each([
    "http://auth.example.com/token",
    "ftp://x/y",
    "https://u:secret@x/",
    "",
    "https://x/#y",
  ])("are not sent to %j", (tokenURL) => {
    expect(() =>
      clientCredentials({ tokenURL, clientId: "a", clientSecret: "b" }),
    ).toThrow(ConfigError);
  });
});

describe("the variables of a server", () => {
  const url = (template: string, variables: Record<string, ServerVariable>) =>
    expandServerURL(template, variables);

  it.each<[string, Record<string, ServerVariable>, string]>([
    [
      "https://{region}.example.com/{version}",
      { region: [undefined, "eu"], version: [undefined, "v1"] },
      "https://eu.example.com/v1",
    ],
    [
      "https://{region}.example.com/{version}",
      { region: ["us-1", "eu"], version: ["v 2/x", "v1"] },
      "https://us-1.example.com/v%202%2Fx",
    ],
    [
      "https://{region}.example.com",
      { region: ["us", "eu", ["eu", "us"]] },
      "https://us.example.com",
    ],
    [
      "https://{host}/api",
      { host: [undefined, "api.example.com"] },
      "https://api.example.com/api",
    ],
    [
      "https://{host}/api",
      { host: ["b.example.com", "a.example.com", ["b.example.com"]] },
      "https://b.example.com/api",
    ],
    [
      "{scheme}://example.com:{port}",
      { scheme: ["http", "https"], port: ["8443", "443"] },
      "http://example.com:8443",
    ],
    [
      "https://example.com/{base}",
      { base: [undefined, "a/b"] },
      "https://example.com/a/b",
    ],
    [
      "https://{region=us}.example.com/{version=}",
      { region: [undefined, "eu"], version: [undefined, "v1"] },
      "https://us.example.com/",
    ],
    [
      "https://{region=us}.example.com/{a=b}",
      { region: ["eu", "eu"], "a=b": [undefined, "c=d"] },
      "https://eu.example.com/c=d",
    ],
  ])("%s with %j is %s", (template, variables, expected) => {
    expect(url(template, variables)).toBe(expected);
  });

  it.each<[string, string, (readonly string[])?]>([
    ["https://{v}.example.com", "evil.com/"],
    ["https://{v}.example.com", "evil.com#"],
    ["https://{v}.example.com", "a.b"],
    ["https://{v}.example.com", "u@evil"],
    ["https://{v}.example.com", "-a"],
    ["https://{v}.example.com", ""],
    ["https://{v}.example.com", "a".repeat(64)],
    ["https://{v}.example.com", "ap", ["eu", "us"]],
    ["https://example.com:{v}", "443/x"],
    ["https://example.com:{v}", "1234567"],
    ["{v}://example.com", "javascript"],
    ["https://example.com/{v}", ".."],
    ["https://example.com/{v}", ""],
  ])("%s with %j is refused", (template, value, allowed) => {
    expect(() =>
      url(template, {
        v: allowed ? [value, "default", allowed] : [value, "default"],
      }),
    ).toThrow(ConfigError);
  });

  it("have to be known", () => {
    expect(() => url("https://{toString}.example.com", {})).toThrow(
      ConfigError,
    );
  });
});

describe("a webhook", () => {
  const body = JSON.stringify({ type: "message.delivered", data: "ä" });
  const now = () => String(Math.floor(Date.now() / 1000));
  const sign = (
    secret: string | Buffer,
    time = now(),
    text = body,
    id = "msg_1",
  ) => ({
    "webhook-id": id,
    "webhook-timestamp": time,
    "webhook-signature": `v1,${createHmac("sha256", secret).update(`${id}.${time}.${text}`).digest("base64")}`,
  });

  it("is what the standard's example says", async () => {
    vi.useFakeTimers({ now: 1614265330_000, toFake: ["Date"] });
    expect(
      await verifySignature(
        {
          headers: {
            "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
            "webhook-timestamp": "1614265330",
            "webhook-signature":
              "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
          },
          body: '{"test": 2432232314}',
        },
        { secret: "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw" },
      ),
    ).toEqual({ test: 2432232314 });
  });

  it("can be a request, text or bytes, with one of several secrets and signatures", async () => {
    const headers = sign("new");
    const several = {
      ...headers,
      "webhook-signature": `v2,x v1,AAAA ${headers["webhook-signature"]}`,
    };
    const options = { secret: ["old", "new"] };
    const expected = JSON.parse(body) as unknown;
    expect(await verifySignature({ headers: several, body }, options)).toEqual(
      expected,
    );
    expect(
      await verifySignature(
        { headers: new Headers(several), body: new TextEncoder().encode(body) },
        options,
      ),
    ).toEqual(expected);
    expect(
      await verifySignature(
        new Request("https://x", { method: "POST", headers: several, body }),
        options,
      ),
    ).toEqual(expected);
    const key = Buffer.from("bytes");
    expect(
      await verifySignature(
        {
          headers: { ...sign(key), other: undefined, "webhook-id": ["msg_1"] },
          body,
        },
        { secret: `whsec_${key.toString("base64")}` },
      ),
    ).toEqual(expected);
  });

  it.each<[string, object, object]>([
    ["another body", { body: `${body} ` }, {}],
    ["another secret", {}, { secret: "other" }],
    ["no secret", {}, { secret: "" }],
    ["a secret that is no base64", {}, { secret: "whsec_%" }],
    [
      "another id",
      { headers: { ...sign("secret"), "webhook-id": "msg_2" } },
      {},
    ],
    ["no headers", { headers: {} }, {}],
    [
      "no id",
      { headers: sign("secret", now(), body, "") },
      { tolerance: Infinity },
    ],
    [
      "another version",
      {
        headers: {
          ...sign("secret"),
          "webhook-signature": sign("secret")["webhook-signature"].replace(
            "v1",
            "v0",
          ),
        },
      },
      {},
    ],
    [
      "a signature that is no base64",
      { headers: { ...sign("secret"), "webhook-signature": "v1,%" } },
      {},
    ],
    [
      "an old time",
      { headers: sign("secret", String(Date.now() / 1000 - 301)) },
      {},
    ],
    [
      "a time to come",
      { headers: sign("secret", String(Date.now() / 1000 + 360)) },
      {},
    ],
    ["no time", { headers: sign("secret", "NaN") }, {}],
    [
      "a shorter tolerance",
      { headers: sign("secret", String(Date.now() / 1000 - 20)) },
      { tolerance: 10 },
    ],
    ["a parsed body", { body: JSON.parse(body) as object }, {}],
    [
      "a body that is no JSON",
      { headers: sign("secret", now(), "{"), body: "{" },
      {},
    ],
  ])("with %s is refused", async (_, message, options) => {
    const error = await failureOf(
      verifySignature(
        { headers: sign("secret"), body, ...message },
        { secret: "secret", ...options },
      ),
    );
    expect(error).toBeInstanceOf(WebhookVerificationError);
    expect(error).toBeInstanceOf(SDKError);
    expect(error).not.toBeInstanceOf(ConfigError);
  });
});

describe("a browser", () => {
  it("is refused where credentials are a server's", () => {
    refuseBrowsers(undefined);
    vi.stubGlobal("document", {});
    try {
      expect(() => {
        refuseBrowsers(undefined);
      }).toThrow(ConfigError);
      refuseBrowsers(true);
    } finally {
      vi.unstubAllGlobals();
    }
  });
});
