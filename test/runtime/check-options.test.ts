/** Options that are wrong when a client is made. */
import { expect, it } from "vitest";
import { checkOptions } from "../../templates/runtime/check-options.js";
import { ConfigError } from "../../templates/runtime/errors.js";
import type { ClientOptions } from "../../templates/runtime/options.js";

it.each<ClientOptions>([
  {},
  { timeout: 0, maxRetries: 0, maxResponseBytes: 0, retry: "safe" },
  { timeout: Infinity, maxRetries: Infinity, retry: "all" },
  { timeout: undefined, maxRetries: undefined, retry: undefined },
])("%j is taken", (options) => {
  expect(() => {
    checkOptions(options);
  }).not.toThrow();
});

it.each<[string, unknown]>([
  ["timeout", -1],
  ["timeout", NaN],
  ["timeout", "soon"],
  ["maxRetries", -1],
  ["maxRetries", "often"],
  ["maxResponseBytes", NaN],
  ["retry", "ALL"],
  ["retry", true],
  ["retry", "constructor"],
])("%s: %j is refused", (name, value) => {
  let error: unknown;
  try {
    checkOptions({ [name]: value });
  } catch (thrown) {
    error = thrown;
  }
  expect(error).toBeInstanceOf(ConfigError);
  expect(error).toMatchObject({ message: `invalid value for ${name}` });
});
