/**
 * Changes by hand, over the life of a package: in a repository of git, with the document changing.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../packages/support/apis.js";
import { makeFolder, readFolder, writeFiles } from "../write/support.js";
import { licensed as museum } from "./museum.js";
import { runCli } from "./run.js";

const git = (cwd: string, ...args: readonly string[]): string =>
  execFileSync(
    "git",
    ["-c", "user.name=A", "-c", "user.email=a@b.c", ...args],
    {
      ...{ cwd, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] },
    },
  );

const commit = (cwd: string): void => {
  git(cwd, "add", "--all");
  git(cwd, "commit", "--quiet", "-m", "x");
};

const sdkwright = (cwd: string, ...args: readonly string[]) =>
  runCli(args, { cwd, env: { CI: "" } });

/** A repository with a config, the document and what it gives. */
const made = async (files: Record<string, string> = {}): Promise<string> => {
  const cwd = makeFolder({
    "openapi.yaml": museum,
    "sdkwright.config.json": '{"input":"openapi.yaml","output":"sdk"}',
    ...files,
  });
  expect(await sdkwright(cwd, "generate")).toMatchObject({ code: 0, err: "" });
  git(cwd, "init", "--quiet");
  commit(cwd);
  return cwd;
};

const retry = "sdk/src/core/retry.ts";

const append = (cwd: string, path: string, text: string): void => {
  writeFiles(cwd, { [path]: readFileSync(join(cwd, path), "utf8") + text });
};

const nextDocument = museum.replace("What it is called.", "What it is named.");

describe("changes by hand", () => {
  it("in a depth-1 clone are found by the document of the last commit, and kept", async () => {
    const origin = await made();
    append(origin, retry, "// mine\n");
    append(origin, "sdk/src/models.ts", "// mine too\n");
    commit(origin);
    const cwd = join(makeFolder(), "clone");
    git(origin, "clone", "--quiet", "--depth=1", `file://${origin}`, cwd);
    writeFiles(cwd, { "openapi.yaml": nextDocument });
    const { code, out, err } = await sdkwright(cwd, "generate");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain(`${retry}: your change kept (1 line)\n`);
    expect(out).toContain("sdk/src/models.ts: your change kept (1 line)\n");
    const files = readFolder(cwd);
    expect(files[retry]).toMatch(/\/\/ mine\n$/);
    expect(files["sdk/src/models.ts"]).toMatch(/\/\/ mine too\n$/);
    expect(files["sdk/src/models.ts"]).toContain("What it is named.");
    expect(
      Object.keys(files).filter((path) => path.includes(".sdkwright/")),
    ).toEqual([
      "sdk/.sdkwright/base/src/core/retry.ts",
      "sdk/.sdkwright/base/src/models.ts",
    ]);
    expect(await sdkwright(cwd, "check")).toMatchObject({
      ...{ code: 0, err: "" },
      out: expect.stringMatching(/; your changes: 2 files, 2 lines\n$/),
    });
    // The owner's revert.
    git(cwd, "checkout", "--quiet", "HEAD~0", "--", ".");
    const reverted = readFolder(origin);
    writeFiles(cwd, {
      [retry]: (reverted[retry] ?? "").replace("// mine\n", ""),
      "openapi.yaml": nextDocument,
    });
    await sdkwright(cwd, "generate");
    expect(Object.keys(readFolder(cwd))).not.toContain(
      "sdk/.sdkwright/base/src/core/retry.ts",
    );
  }, 120_000);

  it("in conflict stay, are merged on demand, and never stop a run", async () => {
    const cwd = await made();
    const models = "sdk/src/models.ts";
    const text = readFileSync(join(cwd, models), "utf8");
    writeFiles(cwd, {
      [models]: text.replace("What it is called.", "Mine."),
      "openapi.yaml": nextDocument,
    });
    const told = await sdkwright(cwd, "generate");
    expect(told.code).toBe(0);
    expect(told.err).toMatch(
      /^sdk\/src\/models\.ts:\d+:1 warning edit-conflict: .*\n/,
    );
    expect(readFileSync(join(cwd, models), "utf8")).toContain("Mine.");
    expect(await sdkwright(cwd, "generate", "--strict")).toMatchObject({
      code: 1,
    });
    expect(await sdkwright(cwd, "merge")).toMatchObject({ code: 0, err: "" });
    expect(readFileSync(join(cwd, models), "utf8")).toMatch(
      /<<<<<<< yours\n.*Mine\..*\n\|{7} .*\n.*called\..*\n={7}\n.*named\..*\n>{7} /,
    );
    for (const again of ["generate", "check"])
      expect((await sdkwright(cwd, again)).err).toMatch(
        /^warning edit-unsolved: sdk\/src\/models\.ts has conflict markers\n/,
      );
    expect(await sdkwright(cwd, "check", "--strict")).toMatchObject({
      code: 1,
    });
    expect(await sdkwright(cwd, "reset", models)).toMatchObject({ code: 0 });
    expect(await sdkwright(cwd, "check")).toMatchObject({ code: 0, err: "" });
    expect(await sdkwright(cwd, "reset", "nowhere.ts")).toMatchObject({
      ...{
        code: 2,
        err: "error: nowhere.ts is in none of the packages; name it from here, such as sdk/nowhere.ts\n",
      },
    });
  }, 120_000);

  it("are merged and dropped without a config, and without a known base", async () => {
    const cwd = makeFolder({ "openapi.yaml": museum });
    const named = ["openapi.yaml", "-o", "sdk"];
    await sdkwright(cwd, "generate", ...named);
    // A package from elsewhere: neither git nor a cache says what was generated.
    rmSync(join(cwd, "sdk/.sdkwright-cache"), { recursive: true });
    const works = join(cwd, "sdk/src/resources/works.ts");
    const text = readFileSync(works, "utf8");
    writeFileSync(works, `${text}// mine\n`);
    const told = await sdkwright(cwd, "generate", ...named);
    expect(told).toMatchObject({
      code: 0,
      err: expect.stringContaining(
        "help: Run `sdkwright merge sdk/src/resources/works.ts`",
      ),
    });
    const checked = await sdkwright(cwd, "check", ...named);
    expect(checked.err).toMatch(/says which files need `merge` or `reset`\n$/);
    const path = "sdk/src/resources/works.ts";
    expect(await sdkwright(cwd, "merge", path)).toMatchObject({
      code: 2,
      err: expect.stringContaining("`--input SPEC -o DIR`"),
    });
    const options = ["--input", "openapi.yaml", "-o", "sdk"];
    expect(await sdkwright(cwd, "merge", path, ...options)).toMatchObject({
      code: 0,
    });
    expect(readFileSync(works, "utf8")).toContain("// mine");
    expect(await sdkwright(cwd, "reset", path, ...options)).toMatchObject({
      code: 0,
    });
    expect(readFileSync(works, "utf8")).toBe(text);
    expect(await sdkwright(cwd, "check", ...named)).toMatchObject({ code: 0 });
  }, 120_000);
});

