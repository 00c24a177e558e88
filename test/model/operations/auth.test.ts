/**
 * Security schemes: the client options that carry credentials, and which operation needs which.
 */
import { describe, expect, it } from "vitest";
import { Diagnostics } from "../../../generator/diagnostics/diagnostics.js";
import { codesOf, operationsOf, sdkOf } from "../../support/pipeline.js";

interface Case {
  readonly schemes: string;
  readonly security?: string;
  /** Security of the operations `GET /a`, `GET /b` …; empty for the document's. */
  readonly operations?: readonly string[];
}

const source = ({ schemes, security, operations = [""] }: Case): string => `
info: { title: Acme, version: 1.0.0 }
${security === undefined ? "" : `security: ${security}`}
paths:${operations
  .map(
    (own, index) => `
  /${"abcdef".charAt(index)}:
    get:${own === "" ? "" : `\n      security: ${own}`}
      responses: { "204": { description: Done. } }`,
  )
  .join("")}
components:
  securitySchemes:${schemes.replace(/^(?=.)/gm, "    ")}`;

const clientOf = async (one: Case) => (await sdkOf(source(one))).client;

const every = (name: string): string => `[{ ${name}: [] }]`;

const fourKeys = ["a", "b", "c", "d"]
  .map((name) => `\n${name}: { type: apiKey, in: header, name: X-${name} }`)
  .join("");

describe("the order of options", () => {
  it.each<[string, Partial<Case>, string[]]>([
    [
      "is that of the document's security, not of the schemes",
      { security: "[{ c: [] }, { a: [] }]" },
      ["c", "a"],
    ],
    [
      "is that of one requirement too",
      { security: "[{ d: [], b: [] }, { a: [] }]" },
      ["d", "b", "a"],
    ],
    [
      "has what single operations need last, as they need it",
      {
        security: "[{ b: [] }]",
        operations: ["", "[{ d: [] }]", "[{ c: [], a: [] }]"],
      },
      ["b", "d", "c", "a"],
    ],
  ])("%s", async (_, one, wanted) => {
    const { schemes } = await clientOf({ schemes: fourKeys, ...one });
    expect(schemes.map(({ option }) => option)).toEqual(wanted);
  });
});

describe("one scheme", () => {
  it.each([
    [
      "{ type: http, scheme: bearer }",
      "apiKey",
      { kind: "bearer", isPersonal: false },
    ],
    [
      "{ type: http, scheme: Bearer, bearerFormat: JWT }",
      "apiKey",
      { kind: "bearer", isPersonal: true },
    ],
    ["{ type: http, scheme: basic }", "credentials", { kind: "basic" }],
    [
      "{ type: http, scheme: Digest }",
      "apiKey",
      { kind: "http", authScheme: "Digest" },
    ],
    [
      "{ type: apiKey, in: header, name: X-Key }",
      "apiKey",
      { kind: "apiKey", in: "header", name: "X-Key" },
    ],
    [
      "{ type: apiKey, in: query, name: key }",
      "apiKey",
      { kind: "apiKey", in: "query", name: "key" },
    ],
    [
      "{ type: apiKey, in: cookie, name: sid }",
      "apiKey",
      { kind: "apiKey", in: "cookie", name: "sid" },
    ],
    [
      "{ type: oauth2, flows: { clientCredentials: { tokenUrl: https://x.example/t, scopes: {} } } }",
      "accessToken",
      {
        kind: "bearer",
        isPersonal: false,
        clientCredentials: { tokenURL: "https://x.example/t" },
      },
    ],
    [
      "{ type: openIdConnect, openIdConnectUrl: https://x.example/o }",
      "accessToken",
      { kind: "bearer", isPersonal: true },
    ],
  ])("%s is %s", async (declared, option, scheme) => {
    const { schemes } = await clientOf({
      schemes: `\nauth: ${declared}`,
      security: every("auth"),
    });
    expect(schemes).toEqual([
      {
        name: "auth",
        option,
        environment: `ACME_${{ apiKey: "API_KEY", accessToken: "ACCESS_TOKEN", credentials: "CREDENTIALS" }[option] ?? ""}`,
        doc: {},
        scheme,
      },
    ]);
  });

  it("keeps its description and its odd name", async () => {
    const { schemes, security } = await clientOf({
      schemes:
        '\n"JSON web token (JWT) or API key": { type: http, scheme: bearer, description: Ask us. }',
      security: every('"JSON web token (JWT) or API key"'),
    });
    expect(schemes[0]).toMatchObject({
      name: "JSON web token (JWT) or API key",
      option: "apiKey",
      doc: { description: "Ask us." },
    });
    expect(security).toEqual([["JSON web token (JWT) or API key"]]);
  });

  it("that nothing uses is no option", async () => {
    const { schemes, security } = await clientOf({
      schemes: "\nauth: { type: http, scheme: bearer }",
    });
    expect(schemes).toEqual([]);
    expect(security).toEqual([]);
  });

  it("that is a client certificate is the connection's business", async () => {
    const { schemes, security } = await clientOf({
      schemes:
        "\ncert: { type: mutualTLS }\nkey: { type: http, scheme: bearer }",
      security: "[{ cert: [], key: [] }]",
    });
    expect(schemes.map(({ option }) => option)).toEqual(["apiKey"]);
    expect(security).toEqual([["key"]]);
  });
});

