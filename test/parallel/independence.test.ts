/** Which targets may run side by side, and which of them in another thread. */
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { Target } from "../../generator/config/targets.js";
import {
  areIndependent,
  isPortable,
  sizeOf,
} from "../../generator/parallel/independence.js";
import { makeFolder } from "../write/support.js";

const targetOf = (
  input: string,
  output: string,
  more: Partial<Target> = {},
): Target => ({
  ...{ config: { input, output }, inputs: [input], output, overlays: [] },
  ...more,
});

it("keeps apart what writes into another's directory, or reads from it", () => {
  const cwd = makeFolder({ "a.yaml": "12345", "one/": "", "deep/": "" });
  symlinkSync(join(cwd, "one"), join(cwd, "link"));
  const at = (path: string) => join(cwd, path);
  const of = (input: string, output: string, more?: Partial<Target>) =>
    targetOf(at(input), at(output), more);
  const one = of("a.yaml", "one");
  expect(areIndependent([one, of("a.yaml", "two")])).toBe(true);
  expect(areIndependent([one, of("a.yaml", "one-more")])).toBe(true);
  expect(areIndependent([one, of("a.yaml", "link")])).toBe(false);
  expect(areIndependent([one, of("a.yaml", "link/deep")])).toBe(false);
  expect(areIndependent([one, of("one/openapi.json", "two")])).toBe(false);
  expect(areIndependent([of("link/openapi.json", "two"), one])).toBe(false);
  expect(
    areIndependent([
      one,
      of("a.yaml", "two", { overlays: [at("one/overlay.yaml")] }),
    ]),
  ).toBe(false);
});

it("gives a thread what is data and in files", () => {
  const transform = () => undefined;
  const config = { input: "a.yaml", output: "sdk" };
  expect(isPortable(targetOf("/a.yaml", "/sdk"))).toBe(true);
  expect(isPortable(targetOf("https://a.example/a.yaml", "/sdk"))).toBe(false);
  expect(
    isPortable(
      targetOf("/a.yaml", "/sdk", { inputs: [{ path: "/a", text: "{}" }] }),
    ),
  ).toBe(false);
  expect(
    isPortable(
      targetOf("/a.yaml", "/sdk", { config: { ...config, transform } }),
    ),
  ).toBe(false);
});

it("measures documents and overlays, and not the config", () => {
  const cwd = makeFolder({ "a.yaml": "12345", "b.yaml": "123", "c.json": "1" });
  const at = (path: string) => join(cwd, path);
  const overlays = [at("b.yaml"), at("missing.yaml")];
  const target = targetOf(at("a.yaml"), at("sdk"), { overlays });
  expect(sizeOf({ ...target, configFile: at("c.json") })).toBe(8);
});
