/**
 * Carries a plan out. Every new text is first written into a folder beside its place; only when all
 * of them are on disk are they moved over the old ones, one rename each, the lock file last. A run
 * that fails before that has changed nothing; one that is killed leaves each file old or new, and
 * the next run finishes.
 */
import {
  mkdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname } from "node:path";
import type { Diagnostics } from "../diagnostics.js";
import { Folder } from "./folder.js";
import { lockName } from "./lock.js";
import type { Entry, Plan } from "./plan.js";

export interface SyncResult {
  readonly written: readonly string[];
  readonly removed: readonly string[];
  readonly unchanged: number;
}

export interface SyncOptions {
  /** Overwrite files that were changed by hand or are not ours. */
  readonly force: boolean;
  /** Say what would happen. */
  readonly dryRun: boolean;
  /** Write nothing when there is a warning. */
  readonly strict: boolean;
  /** A path of the package as shown in messages. */
  readonly show: (path: string) => string;
}

/** Writes what changed; undefined when something was reported and nothing was written. */
export const sync = (
  plan: Plan,
  folder: Folder,
  options: SyncOptions,
  diagnostics: Diagnostics,
): SyncResult | undefined => {
  if (reportObstacles(plan.entries, options, diagnostics)) return undefined;
  const writes = plan.entries.filter((entry) => "text" in entry);
  const removals = plan.entries.filter((entry) => entry.kind === "obsolete");
  if (!options.dryRun && writes.length + removals.length > 0) {
    let path = "";
    const step = (next: string) => (path = next);
    try {
      apply(writes, removals, folder, step);
    } catch (error) {
      const reason = reasonOf(error);
      if (reason === undefined) throw error;
      diagnostics.report("output-unwritable", {
        path: options.show(path),
        reason,
      });
      return undefined;
    }
  }
  return {
    written: writes.map((entry) => entry.path),
    removed: removals.map((entry) => entry.path),
    unchanged: plan.entries.filter((entry) => entry.kind === "unchanged")
      .length,
  };
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

type Write = Extract<Entry, { readonly text: string }>;

const stagingName = ".sdkwright-staging";

const apply = (
  writes: readonly Write[],
  removals: readonly Entry[],
  folder: Folder,
  step: (path: string) => void,
): void => {
  const staging = new Folder(folder.resolve(stagingName));
  step(stagingName);
  clear(staging.root);
  mkdirSync(staging.root, { recursive: true });
  try {
    // Under its own name, so that a name the system refuses is found out here.
    for (const { path, text } of writes) {
      step(path);
      writeNew(staging.resolve(path), text);
    }
    for (const { path } of writes) {
      step(path);
      mkdirSync(dirname(folder.resolve(path)), { recursive: true });
    }
    const move = (path: string) => {
      step(path);
      renameSync(staging.resolve(path), folder.resolve(path));
    };
    const paths = writes.map(({ path }) => path);
    paths.filter((path) => path !== lockName).forEach(move);
    for (const { path } of removals) {
      step(path);
      unlinkSync(folder.resolve(path));
      removeEmptyFolders(path, folder);
    }
    paths.filter((path) => path === lockName).forEach(move);
  } finally {
    clear(staging.root);
  }
};

/** Removes what an interrupted run left; never through a link. */
const clear = (staging: string): void => {
  rmSync(staging, { recursive: true, force: true });
};

const writeNew = (file: string, text: string): void => {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text, { flag: "wx" });
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
