/** Options that hold where the caller says nothing else. */
import { describe, expect, it } from "vitest";
import { call } from "../../templates/runtime/call.js";
import {
  placedWithDefaults,
  withDefaults,
} from "../../templates/runtime/defaults.js";
import type { RequestOptions } from "../../templates/runtime/options.js";
import { clientOf, echo } from "./support/server.js";

const defaults = {
  timeout: 5000,
  maxRetries: 4,
  headers: { "X-A": "default", "X-B": "default" },
  query: { a: "default", b: "default" },
};

describe("defaults", () => {
  it("hold where nothing is said", () => {
    expect({ ...withDefaults(undefined, defaults) }).toEqual(defaults);
    expect({
      ...withDefaults<RequestOptions>({ timeout: undefined }, { timeout: 1 }),
    }).toEqual({ timeout: 1 });
  });

  it("give way one by one, and leave further options", () => {
    const options: RequestOptions = {
      ...{ timeout: 1, maxRetries: undefined, idempotencyKey: "k" },
      headers: { "X-A": "own", "X-C": "own" },
      query: { a: "own" },
    };
    expect({ ...withDefaults(options, defaults) }).toEqual({
      ...{ timeout: 1, maxRetries: 4, idempotencyKey: "k" },
      headers: { "X-A": "own", "X-B": "default", "X-C": "own" },
      query: { a: "own", b: "default" },
    });
  });

  it("leave headers and the query of the caller where they have none", () => {
    const options: RequestOptions = { headers: { a: "1" }, query: { b: 2 } };
    expect({ ...withDefaults(options, { timeout: 1 }) }).toEqual({
      ...{ timeout: 1, headers: { a: "1" }, query: { b: 2 } },
    });
  });

  it("take no option from what all objects inherit", () => {
    const inherited = Object.prototype as { timeout?: number };
    try {
      inherited.timeout = 1;
      expect(withDefaults(undefined, {}).timeout).toBeUndefined();
    } finally {
      delete inherited.timeout;
    }
  });

  it("are those of a call whose arguments are placed", async () => {
    const server = await echo();
    const [operation, params, options] = placedWithDefaults(
      [
        { id: "read", method: "GET", path: "/", query: ["p"] },
        { p: 1 },
        { headers: { "x-a": "own" }, query: { b: null } },
      ],
      defaults,
    );
    await call(clientOf(server), operation, params, options);
    expect(server.requests).toMatchObject([
      {
        target: "/?p=1&a=default",
        headers: { "x-a": "own", "x-b": "default" },
      },
    ]);
  });
});
