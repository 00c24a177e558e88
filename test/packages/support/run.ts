/** Other programs, run as a user would: without the environment of this test run. */
import { spawn } from "node:child_process";
import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { outcomeOf, type Outcome } from "../../support/child.js";

export type { Outcome };

export type Environment = Readonly<Record<string, string>>;

export const run = (
  command: string,
  args: readonly string[],
  cwd: string,
  env: Environment = {},
): Promise<Outcome> =>
  outcomeOf(
    spawn(command, args, {
      cwd,
      env: { ...inherited(), ...env },
      stdio: ["ignore", "pipe", "pipe"],
    }),
  );

/** The standard output of a program that has to succeed. */
export const succeed = async (
  command: string,
  args: readonly string[],
  cwd: string,
  env?: Environment,
): Promise<string> => {
  const { code, out, err } = await run(command, args, cwd, env);
  if (code !== 0)
    throw new Error(`${command} ${args.join(" ")}: exit ${code}\n${out}${err}`);
  return out;
};

/** npm and vitest tell their children where they run, how, and in which colours. */
export const inherited = (): NodeJS.ProcessEnv =>
  Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) =>
        !/^(npm_(package|lifecycle|config_local|command)|INIT_CWD|NODE_ENV|VITEST|FORCE_COLOR|(AHASEND|FELDERA|OPENROUTER)_)/.test(
          name,
        ),
    ),
  );

/** With a space in its path, as folders of users have. */
export const temporaryFolder = (): string =>
  realpathSync(mkdtempSync(join(tmpdir(), "sdkwright packages ")));

export const remove = (folder: string): void => {
  rmSync(folder, { recursive: true, force: true });
};
