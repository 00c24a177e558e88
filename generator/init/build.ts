/**
 * Builds and tests the new package once, with npm: what the owner's first command would be.
 */
import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import { commandsOf, programOf } from "./package-manager.js";
import { isAtRoot, type Settings } from "./settings.js";
import { shellWord } from "./shell-word.js";

export type BuildOutcome =
  | { readonly kind: "tested"; readonly tests: number }
  | {
      readonly kind: "failed";
      readonly command: string;
      /** The end of what it printed. */
      readonly output: string;
    }
  /** Left to the owner, with the commands and why. */
  | {
      readonly kind: "skipped";
      readonly commands: readonly string[];
      readonly reason?: string;
    };

export interface BuildRequest {
  readonly cwd: string;
  readonly settings: Settings;
  readonly mayInstall: boolean;
}

export const buildPackage = async ({
  cwd,
  settings,
  mayInstall,
}: BuildRequest): Promise<BuildOutcome> => {
  const test = isAtRoot(settings)
    ? ["test"]
    : ["test", "--workspace", settings.folder];
  const { packageManager, folder } = settings;
  const testCommand = commandsOf(packageManager).test(
    isAtRoot(settings) ? undefined : shellWord(folder),
  );
  if (packageManager !== "npm") {
    const program = programOf(packageManager);
    return {
      kind: "skipped",
      commands: [`${program} install`, testCommand],
      reason: `this repository uses ${program}`,
    };
  }
  if (mayInstall) {
    const installed = await npm(
      ["install", "--no-audit", "--no-fund", "--fetch-retries=1"],
      cwd,
    );
    if (!installed.ok)
      return {
        kind: "skipped",
        commands: ["npm install", testCommand],
        reason: `npm install failed: ${firstError(installed.output)}`,
      };
  }
  if (!hasTypeScript(join(cwd, settings.folder)))
    return { kind: "skipped", commands: ["npm install", testCommand] };
  const tested = await npm(test, cwd);
  const [, count = "0"] = /^(?:#|ℹ) pass (\d+)$/m.exec(tested.output) ?? [];
  return tested.ok
    ? { kind: "tested", tests: Number(count) }
    : {
        kind: "failed",
        command: testCommand,
        output: tested.output.trim().split("\n").slice(-30).join("\n"),
      };
};

const hasTypeScript = (folder: string): boolean => {
  try {
    createRequire(join(folder, "package.json")).resolve(
      "typescript/package.json",
    );
    return true;
  } catch {
    return false;
  }
};

interface Ran {
  readonly ok: boolean;
  readonly output: string;
}

/** The npm that started this program, or else the one of the path; never a shell. */
const npm = (args: readonly string[], cwd: string): Promise<Ran> => {
  const path = process.env["npm_execpath"] ?? "";
  const [file, first] =
    basename(path) === "npm-cli.js" ? [process.execPath, [path]] : ["npm", []];
  return new Promise((resolve) => {
    execFile(
      file,
      [...first, ...args],
      {
        cwd,
        encoding: "utf8",
        maxBuffer: 1 << 28,
        env: withoutRunner(process.env),
      },
      (error, out, err) => {
        const output = `${out}${err}`;
        resolve({
          ok: error === null,
          output: output.trim() === "" ? (error?.message ?? "") : output,
        });
      },
    );
  });
};

/** What the script or the test that started this one has set for itself. */
const withoutRunner = (env: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(
    Object.entries(env).filter(
      ([key]) =>
        !/^(?:npm_(?:lifecycle|package|command)|NODE_TEST_CONTEXT$)/.test(key),
    ),
  );

const firstError = (output: string): string =>
  (
    output
      .split("\n")
      .map((line) => line.replace(/^npm (?:error|ERR!)\s*/, "").trim())
      .find(
        (line) =>
          line !== "" &&
          !line.startsWith("code ") &&
          !line.startsWith("npm warn"),
      ) ?? ""
  ).slice(0, 200);
