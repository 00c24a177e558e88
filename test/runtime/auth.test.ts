/** Credentials: where they go, which of them are sent, and when they are refused. */
import { describe, expect, it } from "vitest";
import {
  apiKey,
  basic,
  bearer,
  http,
  userPassword,
} from "../../templates/runtime/auth.js";
import { unsafe } from "../../templates/runtime/unsafe.js";
import { securitySchemes } from "../../templates/runtime/authorize.js";
import { call } from "../../templates/runtime/call.js";
import { Core } from "../../templates/runtime/client.js";
import {
  AuthenticationError,
  ConfigError,
} from "../../templates/runtime/errors.js";
import { extras } from "../../templates/runtime/extras.js";
import type {
  Authenticator,
  Operation,
  Security,
} from "../../templates/runtime/operation.js";
import {
  clientOf,
  echo,
  failureOf,
  serve,
  singleScheme,
} from "./support/server.js";

const get: Operation = { id: "get", method: "GET", path: "/x" };
const sent = async (
  auth: Authenticator,
  operation: Partial<Operation> = {},
  params = {},
  options = {},
) => {
  const server = await echo();
  await call(
    clientOf(server, {}, { auth }),
    { ...get, ...operation } as Operation,
    params,
    options,
  );
  return server.requests[0];
};

describe("a credential", () => {
  it.each<[string, Authenticator | undefined, object]>([
    ["bearer", bearer("tok"), { headers: { authorization: "Bearer tok" } }],
    [
      "bearer with a line break at its end",
      bearer("tok\n"),
      { headers: { authorization: "Bearer tok" } },
    ],
    [
      "basic",
      basic({ username: "Aladdin", password: "open sesame" }),
      { headers: { authorization: "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==" } },
    ],
    [
      "basic in UTF-8",
      basic({ username: "test", password: "123£" }),
      { headers: { authorization: "Basic dGVzdDoxMjPCow==" } },
    ],
    [
      "basic from a function",
      basic(() => ({ username: "a", password: "" })),
      { headers: { authorization: "Basic YTo=" } },
    ],
    [
      "another http scheme",
      http("Token", "abc"),
      { headers: { authorization: "Token abc" } },
    ],
    [
      "a key in a header",
      apiKey("header", "X-Key", "k"),
      { headers: { "x-key": "k" } },
    ],
    [
      "a key in a query",
      apiKey("query", "api key", "a&b"),
      { target: "/x?api%20key=a%26b" },
    ],
    [
      "a key in a cookie",
      apiKey("cookie", "session", "a=b&c"),
      { headers: { cookie: "session=a=b&c" } },
    ],
    [
      "a key with a line break at its end, in a header",
      apiKey("header", "X-Key", "k\r\n"),
      { headers: { "x-key": "k" } },
    ],
    [
      "a key with a line break at its end, in a query",
      apiKey("query", "key", "k\n"),
      { target: "/x?key=k" },
    ],
    [
      "a key with a line break at its end, in a cookie",
      apiKey("cookie", "session", "k\n"),
      { headers: { cookie: "session=k" } },
    ],
    [
      "a promised key",
      bearer(() => Promise.resolve("tok")),
      { headers: { authorization: "Bearer tok" } },
    ],
  ])("can be %s", async (_, auth, expected) => {
    expect(await sent(singleScheme("a", auth))).toMatchObject(expected);
  });

  it("joins a query and cookies that are there", async () => {
    const auth = securitySchemes(
      [
        ["a", apiKey("query", "key", "k")],
        ["b", apiKey("cookie", "s", "1")],
      ],
      [["a", "b"]],
    );
    const request = await sent(
      auth,
      { query: ["q"], cookies: ["c"], extras },
      { q: 1, c: 2 },
    );
    expect(request).toMatchObject({
      target: "/x?q=1&key=k",
      headers: { cookie: "c=2; s=1" },
    });
  });

  it("is added last but for the headers of the call", async () => {
    const server = await echo();
    const client = clientOf(
      server,
      { headers: { Authorization: "client" } },
      { auth: singleScheme("a", bearer("tok")) },
    );
    await call(client, get);
    await call(client, get, {}, { headers: { authorization: "call" } });
    await call(client, get, {}, { headers: { AUTHORIZATION: null } });
    expect(
      server.requests.map(({ headers }) => headers["authorization"]),
    ).toEqual(["Bearer tok", "call", undefined]);
  });

  it("of user name and password needs both", () => {
    expect(userPassword("a", "b")).toEqual({ username: "a", password: "b" });
    expect(userPassword("a", undefined)).toBeUndefined();
    expect(userPassword(undefined, "b")).toBeUndefined();
  });

  it.each([undefined, ""])("that is %j is missing", async (value) => {
    for (const auth of [
      singleScheme("apiKey", bearer(value)),
      securitySchemes([["apiKey", bearer(value)]], [["apiKey"]]),
    ]) {
      const server = await echo();
      const error: ConfigError = await failureOf(
        call(clientOf(server, {}, { auth }), get),
      );
      expect(error).toBeInstanceOf(ConfigError);
      expect(error.message).toBe("missing credentials: apiKey (GET /x)");
      expect(server.requests).toHaveLength(0);
    }
  });

  it("that a function does not have is missing", async () => {
    const server = await echo();
    expect(
      await failureOf(
        call(
          clientOf(
            server,
            {},
            {
              auth: singleScheme(
                "a",
                bearer(() => ""),
              ),
            },
          ),
          get,
        ),
      ),
    ).toBeInstanceOf(ConfigError);
    expect(server.requests).toHaveLength(0);
  });

  it("that a function fails to get is an error with its cause", async () => {
    const cause = new Error("no token");
    const server = await echo();
    const error = await failureOf(
      call(
        clientOf(
          server,
          {},
          {
            auth: singleScheme(
              "a",
              bearer(() => Promise.reject(cause)),
            ),
          },
        ),
        get,
      ),
    );
    expect(error).toBeInstanceOf(ConfigError);
    expect(error).toMatchObject({
      cause,
      message: "no token (GET /x)",
      operation: "get",
    });
    expect(server.requests).toHaveLength(0);
  });
});