describe("a package that is moved", () => {
  it("keeps its changes where neither a cache nor a commit has it there", async () => {
    const cwd = await made();
    append(cwd, retry, "// committed\n");
    commit(cwd);
    append(cwd, "sdk/src/models.ts", "// not yet\n");
    rmSync(join(cwd, "sdk/.sdkwright-cache"), { recursive: true });
    mkdirSync(join(cwd, "packages"));
    git(cwd, "mv", "sdk", "packages/sdk");
    writeFiles(cwd, {
      "sdkwright.config.json":
        '{"input":"openapi.yaml","output":"packages/sdk"}',
      "openapi.yaml": nextDocument,
    });
    const { code, out, err } = await sdkwright(cwd, "generate");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain(`packages/${retry}: your change kept (1 line)\n`);
    expect(out).toContain(
      "packages/sdk/src/models.ts: your change kept (1 line)\n",
    );
    const models = readFolder(cwd)["packages/sdk/src/models.ts"];
    expect(models).toMatch(/What it is named\.[^]*\/\/ not yet\n$/);
    expect(await sdkwright(cwd, "check")).toMatchObject({ code: 0, err: "" });
  }, 60_000);
});

describe("a tag", () => {
  it("that is renamed leaves the changed file of its resource", async () => {
    const cwd = await made();
    append(cwd, "sdk/src/resources/works.ts", "// mine\n");
    await sdkwright(cwd, "generate");
    writeFiles(cwd, {
      "openapi.yaml": museum.replaceAll("tags: [Works]", "tags: [Pieces]"),
    });
    expect(await sdkwright(cwd, "generate")).toMatchObject({
      code: 0,
      err: expect.stringContaining(
        "warning output-kept: sdk/src/resources/works.ts is no longer generated, but was changed by hand: kept\n",
      ),
    });
    const files = readFolder(cwd);
    expect(files["sdk/src/resources/works.ts"]).toMatch(/\/\/ mine\n$/);
    expect(files).toHaveProperty(["sdk/src/resources/pieces.ts"]);
    // From now on it is the owner's.
    expect(await sdkwright(cwd, "generate")).toMatchObject({ err: "" });
    expect(await sdkwright(cwd, "check")).toMatchObject({ code: 0, err: "" });
    expect(readFolder(cwd)).toHaveProperty(["sdk/src/resources/works.ts"]);
  }, 60_000);
});

