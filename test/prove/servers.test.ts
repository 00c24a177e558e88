/** What may be passed for the variables of a server's URL. */
import { describePredictions } from "./support/predicted.js";

const api = (url: string, variables: object = {}) => ({
  servers: [{ url, variables }],
  paths: {
    "/pet": {
      get: {
        operationId: "getPet",
        responses: { "204": { description: "Done." } },
      },
    },
  },
});

const regional = (region: object) =>
  api("https://{region}.example.com/v1", { region });

const where = "client.options.serverVariables.region";

/** Where requests go is no part of a type. */
const atRunTime = ["base-url-changed"];

describePredictions("a variable of the server", [
  {
    name: "takes some values alone now",
    old: regional({ default: "eu" }),
    now: regional({ default: "eu", enum: ["eu", "us"] }),
    changes: [`breaking type-narrowed ${where}`],
    back: [`feature type-widened ${where}`],
  },
  {
    name: "takes one more value",
    old: regional({ default: "eu", enum: ["eu", "us"] }),
    now: regional({ default: "eu", enum: ["eu", "us", "asia"] }),
    changes: [`feature enum-value-added ${where}`],
    back: [`breaking enum-value-removed ${where}`],
  },
  {
    name: "has another default, in the path",
    old: api("https://example.com/{region}", { region: { default: "eu" } }),
    now: api("https://example.com/{region}", { region: { default: "us" } }),
    changes: ["fix base-path-changed client.baseURL"],
    back: ["fix base-path-changed client.baseURL"],
  },
  {
    name: "has another default, in the host",
    old: regional({ default: "eu" }),
    now: regional({ default: "us" }),
    changes: ["breaking base-url-changed client.baseURL"],
    back: ["breaking base-url-changed client.baseURL"],
    atRunTime,
  },
  {
    name: "comes",
    old: api("https://eu.example.com/v1"),
    now: regional({ default: "eu" }),
    changes: [`feature server-variable-added ${where}`],
    back: [`breaking server-variable-removed ${where}`],
  },
  {
    name: "has another name",
    old: regional({ default: "eu" }),
    now: api("https://{place}.example.com/v1", { place: { default: "eu" } }),
    changes: [
      `breaking server-variable-removed ${where}`,
      "feature server-variable-added client.options.serverVariables.place",
    ],
    back: [
      "breaking server-variable-removed client.options.serverVariables.place",
      `feature server-variable-added ${where}`,
    ],
  },
]);
