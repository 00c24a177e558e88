/**
 * Writes the files of the cache, each under another name first: whoever is killed leaves the old one.
 */
import {
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { OutputDirectory } from "./directory.js";
import { hashText } from "./hash.js";
import { cachePath, pendingPath } from "./package-path.js";
import type { WriteFailure } from "./staging.js";

/**
 * Nothing is written through a link, and nothing that is there already.
 * @returns what the system refused
 */
export const writeCacheFile = (
  directory: OutputDirectory,
  path: string,
  text: string,
): WriteFailure | undefined => {
  const state = directory.state(path);
  if (state.kind === "blocked") {
    const error = directory.refused.get(state.path);
    return error === undefined ? undefined : { path, error };
  }
  if (state.kind === "file" && state.hash === hashText(text)) return undefined;
  const file = directory.resolve(path);
  try {
    mkdirSync(dirname(file), { recursive: true });
    ignoreFolder(directory);
    replace(file, text);
    return undefined;
  } catch (error) {
    return { path, error };
  }
};

const folder = dirname(cachePath);

/** An empty file is of a run that was killed: it would let git take the cache. */
const ignoreFolder = (directory: OutputDirectory): void => {
  const path = `${folder}/.gitignore`;
  // The folder may be of this run.
  const now = new OutputDirectory(directory.root).read(path);
  if (now === undefined || now.trim() === "")
    replace(directory.resolve(path), "*\n");
};

const replace = (file: string, text: string): void => {
  const draft = `${file}.${process.pid}`;
  try {
    rmSync(draft, { force: true });
    writeFileSync(draft, text, { flag: "wx" });
    renameSync(draft, file);
  } catch (error) {
    try {
      rmSync(draft, { force: true });
    } catch {
      // The next run removes it.
    }
    throw error;
  }
};

/** Removes what runs that were killed have left beside the files of the cache. */
export const removeDrafts = (directory: OutputDirectory): void => {
  if (directory.state(cachePath).kind === "blocked") return;
  const root = directory.resolve(folder);
  try {
    for (const name of readdirSync(root))
      if (isDraft(name)) rmSync(join(root, name), { force: true });
  } catch {
    // There is no cache, or the draft stays until it can be removed.
  }
};

const isDraft = (name: string): boolean =>
  /^(?:state\.json|pending\.json|\.gitignore)\.\d+$/.test(name);

export const removePending = (directory: OutputDirectory): void => {
  // The folder may be of this run.
  const fresh = new OutputDirectory(directory.root);
  if (fresh.state(pendingPath).kind !== "file") return;
  try {
    rmSync(directory.resolve(pendingPath), { force: true });
  } catch {
    // It says what was written: that is true of a later run too.
  }
};
