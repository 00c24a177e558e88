/** Tokens and credential functions when the network or the token endpoint fails, and after a 401. */
import { afterEach, describe, expect, it, vi } from "vitest";
import { bearer, type Credential } from "../../templates/runtime/auth.js";
import { unsafe } from "../../templates/runtime/unsafe.js";
import { call } from "../../templates/runtime/call.js";
import type { SDKError } from "../../templates/runtime/errors.js";
import { ConfigError } from "../../templates/runtime/errors.js";
import {
  clientCredentials,
  tokenSource,
  type ClientCredentialsOptions,
} from "../../templates/runtime/oauth.js";
import type { Operation } from "../../templates/runtime/operation.js";
import type { ClientOptions, Fetch } from "../../templates/runtime/options.js";
import {
  clientOf,
  closedPort,
  failureOf,
  serve,
  singleScheme,
  type Answer,
  type TestServer,
} from "./support/server.js";

const get: Operation = { id: "get", method: "GET", path: "/x" };
const post: Operation = { ...get, method: "POST", unsafe };

afterEach(() => {
  vi.restoreAllMocks();
});

/** No wait between attempts, but for one that a server asks for. */
const withoutBackoff = () => vi.spyOn(Math, "random").mockReturnValue(0);

const clientWith = (
  server: { url: string },
  credential: Credential,
  options: ClientOptions = {},
) => clientOf(server, options, { auth: singleScheme("a", bearer(credential)) });

const credentialsOf = (
  url: string,
  more: Partial<ClientCredentialsOptions> = {},
): ClientCredentialsOptions => ({
  tokenURL: `${url}/token`,
  clientId: "id",
  clientSecret: "secret",
  ...more,
});

/** A server of tokens and of `/x`; `token` answers the requests for tokens. */
const serveTokens = (
  token: (answer: Answer, count: number) => void,
  api: (answer: Answer) => void = ({ json }) => {
    json(200, 1);
  },
) => {
  let count = 0;
  return serve((answer) => {
    if (answer.request.target === "/token") token(answer, count++);
    else api(answer);
  });
};
const issue = ({ json }: Answer, count: number) => {
  json(200, { access_token: `t${count}` });
};
const tokenRequests = ({ requests }: TestServer) =>
  requests.filter(({ target }) => target === "/token").length;

describe("a token request", () => {
  it.each<[string, (answer: Answer) => void]>([
    ["a 503", ({ json }) => json(503)],
    ["a 500", ({ json }) => json(500, { error: "server_error" })],
    ["a 429", ({ json }) => json(429, {}, { "retry-after": "0" })],
    [
      "a date to retry at",
      ({ json }) =>
        json(
          503,
          {},
          { "retry-after": new Date(Date.now() + 500).toUTCString() },
        ),
    ],
    ["a reset", ({ drop }) => drop()],
    [
      "a reset in the body",
      ({ response, drop }) => {
        response.writeHead(200, { "content-length": "100" });
        response.write("{");
        setTimeout(drop, 20);
      },
    ],
  ])("is repeated after %s, whatever the call is", async (_, fail) => {
    withoutBackoff();
    const server = await serveTokens((answer, count) => {
      if (count === 0) fail(answer);
      else issue(answer, count);
    });
    const token = clientCredentials(credentialsOf(server.url));
    expect(await call(clientWith(server, token), post)).toBe(1);
    expect(server.requests.map(({ target }) => target)).toEqual([
      "/token",
      "/token",
      "/x",
    ]);
  });

  it.each<[string, number, Record<string, string>, number]>([
    ["a 400", 400, {}, 1],
    ["a 401", 401, {}, 1],
    ["a 403", 403, {}, 1],
    ["a 503 with a long wait", 503, { "retry-after": "61" }, 1],
    ["a redirect", 307, { location: "/elsewhere" }, 1],
    ["three times a 503", 503, {}, 3],
  ])("ends with %s", async (_, status, headers, requests) => {
    withoutBackoff();
    const server = await serveTokens(({ json }) => {
      json(status, { error: "why" }, headers);
    });
    const token = clientCredentials(credentialsOf(server.url));
    const error: SDKError = await failureOf(
      call(clientWith(server, token), get),
    );
    expect(error).toBeInstanceOf(ConfigError);
    expect(error.message).toBe(`no token: ${status} why (GET /x)`);
    expect(server.requests.map(({ target }) => target)).toEqual(
      Array<string>(requests).fill("/token"),
    );
  });

  it.each([0, 1, 3])("is repeated %i times if that is allowed", async (max) => {
    withoutBackoff();
    const server = await serveTokens(({ json }) => {
      json(503);
    });
    const token = clientCredentials(credentialsOf(server.url));
    const client = clientWith(server, token, { maxRetries: max });
    await failureOf(call(client, get));
    expect(server.requests).toHaveLength(max + 1);
  });

  it("waits as long as the server says", async () => {
    withoutBackoff();
    const server = await serveTokens((answer, count) => {
      if (count === 0) answer.json(429, {}, { "retry-after": "1" });
      else issue(answer, count);
    });
    const start = performance.now();
    await clientCredentials(credentialsOf(server.url))({ refresh: false });
    expect(performance.now() - start).toBeGreaterThan(950);
  });

  it("that gets no connection, or no answer in time, says so", async () => {
    const url = await closedPort();
    const refused = clientCredentials(credentialsOf(url));
    const options = { refresh: false, maxRetries: 0 };
    await expect(refused(options)).rejects.toThrow(
      "no token: connection failed: ECONNREFUSED",
    );
    const server = await serveTokens(() => undefined);
    const late = clientCredentials(credentialsOf(server.url, { timeout: 20 }));
    await expect(late(options)).rejects.toThrow(
      "no token: connection failed: timeout after 20 ms",
    );
  });

  it("is repeated once for all who wait", async () => {
    withoutBackoff();
    const server = await serveTokens((answer, count) => {
      if (count === 0) answer.json(503);
      else issue(answer, count);
    });
    const token = clientCredentials(credentialsOf(server.url));
    const client = clientWith(server, token);
    await Promise.all(Array.from({ length: 20 }, () => call(client, get)));
    expect(tokenRequests(server)).toBe(2);
  });
});

