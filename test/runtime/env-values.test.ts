import { afterEach, expect, it, vi } from "vitest";
import {
  booleanInEnv,
  numberInEnv,
} from "../../templates/runtime/env-values.js";

afterEach(() => {
  vi.unstubAllEnvs();
});

it.each([
  ["7", 7],
  ["0", 0],
  [" 1.5 ", 1.5],
  ["", undefined],
  [undefined, undefined],
])("%j is the number %j", (text, value) => {
  vi.stubEnv("ACME_LIMIT", text);
  expect(numberInEnv("ACME_LIMIT")).toBe(value);
});

it("what is no number is refused, and not shown", () => {
  vi.stubEnv("ACME_LIMIT", "secret");
  expect(() => numberInEnv("ACME_LIMIT")).toThrow(
    /^ACME_LIMIT is not a number$/,
  );
});

it.each([
  ["1", true],
  ["yes", true],
  [" OFF ", false],
  ["0", false],
  ["", undefined],
  [undefined, undefined],
])("%j is the boolean %j", (text, value) => {
  vi.stubEnv("ACME_BETA", text);
  expect(booleanInEnv("ACME_BETA")).toBe(value);
});
