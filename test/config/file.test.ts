import { chownSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findConfig, loadConfig } from "../../generator/config/file.js";
import { Diagnostics } from "../../generator/diagnostics/diagnostics.js";
import {
  plain,
  printDiagnostic,
  withFrames,
} from "../../generator/diagnostics/printer.js";
import { makeFolder } from "../write/support.js";

const print = (diagnostics: Diagnostics): string =>
  withFrames(diagnostics)
    .map((diagnostic) => printDiagnostic(diagnostic, plain))
    .join("\n");

const load = async (name: string, text: string) => {
  const cwd = makeFolder({ [name]: text });
  const diagnostics = new Diagnostics();
  const config = await loadConfig(name, { cwd }, diagnostics);
  return { sdks: config?.sdks, printed: print(diagnostics) };
};

const sdks = [{ input: "openapi.yaml", output: "sdk", clientName: "Acme" }];

describe("every kind of config file", () => {
  it.each([
    [
      "sdkwright.config.ts",
      `import { defineConfig } from "sdkwright";
       import type { Config } from "sdkwright";
       const name: string = "Acme";
       export default defineConfig({ input: "openapi.yaml", output: "sdk", clientName: name }) satisfies Config;`,
    ],
    [
      "sdkwright.config.js",
      `export default { input: "openapi.yaml", output: "sdk", clientName: "Acme" };`,
    ],
    [
      "sdkwright.config.mjs",
      `export default [{ input: "openapi.yaml", output: "sdk", clientName: "Acme" }];`,
    ],
    [
      "sdkwright.config.js",
      `module.exports = { input: "openapi.yaml", output: "sdk", clientName: "Acme" };`,
    ],
    [
      "sdkwright.config.json",
      `{\n\t"input": "openapi.yaml",\n\t"output": "sdk",\n\t"clientName": "Acme"\n}`,
    ],
    [
      "sdkwright.config.yaml",
      "input: openapi.yaml\noutput: sdk\nclientName: Acme\n",
    ],
    [
      "sdkwright.config.yml",
      "- input: openapi.yaml\n  output: sdk\n  clientName: Acme\n",
    ],
  ])("%s", async (name, text) => {
    expect(await load(name, text)).toEqual({ sdks, printed: "" });
  });

  it.each([
    [
      "sdkwright.config.json",
      '{ "$schema": "./s.json", "input": "a.yaml", "output": "b" }',
    ],
    ["sdkwright.config.yaml", "$schema: ./s.json\ninput: a.yaml\noutput: b\n"],
  ])("%s names its schema", async (name, text) => {
    expect(await load(name, text)).toEqual({
      sdks: [{ $schema: "./s.json", input: "a.yaml", output: "b" }],
      printed: "",
    });
  });
});

