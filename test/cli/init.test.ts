/**
 * `init` as a person or a script starts it.
 */
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { symlinkSync, unlinkSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { makeFolder, readFolder, writeFiles } from "../write/support.js";
import { museum } from "./museum.js";
import { runCli } from "./run.js";

const root = fileURLToPath(new URL("../..", import.meta.url));

const license = "Permission is hereby granted, free of charge, to any person";

/** A repository on GitHub with a document and some code. */
const repository = (
  files: Readonly<Record<string, string>> = {},
  remote = "git@github.com:acme/acme-typescript.git",
): string => {
  const cwd = makeFolder({
    "openapi.yaml": museum,
    "src/server.ts": "",
    ...files,
  });
  execFileSync("git", ["init", "--quiet", "--initial-branch", "main"], { cwd });
  execFileSync("git", ["remote", "add", "origin", remote], { cwd });
  return cwd;
};

const filesOf = (cwd: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(readFolder(cwd)).filter(
      ([path]) => !/^(?:\.git|node_modules)\//.test(path),
    ),
  );

const init = (cwd: string, ...args: readonly string[]) =>
  runCli(["init", "--no-install", ...args], { cwd, env: { CI: "" } });

describe("without a terminal", () => {
  it("what is missing is named by its flag, and nothing is written", async () => {
    const cwd = repository();
    const before = filesOf(cwd);
    expect(await init(cwd)).toEqual({
      code: 2,
      out: "",
      err: "error: --license is missing: there is no LICENSE file, and package.json and the document name none; pass --license UNLICENSED or --yes to take UNLICENSED\n",
    });
    expect(filesOf(cwd)).toEqual(before);
  });

  it("no document is", async () => {
    expect(await init(makeFolder())).toEqual({
      code: 2,
      out: "",
      err: "error: [SPEC] is missing: no OpenAPI document is here, or in api, spec, specs, docs or openapi; name its path or URL: `npx sdkwright init acme.yaml`\n",
    });
  });

  it.each([
    [["--output", "../sdk"], "--output ../sdk: It is a path below"],
    [["--output", "a$(id)"], "--output 'a$(id)': It is a path below"],
    [["--name", "Acme SDK"], "--name 'Acme SDK': It is a name of npm"],
    [["--client-name", "1"], "--client-name 1: It is the name of a class"],
    [["--license", "`x`"], "--license '`x`': It is an SPDX license"],
    [["--repository", "x"], "--repository x: It is the URL of a repository"],
    [["--ci", "jenkins"], "--ci jenkins: It is one of github, gitlab, none."],
    [["--release", "x"], "--release x: It is one of release-please, "],
    [["--document-url", "http://a"], "--document-url http://a: It is a URL"],
    [["--document-url", "https://u:p@a"], "--document-url https://u:p@a: It"],
  ])("%j cannot be", async (args, message) => {
    const cwd = repository();
    const before = filesOf(cwd);
    const { code, out, err } = await init(cwd, "--yes", ...args);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(`error: ${message}`);
    expect(filesOf(cwd)).toEqual(before);
  });

  it("flags and findings are enough", async () => {
    const cwd = repository({ LICENSE: license });
    const { code, out, err } = await init(cwd);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toBe(`┌  sdkwright
●  openapi.yaml: Museum 1.0.0, 2 operations
◇  Repository    github.com/acme/acme-typescript
◇  Package name  @acme/sdk
◇  Client class  Museum
◇  License       MIT
◇  Workflows     github
◇  Releases      release-please
│
◆  sdk/                                 ${String(Object.keys(filesOf(join(cwd, "sdk"))).length)} files
◆  sdkwright.config.ts                  written
◆  package.json                         written
◆  .gitignore                           written
◆  .gitattributes                       written
◆  .github/workflows/sdk-check.yml      written
◆  .github/workflows/sdk-comment.yml    written
◆  .github/workflows/sdk-regenerate.yml written
◆  .github/workflows/sdk-release.yml    written
◆  .github/dependabot.yml               written
◆  release-please-config.json           written
◆  .release-please-manifest.json        written
◆  CONTRIBUTING.md                      written
◆  SECURITY.md                          written
└  Next:
     npm install && npm test --workspace=sdk
     git add --all && git commit --message "feat: first SDK"
     npm publish --workspace=sdk
       once by hand, after npm login: npm must know the package before a workflow may publish it
     npm trust github @acme/sdk --repo acme/acme-typescript --file sdk-release.yml --env npm --allow-publish
       from then on the workflow publishes, without a token
     gh api --method PUT repos/acme/acme-typescript/environments/sdk-bot && gh variable set SDK_BOT_CLIENT_ID --env sdk-bot && gh secret set SDK_BOT_PRIVATE_KEY --env sdk-bot < key.pem
       of a GitHub App that opens the pull requests; the workflows say what it may do, and how to go without
     git push
       the workflow opens the pull request for 0.1.0; merging it publishes
`);
    const after = filesOf(cwd);
    expect(JSON.parse(after["sdk/package.json"] ?? "")).toMatchObject({
      name: "@acme/sdk",
      license: "MIT",
    });
    // What is written is what the config gives.
    expect(await runCli(["check"], { cwd })).toMatchObject({ code: 0 });
    // And a second run has nothing to add.
    const again = await init(cwd);
    expect(again.code).toBe(0);
    expect(again.out).not.toMatch(/written|added|it is yours/);
    expect(filesOf(cwd)).toEqual(after);
  });

  it("is where CI is set, too", async () => {
    const cwd = repository();
    const { code } = await runCli(["init"], { cwd, env: { CI: "true" } });
    expect(code).toBe(2);
  });
});

it("takes every finding with --yes", async () => {
  const cwd = repository(
    {
      "spec/api.yaml": museum.replace(
        "  title: Museum",
        "  title: Museum\n  license: { name: MIT License }",
      ),
      "package.json": '{"name":"@museum/site","workspaces":["packages/*"]}\n',
      ".gitlab-ci.yml": "build: { script: [make] }\n",
    },
    "https://gitlab.com/museum/site.git",
  );
  unlinkSync(join(cwd, "openapi.yaml"));
  const { code } = await init(cwd, "--yes");
  expect(code).toBe(0);
  const files = filesOf(cwd);
  expect(files["sdkwright.config.ts"])
    .toBe(`import { defineConfig } from "sdkwright";

export default defineConfig({
  input: "spec/api.yaml",
  output: "packages/sdk",
  package: {
    name: "@museum/sdk",
    license: "MIT",
    repository: {
      url: "https://gitlab.com/museum/site",
      directory: "packages/sdk",
    },
  },
  clientName: "Museum",
});
`);
  expect(files[".gitlab-ci.yml"]).toBe("build: { script: [make] }\n");
  expect(
    Object.keys(files).filter((path) => path.startsWith(".github/")),
  ).toEqual([]);
});

it("keeps every file that is there, and shows what it lacks", async () => {
  const mine = {
    ".gitattributes": "*.png binary\n",
    ".gitignore": "dist/",
    ".github/workflows/sdk-check.yml": "mine",
    ".github/dependabot.yml": "version: 2\nupdates: []\n",
    "CONTRIBUTING.md": "mine",
    "SECURITY.md": "mine",
    "release-please-config.json": "{}",
  };
  const cwd = repository({
    ...mine,
    "package.json": '{\n\t"scripts": { "check": "tsc" }\n}',
  });
  const { code, out } = await init(cwd, "--license", "MIT");
  expect(code).toBe(0);
  expect(filesOf(cwd)).toMatchObject(mine);
  expect(filesOf(cwd)["package.json"]).toBe(
    '{\n\t"scripts": {\n\t\t"check": "tsc",\n\t\t"generate": "sdkwright generate"\n\t},\n\t"devDependencies": {\n\t\t"sdkwright": "0.1.0"\n\t},\n\t"workspaces": [\n\t\t"sdk"\n\t]\n}',
  );
  expect(out).toContain(`◆  .gitattributes                       kept as it is
│    it is yours; add to it:
│      sdk/sdkwright.lock merge=union
│      sdk/src/** linguist-generated
│      sdk/src/lib/** -linguist-generated
`);
  expect(out).toContain(
    `│    it has another value of scripts.check: "sdkwright check"\n`,
  );
});

it("takes what a config says, and refuses a flag that says something else", async () => {
  const cwd = repository({
    "sdkwright.config.json": JSON.stringify({
      input: "openapi.yaml",
      output: "client",
      package: { name: "@museum/client", license: "ISC" },
    }),
  });
  expect(await init(cwd, "--name", "@acme/sdk")).toEqual({
    code: 2,
    out: "",
    err: "error: --name @acme/sdk: the config says @museum/client; change it there\n",
  });
  const { code, out } = await init(cwd);
  expect(code).toBe(0);
  expect(out).not.toContain("sdkwright.config.ts");
  expect(Object.keys(filesOf(cwd))).toContain("client/package.json");
});

it("--dry-run lists the files, and writes none", async () => {
  const cwd = repository();
  const before = filesOf(cwd);
  const { code, out } = await init(cwd, "--yes", "--dry-run");
  expect(code).toBe(0);
  expect(out).toMatch(/◆ {2}sdk\/ +\d+ files to be written\n/);
  expect(out).toMatch(/◆ {2}sdkwright\.config\.ts +to be written\n/);
  expect(out).not.toContain("Next:");
  expect(filesOf(cwd)).toEqual(before);
});

it("a broken document ends with its usual message, and nothing is written", async () => {
  const cwd = repository({
    "openapi.yaml": museum.replace("  title: Museum", "  title: [Museum"),
  });
  const before = filesOf(cwd);
  const { code, out, err } = await init(cwd, "--yes");
  expect({ code, out }).toEqual({ code: 1, out: "" });
  expect(err).toMatch(/^openapi\.yaml:\d+:\d+ error [a-z-]+: /);
  expect(err).toMatch(
    /nothing written: correct the document, and run init again\n$/,
  );
  expect(filesOf(cwd)).toEqual(before);
});

it("below the root of a repository there are no workflows", async () => {
  const cwd = repository({ "apis/museum/openapi.yaml": museum });
  const folder = join(cwd, "apis/museum");
  expect(await init(folder, "--yes", "--ci", "github")).toEqual({
    code: 2,
    out: "",
    err: "error: --ci github: workflows stand at the root of a repository, and this is apis/museum; run init there, with --output\n",
  });
  expect((await init(folder, "--yes")).code).toBe(0);
  expect(
    Object.keys(filesOf(cwd)).filter((path) => path.startsWith(".github")),
  ).toEqual([]);
});

describe("a document at a URL", () => {
  const serve = async (
    text: string,
    run: (url: string) => Promise<void>,
  ): Promise<void> => {
    const server = createServer((_, response) => response.end(text));
    await new Promise<void>((resolve) =>
      server.listen(0, "127.0.0.1", resolve),
    );
    const { port } = server.address() as AddressInfo;
    try {
      await run(`http://127.0.0.1:${String(port)}/openapi.yaml`);
    } finally {
      server.close();
    }
  };

  it("is kept in the repository, so that checks need no network", async () => {
    await serve(museum, async (url) => {
      const cwd = repository();
      unlinkSync(join(cwd, "openapi.yaml"));
      const { code, err } = await init(
        cwd,
        ...[
          url,
          "--yes",
          "--document-url",
          "https://museum.example/openapi.yaml",
        ],
      );
      expect({ code, err }).toEqual({ code: 0, err: "" });
      const files = filesOf(cwd);
      expect(files["openapi.yaml"]).toBe(museum);
      expect(files["sdkwright.config.ts"]).toContain('input: "openapi.yaml"');
      const { jobs } = parse(
        files[".github/workflows/sdk-regenerate.yml"] ?? "",
      );
      expect(jobs.generate.steps[3].env).toEqual({
        BEFORE: "HEAD",
        DOCUMENT_URL: "https://museum.example/openapi.yaml",
      });
    });
    // Offline from here on.
  });

  it("stays there when its servers are relative to it", async () => {
    await serve(
      museum.replace("https://museum.example/v1", "/v1"),
      async (url) => {
        const cwd = repository();
        unlinkSync(join(cwd, "openapi.yaml"));
        expect((await init(cwd, url, "--yes")).code).toBe(0);
        const files = filesOf(cwd);
        expect(files["openapi.yaml"]).toBeUndefined();
        expect(files["sdkwright.config.ts"]).toContain(`input: "${url}"`);
      },
    );
  });

  it("is not written over a file", async () => {
    await serve(museum, async (url) => {
      const cwd = repository();
      const { code, err } = await init(cwd, url, "--yes");
      expect(code).toBe(2);
      expect(err).toBe(
        "error: openapi.yaml is here already: name it as SPEC, and the URL with --document-url\n",
      );
    });
  });
});

it("builds and tests the package where TypeScript is there", async () => {
  const cwd = repository();
  symlinkSync(join(root, "node_modules"), join(cwd, "node_modules"));
  const { code, out } = await init(cwd, "--yes");
  expect(code).toBe(0);
  expect(out).toMatch(/◆ {2}sdk\/ +\d+ files, builds, [1-9]\d* tests pass\n/);
  expect(out).not.toContain("npm install");
  unlinkSync(join(cwd, "node_modules"));
});

it("--json prints the report", async () => {
  const cwd = repository();
  const { code, out } = await init(cwd, "--yes", "--dry-run", "--json");
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({
    ok: true,
    settings: { name: "@acme/sdk", folder: "sdk" },
  });
});

describe("--update", () => {
  it("puts newer actions into the workflows", async () => {
    const cwd = repository();
    await init(cwd, "--yes");
    const before = filesOf(cwd);
    const path = ".github/workflows/sdk-check.yml";
    const now = before[path] ?? "";
    writeFiles(cwd, {
      [path]: now.replace(/checkout@.*/, "checkout@v4").replace("10", "20"),
    });
    const dry = await init(cwd, "--update", "--dry-run");
    expect(dry).toEqual({
      code: 0,
      out: `${path} (not written)\n  actions/checkout v4 -> v7.0.1\n`,
      err: "",
    });
    expect((await init(cwd, "--update")).out).toBe(
      `${path}\n  actions/checkout v4 -> v7.0.1\n`,
    );
    expect(filesOf(cwd)).toEqual({
      ...before,
      [path]: now.replace("10", "20"),
    });
    expect((await init(cwd, "--update")).out).toBe(
      "the workflows have the newest actions that this sdkwright knows\n",
    );
  });

  it("needs workflows", async () => {
    expect((await init(repository(), "--update")).code).toBe(2);
  });
});

/** util-linux's `script` gives a program a terminal. */
const hasScript =
  process.platform === "linux" &&
  spawnSync("script", ["--version"]).status === 0;

describe.runIf(hasScript)("on a terminal", () => {
  const cli = join(root, "dist/cli/main.js");

  const type = (
    cwd: string,
    keys: readonly (readonly [after: RegExp, key: string])[],
  ): Promise<{ readonly code: number | null; readonly out: string }> =>
    new Promise((resolve) => {
      const child = spawn(
        "script",
        [
          ...["--quiet", "--return", "--command"],
          // Its terminal has no size of its own.
          `stty cols 120 rows 40; '${process.execPath}' '${cli}' init --no-install`,
          "/dev/null",
        ],
        {
          cwd,
          env: { ...process.env, CI: "", TERM: "xterm" },
          timeout: 90_000,
        },
      );
      let out = "";
      let seen = 0;
      const left = [...keys];
      child.stdout.setEncoding("utf8").on("data", (text: string) => {
        out += text;
        const [next] = left;
        const found = next?.[0].exec(out.slice(seen));
        if (!next || !found) return;
        seen += found.index + found[0].length;
        left.shift();
        child.stdin.write(next[1]);
      });
      child.on("close", (code) => resolve({ code, out }));
    });

  it("Ctrl-C at a question ends with 130, and nothing is written", async () => {
    const cwd = repository();
    const before = filesOf(cwd);
    const { code, out } = await type(cwd, [[/Package name/, "\u0003"]]);
    expect(code).toBe(130);
    expect(out).toContain("Nothing was written.");
    expect(filesOf(cwd)).toEqual(before);
  });

  it("answers are typed, or taken by Enter", async () => {
    const cwd = repository();
    const { code, out } = await type(cwd, [
      [/Package name/, "-beta\r"],
      [/License/, "\r"],
      [/Releases/, "\r"],
      [/Where is/, "\r"],
    ]);
    expect(out).toContain("Museum 1.0.0, 2 operations");
    expect(out).toContain("Next:");
    expect(code).toBe(0);
    expect(filesOf(cwd)["sdkwright.config.ts"]).toContain("@acme/sdk-beta");
  });
});
