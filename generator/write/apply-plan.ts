/**
 * Carries a plan out, when every new text is on disk: moves them over the old ones, the lock file
 * last. A run that fails before that has changed nothing; one that is killed leaves each file old or
 * new, and the next run finishes.
 */
import { rmdirSync, unlinkSync } from "node:fs";
import type { Diagnostics } from "../diagnostics/diagnostics.js";
import type { OutputDirectory } from "./directory.js";
import { reportObstacles } from "./obstacles.js";
import { baseFolder, lockName } from "./package-path.js";
import type { Plan } from "./plan/plan.js";
import type { PlannedFile } from "./plan/planned-file.js";
import type { Staging, WriteFailure } from "./staging.js";

export interface ApplyResult {
  readonly written: readonly string[];
  readonly removed: readonly string[];
  readonly unchanged: number;
}

export interface ApplyOptions {
  /** Where the new texts are; absent when nothing is to be written, only to be reported. */
  readonly staging: Staging | undefined;
  /** Write nothing when there is a warning. */
  readonly strict: boolean;
  /** A path of the package as shown in messages. */
  readonly displayPath: (path: string) => string;
  /** Called when every text is staged, before the first is moved. */
  readonly beforeMoves?: () => void;
}

/** Writes what changed; undefined when something was reported and nothing was written. */
export const applyPlan = (
  plan: Pick<Plan, "files" | "problems">,
  options: ApplyOptions,
  diagnostics: Diagnostics,
): ApplyResult | undefined => {
  const { files } = plan;
  const { staging, strict, displayPath, beforeMoves } = options;
  reportObstacles(plan, displayPath, diagnostics);
  if (diagnostics.hasErrors || (strict && diagnostics.warningCount > 0))
    return undefined;
  const pathsOf = (...kinds: readonly PlannedFile["kind"][]) =>
    files.filter(({ kind }) => kinds.includes(kind)).map(({ path }) => path);
  const written = pathsOf("missing", "outdated", "merged");
  const removed = pathsOf("obsolete");
  if (written.length + removed.length > 0) beforeMoves?.();
  const failure =
    staging?.failure ?? apply(written, removed, staging) ?? staging?.close();
  if (failure) {
    const reason = reasonOf(failure.error);
    if (reason === undefined) throw failure.error;
    const path = displayPath(failure.path);
    diagnostics.report("output-unwritable", { path, reason });
    return undefined;
  }
  return { written, removed, unchanged: pathsOf("unchanged").length };
};

const reasons: ReadonlyMap<unknown, string> = new Map([
  ["EACCES", "permission denied"],
  ["EBUSY", "another program uses it"],
  ["EDQUOT", "the disk quota is used up"],
  ["EEXIST", "a file is in the way"],
  ["EISDIR", "a directory is in the way"],
  ["ENAMETOOLONG", "the name is too long"],
  ["ENOSPC", "no space is left"],
  ["ENOTDIR", "a file is in the way"],
  ["EPERM", "permission denied"],
  ["EROFS", "the file system is read-only"],
]);

/** Undefined when it was not the system that failed. */
const reasonOf = (error: unknown): string | undefined => {
  if (!(error instanceof Error && "code" in error)) return undefined;
  return reasons.get(error.code) ?? String(error.code);
};

/** What went wrong, or undefined when all is done. */
const apply = (
  written: readonly string[],
  removed: readonly string[],
  staging: Staging | undefined,
): WriteFailure | undefined => {
  if (!staging) return undefined;
  let path = "";
  try {
    const moved = written.filter((file) => file !== lockName);
    for (path of written) staging.makeParentOf(path);
    for (path of moved.filter((file) => !isBase(file))) staging.move(path);
    // Later than its file: with the new base, the old text would look like a change by hand.
    for (path of moved.filter(isBase)) staging.move(path);
    for (path of removed) {
      unlinkSync(staging.directory.resolve(path));
      removeEmptyParents(path, staging.directory);
    }
    if (written.includes(lockName)) staging.move((path = lockName));
    return undefined;
  } catch (error) {
    return { path, error };
  }
};

const isBase = (path: string): boolean => path.startsWith(baseFolder);

const removeEmptyParents = (path: string, directory: OutputDirectory): void => {
  let slash = path.lastIndexOf("/");
  while (slash !== -1) {
    try {
      rmdirSync(directory.resolve(path.slice(0, slash)));
    } catch {
      return; // Not empty: it contains other files.
    }
    slash = path.lastIndexOf("/", slash - 1);
  }
};