describe("what is wrong with a config file", () => {
  it("is placed in YAML", async () => {
    const { sdks, printed } = await load(
      "sdkwright.config.yaml",
      "- input: openapi.yaml\n  output: sdk\n  package:\n    nmae: acme\n    version: 1.0\n- output: other\n",
    );
    expect(sdks).toBeUndefined();
    expect(printed).toBe(
      `
sdkwright.config.yaml:4:5 error config-unknown-option: there is no option \`[0].package.nmae\`
  3 |   package:
> 4 |     nmae: acme
    |     ^
  5 |     version: 1.0
  help: Did you mean \`name\`?
sdkwright.config.yaml:5:5 error config-type: \`[0].package.version\` must be a version, such as \`1.2.0\`, not 1
  4 |     nmae: acme
> 5 |     version: 1.0
    |     ^
  6 | - output: other
  help: The README lists every option.
sdkwright.config.yaml:6:3 error config-missing-option: \`[1].input\` is missing
  5 |     version: 1.0
> 6 | - output: other
    |   ^
  7 |
  help: Every SDK needs an \`input\` (the document) and an \`output\` (a directory).
`.trim(),
    );
  });

  it("is placed in JSON", async () => {
    const { printed } = await load(
      "sdkwright.config.json",
      '{ "input": "a.yaml", "output": "b", "enums": true }',
    );
    expect(printed).toBe(
      `
sdkwright.config.json:1:37 error config-type: \`enums\` must be "closed" or "open" or "const", not true
> 1 | { "input": "a.yaml", "output": "b", "enums": true }
    |                                     ^
  help: The README lists every option.
`.trim(),
    );
  });

  it.each([
    [
      "an option of code, with the file's name",
      "sdkwright.config.mjs",
      "export default { input: 'a', output: 'b', enum: 'open' };",
      "error config-unknown-option: there is no option `enum` in sdkwright.config.mjs\n  help: Did you mean `enums`?",
    ],
    [
      "code that throws",
      "sdkwright.config.ts",
      "throw new Error('no ACME_KEY\\nset it');",
      "sdkwright.config.ts:1:1 error config-unreadable: cannot load sdkwright.config.ts: no ACME_KEY\n> 1 | throw new Error('no ACME_KEY\\nset it');\n    | ^\n  help: The file must export one config object, or an array of them.",
    ],
    [
      "no default export",
      "sdkwright.config.js",
      "export const config = {};",
      "error config-type: the config in sdkwright.config.js must be an object of options, not a value of type undefined\n  help: The README lists every option.",
    ],
    [
      "an empty file",
      "sdkwright.config.yaml",
      "",
      "error config-type: the config in sdkwright.config.yaml must be an object of options, not null\n  help: The README lists every option.",
    ],
  ])("%s", async (_, name, text, want) => {
    const { sdks, printed } = await load(name, text);
    expect(sdks).toBeUndefined();
    expect(printed).toBe(want);
  });

  it("broken syntax has the parser's reason", async () => {
    const yaml = await load("sdkwright.config.yaml", "input: [a\n");
    expect(yaml.printed).toMatch(
      /^sdkwright\.config\.yaml:2:1 error config-unreadable: cannot load sdkwright\.config\.yaml: Flow sequence [^\n]*[^:\n]\n/,
    );
    expect(yaml.printed).not.toContain("at line 2");
    const json = await load(
      "sdkwright.config.json",
      '{"input": "a" "output": "b"}',
    );
    expect(json.printed).toMatch(
      /^sdkwright\.config\.json:1:15 error config-unreadable: /,
    );
  });

  it.each([
    [
      "ts",
      'export default {\n  input: "a,\n};\n',
      "2:10",
      "Unterminated string constant.",
    ],
    [
      "mjs",
      "export default {\n  a: 1 2\n};\n",
      "2:8",
      'Unexpected token, expected ","',
    ],
    [
      "js",
      "module.exports = {\n  a: 1 2\n};\n",
      "2:8",
      'Unexpected token, expected ","',
    ],
    [
      "ts",
      "const none: any = undefined;\nexport default {\n  input: none.input,\n};\n",
      "3:15",
      "Cannot read properties of undefined (reading 'input')",
    ],
  ])(
    "broken code has its place: %s %j",
    async (extension, text, place, reason) => {
      const name = `sdkwright.config.${extension}`;
      const [first, ...frame] = (await load(name, text)).printed.split("\n");
      expect(first).toBe(
        `${name}:${place} error config-unreadable: cannot load ${name}: ${reason}`,
      );
      expect(frame).toContainEqual(expect.stringMatching(/^> [23] \| /));
    },
  );

  it.each([
    ["json", '{ "input": "a",\n', '"output": "sdk"', '"output": "b"', "}\n"],
    ["ts", "export default {\n", "input: 1,", "input: 2,", "};\n"],
  ])(
    "the marks of a merge are the error: %s",
    async (extension, before, ours, theirs, after) => {
      const name = `sdkwright.config.${extension}`;
      const text = `${before}<<<<<<< HEAD\n${ours}\n=======\n${theirs}\n>>>>>>> b\n${after}`;
      const { sdks, printed } = await load(name, text);
      expect(sdks).toBeUndefined();
      const [first, ...frame] = printed.split("\n");
      expect(first).toBe(
        `${name}:2:1 error file-conflict: ${name} has conflict markers`,
      );
      expect(frame.at(-1)).toContain("run `sdkwright generate`");
      expect(printed.match(/ error /g)).toHaveLength(1);
    },
  );

  it("the place is in the file that is broken", async () => {
    const cwd = makeFolder({
      "sdkwright.config.ts":
        'import { input } from "./shared/input.js";\nexport default { input, output: "sdk" };\n',
      "shared/input.ts": "export const input = = 1;\n",
    });
    const diagnostics = new Diagnostics();
    await loadConfig("sdkwright.config.ts", { cwd }, diagnostics);
    expect(print(diagnostics).split("\n", 1)[0]).toBe(
      "shared/input.ts:1:22 error config-unreadable: cannot load sdkwright.config.ts: Unexpected token",
    );
    expect([...diagnostics.sources.visited].sort()).toEqual([
      join(cwd, "sdkwright.config.ts"),
      join(cwd, "shared/input.ts"),
    ]);
  });

  it.each([
    [
      "sdkwright.config.ts",
      "shared.ts",
      "export const clientName: string = NAME;",
      'import { clientName } from "./shared.js";',
    ],
    [
      "sdkwright.config.mjs",
      "shared.mjs",
      "export const clientName = NAME;",
      'import { clientName } from "./shared.mjs";',
    ],
    [
      "sdkwright.config.ts",
      "shared.cjs",
      "exports.clientName = NAME;",
      'import { clientName } from "./shared.cjs";',
    ],
  ])(
    "a change of what %s imports from %s is seen when it is loaded again",
    async (name, shared, text, line) => {
      const cwd = makeFolder({
        [name]: `${line}\nexport default { input: "a", output: "b", clientName };\n`,
      });
      const names: unknown[] = [];
      for (const isReload of [false, true, true]) {
        writeFileSync(
          join(cwd, shared),
          text.replace("NAME", `"N${names.length}"`),
        );
        const diagnostics = new Diagnostics();
        const config = await loadConfig(name, { cwd, isReload }, diagnostics);
        expect(print(diagnostics)).toBe("");
        names.push(config?.sdks[0]?.clientName);
        if (isReload || !shared.endsWith("mjs"))
          expect([...diagnostics.sources.visited].sort()).toEqual(
            [name, shared].map((path) => join(cwd, path)),
          );
      }
      expect(names).toEqual(["N0", "N1", "N2"]);
    },
  );

  it("a file that is not there, beside one of nearly its name", async () => {
    const cwd = makeFolder({ "sdk/sdkwright.config.ts": "" });
    const diagnostics = new Diagnostics();
    await loadConfig("sdk/sdkwrihgt.config.ts", { cwd }, diagnostics);
    expect(print(diagnostics)).toBe(
      "error config-missing: there is no config file sdk/sdkwrihgt.config.ts\n  help: Did you mean sdk/sdkwright.config.ts?",
    );
  });

  it("a file that is not there", async () => {
    const diagnostics = new Diagnostics();
    expect(
      await loadConfig("x.yaml", { cwd: makeFolder() }, diagnostics),
    ).toBeUndefined();
    expect(print(diagnostics)).toBe(
      "error config-missing: there is no config file x.yaml\n  help: Check the path given with --config.",
    );
  });
});

