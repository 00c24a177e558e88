/** Options among params of an operation that always had params. */
import { describe, expect, it } from "vitest";
import { bodyByMediaType } from "../../templates/runtime/body-by-media-type.js";
import { json } from "../../templates/runtime/body.js";
import { call } from "../../templates/runtime/call.js";
import { checkParams } from "../../templates/runtime/check-params.js";
import { Core, type ClientOptions } from "../../templates/runtime/client.js";
import { ConfigError } from "../../templates/runtime/errors.js";
import type { Operation } from "../../templates/runtime/operation.js";
import { paginate } from "../../templates/runtime/pages.js";
import { callOptions } from "./support/call-options.js";
import { rejection, serve } from "./support/bytes.js";
import { withMethod } from "./support/server.js";

/** What an operation has beside its method. */
type Operand = Partial<Omit<Operation, "method" | "unsafe">>;

const list: Operation = { id: "listPets", path: "/pets", query: ["limit"] };

/** The options as the client class passes them on. */
const clientOf = (url: string): Core => {
  const options: ClientOptions & object = { baseURL: url, maxRetries: 0 };
  return new Core({ ...options, extras: checkParams } as ClientOptions);
};

describe("an option among params", () => {
  it.each(Object.entries(callOptions))(
    "is refused: %s",
    async (name, value) => {
      const server = await serve((response) => void response.end("{}"));
      const client = clientOf(server.url);
      for (const given of [
        call(client, list, { limit: 1, [name]: value }),
        paginate(client, list, { [name]: value }, { timeout: 1 }),
      ]) {
        const error = await rejection(given);
        expect(error).toBeInstanceOf(ConfigError);
        expect(String(error)).toBe(
          `ConfigError: ${name} is an option: pass it after the params (GET /pets)`,
        );
      }
      expect(server.received).toEqual([]);
    },
  );

  it.each<[string, Operand, object]>([
    ["nothing", {}, {}],
    ["what is undefined", {}, { signal: undefined, timeout: undefined }],
    ["what is unknown", {}, { colour: "red" }],
    ["in the path", { path: "/pets/{timeout}" }, { timeout: 1 }],
    [
      "in the path, by another key",
      { path: "/pets/{t}", paths: [{ name: "t", key: "timeout" }] },
      { timeout: 1, t: "t" },
    ],
    ["in the query", { query: ["query"] }, { query: "x" }],
    [
      "in the query, by an encoder",
      { query: [{ name: "query", encode: (name) => `${name}=1` }] },
      { query: "x" },
    ],
    ["in headers", { headers: ["accept"] }, { accept: "x" }],
    ["in cookies", { cookies: [{ name: "c", key: "signal" }] }, { signal: 1 }],
    ["a field", { body: json, fields: ["retry"] }, { retry: "x" }],
    ["a whole body", { body: json }, { body: {} }],
    [
      "a field of one of several bodies",
      {
        body: bodyByMediaType([
          ["application/json", json, { fields: ["headers"] }],
        ]),
        shared: ["headers"],
      },
      { headers: {} },
    ],
  ])(
    "is none where the operation has the param: %s",
    async (_, own, params) => {
      const server = await serve((response) => void response.end("{}"));
      const operation = withMethod(own.body ? "POST" : "GET", {
        ...list,
        ...own,
      });
      await call(clientOf(server.url), operation, params);
      expect(server.received).toHaveLength(1);
    },
  );
});
