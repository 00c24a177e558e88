/** The manifest of a package, as it is without options and with all of them. */
import { describe, expect, it } from "vitest";
import type { PackageConfig } from "../../../generator/config/config.js";
import { emit } from "../../support/emit.js";
import { formatFile } from "../../../generator/write/format.js";
import { emitted, sdkOf, type Source } from "../../support/pipeline.js";

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
  version: "0.0.0",
  description: "TypeScript SDK for the Test API",
  keywords: ["test", "sdk", "api"],
  license: "UNLICENSED",
  type: "module",
  sideEffects: false,
  main: "./dist/cjs/index.js",
  types: "./dist/cjs/index.d.ts",
  exports: { ".": both("index"), "./package.json": "./package.json" },
  files: [
    "dist",
    "src",
    "docs",
    "CHANGELOG.md",
    "api.md",
    "api",
    "sdkwright.surface.json",
  ],
  scripts: {
    build: "node build.mjs",
    test: "npm run build && node test/run-tests.mjs",
    prepack: "npm run build",
  },
  engines: { node: ">=20" },
  devDependencies: { typescript: "^5.9.0" },
};

describe("package.json", () => {
  it("comes from the document alone", async () => {
    expect(await manifest()).toEqual(usual);
  });

  it("has the paths of an earlier SDK, after which those of the owner count", async () => {
    const { exports } = JSON.parse(
      await emitted({}, "package.json", {
        compatibility: "stainless",
        package: { exports: { "./error": "src/lib/error.ts" } },
      }),
    ) as { readonly exports: object };
    expect(exports).toEqual({
      ".": both("index"),
      ...Object.fromEntries(
        [
          ...["client", "pagination", "streaming", "uploads", "api-promise"],
          ...["core", "core/*", "resources", "resources/*"],
        ].map((path) => [`./${path}`, both("index")]),
      ),
      "./error": both("lib/error"),
      "./package.json": "./package.json",
    });
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
      bugs: { url: "https://github.com/acme/sdk/issues" },
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
  it("claims no version", async () => {
    const config = { package: { version: "2.1.0" } };
    expect(await emitted({}, "CHANGELOG.md", config)).toBe("# Changelog\n");
  });
});

describe("the repository", () => {
  it.each<
    [NonNullable<PackageConfig["repository"]>, object, string | undefined]
  >([
    [
      "https://github.com/acme/sdk.git",
      { url: "git+https://github.com/acme/sdk.git" },
      "https://github.com/acme/sdk/issues",
    ],
    [
      { url: "https://github.com/acme/apis/", directory: "./packages/sdk" },
      {
        url: "git+https://github.com/acme/apis.git",
        directory: "packages/sdk",
      },
      "https://github.com/acme/apis/issues",
    ],
    [
      "https://gitlab.com/acme/apis/sdk",
      { url: "git+https://gitlab.com/acme/apis/sdk.git" },
      "https://gitlab.com/acme/apis/sdk/issues",
    ],
    [
      "git+ssh://git@github.com/acme/sdk.git",
      { url: "git+ssh://git@github.com/acme/sdk.git" },
      "https://github.com/acme/sdk/issues",
    ],
    [
      "github:acme/sdk",
      { url: "github:acme/sdk" },
      "https://github.com/acme/sdk/issues",
    ],
    [
      "https://git.acme.example/sdk",
      { url: "https://git.acme.example/sdk" },
      undefined,
    ],
  ])("%j", async (repository, expected, issues) => {
    const fields = await manifest({ repository });
    expect(fields).toMatchObject({ repository: { type: "git", ...expected } });
    expect((fields as { bugs?: { url: string } }).bugs?.url).toBe(issues);
  });
});

describe("what the document says of itself", () => {
  const of = async (root: object, config: PackageConfig = {}) =>
    JSON.parse(
      await emitted(root as Source, "package.json", { package: config }),
    ) as object;
  const info = {
    title: "Test",
    version: "3.4.5",
    contact: { email: "help@acme.example" },
  };
  const externalDocs = { url: "https://docs.acme.example/" };

  it("is the default of links", async () => {
    expect(await of({ info, externalDocs })).toMatchObject({
      version: "0.0.0",
      homepage: "https://docs.acme.example/",
      bugs: { email: "help@acme.example" },
    });
  });

  it("gives way to the config", async () => {
    expect(
      await of(
        { info, externalDocs },
        {
          homepage: "https://acme.example",
          bugs: "https://acme.example/bugs",
          funding: "https://acme.example/pay",
        },
      ),
    ).toMatchObject({
      homepage: "https://acme.example",
      bugs: { url: "https://acme.example/bugs" },
      funding: ["https://acme.example/pay"],
    });
  });

  it("is left out where it is no link", async () => {
    const fields = await of({
      info: { ...info, contact: { email: "<b>@acme.example" } },
      externalDocs: { url: "/docs" },
    });
    expect(fields).not.toHaveProperty("homepage");
    expect(fields).not.toHaveProperty("bugs");
  });

  it("stands in no file with its version", async () => {
    const at = async (version: string) => {
      const sdk = await sdkOf({ info: { ...info, version } });
      return Promise.all(emit(sdk).files.map(formatFile));
    };
    expect(await at("3.4.5")).toEqual(await at("4.0.0"));
  });
});

describe("LICENSE", () => {
  const paths = async (license?: string) =>
    emit(
      await sdkOf(
        { info: { title: "Test", version: "1", license: { name: "MIT" } } },
        { package: license === undefined ? {} : { license } },
      ),
    ).files.filter(({ path }) => path === "LICENSE");

  it.each([
    ["MIT", "MIT License\n\nCopyright (c) Test SDK contributors\n"],
    ["ISC", "ISC License\n\nCopyright (c) Test SDK contributors\n"],
    ["BSD-3-Clause", "BSD 3-Clause License\n\nCopyright (c) Test SDK"],
    ["Apache-2.0", "                                 Apache License\n"],
  ])("is written once where the config says %s", async (license, start) => {
    const [file] = await paths(license);
    expect(file).toMatchObject({
      kind: "scaffold",
      text: expect.stringMatching(/^.*\n/) as string,
    });
    expect(file && "text" in file && file.text.startsWith(start)).toBe(true);
  });

  it.each([undefined, "MIT OR Apache-2.0", "SEE LICENSE IN LICENSE"])(
    "is left to the owner with %s",
    async (license) => {
      expect(await paths(license)).toEqual([]);
    },
  );
});

describe("tsconfig.json", () => {
  it.each([
    [undefined, true],
    [false, false],
  ])("has source maps with %s: %s", async (sourceMaps, expected) => {
    const config = sourceMaps === undefined ? {} : { sourceMaps };
    const text = await emitted({}, "tsconfig.json", { package: config });
    const { compilerOptions } = JSON.parse(text) as {
      compilerOptions: Record<string, unknown>;
    };
    expect(compilerOptions["sourceMap"] === true).toBe(expected);
    expect(compilerOptions["declarationMap"]).toBe(true);
  });
});
