import { locationOf } from "../../generator/config/document-input.js";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { SdkConfig } from "../../generator/config/config.js";
import { Diagnostics } from "../../generator/diagnostics/diagnostics.js";
import { findTargets } from "../../generator/config/targets.js";
import { UsageError } from "../../generator/config/usage-error.js";
import type { TargetSelection } from "../../generator/config/targets.js";
import { makeFolder } from "../write/support.js";

const a: SdkConfig = { input: "a.yaml", output: "sdks/a", clientName: "A" };
const b: SdkConfig = { input: "b.yaml", output: "sdks/b", clientName: "B" };

/** Targets in short: `a.yaml -> sdks/a (A)`, seen from the folder of the run. */
const find = async (
  selection: TargetSelection,
  files: Readonly<Record<string, unknown>> = {},
): Promise<readonly string[]> => {
  const cwd = makeFolder(
    Object.fromEntries(
      Object.entries(files).map(([path, value]) => [
        path,
        JSON.stringify(value),
      ]),
    ),
  );
  const from = join(cwd, selection.cwd ?? "");
  const diagnostics = new Diagnostics();
  const targets = await findTargets({ ...selection, cwd: from }, diagnostics);
  return [
    ...diagnostics.all().map(({ code, message }) => `${code}: ${message}`),
    ...targets.map(
      ({ inputs: [input], output, config }) =>
        `${locationOf(input ?? "").replace(join(cwd, "/"), "")} -> ${output.replace(join(cwd, "/"), "")}` +
        (config.clientName === undefined ? "" : ` (${config.clientName})`),
    ),
  ];
};

describe("which SDKs a run is about", () => {
  const one = { "sdkwright.config.json": a };
  const two = { "sdkwright.config.json": [a, b] };
  it.each<
    [string, TargetSelection, Readonly<Record<string, unknown>>, string[]]
  >([
    [
      "a document and a folder",
      { input: "x.yaml", output: "out" },
      {},
      ["x.yaml -> out"],
    ],
    [
      "a document and a folder, beside a config about others",
      { input: "x.yaml", output: "out" },
      two,
      ["x.yaml -> out"],
    ],
    [
      "a document for the folder of an SDK of the config, with its options",
      { input: "x.yaml", output: "sdks/b/" },
      two,
      ["x.yaml -> sdks/b (B)"],
    ],
    [
      "a folder that a config names, perhaps: it is broken",
      { input: "x.yaml", output: "sdks/b" },
      { "sdkwright.config.json": "text" },
      ['config-type: the config must be an object of options, not "text"'],
    ],
    [
      "a config above, whose paths start there",
      { cwd: "deep/er" },
      { ...one, "deep/er/": "" },
      ["a.yaml -> sdks/a (A)"],
    ],
    [
      "the nearest config above",
      { cwd: "deep/er" },
      { ...one, "deep/sdkwright.config.json": b, "deep/er/": "" },
      ["deep/b.yaml -> deep/sdks/b (B)"],
    ],
    [
      "one of several, by name",
      { only: ["./sdks/b/"] },
      two,
      ["b.yaml -> sdks/b (B)"],
    ],
    [
      "some of several, by the names of clients and folders, in the order of the config",
      { only: ["b", "A"] },
      two,
      ["a.yaml -> sdks/a (A)", "b.yaml -> sdks/b (B)"],
    ],
    [
      "one of several, by the name of its package",
      {
        config: [a, { ...b, package: { name: "@acme/b" } }],
        only: ["@acme/b"],
      },
      {},
      ["b.yaml -> sdks/b (B)"],
    ],
    [
      "a URL",
      { input: "https://api.example/openapi.json", output: "out" },
      {},
      ["https://api.example/openapi.json -> out"],
    ],
    [
      "all of a config",
      {},
      two,
      ["a.yaml -> sdks/a (A)", "b.yaml -> sdks/b (B)"],
    ],
    [
      "one of several, by document",
      { input: "b.yaml" },
      two,
      ["b.yaml -> sdks/b (B)"],
    ],
    [
      "one of several, by folder",
      { output: "sdks/a" },
      two,
      ["a.yaml -> sdks/a (A)"],
    ],
    [
      "a single one into another folder",
      { output: "out" },
      one,
      ["a.yaml -> out (A)"],
    ],
    [
      "the options of a config, for another document",
      { config: "sdkwright.config.json", input: "x.yaml", output: "out" },
      one,
      ["x.yaml -> out (A)"],
    ],
    [
      "one of several into another folder",
      { config: "sdkwright.config.json", input: "b.yaml", output: "out" },
      two,
      ["b.yaml -> out (B)"],
    ],
    [
      "a config elsewhere, whose paths start there",
      { config: "tools/sdk.json" },
      { "tools/sdk.json": a },
      ["tools/a.yaml -> tools/sdks/a (A)"],
    ],
    [
      "a config in memory",
      { config: [a, b], input: "a.yaml" },
      {},
      ["a.yaml -> sdks/a (A)"],
    ],
    [
      "folders inside one another",
      { config: [a, { ...b, output: "sdks/a/b" }] },
      {},
      [
        "config-shared-output: sdks/a and sdks/a/b are written by two SDKs, one inside the other",
      ],
    ],
    [
      "folders whose names begin alike",
      { config: [a, { ...b, output: "sdks/a-b" }] },
      {},
      ["a.yaml -> sdks/a (A)", "b.yaml -> sdks/a-b (B)"],
    ],
    [
      "a config with mistakes",
      { config: { ...a, enums: "no" as "open" } },
      {},
      ['config-type: `enums` must be "closed" or "open" or "const", not "no"'],
    ],
  ])("%s", async (_, selection, files, want) => {
    expect(await find(selection, files)).toEqual(want);
  });

  it.each<[string, TargetSelection, Readonly<Record<string, unknown>>, string]>(
    [
      [
        "nothing at all",
        {},
        {},
        "no document: none was given, and there is no sdkwright.config.ts here or above; name one with `-o DIR` (`--input SPEC -o DIR` for `merge` and `reset`), or run `sdkwright init`",
      ],
      [
        "a document without a folder",
        { input: "x.yaml" },
        {},
        "no output directory: add `-o DIR`, or write a sdkwright.config.ts",
      ],
      [
        "a name that the config does not have",
        { only: ["sdks/c"] },
        two,
        "the config has no SDK named sdks/c; did you mean sdks/a?",
      ],
      [
        "a name like none of the config's",
        { only: ["everything"] },
        two,
        "the config has no SDK named everything: it has sdks/a, sdks/b",
      ],
      [
        "a config above the repository",
        { cwd: "repository/deep" },
        { ...one, "repository/.git/": "", "repository/deep/": "" },
        "no document: none was given, and there is no sdkwright.config.ts here or above; name one with `-o DIR` (`--input SPEC -o DIR` for `merge` and `reset`), or run `sdkwright init`",
      ],
      [
        "a document that the config does not have",
        { input: "x.yaml" },
        two,
        "the config has no SDK for x.yaml: it has a.yaml -> sdks/a, b.yaml -> sdks/b",
      ],
      [
        "a folder that the config does not have",
        { output: "out" },
        two,
        "the config has no SDK for out: it has a.yaml -> sdks/a, b.yaml -> sdks/b",
      ],
    ],
  )("is a wrong use: %s", async (_, selection, files, want) => {
    await expect(find(selection, files)).rejects.toThrow(new UsageError(want));
  });
});
