/**
 * sdkwright as it is published: packed from a copy of its sources, judged, installed in an empty
 * folder, and used there as the README says.
 */
import {
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { root } from "../packages/support/apis.js";
import { attwAnalysis, publintMessages } from "../packages/support/judges.js";
import {
  remove,
  run,
  succeed,
  temporaryFolder,
} from "../packages/support/run.js";
import { blockWith } from "../support/readme.js";
import { museum } from "./museum.js";

const folder = temporaryFolder();
const copy = join(folder, "sdkwright");
const project = join(folder, "project");
let tarball: string;
let packed: { readonly size: number; readonly files: readonly string[] };

const npm = (args: readonly string[], cwd: string): Promise<string> =>
  succeed("npm", args, cwd);

const sdkwright = (...args: readonly string[]) =>
  run("npx", ["--no", "--", "sdkwright", ...args], project);

beforeAll(async () => {
  mkdirSync(copy);
  for (const name of [
    ...["package.json", "tsconfig.json", "README.md", "LICENSE"],
    ...["CHANGELOG.md", "CONTRIBUTING.md", "generator", "templates", "test"],
    ".build",
  ])
    cpSync(join(root, name), join(copy, name), { recursive: true });
  // What an older build has left behind is not for users.
  mkdirSync(join(copy, "dist"));
  writeFileSync(join(copy, "dist", "stale.js"), "");
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
  const out = await npm(["pack", "--json"], copy);
  const [first] = JSON.parse(out.slice(out.indexOf("[\n"))) as {
    readonly filename: string;
    readonly size: number;
    readonly files: readonly { readonly path: string }[];
  }[];
  if (!first) throw new Error(`npm packed nothing:\n${out}`);
  tarball = join(copy, first.filename);
  packed = { size: first.size, files: first.files.map(({ path }) => path) };
  mkdirSync(project);
  writeFileSync(join(project, "openapi.yaml"), museum);
  await npm(["init", "-y"], project);
  await npm(
    ["install", "--prefer-offline", "--no-audit", "--no-fund", tarball],
    project,
  );
}, 300_000);

afterAll(() => remove(folder));

describe("the tarball of sdkwright", () => {
  it("has the program and the templates, and nothing else", () => {
    const below = (part: string): string[] =>
      readdirSync(join(root, part), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) =>
          join(parentPath, name).slice(root.length),
        );
    const started = ["cli/main", "index", "plugin/index"];
    const threads = ["write/format-worker", "parallel/target-worker"];
    const validators = ["2.0", "3.0", "3.1", "3.2"].map(
      (version) => `dist/validators/v${version}.cjs`,
    );
    const isChunk = (path: string): boolean =>
      /^dist\/chunks\/[\w.-]+-[A-Z\d]{8}\.js$/.test(path);
    const isDeclaration = (path: string): boolean => path.endsWith(".d.ts");
    const others = packed.files.filter(
      (path) => !isChunk(path) && !isDeclaration(path),
    );
    expect(others.sort()).toEqual(
      [
        ...["CHANGELOG.md", "LICENSE", "README.md", "package.json"],
        "generator/compare/compare.schema.json",
        "generator/diff/change.schema.json",
        ...[...started, ...threads].map((name) => `dist/${name}.js`),
        ...validators,
        ...["dist/config.schema.json", "dist/fingerprint.json"],
        ...below("templates"),
      ].sort(),
    );
    // Declarations that no import of the library's reaches are not for users.
    const declared = packed.files.filter(isDeclaration);
    expect(declared).toContain("dist/index.d.ts");
    expect(declared).toContain("dist/plugin/index.d.ts");
    expect(declared).not.toContain("dist/cli/main.d.ts");
    expect(packed.size).toBeLessThan(900_000);
  });

  it("publint has nothing to say about", async () => {
    expect(await publintMessages(tarball)).toEqual([]);
  });

  it("attw finds no problem in", async () => {
    const found = await attwAnalysis(tarball, "--profile", "esm-only");
    expect(found.code).toBe(0);
    expect(Object.keys(found.entrypoints)).toContain(".");
  });
});

describe("installed in an empty folder", () => {
  it("generates from a document, and checks", async () => {
    const named = ["openapi.yaml", "-o", "sdk"];
    expect(await sdkwright("generate", ...named)).toMatchObject({ code: 0 });
    expect(readdirSync(join(project, "sdk"))).toContain("sdkwright.lock");
    expect(await sdkwright("check", ...named)).toMatchObject({ code: 0 });
    const index = join(project, "sdk/src/index.ts");
    const text = readFileSync(index, "utf8");
    writeFileSync(index, "");
    expect(await sdkwright("check", ...named)).toMatchObject({
      code: 1,
      err: expect.stringContaining("sdk/src/index.ts is not what is generated"),
    });
    // A change by hand stays, unless it is taken back.
    writeFileSync(index, text);
  });

  it("reads the config of the README", async () => {
    const config = blockWith("defineConfig(", "ts");
    writeFileSync(join(project, "sdkwright.config.ts"), config);
    const done = await sdkwright("generate");
    expect(done).toMatchObject({ code: 0 });
    expect(await sdkwright("check")).toMatchObject({ code: 0 });
    const manifest = readFileSync(join(project, "sdk/package.json"), "utf8");
    expect(JSON.parse(manifest)).toMatchObject({ name: "@acme/sdk" });
  });

  it("works from the program of the README", async () => {
    const program = `${blockWith("await generate(", "ts")}const checked = await check({ input: "openapi.yaml", output: "sdk" });\nconsole.log(report.ok, checked.ok);\n`;
    writeFileSync(join(project, "program.mjs"), program);
    const out = await succeed(process.execPath, ["program.mjs"], project);
    expect(out).toBe("true true\n");
  });

  it.each([
    ["nodenext", "nodenext"],
    ["node16", "node16"],
    ["esnext", "bundler"],
  ])("has types for modules of %s", async (module, moduleResolution) => {
    const files = ["config.mts", "program.mts"];
    writeFileSync(
      join(project, "config.mts"),
      blockWith("defineConfig(", "ts"),
    );
    const wrong =
      '// @ts-expect-error There is no such option.\nawait generate({ inptu: "" });\n';
    writeFileSync(
      join(project, "program.mts"),
      `${blockWith("await generate(", "ts")}${wrong}void check;\nexport const ok: boolean = report.ok;\n`,
    );
    writeFileSync(
      join(project, "tsconfig.json"),
      JSON.stringify({
        compilerOptions: {
          ...{ module, moduleResolution, target: "es2022", lib: ["es2022"] },
          ...{ strict: true, skipLibCheck: false, noEmit: true },
          typeRoots: [join(root, "node_modules/@types")],
          types: ["node"],
        },
        files,
      }),
    );
    const tsc = join(root, "node_modules/typescript/bin/tsc");
    const { code, out } = await run(process.execPath, [tsc], project);
    expect([code, out]).toEqual([0, ""]);
  });
});
