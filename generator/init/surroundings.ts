/**
 * What `init` finds around it: the files of the working directory, and what git says of it.
 */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";

/** Paths are relative to the working directory, with `/`. */
export interface Surroundings {
  /** Absolute. */
  readonly cwd: string;
  /** The text of a file; undefined where there is none. */
  readonly read: (path: string) => string | undefined;
  /** What a folder holds; the names of folders end in `/`. Empty where there is none. */
  readonly list: (folder: string) => readonly string[];
  /** When a file was last written. */
  readonly changedAt: (path: string) => number;
  /** Absent outside of a repository. */
  readonly git?: GitFacts;
}

export interface GitFacts {
  /** The working directory, from the root of the repository: `packages/api`, or `""` at the root. */
  readonly prefix: string;
  /** The URL of the remote `origin`. */
  readonly remote?: string;
  /** The branch that pull requests are merged into. */
  readonly branch: string;
  readonly isIgnored: (path: string) => boolean;
}

export const readSurroundings = (cwd: string): Surroundings => {
  const git = readGit(cwd);
  return {
    cwd,
    read: (path) => orNothing(() => readFileSync(join(cwd, path), "utf8")),
    list: (folder) =>
      orNothing(() =>
        readdirSync(join(cwd, folder), { withFileTypes: true })
          .map((entry) => entry.name + (entry.isDirectory() ? "/" : ""))
          .sort(),
      ) ?? [],
    changedAt: (path) =>
      orNothing(() => statSync(join(cwd, path)).mtimeMs) ?? 0,
    ...(git && { git }),
  };
};

const readGit = (cwd: string): GitFacts | undefined => {
  /** Without a shell; undefined where git is missing or says no. */
  const git = (...args: readonly string[]): string | undefined =>
    orNothing(() =>
      execFileSync("git", args, {
        cwd,
        encoding: "utf8",
        stdio: ["ignore", "pipe", "ignore"],
      }).replace(/\r?\n$/, ""),
    );
  const prefix = git("rev-parse", "--show-prefix");
  if (prefix === undefined) return undefined;
  const remote = git("remote", "get-url", "origin");
  const remoteHead = git(
    ...["symbolic-ref", "--quiet", "--short", "refs/remotes/origin/HEAD"],
  );
  const branch =
    remoteHead?.replace(/^origin\//, "") ??
    git("symbolic-ref", "--quiet", "--short", "HEAD");
  return {
    prefix: prefix.replace(/\/$/, ""),
    ...(remote !== undefined && remote !== "" && { remote }),
    branch: branch ?? "main",
    isIgnored: (path) => git("check-ignore", "--", path) !== undefined,
  };
};

const orNothing = <T>(action: () => T): T | undefined => {
  try {
    return action();
  } catch {
    return undefined;
  }
};
