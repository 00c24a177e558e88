/** An output costs nothing: off, the package is the same; on, what programs import is. */
import { beforeAll, describe, expect, it } from "vitest";
import type { SdkConfig } from "../../generator/config/config.js";
import { keys, packageOf } from "./support.js";

interface Output {
  readonly on: Partial<SdkConfig>;
  readonly off: Partial<SdkConfig>;
  /** The files that are there besides, or that differ, but for the README. */
  readonly files: readonly string[];
}

const outputs: Readonly<Record<string, Output>> = {
  agents: {
    on: { agents: true },
    off: { agents: false },
    files: ["llms.txt", "package.json", "skills/acme-keys/SKILL.md"],
  },
  mocks: {
    on: { mocks: true },
    off: { mocks: false },
    files: [
      ...["docs/_mocks.md", "package.json"],
      ...[
        "mock-pages",
        "mock-response",
        "mock-routes",
        "mock-streams",
        "mock-types",
        "mocks",
      ].map((name) => `src/core/${name}.ts`),
      ...["src/mocks.ts", "test/mocks.test.mjs", "test/run-tests.mjs"],
    ],
  },
  otel: {
    on: { otel: true },
    off: { otel: false },
    files: ["docs/_otel.md", "package.json", "src/core/otel.ts", "src/otel.ts"],
  },
  "an overlay of samples": {
    on: { docs: { overlay: true } },
    off: { docs: { overlay: false } },
    files: ["docs/_samples-overlay.md", "openapi.samples.yaml"],
  },
  schema: {
    on: { schema: true },
    off: { schema: false },
    files: ["docs/_schema.md", "package.json", "src/schema.ts"],
  },
};

let without: Readonly<Record<string, string>> = {};
beforeAll(async () => {
  ({ files: without } = await packageOf(keys));
});

const changed = (files: Readonly<Record<string, string>>): readonly string[] =>
  [...new Set([...Object.keys(without), ...Object.keys(files)])]
    .filter((path) => files[path] !== without[path])
    .sort();

describe.each(Object.entries(outputs))("%s", (_, { on, off, files: own }) => {
  it("is nothing where it is off", async () => {
    expect(changed((await packageOf(keys, off)).files)).toEqual([]);
  });

  it("changes nothing that is there without it, but for what names it", async () => {
    const { files, report } = await packageOf(keys, on);
    expect(report.ok).toBe(true);
    expect(changed(files)).toEqual([...own, "README.md"].sort());
  });
});

it("all of them give the same whatever the order of the config", async () => {
  const all = Object.values(outputs).map(({ on }) => on);
  const merged = (list: readonly Partial<SdkConfig>[]): Partial<SdkConfig> =>
    Object.assign({}, ...list) as Partial<SdkConfig>;
  const { files } = await packageOf(keys, merged(all));
  const { files: reversed } = await packageOf(keys, merged([...all].reverse()));
  expect(reversed).toEqual(files);
});
