/**
 * The lock file that git still has where the one on disk is gone: without it the files of the package
 * would be somebody else's, and the names that callers have would be chosen anew.
 */
import type { OutputDirectory } from "../directory.js";
import { Git } from "../edits/git.js";
import { lockName } from "../package-path.js";
import type { Lock } from "./lock.js";
import { parseLock, readLock } from "./read-lock.js";

/** Of the last commit; undefined where a lock or no package is on disk, or git has none. */
export const committedLock = (directory: OutputDirectory): Lock | undefined => {
  const isThere = (path: string) => directory.state(path).kind !== "absent";
  if (isThere(lockName) || !isThere("package.json")) return undefined;
  const git = Git.open(directory.root);
  const text = git?.read("HEAD", git.prefix + lockName)?.toString("utf8");
  return text === undefined ? undefined : parseLock(text);
};

/** As `readLock`, and says where the lock is that of the last commit. */
export const readOrRestoreLock: typeof readLock = (
  directory,
  file,
  diagnostics,
) => {
  const lock = committedLock(directory);
  if (lock === undefined) return readLock(directory, file, diagnostics);
  diagnostics.report("lock-restored", { file });
  return { lock };
};
