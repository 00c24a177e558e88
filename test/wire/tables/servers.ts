/** Servers: which host and base path a request goes to. */
import type { Table } from "../support/table.js";

const spec = "OpenAPI 3.1.1, 4.8.5 Server Object";
const variables = "OpenAPI 3.1.1, 4.8.6 Server Variable Object";

const several: Table = {
  title: "several servers with variables",
  document: {
    servers: [
      {
        url: "https://{region}.api.test/{version}/",
        variables: {
          region: { default: "eu", enum: ["eu", "us"] },
          version: { default: "v1" },
        },
      },
      {
        url: "https://{region}.test.api.test/{version}",
        variables: {
          region: { default: "us", enum: ["eu", "us"] },
          version: { default: "v2" },
        },
      },
      { url: "https://sandbox.api.test" },
      { url: "http://sandbox.api.test" },
    ],
  },
  rows: [
    {
      rule: "the first server, with the defaults of its variables",
      spec: variables,
      client: "",
      sends: { url: "https://eu.api.test/v1" },
    },
    {
      rule: "a value of the enum",
      spec: variables,
      client: `serverVariables: { region: "us" }`,
      sends: { url: "https://us.api.test/v1" },
    },
    {
      rule: "a value in the path is encoded",
      spec: variables,
      client: `serverVariables: { version: "a/b" }`,
      sends: { url: "https://eu.api.test/a%2Fb" },
    },
    {
      rule: "a value outside of the enum does not compile",
      spec: variables,
      client: `serverVariables: { region: "asia" }`,
      refused: true,
    },
    {
      rule: "a variable that is not there does not compile",
      spec: variables,
      client: `serverVariables: { nothing: "x" }`,
      refused: true,
    },
    {
      rule: "a value outside of the enum is refused",
      spec: variables,
      client: `serverVariables: { region: "evil.test/" as "us" }`,
      fails: { name: "ConfigError" },
    },
    {
      rule: "another server, with defaults of its own",
      spec: variables,
      client: `server: "https://{region}.test.api.test/{version}"`,
      sends: { url: "https://us.test.api.test/v2" },
    },
    {
      rule: "a value in place of such a default",
      spec: variables,
      client: `server: "https://{region}.test.api.test/{version}", serverVariables: { region: "eu" }`,
      sends: { url: "https://eu.test.api.test/v2" },
    },
    {
      rule: "another server",
      spec,
      client: `server: "https://sandbox.api.test"`,
      sends: { url: "https://sandbox.api.test" },
    },
    {
      rule: "a server that is not there does not compile",
      spec,
      client: `server: "https://elsewhere.test"`,
      refused: true,
    },
    {
      rule: "plain http is no choice beside https",
      spec: "RFC 9110, 4.2.2 https URI Scheme",
      client: `server: "http://sandbox.api.test"`,
      refused: true,
    },
    {
      rule: "baseURL comes first",
      spec,
      client: `baseURL: "https://mine.test/x/", server: "https://sandbox.api.test"`,
      sends: { url: "https://mine.test/x" },
    },
    {
      rule: "an operation's own server",
      spec: "OpenAPI 3.1.1, 4.8.10 Operation Object, servers",
      client: "",
      operation: { servers: [{ url: "https://files.test/up" }] },
      sends: { url: "https://files.test/up" },
    },
    {
      rule: "a path's own server",
      spec: "OpenAPI 3.1.1, 4.8.9 Path Item Object, servers",
      client: "",
      pathItem: { servers: [{ url: "https://paths.test" }] },
      sends: { url: "https://paths.test" },
    },
    {
      rule: "an operation's server comes before its path's",
      spec: "OpenAPI 3.1.1, 4.8.10 Operation Object, servers",
      client: "",
      pathItem: { servers: [{ url: "https://paths.test" }] },
      operation: { servers: [{ url: "https://files.test" }] },
      sends: { url: "https://files.test" },
    },
    {
      rule: "an operation's server with a variable of its own",
      spec: variables,
      client: `serverVariables: { shard: "7" }`,
      operation: {
        servers: [
          {
            url: "https://s{shard}.files.test",
            variables: { shard: { default: "1" } },
          },
        ],
      },
      sends: { url: "https://s7.files.test" },
    },
    {
      rule: "an operation's server with another default of a shared variable",
      spec: variables,
      client: "",
      operation: {
        servers: [
          {
            url: "https://{region}.files.test",
            variables: { region: { default: "us", enum: ["us"] } },
          },
        ],
      },
      sends: { url: "https://us.files.test" },
    },
    {
      rule: "an operation's server is relative to the first one",
      spec: "RFC 3986, 5.2 Relative Resolution",
      client: "",
      operation: { servers: [{ url: "/v2" }] },
      sends: { url: "https://eu.api.test/v2" },
    },
    {
      rule: "baseURL comes before an operation's server",
      spec,
      client: `baseURL: "https://mine.test"`,
      operation: { servers: [{ url: "https://files.test" }] },
      sends: { url: "https://mine.test" },
    },
  ],
};

const named: Table = {
  title: "servers with names",
  document: {
    openapi: "3.2.0",
    servers: [
      { url: "https://api.test", name: "production" },
      { url: "https://test.api.test", name: "test" },
    ],
  },
  rows: [
    {
      rule: "the name chooses",
      spec: "OpenAPI 3.2.0, 4.6 Server Object, name",
      client: `server: "test"`,
      sends: { url: "https://test.api.test" },
    },
    {
      rule: "the first is the default",
      spec: "OpenAPI 3.2.0, 4.6 Server Object",
      client: "",
      sends: { url: "https://api.test" },
    },
  ],
};

const relative: Table = {
  title: "a relative server",
  document: { servers: [{ url: "/v1" }] },
  rows: [
    { rule: "baseURL is required", spec, client: "", refused: true },
    {
      rule: "baseURL is the whole server",
      spec,
      client: `baseURL: "https://mine.test/v1"`,
      sends: { url: "https://mine.test/v1" },
    },
  ],
};

const none: Table = {
  title: "no servers",
  document: { servers: [] },
  rows: [
    { rule: "baseURL is required", spec, client: "", refused: true },
    {
      rule: "a URL with credentials is refused",
      spec: "RFC 9110, 4.2.4 Deprecation of userinfo",
      client: `baseURL: "https://user:secret@mine.test"`,
      fails: { name: "ConfigError", message: "invalid value for baseURL" },
    },
    {
      rule: "a URL with a query is refused",
      spec: "OpenAPI 3.2.0, 4.6 Server Object, url",
      client: `baseURL: "https://mine.test?a=b"`,
      fails: { name: "ConfigError" },
    },
  ],
};

export const servers: readonly Table[] = [several, named, relative, none];
