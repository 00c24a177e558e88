/**
 * The option `credentials`: what credentials are called as options and in the environment.
 */
import { describe, expect, it } from "vitest";
import { codesOf } from "../../support/pipeline.js";
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
