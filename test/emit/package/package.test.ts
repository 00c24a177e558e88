/** The manifest of a package, as it is without options and with all of them. */
import { describe, expect, it } from "vitest";
import type { PackageConfig } from "../../../generator/config/config.js";
import { emitted } from "../../support/pipeline.js";

const manifest = async (config?: PackageConfig): Promise<unknown> =>
  JSON.parse(
    await emitted({}, "package.json", config && { package: config }),
  ) as unknown;

const half = (kind: string, module: string) => ({
  types: `./dist/${kind}/${module}.d.ts`,
  default: `./dist/${kind}/${module}.js`,
});

const both = (module: string) => ({
  import: half("esm", module),
  require: half("cjs", module),
});

const usual = {
  name: "test-sdk",
  version: "1.0.0",
  description: "TypeScript SDK for the Test API",
  keywords: ["test", "sdk", "api"],
  license: "MIT",
  type: "module",
  sideEffects: false,
  main: "./dist/cjs/index.js",
  types: "./dist/cjs/index.d.ts",
  exports: { ".": both("index"), "./package.json": "./package.json" },
  files: ["dist", "docs", "CHANGELOG.md"],
  scripts: {
    build: "node build.mjs",
    test: "npm run build && node --test test/contract.test.mjs",
    prepack: "npm run build",
  },
  engines: { node: ">=20" },
  devDependencies: { typescript: "^5.9.0" },
};

describe("package.json", () => {
  it("comes from the document alone", async () => {
    expect(await manifest()).toEqual(usual);
  });

  it("has what the config says", async () => {
    const said = {
      name: "@acme/sdk",
      version: "2.1.0",
      description: "Acme.",
      license: "Apache-2.0",
      author: "Acme",
      homepage: "https://acme.example",
      keywords: ["acme"],
      sideEffects: ["./dist/*/lib/polyfill.js"],
    };
    expect(
      await manifest({
        ...said,
        repository: "https://github.com/acme/sdk",
        engines: { node: ">=22", bun: ">=1.2" },
        exports: { "./z": "src/lib/z.ts", "./a/b": "src/lib/b.ts" },
        publishConfig: { registry: "https://npm.acme.example" },
      }),
    ).toEqual({
      ...usual,
      ...said,
      repository: { type: "git", url: "git+https://github.com/acme/sdk.git" },
      engines: { bun: ">=1.2", node: ">=22" },
      exports: {
        ".": both("index"),
        "./a/b": both("lib/b"),
        "./z": both("lib/z"),
        "./package.json": "./package.json",
      },
      publishConfig: { access: "public", registry: "https://npm.acme.example" },
    });
  });

  it("is public where its name has a scope, unless the config says otherwise", async () => {
    const of = (config: PackageConfig) =>
      manifest({ name: "@acme/sdk", ...config });
    expect(await of({})).toMatchObject({ publishConfig: { access: "public" } });
    expect(await of({ publishConfig: { access: "restricted" } })).toMatchObject(
      { publishConfig: { access: "restricted" } },
    );
  });

  it("is the same in whichever order the config says it", async () => {
    const texts = [
      {
        engines: { bun: "1", node: "20" },
        exports: { "./a": "src/a.ts", "./b": "src/b.ts" },
      },
      {
        exports: { "./b": "src/b.ts", "./a": "src/a.ts" },
        engines: { node: "20", bun: "1" },
      },
    ].map((config) => emitted({}, "package.json", { package: config }));
    const [first, second] = await Promise.all(texts);
    expect(second).toBe(first);
  });
});

describe("the README", () => {
  it.each([
    [undefined, "- Node.js 20 or newer, Deno"],
    [">=22", "- Node.js 22 or newer, Deno"],
    [">= 22.12.0", "- Node.js 22.12.0 or newer, Deno"],
    ["^20 || >=22", "- Node.js `^20 || >=22`, Deno"],
  ])("says for which Node.js it is: %s", async (node, line) => {
    const engines = node === undefined ? {} : { engines: { node } };
    const readme = await emitted({}, "README.md", { package: engines });
    expect(readme).toContain(line);
  });
});

describe("CHANGELOG.md", () => {
  it("begins with the version", async () => {
    const config = { package: { version: "2.1.0" } };
    expect(await emitted({}, "CHANGELOG.md", config)).toBe(
      "# Changelog\n\n## 2.1.0\n\n- First version.\n",
    );
  });
});
