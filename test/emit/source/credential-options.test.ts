/**
 * The option `credentials`: what credentials are called as options and in the environment.
 */
import { describe, expect, it } from "vitest";
import { codesOf, emitted } from "../../support/pipeline.js";
import { ran } from "../../support/ran.js";

const document = `
info: { title: Acme, version: 1.0.0 }
servers: [{ url: "https://api.example" }]
security: [{ key: [] }, { user: [] }]
paths:
  /me: { get: { operationId: getMe, tags: [me], responses: { "204": { description: Done. } } } }
components:
  securitySchemes:
    key: { type: http, scheme: bearer }
    user: { type: http, scheme: basic }
`;
const credentials = {
  key: { option: "accessKey", env: "THE_KEY" },
  user: { username: { option: "login", env: "THE_LOGIN" }, password: {} },
};

describe("credentials", () => {
  it("have the options and variables of the config", async () => {
    const { errors, received, result } = await ran(
      document,
      `import { Acme, createClient, getMe } from "./src/index.js";
export const run = async (baseURL: string) => {
  await new Acme({ baseURL, accessKey: "k" }).me.get();
  await new Acme({ baseURL, login: "ada", password: "pw" }).me.get();
  await getMe(createClient({ baseURL, login: "a", password: "b" }));
  const { env } = (globalThis as unknown as { process: { env: Record<string, string> } }).process;
  env["THE_LOGIN"] = "from";
  env["ACME_PASSWORD"] = "env";
  await new Acme({ baseURL }).me.get();
  delete env["THE_LOGIN"];
  delete env["ACME_PASSWORD"];
  env["THE_KEY"] = "x";
  await new Acme({ baseURL }).me.get();
  delete env["THE_KEY"];
  // @ts-expect-error: the usual name is not there
  void (() => new Acme({ apiKey: "k" }));
  return String(await new Acme({ baseURL }).me.get().catch((error: unknown) => error));
};
`,
      { credentials },
    );
    expect(errors).toEqual([]);
    const basic = (text: string) => `Basic ${btoa(text)}`;
    expect(received.map(({ headers }) => headers.authorization)).toEqual([
      ...["Bearer k", basic("ada:pw"), basic("a:b"), basic("from:env")],
      "Bearer x",
    ]);
    expect(result).toContain("login, password (THE_LOGIN, ACME_PASSWORD)");
  });

  it("are read from no variable where the config says so", async () => {
    const { errors, received, result } = await ran(
      document,
      `import { Acme } from "./src/index.js";
export const run = async (baseURL: string) => {
  const { env } = (globalThis as unknown as { process: { env: Record<string, string> } }).process;
  for (const name of ["KEY", "LOGIN", "PASSWORD", "TEAM", "ACCESS_KEY", "USERNAME"]) env["ACME_" + name] = "x";
  try {
    return [
      String(await new Acme({ baseURL }).me.get().catch((error: unknown) => error)),
      await new Acme({ baseURL, accessKey: "k", team: "t" }).me.get(),
    ];
  } finally {
    for (const name of Object.keys(env)) if (name.startsWith("ACME_")) delete env[name];
  }
};
`,
      {
        credentials: {
          key: { option: "accessKey", env: false },
          user: { username: { env: false }, password: { env: false } },
        },
        clientParameters: [
          { name: "X-Team", in: "header", option: "team", env: false },
        ],
      },
    );
    expect(errors).toEqual([]);
    expect(received.map(({ headers }) => headers)).toMatchObject([
      { authorization: "Bearer k", "x-team": "t" },
    ]);
    expect(String(result)).toMatch(
      /missing credentials: accessKey or username, password \(/,
    );
    const text = await emitted(document, "src/acme.ts", {
      credentials: {
        key: { env: false, required: true },
        user: { username: {}, password: { env: false } },
      },
      clientParameters: [
        { name: "X-Team", in: "header", env: false, required: true },
      ],
    });
    expect(
      [...text.matchAll(/env\("(\w+)"\)/g)].map(([, name]) => name),
    ).toEqual(["ACME_BASE_URL", "ACME_USERNAME"]);
    expect(text).toContain("environment: `ACME_USERNAME`, `ACME_BASE_URL`.");
    expect(text).toContain('configError("Pass xTeam.")');
    expect(text).toContain('configError("missing credentials: apiKey")');
  });

  it("may be required of the constructor", async () => {
    const { errors, result } = await ran(
      document,
      `import { Acme } from "./src/index.js";
export const run = async () => {
  new Acme({ accessKey: "k" });
  new Acme({ headers: { authorization: "own" } });
  try {
    new Acme({});
    return "made";
  } catch (error) {
    return String(error);
  }
};
`,
      {
        credentials: { key: { ...credentials.key, required: true } },
      },
    );
    expect(errors).toEqual([]);
    expect(result).toBe(
      "ConfigError: missing credentials: accessKey (THE_KEY)",
    );
  });

  it("are reported where no scheme has them", async () => {
    expect(
      await codesOf(document, { credentials: { other: { option: "x" } } }),
    ).toEqual(["credential-unknown"]);
    expect(
      await codesOf(document, { credentials: { key: { username: {} } } }),
    ).toEqual(["credential-not-basic"]);
  });
});

describe("the id and secret of an OAuth client", () => {
  const tokens = `
info: { title: Acme, version: 1.0.0 }
servers: [{ url: "https://api.example" }]
security: [{ oauth: [] }]
paths:
  /me: { get: { operationId: getMe, tags: [me], responses: { "204": { description: Done. } } } }
components:
  securitySchemes:
    oauth: { type: oauth2, flows: { clientCredentials: { tokenUrl: "https://auth.example/token", scopes: {} } } }
`;
  const split = {
    oauth: {
      clientId: { option: "clientID" },
      clientSecret: { env: "THE_SECRET" },
    },
  };

  it("are options of their own, and copies of a client share their tokens", async () => {
    const { errors, received, result } = await ran(
      tokens,
      `import { Acme, createClient, getMe } from "./src/index.js";
export const run = async (baseURL: string) => {
  const asked: string[] = [];
  const send = globalThis.fetch;
  globalThis.fetch = async (input, init) => {
    if (String(input) !== "https://auth.example/token") return send(input, init);
    asked.push(atob(String(new Headers(init?.headers).get("authorization")).slice(6)));
    return Response.json({ access_token: "token-" + asked.length, expires_in: 3600 });
  };
  const client = new Acme({ baseURL, clientID: "id", clientSecret: "one" });
  await client.me.get();
  await client.with({ maxRetries: 0 }).me.get();
  await client.with({ clientSecret: "two" }).me.get();
  await getMe(createClient({ baseURL, clientID: "id", clientSecret: "three" }));
  const { env } = (globalThis as unknown as { process: { env: Record<string, string> } }).process;
  env["ACME_CLIENT_ID"] = "env";
  env["THE_SECRET"] = "four";
  await new Acme({ baseURL }).me.get();
  delete env["THE_SECRET"];
  await new Acme({ baseURL, accessToken: "own" }).me.get();
  globalThis.fetch = send;
  const error = await new Acme({ baseURL }).me.get().catch((error: unknown) => error);
  delete env["ACME_CLIENT_ID"];
  return [...asked, String(error)];
};
`,
      { credentials: split },
    );
    expect(errors).toEqual([]);
    expect(received.map(({ headers }) => headers.authorization)).toEqual([
      ...["Bearer token-1", "Bearer token-1", "Bearer token-2"],
      ...["Bearer token-3", "Bearer token-4", "Bearer own"],
    ]);
    expect(result).toEqual([
      ...["id:one", "id:two", "id:three", "env:four"],
      expect.stringContaining(
        "clientID (ACME_CLIENT_ID) and clientSecret (THE_SECRET), or accessToken (ACME_ACCESS_TOKEN)",
      ),
    ]);
  });

  it("may be one of several ways to authenticate", async () => {
    const { errors, received } = await ran(
      tokens
        .replace("[{ oauth: [] }]", "[{ oauth: [] }, { key: [] }]")
        .replace(
          "securitySchemes:",
          "securitySchemes:\n    key: { type: apiKey, in: header, name: x-key }",
        ),
      `import { Acme } from "./src/index.js";
export const run = async (baseURL: string) => {
  await new Acme({ baseURL, apiKey: "k" }).with({ maxRetries: 0 }).me.get();
};
`,
      { credentials: split },
    );
    expect(errors).toEqual([]);
    expect(received.map(({ headers }) => headers["x-key"])).toEqual(["k"]);
  });

  it("need a flow that takes them", async () => {
    expect(
      await codesOf(document, { credentials: { key: { clientId: {} } } }),
    ).toContain("credential-without-client");
    expect(await codesOf(tokens, { credentials: split })).toEqual([]);
  });
});
