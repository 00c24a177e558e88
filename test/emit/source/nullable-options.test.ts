/**
 * `null` for an option of a client that is to replace an earlier SDK's: there is none, whatever the
 * environment has.
 */
import { describe, expect, it } from "vitest";
import { emitted } from "../../support/pipeline.js";
import { ran } from "../../support/ran.js";

const document = (schemes: string, security: string): string => `
info: { title: Acme, version: 1.0.0 }
servers: [{ url: "https://api.example" }]
security: ${security}
paths:
  /pets: { get: { operationId: getPets, tags: [pets], responses: { "204": { description: Done. } } } }
  /open: { get: { operationId: getOpen, tags: [pets], security: [], responses: { "204": { description: Done. } } } }
components: { securitySchemes: { ${schemes} } }
`;

const key = "key: { type: http, scheme: bearer }";
const basic = "login: { type: http, scheme: basic }";
const oauth =
  "oauth: { type: oauth2, flows: { clientCredentials: { tokenUrl: 'https://auth.example/token', scopes: {} } } }";

const named = {
  compatibility: "stainless" as const,
  methods: { getPets: "list", getOpen: "open" },
};

const program = (
  body: string,
): string => `import { Acme, type ClientOptions } from "./src/index.js";
export type Options = ClientOptions;
const { env } = (globalThis as unknown as { process: { env: Record<string, string> } }).process;
const failure = (call: () => PromiseLike<unknown>) => Promise.resolve().then(call).then(() => "", String);
export const run = async (baseURL: string) => {
${body}
};
`;

describe("options of a client that replaces an earlier one", () => {
  it("may be null, and are not read from the environment then", async () => {
    const { errors, received, result } = await ran(
      document(key, "[{ key: [] }]"),
      program(`  env["ACME_API_KEY"] = "env";
  env["ACME_TEAM"] = "env";
  env["ACME_NOTE"] = "env";
  env["ACME_BASE_URL"] = baseURL;
  const given = { apiKey: null, team: null, note: null };
  const client = new Acme(given);
  const note: string | undefined = client.note;
  await client.pets.open();
  const refused = await failure(() => client.pets.list());
  const again = await failure(() => client.withOptions({ maxRetries: 0 }).pets.list());
  await new Acme({ apiKey: undefined, team: undefined }).pets.list();
  await new Acme({ ...given, headers: { authorization: "mine" } }).pets.list();
  const urls: string[] = [];
  const fetch = (url: string | URL | Request) => {
    urls.push(String(url));
    return Promise.resolve(new Response(null, { status: 204 }));
  };
  await new Acme({ fetch, baseURL: null }).pets.open();
  return [refused, again, note, urls];`),
      {
        ...named,
        clientParameters: [
          { name: "X-Team", in: "header", option: "team" },
          { name: "note", in: "client" },
        ],
      },
    );
    expect(errors).toEqual([]);
    const missing = expect.stringMatching(
      /^AcmeError|missing credentials/,
    ) as unknown;
    expect(result).toEqual([
      missing,
      missing,
      undefined,
      ["https://api.example/open"],
    ]);
    expect(
      received.map(({ url, headers }) => [
        ...[url, headers.authorization, headers["x-team"]],
      ]),
    ).toEqual([
      ["/open", undefined, undefined],
      ["/pets", "Bearer env", "env"],
      ["/pets", "mine", undefined],
    ]);
  });

  it("may be null of several credentials too", async () => {
    const { errors, received } = await ran(
      document(`${key}, ${basic}`, "[{ key: [] }, { login: [] }]"),
      program(`  env["ACME_API_KEY"] = "env";
  await new Acme({ baseURL, apiKey: null, username: "a", password: "b" }).pets.list();
  await new Acme({ baseURL, apiKey: "k", username: null, password: null }).pets.list();
  const options: ClientOptions = { baseURL, apiKey: null, username: null, password: null };
  await new Acme(options).pets.open();
  await new Acme(options).with({ apiKey: null }).pets.open();`),
      {
        ...named,
        credentials: {
          login: {
            username: { option: "username" },
            password: { option: "password" },
          },
        },
      },
    );
    expect(errors).toEqual([]);
    expect(
      received.map(({ headers: { authorization = "" } }) => authorization),
    ).toEqual([`Basic ${btoa("a:b")}`, "Bearer k", "", ""]);
  });

  it("may be null of the id and the secret that tokens are got with", async () => {
    const { errors, received, result } = await ran(
      document(oauth, "[{ oauth: [] }]"),
      program(`  env["ACME_CLIENT_ID"] = "env";
  env["ACME_CLIENT_SECRET"] = "env";
  const { pets } = new Acme({ baseURL, accessToken: "t", clientId: null, clientSecret: null });
  await pets.list();
  const made = new Acme({ baseURL, clientId: "a", clientSecret: "b", maxRetries: 0 });
  const without = made.with({ accessToken: null, clientId: null, clientSecret: null });
  return [
    await failure(() => new Acme({ baseURL, accessToken: null, clientId: null, clientSecret: null }).pets.list()),
    await failure(() => made.with({ clientId: null, clientSecret: null }).pets.list()),
    await failure(() => without.pets.list()),
  ];`),
      {
        ...named,
        credentials: {
          oauth: {
            ...{ option: "accessToken", clientId: { option: "clientId" } },
            clientSecret: { option: "clientSecret" },
          },
        },
      },
    );
    expect(errors).toEqual([]);
    expect(received.map(({ headers }) => headers.authorization)).toEqual([
      "Bearer t",
    ]);
    expect(result).toEqual([
      ...[1, 2, 3].map(() => expect.stringContaining("missing credentials")),
    ]);
  });

  it("are not null where no client is made without them, nor in other packages", async () => {
    const source = document(key, "[{ key: [] }]");
    const { errors } = await ran(
      source,
      program(`  new Acme({ baseURL, apiKey: null });`),
      { ...named, credentials: { key: { required: true } } },
    );
    expect(errors).toEqual([
      expect.stringContaining("Type 'null' is not assignable"),
    ]);
    expect(await emitted(source, "src/acme.ts", {})).not.toContain("null");
  });

  it("have to be passed where no client is made without them", async () => {
    const { errors, result } = await ran(
      document(key, "[{ key: [] }]"),
      program(`  return [
    await failure(async () => new Acme({ baseURL })),
    await failure(async () => new Acme({ baseURL, defaultHeaders: { authorization: "x" } })),
  ];`),
      { ...named, credentials: { key: { required: true, env: false } } },
    );
    expect(errors).toEqual([]);
    expect(result).toEqual([
      expect.stringContaining("missing credentials"),
      "",
    ]);
  });
});
