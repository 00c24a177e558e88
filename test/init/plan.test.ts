import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { planFiles } from "../../generator/init/plan.js";
import type { Settings } from "../../generator/init/settings.js";
import { settingsOf, surroundingsOf } from "./support.js";

const planOf = (
  changes: Partial<Settings> = {},
  files: Readonly<Record<string, string>> = {},
) => planFiles(settingsOf(changes), surroundingsOf(files, {}), false);

const textOf = (path: string, changes: Partial<Settings> = {}): string =>
  planOf(changes).find((file) => file.path === path)?.text ?? "";

describe("the files", () => {
  const common = [
    "sdkwright.config.ts",
    ...["package.json", ".gitignore", ".gitattributes"],
  ];
  const pages = ["CONTRIBUTING.md", "SECURITY.md"];
  const github = [
    ".github/workflows/sdk-check.yml",
    ".github/workflows/sdk-comment.yml",
    ".github/workflows/sdk-regenerate.yml",
    ".github/workflows/sdk-release.yml",
    ".github/dependabot.yml",
  ];

  it.each([
    [
      {},
      [
        ...[...common, ...github],
        ...["release-please-config.json", ".release-please-manifest.json"],
        ...pages,
      ],
    ],
    [
      { releases: "changesets" },
      [
        ...[...common, ...github],
        ...[".changeset/config.json", ".changeset/first-version.md"],
        ...pages,
      ],
    ],
    [
      { releases: "semantic-release" },
      [...common, ...github, ".releaserc.json", ...pages],
    ],
    [{ releases: "none" }, [...common, ...github, ...pages]],
    [{ ci: "gitlab" }, [...common, ".gitlab-ci.yml", ...pages]],
    [{ ci: "none", releases: "none" }, [...common, ...pages]],
  ] as const)("for %j", (changes, paths) => {
    const plan = planOf(changes);
    expect(plan.map(({ path }) => path)).toEqual(paths);
    expect(new Set(plan.map(({ state }) => state))).toEqual(
      new Set(["written"]),
    );
  });

  it("are no files of git outside of a repository", () => {
    const paths = planFiles(
      settingsOf({ ci: "none", releases: "none" }),
      surroundingsOf(),
      true,
    ).map(({ path }) => path);
    expect(paths).toEqual(["package.json", ...pages]);
  });
});