describe("a token", () => {
  it("is shared by the copies of a client", async () => {
    const server = await serveTokens(issue);
    const source = credentialsOf(server.url);
    const { tokenURL, ...withoutURL } = source;
    for (const from of [source, withoutURL]) {
      server.requests.length = 0;
      for (let copy = 0; copy < 3; copy++) {
        const credential = tokenSource(from, {}, tokenURL) ?? "";
        await call(clientWith(server, credential), get);
      }
      expect(tokenRequests(server)).toBe(1);
    }
  });

  it("is not shared between endpoints, nor by other credentials", async () => {
    const [one, two] = [await serveTokens(issue), await serveTokens(issue)];
    const source = { clientId: "id", clientSecret: "secret" };
    for (const from of [source, { ...source }])
      for (const { url } of [one, two]) {
        const credential = tokenSource(from, {}, `${url}/token`) ?? "";
        await call(clientWith(one, credential), get);
      }
    expect([tokenRequests(one), tokenRequests(two)]).toEqual([2, 2]);
  });

  it("is not shared with what the caller's object was before", async () => {
    const server = await serveTokens(issue);
    const source = credentialsOf(server.url);
    for (const clientSecret of ["old", "new"]) {
      source.clientSecret = clientSecret;
      await call(clientWith(server, tokenSource(source, {}) ?? ""), get);
    }
    expect(tokenRequests(server)).toBe(2);
  });

  it("that is refused is replaced once, whenever its calls learn of it", async () => {
    let calls = 0;
    const server = await serveTokens(issue, ({ request, json }) => {
      if (request.headers["authorization"] === "Bearer t1") json(200, 1);
      else setTimeout(() => json(401), 10 * calls++);
    });
    const client = clientWith(
      server,
      clientCredentials(credentialsOf(server.url)),
    );
    const all = Array.from({ length: 20 }, () => call(client, get));
    expect(await Promise.all(all)).toEqual(Array(20).fill(1));
    expect(tokenRequests(server)).toBe(2);
  });

  it("that has replaced a refused one is kept by the attempts after it", async () => {
    withoutBackoff();
    let calls = 0;
    const server = await serveTokens(issue, ({ json }) => {
      const status = [401, 503, 503, 200][calls++] ?? 500;
      json(status, 1);
    });
    const token = clientCredentials(credentialsOf(server.url));
    expect(await call(clientWith(server, token), get)).toBe(1);
    expect(tokenRequests(server)).toBe(2);
  });
});

describe("a credential function", () => {
  it("is told which credential was refused", async () => {
    const server = await serve(({ index, json }) => {
      json(index ? 200 : 401, 1);
    });
    const told: unknown[] = [];
    const client = clientWith(server, (context) => {
      told.push(context);
      return context.refresh ? "new" : "old";
    });
    await call(client, get);
    expect(told).toEqual([
      { refresh: false },
      { refresh: true, refused: "old" },
    ]);
  });
});

describe("the request for a token of a client's option", () => {
  const tokens = (seen: unknown[], name: string): Fetch => {
    return (url, init, { operation, attempt }) => {
      const { dispatcher, cache } = init as {
        dispatcher?: unknown;
      } & RequestInit;
      seen.push([name, url, operation, attempt, dispatcher, cache]);
      return Promise.resolve(Response.json({ access_token: name }));
    };
  };

  it("goes the way of the client's own requests", async () => {
    const server = await serveTokens(issue);
    const seen: unknown[] = [];
    const client: ClientOptions = {
      fetch: tokens(seen, "client"),
      fetchOptions: { dispatcher: "proxy", cache: "force-cache" },
    };
    const credential = tokenSource(credentialsOf("https://a.example"), client);
    expect(await call(clientWith(server, credential ?? ""), get)).toBe(1);
    // An answer with a token is kept by no cache.
    expect(seen).toEqual([
      ["client", "https://a.example/token", "token", 0, "proxy", undefined],
    ]);
    expect(server.requests.at(-1)?.headers["authorization"]).toBe(
      "Bearer client",
    );
  });

  it("uses the `fetch` of the credentials, where they have one", async () => {
    const server = await serveTokens(issue);
    const seen: unknown[] = [];
    const credential = tokenSource(
      {
        ...credentialsOf("https://a.example"),
        fetch: tokens(seen, "own") as typeof fetch,
      },
      { fetch: tokens(seen, "client") },
    );
    await call(clientWith(server, credential ?? ""), get);
    expect(seen).toEqual([
      ["own", "https://a.example/token", "token", 0, undefined, undefined],
    ]);
  });

  it("is that of the copy which asks first; the token is shared", async () => {
    const server = await serveTokens(issue);
    const seen: unknown[] = [];
    const source = credentialsOf("https://a.example");
    const copies = ["one", "two"].map((name) =>
      clientWith(
        server,
        tokenSource(source, { fetch: tokens(seen, name) }) ?? "",
      ),
    );
    for (const copy of copies.reverse()) await call(copy, get);
    expect(seen).toEqual([
      ["two", "https://a.example/token", "token", 0, undefined, undefined],
    ]);
  });
});
