/** Security: where credentials go, which ones, and that nothing besides them is sent. */
import type { Fragment, Row, Sent, Table } from "../support/table.js";

const schemes = "OpenAPI 3.1.1, 4.8.27 Security Scheme Object";
const requirements = "OpenAPI 3.1.1, 4.8.30 Security Requirement Object";

const base = `baseURL: "https://api.test"`;

/** All that a credential could be sent in. */
const nothing = {
  authorization: null,
  cookie: null,
  "x-key": null,
  "x-app": null,
};

const one = (title: string, scheme: Fragment, rows: readonly Row[]): Table => ({
  title: `security: ${title}`,
  document: {
    components: { securitySchemes: { one: scheme } },
    security: [{ one: [] }],
  },
  rows,
});

const row = (
  rule: string,
  client: string,
  sends: Sent,
  spec = schemes,
): Row => ({
  rule,
  spec,
  client: `${base}, ${client}`,
  sends: { ...sends, headers: { ...nothing, ...sends.headers } },
});

const single: readonly Table[] = [
  one("apiKey in a header", { type: "apiKey", in: "header", name: "X-Key" }, [
    row("the key is the header's value", `apiKey: "k"`, {
      headers: { "x-key": "k" },
    }),
    row("a function is called", `apiKey: () => Promise.resolve("f")`, {
      headers: { "x-key": "f" },
    }),
    row(
      "a line end is no part of a key",
      `apiKey: "k\\n"`,
      { headers: { "x-key": "k" } },
      "RFC 9110, 5.5 Field Values",
    ),
    {
      rule: "a key that would be two headers is refused",
      spec: "RFC 9110, 5.5 Field Values",
      client: `${base}, apiKey: "a\\r\\nb: c"`,
      fails: { name: "ConfigError" },
    },
    {
      rule: "over plain http it is not sent",
      spec: "RFC 9110, 17.16.1 Confidentiality of Credentials",
      client: `baseURL: "http://api.test", apiKey: "k"`,
      fails: { name: "ConfigError" },
    },
    {
      rule: "an operation without security sends none",
      spec: requirements,
      client: `${base}, apiKey: "k"`,
      operation: { security: [] },
      sends: { headers: nothing },
    },
  ]),
  one("apiKey in the query", { type: "apiKey", in: "query", name: "api key" }, [
    row("name and key are encoded", `apiKey: "a&b"`, {
      target: "?api%20key=a%26b",
    }),
  ]),
  one("apiKey in a cookie", { type: "apiKey", in: "cookie", name: "sid" }, [
    row("the key is the cookie's value", `apiKey: "k"`, {
      headers: { cookie: "sid=k" },
    }),
    {
      rule: "a key that would end the cookie is refused",
      spec: "RFC 6265, 4.1.1 Syntax",
      client: `${base}, apiKey: "a;b"`,
      fails: { name: "ConfigError" },
    },
  ]),
  one("http basic", { type: "http", scheme: "Basic" }, [
    row(
      "user name and password",
      `credentials: { username: "Aladdin", password: "open sesame" }`,
      { headers: { authorization: "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==" } },
      "RFC 7617, 2 The 'Basic' Authentication Scheme",
    ),
    row(
      "UTF-8",
      `credentials: { username: "test", password: "123£" }`,
      { headers: { authorization: "Basic dGVzdDoxMjPCow==" } },
      "RFC 7617, 2.1 The 'charset' auth-param",
    ),
    {
      rule: "a colon in the user name is refused",
      spec: "RFC 7617, 2",
      client: `${base}, credentials: { username: "a:b", password: "c" }`,
      fails: { name: "ConfigError" },
    },
  ]),
  one("http bearer", { type: "http", scheme: "bearer" }, [
    row(
      "the token",
      `apiKey: "mF_9.B5f-4.1JqM"`,
      { headers: { authorization: "Bearer mF_9.B5f-4.1JqM" } },
      "RFC 6750, 2.1 Authorization Request Header Field",
    ),
    {
      rule: "without it, it does not compile",
      spec: requirements,
      client: base,
      refused: true,
    },
  ]),
  one("another http scheme", { type: "http", scheme: "Digest" }, [
    row(
      "the scheme's name and what is given",
      `apiKey: "x=1"`,
      { headers: { authorization: "Digest x=1" } },
      "RFC 9110, 11.4 Credentials",
    ),
  ]),
  one(
    "OAuth 2",
    {
      type: "oauth2",
      flows: {
        authorizationCode: {
          authorizationUrl: "https://a.test",
          tokenUrl: "https://a.test",
          scopes: {},
        },
      },
    },
    [
      row("the access token is a bearer token", `accessToken: "t"`, {
        headers: { authorization: "Bearer t" },
      }),
    ],
  ),
  one(
    "OpenID Connect",
    { type: "openIdConnect", openIdConnectUrl: "https://a.test" },
    [
      row("the access token is a bearer token", `accessToken: "t"`, {
        headers: { authorization: "Bearer t" },
      }),
    ],
  ),
  one(
    "OAuth 2 client credentials",
    {
      type: "oauth2",
      flows: {
        clientCredentials: { tokenUrl: "https://a.test/token", scopes: {} },
      },
    },
    [
      row("a token is a bearer token", `accessToken: "t"`, {
        headers: { authorization: "Bearer t" },
      }),
      row(
        "client id and secret get a token",
        `accessToken: {
        clientId: "s6BhdRkqt3", clientSecret: "7Fjfp0ZBr1KtDRbnfVdmIw",
        fetch: (url, init) => Promise.resolve(
          String(url) === "https://a.test/token" &&
          init?.body === "grant_type=client_credentials" &&
          new Headers(init.headers).get("authorization") === "Basic czZCaGRSa3F0Mzo3RmpmcDBaQnIxS3REUmJuZlZkbUl3"
            ? Response.json({ access_token: "2YotnFZFEjr1zCsicMWpAA", token_type: "example", expires_in: 3600 })
            : Response.error(),
        ),
      }`,
        { headers: { authorization: "Bearer 2YotnFZFEjr1zCsicMWpAA" } },
        "RFC 6749, 4.4 Client Credentials Grant",
      ),
      {
        rule: "an id without a secret does not compile",
        spec: "RFC 6749, 4.4",
        client: `${base}, accessToken: { clientId: "a" }`,
        refused: true,
      },
    ],
  ),
];

