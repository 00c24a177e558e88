import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { check, generate } from "../../generator/index.js";
import { outputOptions } from "../../generator/config/target-options.js";
import type { PluginUse } from "../../generator/config/plugin-use.js";
import {
  code,
  definePlugin,
  string,
  type PluginOutput,
  type Statement,
} from "../../generator/plugin/index.js";
import { makeFolder, readFolder } from "../write/support.js";
import { pets } from "./fixture.js";

const note = (version: string, body: string) =>
  definePlugin<{ word?: string }>({
    ...{ name: "note", version, api: 1 },
    options: { word: string("a word") },
    emit(_, out) {
      out
        .module("src/note.ts", { entry: "./note" })
        .add(code`${body as never}`);
    },
  });

const good = "export const note: number = 1;";

const circle: Record<string, unknown> = {};
circle["word"] = circle;
const cyclic = { ...note("1.0.0", good)(), options: circle };

const throwing = {
  expected: "a word",
  accepts(): boolean {
    throw new Error("no idea");
  },
};

const made = () => {
  const cwd = makeFolder({ "openapi.yaml": `openapi: 3.1.0${pets}` });
  const configOf = (...plugins: readonly PluginUse[]) => ({
    input: join(cwd, "openapi.yaml"),
    output: join(cwd, "sdk"),
    package: { license: "MIT" },
    plugins,
  });
  return { cwd, configOf };
};

const codesOf = (report: {
  readonly sdks: readonly {
    readonly diagnostics: readonly { readonly code: string }[];
  }[];
}) =>
  report.sdks.flatMap(({ diagnostics }) =>
    diagnostics.map(({ code: of }) => of),
  );

it("a package has what its plugins give, and check knows when that changes", async () => {
  const { cwd, configOf } = made();
  const config = configOf(note("1.0.0", good)());
  expect(await generate({ config })).toMatchObject({ ok: true });
  const files = readFolder(cwd);
  expect(files["sdk/src/note.ts"]).toBe(`${good}\n`);
  expect(files["sdk/package.json"]).toContain("./dist/esm/note.js");
  expect(await check({ config })).toMatchObject({ ok: true });
  const changed = configOf(note("1.0.0", good.replace("1", "2"))());
  expect(await check({ config: changed })).toMatchObject({
    ok: false,
    sdks: [{ drift: [{ path: "src/note.ts" }] }],
  });
  // Without the plugin, its file goes.
  expect(await generate({ config: configOf() })).toMatchObject({
    sdks: [{ removed: ["src/note.ts"] }],
  });
});

it("a config that is code imports plugins, which import sdkwright/plugin", async () => {
  const example = new URL("routes.ts", import.meta.url);
  const cwd = makeFolder({
    "openapi.yaml": `openapi: 3.1.0${pets}`,
    "routes.ts": readFileSync(example, "utf8"),
    "sdkwright.config.ts": `import { defineConfig } from "sdkwright";
import routes from "./routes.ts";
export default defineConfig({
  input: "openapi.yaml",
  output: "sdk",
  plugins: [routes({ prefix: "/v1" })],
});
`,
  });
  const report = await generate({ cwd });
  expect(report).toMatchObject({ ok: true });
  expect(codesOf(report)).toContain("plugin-warning");
  expect(readFolder(cwd)["sdk/src/routes.ts"]).toContain('"/v1/pets/{id}"');
});

it("a file that does not parse is an error of the plugin, and nothing is written", async () => {
  const { cwd, configOf } = made();
  const before = readFolder(cwd);
  const config = configOf(note("1.0.0", "export const = 1;")());
  const report = await generate({ config });
  expect(codesOf(report)).toEqual(["plugin-refused"]);
  expect(report.sdks[0]?.diagnostics[0]?.message).toMatch(
    /^the plugin note writes src\/note\.ts: it does not parse: /,
  );
  expect(readFolder(cwd)).toEqual(before);
});

it.each<[string, PluginUse["emit"], string]>([
  [
    "a text that throws when it is made",
    (_: never, out: PluginOutput) => {
      out.text("docs/note/x.md", () => {
        throw new Error("no idea");
      });
    },
    "the plugin note failed: no idea",
  ],
  [
    "a text that is none",
    (_: never, out: PluginOutput) => {
      out.text("docs/note/x.md", () => 5 as unknown as string);
    },
    "the plugin note failed: docs/note/x.md has no text",
  ],
  [
    "a statement that is none",
    (_: never, out: PluginOutput) => {
      out.module("src/note.ts").add({} as Statement);
    },
    "the plugin note writes src/note.ts: it cannot be laid out: Not implemented value: {}",
  ],
])("%s is an error of the plugin", async (_, emit, message) => {
  const { cwd, configOf } = made();
  const before = readFolder(cwd);
  const use = { ...note("1.0.0", good)(), emit };
  const report = await generate({ config: configOf(use) });
  expect(report.sdks[0]?.diagnostics.map((one) => one.message)).toContain(
    message,
  );
  expect(readFolder(cwd)).toEqual(before);
});

it.each<[string, unknown, string]>([
  ["another interface", { ...note("1.0.0", good)(), api: 2 }, "config-type"],
  ["no name", { ...note("1.0.0", good)(), name: "../x" }, "config-type"],
  ["no version", { ...note("1.0.0", good)(), version: "1" }, "config-type"],
  ["data", { name: "x", version: "1.0.0", api: 1 }, "config-type"],
  [
    "an unknown option",
    note("1.0.0", good)({ words: "x" } as never),
    "config-unknown-option",
  ],
  ["options that no copy has", cyclic, "must be data and functions"],
  [
    "rules that are none",
    { ...note("1.0.0", good)(), rules: { word: 5 } },
    "config-type",
  ],
  [
    "rules that throw",
    { ...note("1.0.0", good)({ word: "x" }), rules: { word: throwing } },
    "config-type",
  ],
  ["a wrong option", note("1.0.0", good)({ word: "" }), "config-type"],
])("a config with %s is refused", async (_, plugin, want) => {
  const { configOf } = made();
  const report = await generate({ config: configOf(plugin as PluginUse) });
  expect(report.ok).toBe(false);
  expect(JSON.stringify(report)).toContain(want);
});

it("the fingerprint knows name, version, options and code", () => {
  const optionsOf = (use: PluginUse) =>
    JSON.stringify(
      outputOptions({
        ...{ inputs: ["a.yaml"], output: "/sdk", overlays: [] },
        config: { input: "a.yaml", output: "sdk", plugins: [use] },
      }),
    );
  const of = (version: string, emit: PluginUse["emit"], word?: string) =>
    optionsOf({
      ...{ name: "note", version, api: 1, rules: {}, emit },
      options: { word },
    });
  const texts = [
    of("1.0.0", () => undefined),
    of("1.0.1", () => undefined),
    of("1.0.0", () => undefined, "a"),
    of("1.0.0", () => void 0),
  ];
  expect(new Set(texts).size).toBe(4);
  expect(of("1.0.0", () => undefined)).toBe(texts[0]);
});