describe("the texts", () => {
  it("of the config", () => {
    expect(textOf("sdkwright.config.ts"))
      .toBe(`import { defineConfig } from "sdkwright";

export default defineConfig({
  input: "openapi.yaml",
  output: "sdk",
  package: {
    name: "@acme/sdk",
    license: "MIT",
    repository: {
      url: "https://github.com/acme/acme-typescript",
      directory: "sdk",
    },
  },
  clientName: "Acme",
});
`);
  });

  it("of the config, for any name of a document", () => {
    const document = 'a"b\\c\n`${x}`\u2028.yaml';
    const text = textOf("sdkwright.config.ts", { document });
    expect(text).toContain(`input: ${JSON.stringify(document)},`);
  });

  it("of .gitattributes", () => {
    expect(textOf(".gitattributes")).toBe(`sdk/sdkwright.lock merge=union
sdk/src/** linguist-generated
sdk/src/lib/** -linguist-generated
`);
    expect(textOf(".gitattributes", { folder: "." }))
      .toBe(`sdkwright.lock merge=union
src/** linguist-generated
src/lib/** -linguist-generated
`);
  });

  it("of release-please", () => {
    expect(JSON.parse(textOf("release-please-config.json")).packages).toEqual({
      sdk: {
        "release-type": "node",
        "include-component-in-tag": false,
        "bump-minor-pre-major": true,
        "initial-version": "0.1.0",
        "extra-files": [
          {
            type: "json",
            path: "/package-lock.json",
            jsonpath: "$.packages['sdk'].version",
          },
        ],
      },
    });
    expect(textOf(".release-please-manifest.json")).toBe(
      '{\n  "sdk": "0.0.0"\n}\n',
    );
    expect(
      JSON.parse(textOf("release-please-config.json", { folder: "." }))
        .packages,
    ).toEqual({
      ".": {
        "release-type": "node",
        "include-component-in-tag": false,
        "bump-minor-pre-major": true,
        "initial-version": "0.1.0",
      },
    });
  });

  it("of release tools, which know the lock file of npm alone", () => {
    for (const packageManager of ["pnpm", "yarn", "yarn-1"] as const)
      for (const [path, releases] of [
        ["release-please-config.json", "release-please"],
        [".releaserc.json", "semantic-release"],
      ] as const)
        expect(textOf(path, { packageManager, releases })).not.toContain(
          "package-lock.json",
        );
  });

  it("of changesets, with the first version", () => {
    const changes = { releases: "changesets", branch: "trunk" } as const;
    expect(JSON.parse(textOf(".changeset/config.json", changes))).toMatchObject(
      {
        access: "public",
        baseBranch: "trunk",
      },
    );
    expect(textOf(".changeset/first-version.md", changes)).toBe(
      '---\n"@acme/sdk": minor\n---\n\nFirst version\n',
    );
    expect(JSON.parse(textOf("package.json", changes)).devDependencies).toEqual(
      { "@changesets/cli": "2.31.1", sdkwright: "0.1.0" },
    );
  });

  it("of semantic-release, which leaves publishing to the workflow", () => {
    const { plugins } = JSON.parse(
      textOf(".releaserc.json", { releases: "semantic-release" }),
    );
    expect(plugins).toContainEqual([
      "@semantic-release/npm",
      { npmPublish: false, pkgRoot: "sdk" },
    ]);
    expect(plugins).toContainEqual([
      "@semantic-release/changelog",
      { changelogFile: "sdk/CHANGELOG.md", changelogTitle: "# Changelog" },
    ]);
  });

  it("of CONTRIBUTING.md, with the commands of the package manager", () => {
    const commands = (packageManager: Settings["packageManager"]) =>
      /```sh\n([^`]*)```/.exec(
        textOf("CONTRIBUTING.md", { packageManager, folder: "a b" }),
      )?.[1];
    expect(commands("npm")).toBe(`npm ci
npm run generate # writes what changed
npm run check    # fails when something is not what generate writes
npm test --workspace='a b'
`);
    expect(commands("pnpm")).toBe(`pnpm install --frozen-lockfile
pnpm run generate # writes what changed
pnpm run check    # fails when something is not what generate writes
pnpm --dir ./'a b' test
`);
  });

  it("of the pages, in which a document's text is text", () => {
    const contact = "[me](javascript:x) <img src=x>\n# Run `curl`";
    expect(textOf("SECURITY.md", { contact })).toContain(
      "- write to \\[me\\]\\(javascript\\:x\\) \\<img src=x\\> \\# Run \\`curl\\`\n",
    );
    const document = "a`b``c`.yaml";
    expect(textOf("CONTRIBUTING.md", { document })).toContain(
      "- ```a`b``c`.yaml``` describes the API",
    );
    expect(textOf("SECURITY.md")).toContain(
      "https://github.com/acme/acme-typescript/security/advisories/new",
    );
    expect(textOf("SECURITY.md").split("\n").length).toBeLessThan(30);
  });
});

describe("a file that is there", () => {
  const keep = (
    path: string,
    text: string,
    changes: Partial<Settings> = {},
  ) => {
    const entry = planOf(changes, { [path]: text }).find(
      (file) => file.path === path,
    );
    return { state: entry?.state, lines: entry?.lines };
  };

  it.each([
    ".github/workflows/sdk-check.yml",
    ".github/workflows/sdk-release.yml",
    "CONTRIBUTING.md",
    "SECURITY.md",
  ])("%s is kept", (path) => {
    expect(keep(path, "mine")).toEqual({ state: "kept", lines: undefined });
  });

  it("is shown what it lacks", () => {
    expect(keep(".gitattributes", "*.md text\n")).toEqual({
      state: "kept",
      lines:
        "sdk/sdkwright.lock merge=union\nsdk/src/** linguist-generated\nsdk/src/lib/** -linguist-generated",
    });
    expect(keep(".gitignore", "dist/\n")).toEqual({
      state: "kept",
      lines: "node_modules/",
    });
    expect(keep(".gitignore", "*.log\n", { folder: "." }).lines).toBe(
      "node_modules/\ndist/",
    );
    expect(keep(".release-please-manifest.json", '{ "a": "1.0.0" }')).toEqual({
      state: "kept",
      lines: '  "sdk": "0.0.0"',
    });
    expect(keep("release-please-config.json", "{}").lines?.split("\n")[0]).toBe(
      '"packages": {',
    );
    const dependabot = keep(".github/dependabot.yml", "version: 2\n");
    expect(parse(dependabot.lines ?? "")).toEqual([
      {
        "package-ecosystem": "github-actions",
        directory: "/",
        schedule: { interval: "monthly" },
      },
    ]);
    expect(keep(".gitlab-ci.yml", "a: 1\n", { ci: "gitlab" }).lines).toContain(
      "sdk-publish:",
    );
  });

  it("of pnpm's workspaces is shown the package, unless it is among them", () => {
    const lines = (text: string) => keep("pnpm-workspace.yaml", text).lines;
    const added = '  - "sdk"';
    expect(lines("packages:\n  - apps/*\n  # mine\n  - '!sdk'\n")).toBe(added);
    expect(lines('catalog:\n  - "sdk"\n')).toBe(`packages:\n${added}`);
    for (const text of [
      'packages:\r\n\r\n  - "apps/*" # all\r\n  - "*"\r\n',
      "packages: # all\n- 'sdk'\nother: 1\n",
    ])
      expect(lines(text)).toBeUndefined();
    expect(planOf().map(({ path }) => path)).not.toContain(
      "pnpm-workspace.yaml",
    );
  });

  it("of pnpm's workspaces is made where there is none", () => {
    const plan = planOf({ packageManager: "pnpm" });
    const text = (path: string) =>
      plan.find((file) => file.path === path)?.text ?? "";
    expect(text("pnpm-workspace.yaml")).toBe('packages:\n  - "sdk"\n');
    expect(JSON.parse(text("package.json")).workspaces).toBeUndefined();
    expect(
      planOf({ packageManager: "pnpm", folder: "." }).map(({ path }) => path),
    ).not.toContain("pnpm-workspace.yaml");
  });

  it("is shown nothing when it lacks nothing", () => {
    for (const { path, text } of planOf())
      expect(keep(path, text)).toEqual(
        path === ".github/dependabot.yml"
          ? { state: undefined, lines: undefined }
          : { state: "kept", lines: undefined },
      );
  });

  it("is added to when it is the manifest", () => {
    expect(keep("package.json", '{"name":"site"}\n').state).toBe("added-to");
    expect(keep("package.json", "{")).toMatchObject({
      state: "kept",
      lines: expect.stringContaining('"sdkwright": "0.1.0"'),
    });
  });

  it("makes Dependabot unnecessary when it is Renovate's", () => {
    const paths = planOf({}, { "renovate.json": "{}" }).map(({ path }) => path);
    expect(paths).not.toContain(".github/dependabot.yml");
  });
});