const several: Table = {
  title: "security: several schemes",
  document: {
    components: {
      securitySchemes: {
        app: { type: "apiKey", in: "header", name: "X-App" },
        key: { type: "apiKey", in: "header", name: "X-Key" },
        user: {
          type: "oauth2",
          flows: {
            implicit: { authorizationUrl: "https://a.test", scopes: {} },
          },
        },
        mtls: { type: "mutualTLS" },
      },
    },
    security: [{ app: [], key: [] }, { user: [] }],
  },
  rows: [
    row(
      "all of an alternative",
      `app: "a", key: "k"`,
      { headers: { "x-app": "a", "x-key": "k" } },
      requirements,
    ),
    row(
      "the other alternative",
      `accessToken: "t"`,
      { headers: { authorization: "Bearer t" } },
      requirements,
    ),
    row(
      "one alternative and nothing else",
      `app: "a", key: "k", accessToken: "t"`,
      { headers: { "x-app": "a", "x-key": "k" } },
      requirements,
    ),
    row(
      "half of an alternative is not sent",
      `app: "a", accessToken: "t"`,
      { headers: { authorization: "Bearer t" } },
      requirements,
    ),
    {
      rule: "half of an alternative does not compile",
      spec: requirements,
      client: `${base}, app: "a"`,
      refused: true,
    },
    {
      rule: "nothing does not compile",
      spec: requirements,
      client: base,
      refused: true,
    },
    {
      ...row(
        "an operation's own requirement",
        `app: "a", key: "k", accessToken: "t"`,
        { headers: { authorization: "Bearer t" } },
        requirements,
      ),
      operation: { security: [{ user: [] }] },
    },
    {
      rule: "an operation's own requirement that is not met",
      spec: requirements,
      client: `${base}, app: "a", key: "k"`,
      operation: { security: [{ user: [] }] },
      fails: { name: "ConfigError" },
    },
  ],
};

const optional: Table = {
  title: "security: optional",
  document: {
    components: {
      securitySchemes: {
        app: { type: "apiKey", in: "header", name: "X-App" },
        key: { type: "apiKey", in: "header", name: "X-Key" },
      },
    },
    security: [{}, { app: [], key: [] }],
  },
  rows: [
    row("nothing is needed", "", { headers: {} }, requirements),
    row(
      "what is given is sent",
      `app: "a", key: "k"`,
      { headers: { "x-app": "a", "x-key": "k" } },
      requirements,
    ),
    {
      rule: "half of it does not compile",
      spec: requirements,
      client: `${base}, app: "a"`,
      refused: true,
    },
    {
      ...row(
        "an operation with an empty list",
        `app: "a", key: "k"`,
        { headers: {} },
        requirements,
      ),
      operation: { security: [] },
    },
  ],
};

const certificate: Table = {
  title: "security: a client certificate",
  document: {
    components: { securitySchemes: { mtls: { type: "mutualTLS" } } },
    security: [{ mtls: [] }],
  },
  rows: [row("is the connection's business", "", { headers: {} }, schemes)],
};

export const security: readonly Table[] = [
  ...single,
  several,
  optional,
  certificate,
];