describe("several schemes", () => {
  const schemes = `
bearerAuth: { type: http, scheme: bearer }
api_key: { type: apiKey, in: header, name: X-Key }
login: { type: http, scheme: basic }`;

  it("of one sort are told apart by their names", async () => {
    const client = await clientOf({
      schemes,
      security: "[{ bearerAuth: [] }, { api_key: [] }, { login: [] }]",
    });
    expect(
      client.schemes.map(({ option, environment }) => [option, environment]),
    ).toEqual([
      ["bearerAuth", "ACME_BEARER_AUTH"],
      ["apiKey", "ACME_API_KEY"],
      ["credentials", "ACME_CREDENTIALS"],
    ]);
    expect(client.security).toEqual([["bearerAuth"], ["api_key"], ["login"]]);
  });

  it("may be needed together", async () => {
    const { security } = await clientOf({
      schemes,
      security: "[{ bearerAuth: [], api_key: [] }, {}]",
    });
    expect(security).toEqual([["bearerAuth", "api_key"], []]);
  });

  it("never take the name of another option", async () => {
    const client = await clientOf({
      schemes: `
baseURL: { type: http, scheme: bearer }
timeout: { type: apiKey, in: header, name: X }
given: { type: apiKey, in: query, name: x }`,
      security: "[{ baseURL: [], timeout: [], given: [] }]",
    });
    expect(client.schemes.map(({ option }) => option)).toEqual([
      "baseURL_",
      "timeout_",
      "given_",
    ]);
  });
});

describe("operations", () => {
  const schemes = `
user: { type: http, scheme: bearer }
admin: { type: apiKey, in: header, name: X-Admin }`;

  const securityOf = async (one: Case) => {
    const sdk = await sdkOf(source(one));
    return {
      client: sdk.client.security,
      own: [...operationsOf(sdk).values()].map(
        ({ operation }) => operation.security,
      ),
    };
  };

  it("say only what differs from the client", async () => {
    expect(
      await securityOf({
        schemes,
        security: every("user"),
        operations: ["", every("user"), every("admin"), "[]", "[{}]"],
      }),
    ).toEqual({
      client: [["user"]],
      own: [undefined, undefined, [["admin"]], [], [[]]],
    });
  });

  it("give the client what most of them need, when the document says nothing", async () => {
    expect(
      await securityOf({
        schemes,
        operations: [every("user"), every("admin"), every("admin"), ""],
      }),
    ).toEqual({
      client: [["admin"]],
      own: [[["user"]], undefined, undefined, []],
    });
  });

  it("list their scopes once", async () => {
    const sdk = await sdkOf(
      source({
        schemes,
        operations: ["[{ user: [read, write] }, { admin: [read] }]"],
      }),
    );
    const [first] = operationsOf(sdk).values();
    expect(first?.operation.scopes).toEqual(["read", "write"]);
  });
});

describe("operations of which nothing is said", () => {
  const document = source({
    schemes: `
Auth: { type: apiKey, in: header, name: Authorization }
KeyAuth: { type: apiKey, in: query, name: access_token }
Certificate: { type: mutualTLS }`,
    operations: ["[{ Auth: [] }]", "", "[]"],
  });

  it("are reported, and schemes that nothing asks for", async () => {
    const diagnostics = new Diagnostics();
    await sdkOf(document, {}, diagnostics);
    expect(diagnostics.all().map(({ message }) => message)).toEqual([
      "1 of 3 operations ask for no credentials, and do not say that they need none: GET /b",
      "no operation asks for these security schemes: KeyAuth",
    ]);
  });

  it('take any credentials with security: "all"', async () => {
    const sdk = await sdkOf(document, { security: "all" });
    expect(sdk.client.schemes.map(({ name }) => name)).toEqual([
      "Auth",
      "KeyAuth",
    ]);
    const all = [["Auth"], ["KeyAuth"], []];
    const securityOf = (path: string) =>
      operationsOf(sdk).get(path)?.operation.security ?? sdk.client.security;
    expect(sdk.client.security).toEqual(all);
    expect(securityOf("GET /a")).toEqual([["Auth"]]);
    expect(securityOf("GET /b")).toEqual(all);
    expect(securityOf("GET /c")).toEqual([]);
  });

  it("are none where the document asks for credentials as a whole", async () => {
    const one = {
      schemes: "\nk: { type: http, scheme: bearer }",
      security: "[{ k: [] }]",
    };
    expect(await codesOf(source(one))).toEqual([]);
  });
});

describe("a scheme by its URI", () => {
  it("is the scheme (OpenAPI 3.2 section 4.30)", async () => {
    const sdk = await sdkOf(`openapi: 3.2.0
${source({
  schemes:
    "\nk: { type: http, scheme: bearer }\n'#/components/securitySchemes/k': { type: http, scheme: basic }".replace(
      "'#/components/securitySchemes/k'",
      "'./k'",
    ),
  operations: ['[{ "#/components/securitySchemes/k": [] }]', '[{ "./k": [] }]'],
}).trimStart()}`);
    const found = [...operationsOf(sdk).values()].map(
      ({ operation }) => operation.security ?? sdk.client.security,
    );
    expect(found).toEqual([[["k"]], [["./k"]]]);
  });
});