describe("finding a config file", () => {
  it("takes the one that is there", () => {
    const cwd = makeFolder({ "sdkwright.config.yml": "" });
    expect(findConfig(cwd, new Diagnostics())).toBe(
      join(cwd, "sdkwright.config.yml"),
    );
  });

  it.skipIf(process.getuid?.() !== 0)(
    "takes none of somebody else's from above",
    () => {
      const root = makeFolder({ "sdkwright.config.ts": "", "deep/": "" });
      const cwd = join(root, "deep");
      expect(findConfig(cwd, new Diagnostics())).toBe(
        join(root, "sdkwright.config.ts"),
      );
      chownSync(cwd, 12345, 12345);
      expect(findConfig(cwd, new Diagnostics())).toBeUndefined();
    },
  );

  it("finds none without a complaint", () => {
    const diagnostics = new Diagnostics();
    expect(findConfig(makeFolder(), diagnostics)).toBeUndefined();
    expect(diagnostics.hasErrors).toBe(false);
  });

  it("does not choose between two", () => {
    const diagnostics = new Diagnostics();
    const cwd = makeFolder({
      "sdkwright.config.json": "",
      "sdkwright.config.ts": "",
    });
    expect(findConfig(cwd, diagnostics)).toBeUndefined();
    expect(print(diagnostics)).toBe(
      `error config-ambiguous: sdkwright.config.ts and sdkwright.config.json are both config files of ${cwd}\n  help: Keep one of them, or name one with --config.`,
    );
  });
});
