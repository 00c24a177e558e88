/** Credentials that the client was not given, and what the caller adds to a call in their place. */
import { describe, expect, it } from "vitest";
import { apiKey, bearer } from "../../templates/runtime/auth.js";
import { securitySchemes } from "../../templates/runtime/authorize.js";
import { byHand, standIn } from "../../templates/runtime/by-hand.js";
import { call } from "../../templates/runtime/call.js";
import { ConfigError } from "../../templates/runtime/errors.js";
import { extras } from "../../templates/runtime/extras.js";
import type { ClientOptions } from "../../templates/runtime/client.js";
import type {
  Operation,
  RequestOptions,
} from "../../templates/runtime/operation.js";
import { clientOf, echo, failureOf } from "./support/server.js";

const get: Operation = { id: "get", path: "/x" };

type Location = "header" | "query" | "cookie";
const needs = (location: Location, name: string) =>
  byHand(standIn("apiKey (ACME_API_KEY)", location, name));

describe("in place of a credential that is missing", () => {
  type Row = [
    Location,
    name: string,
    options: RequestOptions,
    client?: ClientOptions,
  ];
  it.each<Row>([
    ["header", "authorization", { headers: { Authorization: "Basic eA==" } }],
    ["header", "authorization", { headers: { authorization: null } }],
    ["header", "X-Key", {}, { headers: { "x-key": "k" } }],
    ["header", "X-Key", {}, { headers: { "x-key": null } }],
    ["query", "api key", { query: { "api key": "k" } }],
    ["query", "key", { query: { key: null } }],
    ["cookie", "s", { headers: { Cookie: "a=1; s=2" } }],
    ["cookie", "s", {}, { headers: { cookie: "s=2" } }],
    ["cookie", "s", { headers: { cookie: null } }],
    ["cookie", "s", { fetchOptions: { credentials: "include" } }],
    ["cookie", "s", {}, { fetchOptions: { credentials: "same-origin" } }],
  ])("a %s %s: %j, %j", async (location, name, options, client = {}) => {
    const server = await echo();
    const core = clientOf(server, client, { auth: needs(location, name) });
    await call(core, get, {}, options);
    expect(server.requests).toHaveLength(1);
  });

  it("a parameter of the operation counts", async () => {
    const server = await echo();
    for (const [location, parameters] of [
      ["query", { query: ["k"] }],
      ["cookie", { cookies: ["k"], extras }],
      ["header", { headers: ["k"], extras }],
    ] as const)
      await call(
        clientOf(server, {}, { auth: needs(location, "k") }),
        { ...get, ...parameters },
        { k: 1 },
      );
    expect(server.requests).toHaveLength(3);
  });

  it.each<Row>([
    ["header", "authorization", {}],
    ["header", "authorization", { headers: { authorization: undefined } }],
    ["header", "authorization", { headers: { "x-authorization": "a" } }],
    ["query", "key", {}],
    ["query", "key", { query: { keys: 1, key: undefined } }],
    ["query", "constructor", { query: {} }],
    ["cookie", "s", {}],
    ["cookie", "s", { fetchOptions: { credentials: "omit" } }],
  ])(
    "nothing of the kind is an error: %s %s: %j",
    async (location, name, options) => {
      const server = await echo();
      const core = clientOf(server, {}, { auth: needs(location, name) });
      const error: ConfigError = await failureOf(call(core, get, {}, options));
      expect(error).toBeInstanceOf(ConfigError);
      expect(error.message).toBe(
        "missing credentials: apiKey (ACME_API_KEY) (GET /x)",
      );
      expect(server.requests).toHaveLength(0);
    },
  );
});

describe("of several schemes", () => {
  const auth = (key?: string, token?: string) =>
    securitySchemes(
      [
        [
          "key",
          key === undefined ? undefined : apiKey("header", "x-key", key),
          standIn("key (A_KEY)", "header", "x-key"),
        ],
        [
          "token",
          bearer(token),
          standIn("token (A_TOKEN)", "header", "authorization"),
        ],
        ["app", undefined, standIn("app (A_APP)", "query", "app")],
      ],
      [["key", "app"], ["token"]],
    );

  it("one by hand and one by option make a set", async () => {
    const server = await echo();
    await call(
      clientOf(server, {}, { auth: auth("k") }),
      get,
      {},
      {
        query: { app: 1 },
      },
    );
    expect(server.requests[0]).toMatchObject({
      target: "/x?app=1",
      headers: { "x-key": "k" },
    });
  });

  it("what the client has comes before what is by hand", async () => {
    const server = await echo();
    await call(
      clientOf(server, {}, { auth: auth(undefined, "t") }),
      get,
      {},
      {
        query: { app: 1 },
        headers: { "x-key": "k" },
      },
    );
    expect(server.requests[0]?.headers).toMatchObject({
      authorization: "Bearer t",
    });
  });

  it("the error names what each way still needs", async () => {
    const server = await echo();
    const failed = async (key?: string) =>
      failureOf(call(clientOf(server, {}, { auth: auth(key) }), get));
    expect(await failed()).toMatchObject({
      message:
        "missing credentials: key (A_KEY) and app (A_APP) or token (A_TOKEN) (GET /x)",
    });
    expect(await failed("k")).toMatchObject({
      message: "missing credentials: app (A_APP) or token (A_TOKEN) (GET /x)",
    });
    expect(server.requests).toHaveLength(0);
  });

  it("an operation that may go without takes a set that is complete by hand", async () => {
    const server = await echo();
    await call(
      clientOf(server, {}, { auth: auth("k") }),
      { ...get, security: [[], ["key", "app"]] },
      {},
      { query: { app: null } },
    );
    expect(server.requests[0]?.headers).toMatchObject({ "x-key": "k" });
  });
});