describe("the security of an operation", () => {
  const all = (given: string) =>
    ["a", "b", "c"].map(
      (name) =>
        [
          name,
          given.includes(name) ? apiKey("header", name, name) : undefined,
        ] as const,
    );
  type Row = [security: Security, given: string, sent: string | undefined];
  it.each<Row>([
    [[["a"]], "abc", "a"],
    [[["a", "b"]], "abc", "ab"],
    [[["a"], ["b"]], "abc", "a"],
    [[["a"], ["b"]], "b", "b"],
    [[["a", "b"], ["c"]], "ac", "c"],
    [[["a", "b"], ["c"]], "ab", "ab"],
    [[["a"], []], "a", "a"],
    [[[], ["a"]], "a", "a"],
    [[["a"], []], "b", ""],
    [[["a"], []], "", ""],
    [[[]], "abc", ""],
    [[], "abc", ""],
    [[["a"]], "b", undefined],
    [[["a", "b"], ["c"]], "a", undefined],
    [[["unknown"]], "abc", undefined],
  ])("%j with %j sends %j", async (security, given, expected) => {
    for (const [auth, operation] of [
      [securitySchemes(all(given), security), get],
      [securitySchemes(all(given), [["c"]]), { ...get, security }],
    ] as const) {
      const server = await echo();
      const promise = call(clientOf(server, {}, { auth }), operation);
      if (expected === undefined) {
        expect(await failureOf(promise)).toBeInstanceOf(ConfigError);
        expect(server.requests).toHaveLength(0);
      } else {
        await promise;
        const { headers = {} } = server.requests[0] ?? {};
        expect(
          ["a", "b", "c"].filter((name) => headers[name] === name).join(""),
        ).toBe(expected);
      }
    }
  });

  it.each<
    [
      Security | undefined,
      Security | undefined,
      string | undefined,
      string | undefined,
    ]
  >([
    [undefined, undefined, "k", "k"],
    [undefined, [], "k", ""],
    [undefined, [[]], "k", ""],
    [undefined, [["a"], []], "k", "k"],
    [undefined, [["a"], []], undefined, ""],
    [[["a"], []], undefined, undefined, ""],
    [[], undefined, "k", ""],
    [[], [["a"]], "k", "k"],
    [[], [["a"]], undefined, undefined],
  ])(
    "of an API with one scheme: %j, %j with %j sends %j",
    async (security, own, key, expected) => {
      const server = await echo();
      const auth = singleScheme("a", apiKey("header", "x-a", key), security);
      const promise = call(clientOf(server, {}, { auth }), {
        ...get,
        ...(own && { security: own }),
      });
      if (expected === undefined)
        expect(await failureOf(promise)).toBeInstanceOf(ConfigError);
      else {
        await promise;
        expect(server.requests[0]?.headers["x-a"] ?? "").toBe(expected);
      }
    },
  );
});

