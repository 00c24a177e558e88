import { describe, expect, it } from "vitest";
import {
  commandsOf,
  findPackageManager,
} from "../../generator/init/package-manager.js";
import { surroundingsOf } from "./support.js";

it.each([
  [{}, "npm"],
  [{ "package-lock.json": "" }, "npm"],
  [{ "pnpm-lock.yaml": "" }, "pnpm"],
  [{ "pnpm-workspace.yaml": "" }, "pnpm"],
  [{ "yarn.lock": "# yarn lockfile v1\n" }, "yarn-1"],
  [{ "yarn.lock": "__metadata:\n  version: 8\n" }, "yarn"],
  [{ "yarn.lock": "", ".yarnrc.yml": "" }, "yarn"],
  [{ "bun.lock": "" }, "bun"],
  // The field says it, whatever was left of another.
  [
    {
      "package-lock.json": "",
      "package.json": '{"packageManager":"pnpm@10.4.0"}',
    },
    "pnpm",
  ],
  [{ "package.json": '{"packageManager":"yarn@4.9.1+sha224.ab"}' }, "yarn"],
  [{ "package.json": '{"packageManager":"yarn@1.22.22"}' }, "yarn-1"],
  [
    { "pnpm-lock.yaml": "", "package.json": '{"packageManager":"npm@11.0.0"}' },
    "npm",
  ],
  [
    { "pnpm-lock.yaml": "", "package.json": '{"packageManager":["npm"]}' },
    "pnpm",
  ],
])("%j is a repository of %s", (files, manager) => {
  expect(findPackageManager(surroundingsOf(files))).toBe(manager);
});

describe("the commands", () => {
  it.each([
    [
      "npm",
      "npm test --workspace=sdk",
      "npm version 0.1.0 --no-git-tag-version --workspace=sdk",
      "npm publish --workspace=sdk",
    ],
    [
      "pnpm",
      "pnpm --dir ./sdk test",
      "npm --prefix ./sdk version 0.1.0 --no-git-tag-version",
      "npm publish ./sdk",
    ],
    [
      "yarn",
      "yarn --cwd ./sdk test",
      "npm --prefix ./sdk version 0.1.0 --no-git-tag-version",
      "yarn --cwd ./sdk pack --out package.tgz && npm publish ./sdk/package.tgz",
    ],
    [
      "yarn-1",
      "yarn --cwd ./sdk test",
      "npm --prefix ./sdk version 0.1.0 --no-git-tag-version",
      "npm publish ./sdk",
    ],
    [
      "bun",
      "npm test --workspace=sdk",
      "npm version 0.1.0 --no-git-tag-version --workspace=sdk",
      "npm publish --workspace=sdk",
    ],
  ] as const)("of %s for a folder", (manager, tests, version, publish) => {
    const commands = commandsOf(manager);
    expect(commands.test("sdk")).toBe(tests);
    expect(commands.version("0.1.0", "sdk")).toBe(version);
    expect(commands.publish("sdk")).toBe(publish);
  });

  it.each([
    ["npm", "npm test", "npm publish"],
    ["pnpm", "pnpm test", "npm publish"],
    [
      "yarn",
      "yarn test",
      "yarn pack --out package.tgz && npm publish ./package.tgz",
    ],
    ["yarn-1", "yarn test", "npm publish"],
  ] as const)("of %s at the root", (manager, tests, publish) => {
    const commands = commandsOf(manager);
    expect(commands.test()).toBe(tests);
    expect(commands.version("0.1.0")).toBe(
      "npm version 0.1.0 --no-git-tag-version",
    );
    expect(commands.publish()).toBe(publish);
  });
});
