/**
 * What the build and the tests of a package do with what its owner changes: the version, modules
 * with side effects, tests of their own.
 */
import {
  mkdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
  existsSync,
} from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { root } from "../packages/support/apis.js";
import {
  remove,
  run,
  succeed,
  temporaryFolder,
} from "../packages/support/run.js";
import { writeFiles } from "../write/support.js";
import { museum } from "./museum.js";
import { runCli } from "./run.js";

const folders: string[] = [];
afterAll(() => {
  folders.forEach(remove);
});

/** A generated package with a compiler, before it is built. */
const generated = async (
  config: object = {},
  files: Readonly<Record<string, string>> = {},
): Promise<string> => {
  const cwd = temporaryFolder();
  folders.push(cwd);
  writeFiles(cwd, {
    "openapi.yaml": museum,
    "sdkwright.config.json": JSON.stringify({
      input: "openapi.yaml",
      output: "sdk",
      package: { license: "MIT", ...config },
    }),
  });
  expect(await runCli(["generate"], { cwd })).toMatchObject({ code: 0 });
  const sdk = join(cwd, "sdk");
  writeFiles(sdk, files);
  mkdirSync(join(sdk, "node_modules"));
  const compiler = "node_modules/typescript";
  symlinkSync(join(root, compiler), join(sdk, compiler));
  return sdk;
};

const patch = {
  exports: { "./patch": "src/lib/patch.ts" },
  files: {
    "src/lib/patch.ts":
      'import { Museum } from "../index.js";\n\nObject.assign(Museum.prototype, { hello: "patched-by-hand" });\n',
    "app.mjs":
      'import { Museum } from "museum-sdk";\nimport "museum-sdk/patch";\nconsole.log(new Museum({ apiKey: "t" }).hello);\n',
  },
};

const bundled = async (sdk: string): Promise<string> => {
  const { outputFiles } = await build({
    ...{ absWorkingDir: sdk, entryPoints: ["app.mjs"], bundle: true },
    ...{ format: "esm", write: false, logLevel: "silent" },
  });
  return outputFiles[0]?.text ?? "";
};

describe("a package that is built", () => {
  let sdk: string;
  beforeAll(async () => {
    sdk = await generated({ exports: patch.exports }, patch.files);
    const path = join(sdk, "package.json");
    const manifest = JSON.parse(readFileSync(path, "utf8")) as object;
    // Some editors write a byte order mark, which npm and Node.js read over.
    writeFileSync(
      path,
      `\uFEFF${JSON.stringify({ ...manifest, version: "1.2.3-rc.1" })}`,
    );
    await succeed(process.execPath, ["build.mjs"], sdk);
  }, 180_000);

  it("has the version of package.json in both builds and in User-Agent", async () => {
    writeFiles(sdk, {
      "a.mjs": `import { VERSION } from "./dist/esm/core/brand.js";
import { Museum } from "museum-sdk";
const fetch = async (_, { headers }) =>
  Response.json([new Headers(headers).get("user-agent")]);
console.log(VERSION, await new Museum({ apiKey: "t", fetch }).works.list());`,
      "b.cjs": `console.log(require("./dist/cjs/core/brand.js").VERSION);`,
    });
    const out = await succeed(process.execPath, ["a.mjs"], sdk);
    expect(out).toContain("1.2.3-rc.1 [ 'museum-sdk/1.2.3-rc.1");
    expect(await succeed(process.execPath, ["b.cjs"], sdk)).toBe(
      "1.2.3-rc.1\n",
    );
    const source = readFileSync(join(sdk, "src/core/brand.ts"), "utf8");
    expect(source).toContain('export const VERSION: string = "0.0.0";');
  });

  it("runs its own tests, and those of the owner", async () => {
    const tests = () => run(process.execPath, ["test/run-tests.mjs"], sdk);
    expect(await tests()).toMatchObject({ code: 0 });
    const test = (value: number) =>
      `import { test } from "node:test";\nimport assert from "node:assert";\ntest("by hand", () => assert.equal(${value}, 1));\n`;
    writeFiles(sdk, { "test/lib/a.test.mjs": test(1), "test/lib/b.mjs": "(" });
    const passed = await tests();
    expect(passed).toMatchObject({ code: 0 });
    expect(passed.out).toContain("by hand");
    writeFiles(sdk, { "test/lib/a.test.mjs": test(2) });
    expect(await tests()).toMatchObject({ code: 1 });
  });

  it("is imported for its effects only if the config says that it has some", async () => {
    expect(await bundled(sdk)).not.toContain("patched-by-hand");
  });
});

describe("a package whose config says more", () => {
  let sdk: string;
  beforeAll(async () => {
    sdk = await generated(
      {
        exports: patch.exports,
        sideEffects: ["./dist/*/lib/patch.js"],
        sourceMaps: false,
      },
      patch.files,
    );
    await succeed(process.execPath, ["build.mjs"], sdk);
  }, 180_000);

  it("keeps a module with side effects in a bundle", async () => {
    expect(await bundled(sdk)).toContain("patched-by-hand");
  });

  it("has no source maps, and leads from declarations to src all the same", () => {
    for (const kind of ["esm", "cjs"]) {
      const dist = join(sdk, "dist", kind);
      expect(existsSync(join(dist, "index.d.ts.map"))).toBe(true);
      expect(existsSync(join(dist, "index.js.map"))).toBe(false);
    }
  });
});
