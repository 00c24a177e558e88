/** Which credentials a client has to be given, and the type that says so. */
import { describePredictions } from "./support/predicted.js";

const key = { key: [] };
const token = { token: [] };

interface Api {
  readonly security?: readonly object[];
  /** Of `getPet`. */
  readonly own?: readonly object[];
}

const api = ({ security = [], own }: Api) => ({
  servers: [{ url: "https://a.example" }],
  security,
  paths: {
    "/pet": {
      get: {
        operationId: "getPet",
        ...(own && { security: own }),
        responses: { "204": { description: "Done." } },
      },
      put: {
        operationId: "setPet",
        responses: { "204": { description: "Done." } },
      },
    },
  },
  components: {
    securitySchemes: {
      key: { type: "apiKey", in: "header", name: "X-Key" },
      token: { type: "http", scheme: "bearer" },
    },
  },
});

/** The class reads credentials from the environment, and may be made without any. */
const atRunTime = ["credential-required", "credential-removed"];

describePredictions("the credentials of a client", [
  {
    name: "may be left out now",
    old: api({ security: [key] }),
    now: api({ security: [key, {}] }),
    changes: [
      "feature credential-optional client.options.apiKey",
      "none export-removed TestCredentials",
    ],
    back: ["breaking credential-required client.options.apiKey"],
    atRunTime,
  },
  {
    name: "are not needed by one operation now",
    old: api({ security: [key] }),
    now: api({ security: [key], own: [] }),
    changes: [
      "feature credential-optional client.options.apiKey",
      "none export-removed TestCredentials",
    ],
    back: ["breaking credential-required client.options.apiKey"],
    atRunTime,
  },
  {
    name: "are not needed by one more operation now",
    old: api({ own: [key] }),
    now: api({ own: [key, {}] }),
    changes: ["feature credential-optional client.options.apiKey"],
    back: ["breaking credential-required client.options.apiKey"],
    atRunTime,
  },
  {
    name: "are other ones",
    old: api({ security: [key, token] }),
    now: api({ security: [{ ...key, ...token }] }),
    changes: [
      "breaking credential-required client.options.key",
      "breaking credential-required client.options.token",
    ],
    back: [
      "feature credential-optional client.options.key",
      "feature credential-optional client.options.token",
    ],
    atRunTime,
  },
  {
    name: "are none now",
    old: api({ security: [key] }),
    now: api({}),
    changes: [
      "breaking credential-removed client.options.apiKey",
      "none export-removed TestCredentials",
    ],
    back: ["breaking credential-required client.options.apiKey"],
    atRunTime,
  },
]);

describePredictions("without old names, the type of what has to be passed", [
  {
    name: "is gone with what asked for it",
    old: api({ security: [key] }),
    now: api({ security: [key, {}] }),
    changes: [
      "breaking export-removed TestCredentials",
      "feature credential-optional client.options.apiKey",
    ],
    back: ["breaking credential-required client.options.apiKey"],
    atRunTime,
    options: { aliases: false },
  },
]);

/** With one scheme, which every operation needs. */
const scheme = (one: object) => ({
  servers: [{ url: "https://a.example" }],
  security: [{ own: [] }],
  paths: {
    "/pet": {
      get: {
        operationId: "getPet",
        responses: { "204": { description: "Done." } },
      },
    },
  },
  components: { securitySchemes: { own: one } },
});

const oauth = (tokenUrl: string) =>
  scheme({
    type: "oauth2",
    flows: { clientCredentials: { tokenUrl, scopes: {} } },
  });

const keyIn = (place: string, name: string) =>
  scheme({ type: "apiKey", in: place, name });

const http = (name: string) => scheme({ type: "http", scheme: name });

/** The type of its value is the same. */
const withoutTypes = [...atRunTime, "type-changed"];

describePredictions("the credential of a scheme", [
  {
    name: "is a token alone, where tokens could be requested",
    old: oauth("https://a.example/token"),
    now: http("bearer"),
    changes: ["breaking type-narrowed client.options.accessToken"],
    back: ["feature type-widened client.options.apiKey"],
  },
  {
    name: "is requested at a URL that is not known any more",
    old: oauth("https://a.example/token"),
    now: oauth("token"),
    changes: ["breaking type-narrowed client.options.accessToken"],
    back: ["feature type-widened client.options.accessToken"],
  },
  {
    name: "is sent in another header",
    old: keyIn("header", "X-Key"),
    now: keyIn("header", "X-API-Key"),
    changes: ["fix credential-wire-changed client.options.apiKey"],
    back: ["fix credential-wire-changed client.options.apiKey"],
  },
  {
    name: "is a token in place of a key",
    old: keyIn("header", "Authorization"),
    now: http("bearer"),
    changes: ["breaking type-changed client.options.apiKey"],
    back: ["breaking type-changed client.options.apiKey"],
    atRunTime: withoutTypes,
  },
  {
    name: "is a token of the user, who may see it",
    old: http("bearer"),
    now: scheme({
      type: "openIdConnect",
      openIdConnectUrl: "https://a.example/openid",
    }),
    changes: [
      "breaking parameter-removed client.options.dangerouslyAllowBrowser",
    ],
    back: ["feature parameter-added client.options.dangerouslyAllowBrowser"],
  },
]);
