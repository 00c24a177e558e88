/** Options where params have come since, and a body under another key than `body`. */
import { describe, expect, it } from "vitest";
import { bodyAt } from "../../templates/runtime/body-at.js";
import { json } from "../../templates/runtime/body.js";
import { call } from "../../templates/runtime/call.js";
import { Core } from "../../templates/runtime/client.js";
import { ConfigError } from "../../templates/runtime/errors.js";
import type { Operation } from "../../templates/runtime/operation.js";
import { paginate } from "../../templates/runtime/pages.js";
import { placed } from "../../templates/runtime/placed.js";
import { callOptions } from "./support/call-options.js";
import { rejection, sent, serve } from "./support/bytes.js";

const get: Operation = {
  id: "getPet",
  path: "/pets/{id}",
  query: ["limit", "query"],
};

describe("the place of options", () => {
  const headers = { "x-old": "1" };

  it.each([
    ["params", { limit: 1 }, undefined, { id: "a", limit: 1 }, undefined],
    ["options", { headers }, undefined, { id: "a" }, { headers }],
    ["both", { limit: 1 }, { headers }, { id: "a", limit: 1 }, { headers }],
    ["neither", undefined, undefined, { id: "a" }, undefined],
    ["options after nothing", undefined, { headers }, { id: "a" }, { headers }],
    ["options after no param", {}, { headers }, { id: "a" }, { headers }],
    [
      "options beside what is undefined",
      { limit: undefined, headers },
      undefined,
      { id: "a" },
      { limit: undefined, headers },
    ],
    [
      "params beside an option that is undefined",
      { limit: 1, headers: undefined },
      { timeout: 1 },
      { id: "a", limit: 1, headers: undefined },
      { timeout: 1 },
    ],
  ])("%s", (_, params, options, wantedParams, wantedOptions) => {
    expect(placed(get, params, options, { id: "a" })).toEqual([
      get,
      wantedParams,
      wantedOptions,
    ]);
  });

  it("is not that of a param with the name of an option", () => {
    const operation = { ...get, shared: ["query"] };
    expect(placed(operation, { query: "x" }, undefined)).toEqual([
      operation,
      { query: "x" },
      undefined,
    ]);
  });

  it.each(Object.entries(callOptions))(
    "is refused among params: %s",
    async (name, value) => {
      const server = await serve((response) => void response.end("{}"));
      const client = new Core({ baseURL: server.url });
      const mixed = { limit: 1, [name]: value };
      for (const given of [
        call(client, ...placed(get, mixed, undefined, { id: "a" })),
        paginate(client, ...placed(get, { [name]: value }, { timeout: 1 })),
      ]) {
        const error = await rejection(given);
        expect(error).toBeInstanceOf(ConfigError);
        expect(String(error)).toBe(
          `ConfigError: ${name} is an option: pass it after the params (GET /pets/{id})`,
        );
      }
      expect(server.received).toEqual([]);
    },
  );
});

it("is the body under another key", async () => {
  const operation = { body: bodyAt("body_body", json), query: ["body"] };
  const { url, body } = await sent(operation, { body: "a", body_body: ["b"] });
  expect([url, String(body)]).toEqual(["/?body=a", '["b"]']);
});
