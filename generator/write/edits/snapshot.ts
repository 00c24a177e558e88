/**
 * Files of a commit in a temporary folder, laid out as in the repository: an earlier document is read
 * from there as any other is.
 */
import {
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, relative, sep } from "node:path";
import type { Diagnostics } from "../../diagnostics/diagnostics.js";
import { systemReason } from "../../diagnostics/system-reasons.js";
import type { Git } from "./git.js";

export interface Snapshot {
  /** Where a file of the repository is in it; undefined for files elsewhere. */
  readonly at: (path: string) => string | undefined;
  readonly remove: () => void;
}

/** More files than any document has; a folder with more of them is something else. */
const maxFiles = 20_000;

export interface SnapshotRequest {
  readonly git: Git;
  readonly commit: string;
  /**
   * Absolute: documents, with every file beside and below them that they may refer to, and files of
   * other kinds.
   */
  readonly files: readonly string[];
}

/** Undefined where it cannot be had; what the system refuses is reported. */
export const takeSnapshot = (
  { git, commit, files }: SnapshotRequest,
  diagnostics: Diagnostics,
): Snapshot | undefined => {
  const wanted = new Set<string>();
  for (const path of files) {
    const file = belowRoot(git, path);
    if (file === undefined) return undefined;
    wanted.add(file);
    if (!isDocument(file)) continue;
    const folder = file.slice(0, file.lastIndexOf("/") + 1);
    for (const other of git.list(commit, folder))
      if (isDocument(other) && !isOfPackage(git, other)) wanted.add(other);
  }
  if (wanted.size > maxFiles) return undefined;
  let folder = join(tmpdir(), "sdkwright-");
  try {
    folder = mkdtempSync(folder);
    for (const [file, content] of git.readAll(commit, [...wanted])) {
      const target = join(folder, ...file.split("/"));
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, content);
    }
  } catch (error) {
    const reason = systemReason(error);
    diagnostics.report("output-unwritable", { path: folder, reason });
    remove(folder);
    return undefined;
  }
  return {
    at: (path) => {
      const file = belowRoot(git, path);
      return file === undefined ? undefined : join(folder, ...file.split("/"));
    },
    remove: () => {
      remove(folder);
    },
  };
};

const isDocument = (path: string): boolean => /\.(?:ya?ml|json)$/i.test(path);

const remove = (folder: string): void => {
  try {
    rmSync(folder, { recursive: true, force: true });
  } catch {
    // It is among the temporary files of the system, which removes them too.
  }
};

/** At the root of the repository, the package holds the document, not the other way round. */
const isOfPackage = ({ prefix }: Git, path: string): boolean =>
  prefix !== "" && path.startsWith(prefix);

const belowRoot = ({ root }: Git, path: string): string | undefined => {
  const below = relative(root, realPath(path)).replaceAll(sep, "/");
  return below === "" ||
    below.startsWith("../") ||
    /^(?:\/|[a-z]:)/i.test(below)
    ? undefined
    : below;
};

/** With links resolved, also where nothing is any more. */
const realPath = (path: string): string => {
  try {
    return join(realpathSync(dirname(path)), basename(path));
  } catch {
    return path;
  }
};