describe("a document", () => {
  it("may take comments, another order and another version without a drift", async () => {
    const cwd = await made();
    writeFiles(cwd, { "openapi.yaml": `# A comment\n${museum}# and one\n` });
    rmSync(join(cwd, "sdk/.sdkwright-cache"), { recursive: true });
    for (const CI of ["", "true"])
      expect(await runCli(["check"], { cwd, env: { CI } })).toMatchObject({
        ...{ code: 0, err: "" },
      });
    expect(git(cwd, "status", "--porcelain")).toBe(" M openapi.yaml\n");
  }, 60_000);

  it("with the marks of a merge is the error, with the line", async () => {
    const cwd = await made();
    const [first = "", ...rest] = museum.split("\n");
    const document = [
      ...[first, "<<<<<<< HEAD", ...rest.slice(0, 2)],
      ...["=======", ...rest.slice(0, 2), ">>>>>>> topic", ...rest.slice(2)],
    ].join("\n");
    writeFiles(cwd, { "openapi.yaml": document });
    const { code, err } = await sdkwright(cwd, "generate");
    expect(code).toBe(1);
    expect(err).toMatch(
      /^openapi\.yaml:2:1 error file-conflict: openapi\.yaml has conflict markers\n/,
    );
  }, 60_000);
});

describe("the package at the root of the repository", () => {
  it("is possible when the config names it; the owner's files stay", async () => {
    const mine = { "notes.md": "mine", ".prettierrc": "{}" };
    const cwd = makeFolder({
      ...{ "openapi.yaml": museum, ...mine },
      "sdkwright.config.json": '{"input":"openapi.yaml","output":"."}',
    });
    git(cwd, "init", "--quiet");
    expect(await sdkwright(cwd, "generate")).toMatchObject({
      ...{ code: 0, err: "" },
    });
    expect(readFolder(cwd)).toMatchObject({
      ...{ ...mine, "openapi.yaml": museum },
      "src/index.ts": expect.any(String),
    });
    expect(await sdkwright(cwd, "check")).toMatchObject({ code: 0, err: "" });
    append(cwd, "src/core/retry.ts", "// mine\n");
    writeFiles(cwd, { "openapi.yaml": nextDocument });
    expect(await sdkwright(cwd, "generate")).toMatchObject({
      ...{ code: 0, err: "" },
      out: expect.stringContaining("src/core/retry.ts: your change kept"),
    });
  }, 120_000);
});

describe("src/lib/index.ts", () => {
  it("is exported by the entry, its names before ours", async () => {
    const cwd = await made({
      "sdk/src/lib/index.ts":
        'import { Museum as Base } from "../museum.js";\nexport class Museum extends Base {}\nexport type APIError = string;\nexport { retry as more } from "./x.js";\n',
    });
    const entry = readFileSync(join(cwd, "sdk/src/index.ts"), "utf8");
    expect(entry.trimEnd().split("\n").at(-1)).toBe(
      'export * from "./lib/index.js";',
    );
    expect(entry).toContain(
      'export { Museum as default } from "./lib/index.js";',
    );
    expect(entry).not.toMatch(/export \{\s*Museum,|\bAPIError\b/);
    expect(await sdkwright(cwd, "check")).toMatchObject({ code: 0 });
    writeFiles(cwd, {
      "sdk/src/lib/index.ts":
        "export interface Work {\n  readonly mine: true;\n}\nexport const listWorks = 1;\nexport class APIError extends Error {}\nexport const more = 2;\n",
    });
    const said =
      "sdk/src/lib/index.ts: the package exports your APIError, Work, listWorks in place of ours\n";
    expect(await sdkwright(cwd, "generate")).toMatchObject({
      ...{ code: 0, err: "" },
      out: expect.stringContaining(said),
    });
    expect(readFileSync(join(cwd, "sdk/src/index.ts"), "utf8")).toContain(
      'export { type Work, listWorks } from "./lib/index.js";\n\nexport * from "./lib/index.js";\n',
    );
    execFileSync(
      process.execPath,
      [join(root, "node_modules/typescript/bin/tsc"), "--noEmit", "-p", "sdk"],
      { cwd, stdio: "inherit" },
    );
    const { out } = await sdkwright(cwd, "generate");
    expect(out).not.toContain("in place of ours");
    rmSync(join(cwd, "sdk/src/lib"), { recursive: true });
    await sdkwright(cwd, "generate");
    expect(readFileSync(join(cwd, "sdk/src/index.ts"), "utf8")).not.toContain(
      "./lib/",
    );
  }, 60_000);
});
