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
