/**
 * Runs the built command line as a person would, in a process of its own.
 */
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { outcomeOf, type Outcome } from "../support/child.js";

const cli = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));

export interface CliOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>> | undefined;
  /** Code that runs first. */
  readonly preload?: string | undefined;
  /** Stop reading before anything was written. */
  readonly closed?: boolean;
}

export const runCli = (
  args: readonly string[],
  options: CliOptions,
): Promise<Outcome> => runNode([cli, ...args], options);

/** A program of Node.js and its arguments. */
export const runNode = (
  args: readonly string[],
  { cwd, env = {}, preload, closed = false }: CliOptions,
): Promise<Outcome> => {
  const first =
    preload === undefined
      ? []
      : ["--import", `data:text/javascript,${encodeURIComponent(preload)}`];
  const child = spawn(process.execPath, [...first, ...args], {
    cwd,
    // Annotations are for those who ask.
    env: { ...process.env, GITHUB_ACTIONS: "", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  if (closed) {
    child.stdout.destroy();
    child.stderr.destroy();
  }
  return outcomeOf(child);
};
