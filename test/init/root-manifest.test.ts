import { describe, expect, it } from "vitest";
import {
  addToManifest,
  isWorkspace,
  workspacesOf,
} from "../../generator/init/root-manifest.js";

const additions = {
  workspace: "sdk",
  scripts: { generate: "sdkwright generate", check: "sdkwright check" },
  devDependencies: { sdkwright: "0.1.0" },
};

describe("what is added to a manifest", () => {
  it("is all of it, where there is none", () => {
    expect(addToManifest(undefined, additions)).toEqual({
      text: `{
  "private": true,
  "scripts": {
    "generate": "sdkwright generate",
    "check": "sdkwright check"
  },
  "devDependencies": {
    "sdkwright": "0.1.0"
  },
  "workspaces": [
    "sdk"
  ]
}
`,
      kept: [],
    });
  });

  it("is what is absent; tabs, line ends and a missing end of line stay", () => {
    const text =
      '{\r\n\t"name": "site",\r\n\t"scripts": {\r\n\t\t"check": "tsc",\r\n\t\t"dev": "vite"\r\n\t},\r\n\t"workspaces": [\r\n\t\t"apps/*"\r\n\t]\r\n}';
    expect(addToManifest(text, additions)).toEqual({
      text: '{\r\n\t"name": "site",\r\n\t"scripts": {\r\n\t\t"check": "tsc",\r\n\t\t"dev": "vite",\r\n\t\t"generate": "sdkwright generate"\r\n\t},\r\n\t"workspaces": [\r\n\t\t"apps/*",\r\n\t\t"sdk"\r\n\t],\r\n\t"devDependencies": {\r\n\t\t"sdkwright": "0.1.0"\r\n\t}\r\n}',
      kept: ['scripts.check: "sdkwright check"'],
    });
  });

  it("is nothing the second time", () => {
    const first = addToManifest(undefined, additions)?.text;
    expect(addToManifest(first, additions)).toEqual({ text: first, kept: [] });
  });

  it("is no dependency that is there already, in whatever version", () => {
    const edited = addToManifest('{"dependencies":{"sdkwright":"^0.0.9"}}', {
      scripts: {},
      devDependencies: { sdkwright: "0.1.0" },
    });
    expect(JSON.parse(edited?.text ?? "")).toEqual({
      dependencies: { sdkwright: "^0.0.9" },
    });
  });

  it("keeps workspaces in yarn's form", () => {
    const text = '{"workspaces":{"packages":["apps/*"],"nohoist":[]}}';
    expect(
      JSON.parse(addToManifest(text, additions)?.text ?? ""),
    ).toMatchObject({
      workspaces: { packages: ["apps/*", "sdk"], nohoist: [] },
    });
  });

  it.each(["", "[]", "{", "null"])(
    "nothing to what is no manifest: %j",
    (text) => {
      expect(addToManifest(text, additions)).toBeUndefined();
    },
  );
});

describe("workspaces", () => {
  it.each([
    ["sdk", "sdk", true],
    ["./sdk/", "sdk", true],
    ["packages/*", "packages/sdk", true],
    ["packages/*", "packages/a/sdk", false],
    ["packages/**", "packages/a/sdk", true],
    ["p.ckages/*", "packages/sdk", false],
    ["apps/*", "sdk", false],
  ])("%s has %s: %s", (glob, folder, expected) => {
    expect(isWorkspace([glob], folder)).toBe(expected);
  });

  it("are none where they are no list", () => {
    expect(workspacesOf({ workspaces: "sdk" })).toEqual([]);
    expect(workspacesOf({ workspaces: ["a", 1] })).toEqual(["a"]);
  });
});