describe("a function that supplies a credential", () => {
  it("is called for every attempt, and for a fresh one after a 401", async () => {
    const asked: boolean[] = [];
    const auth = singleScheme(
      "a",
      bearer(({ refresh }) => {
        asked.push(refresh);
        return refresh ? "new" : "old";
      }),
    );
    const server = await serve(({ request, json }) => {
      json(request.headers["authorization"] === "Bearer new" ? 200 : 401, {
        message: "expired",
      });
    });
    const client = clientOf(server, { maxRetries: 0 }, { auth });
    await call(client, { ...get, method: "POST", unsafe });
    expect(asked).toEqual([false, true]);
  });

  it("is asked once for a fresh one", async () => {
    const server = await serve(({ json }) => {
      json(401);
    });
    const failed = await failureOf(
      call(
        clientOf(
          server,
          {},
          {
            auth: singleScheme(
              "a",
              bearer(() => "tok"),
            ),
          },
        ),
        get,
      ),
    );
    expect(failed).toBeInstanceOf(AuthenticationError);
    expect(failed).toMatchObject({ attempts: 2 });
    expect(server.requests).toHaveLength(2);
    await failureOf(
      call(
        clientOf(server, {}, { auth: singleScheme("a", bearer("fixed")) }),
        get,
      ),
    );
    expect(server.requests).toHaveLength(3);
  });

  it("is bound by the time limit and the signal", async () => {
    const server = await echo();
    const client = clientOf(
      server,
      { maxRetries: 0 },
      {
        auth: singleScheme(
          "a",
          bearer(() => new Promise(() => undefined)),
        ),
      },
    );
    expect(
      await failureOf(call(client, get, {}, { timeout: 20 })),
    ).toMatchObject({ name: "TimeoutError" });
    expect(
      await failureOf(
        call(client, get, {}, { signal: AbortSignal.timeout(20) }),
      ),
    ).toMatchObject({ name: "AbortError" });
    expect(server.requests).toHaveLength(0);
  });
});

describe("plain http", () => {
  const fetch = () => Promise.resolve(new Response("1"));
  const auth = singleScheme("a", bearer("tok"));

  it.each([
    "http://api.example.com",
    "http://localhost.evil.com",
    "http://127.evil.com",
    "http://127.0.0.1.evil.com",
    "http://10.0.0.1",
    "http://[::2]",
    "http://0.0.0.0",
    "http://1270000001",
  ])(
    "to %s takes no credentials unless the caller allows it",
    async (baseURL) => {
      expect(
        await failureOf(call(new Core({ baseURL, fetch }, { auth }), get)),
      ).toBeInstanceOf(ConfigError);
      expect(
        await call(
          new Core({ baseURL, fetch, allowInsecure: true }, { auth }),
          get,
        ),
      ).toBe(1);
      expect(
        await call(new Core({ baseURL, fetch }, { auth }), {
          ...get,
          security: [],
        }),
      ).toBe(1);
      expect(await call(new Core({ baseURL, fetch }), get)).toBe(1);
    },
  );

  it.each([
    "http://localhost",
    "http://localhost:1/x",
    "http://127.0.0.1",
    "http://127.1.2.3:8080",
    "http://[::1]:1",
    "https://api.example.com",
  ])("or https to %s takes them", async (baseURL) => {
    expect(await call(new Core({ baseURL, fetch }, { auth }), get)).toBe(1);
  });

  it("of an operation's own server takes none either", async () => {
    const client = new Core(
      { fetch },
      { auth, url: "https://api.example.com" },
    );
    const operation: Operation = {
      ...get,
      extras,
      server: "http://up.example.com",
    };
    expect(await failureOf(call(client, operation))).toBeInstanceOf(
      ConfigError,
    );
  });
});
