/**
 * Carries a plan out, when every new text is on disk: moves them over the old ones, the lock file
 * last. A run that fails before that has changed nothing; one that is killed leaves each file old or
 * new, and the next run finishes.
 */
import { rmdirSync, unlinkSync } from "node:fs";
import type { Diagnostics } from "../diagnostics/diagnostics.js";
import type { Folder } from "./folder.js";
import { lockName } from "./lock.js";
import type { Entry, Plan } from "./plan.js";
import type { Failure, Staging } from "./staging.js";

export interface SyncResult {
  readonly written: readonly string[];
  readonly removed: readonly string[];
  readonly unchanged: number;
}

export interface SyncOptions {
  /** Where the new texts are; absent when nothing is to be written, only to be said. */
  readonly staging: Staging | undefined;
  /** Overwrite files that were changed by hand or are not ours. */
  readonly force: boolean;
  /** Write nothing when there is a warning. */
  readonly strict: boolean;
  /** A path of the package as shown in messages. */
  readonly show: (path: string) => string;
}

/** Writes what changed; undefined when something was reported and nothing was written. */
export const sync = (
  { entries }: Plan,
  options: SyncOptions,
  diagnostics: Diagnostics,
): SyncResult | undefined => {
  if (reportObstacles(entries, options, diagnostics)) return undefined;
  const pathsOf = (...kinds: readonly Entry["kind"][]) =>
    entries.filter(({ kind }) => kinds.includes(kind)).map(({ path }) => path);
  const written = pathsOf("missing", "outdated", "edited", "foreign");
  const removed = pathsOf("obsolete");
  const { staging, show } = options;
  const failure =
    staging?.failure ?? apply(written, removed, staging) ?? staging?.close();
  if (failure) {
    const reason = reasonOf(failure.error);
    if (reason === undefined) throw failure.error;
    const path = show(failure.path);
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
  ["EISDIR", "a folder is in the way"],
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

/** True when something stands in the way. */
const reportObstacles = (
  entries: readonly Entry[],
  { force, strict, show }: SyncOptions,
  diagnostics: Diagnostics,
): boolean => {
  let stop = false;
  for (const entry of entries) {
    const path = show(entry.path);
    switch (entry.kind) {
      case "blocked":
        stop = true;
        if (entry.found === "a symbolic link") {
          diagnostics.report("output-symlink", { path });
        } else {
          diagnostics.report("output-not-a-file", { path, found: entry.found });
        }
        break;
      case "foreign":
        if (force) break;
        stop = true;
        diagnostics.report("output-foreign", { path });
        break;
      case "edited":
        if (force) break;
        stop = true;
        diagnostics.report("output-edited", { path });
        break;
      case "obsoleteEdited":
        stop ||= strict;
        diagnostics.report("output-kept", { path });
        break;
      case "missing":
      case "outdated":
      case "obsolete":
      case "unchanged":
    }
  }
  return stop;
};

/** What went wrong, or undefined when all is done. */
const apply = (
  written: readonly string[],
  removed: readonly string[],
  staging: Staging | undefined,
): Failure | undefined => {
  if (!staging) return undefined;
  let at = "";
  const step = (paths: readonly string[], act: (path: string) => void) => {
    for (const path of paths) act((at = path));
  };
  const move = (path: string) => {
    staging.move(path);
  };
  try {
    step(written, (path) => {
      staging.makeFolderOf(path);
    });
    step(
      written.filter((path) => path !== lockName),
      move,
    );
    step(removed, (path) => {
      unlinkSync(staging.folder.resolve(path));
      removeEmptyFolders(path, staging.folder);
    });
    step(
      written.filter((path) => path === lockName),
      move,
    );
    return undefined;
  } catch (error) {
    return { path: at, error };
  }
};

const removeEmptyFolders = (path: string, folder: Folder): void => {
  let slash = path.lastIndexOf("/");
  while (slash !== -1) {
    try {
      rmdirSync(folder.resolve(path.slice(0, slash)));
    } catch {
      return; // Not empty: it holds other files.
    }
    slash = path.lastIndexOf("/", slash - 1);
  }
};
