/**
 * Writes the files of the cache. What cannot be written is left: the cache only saves time.
 */
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { OutputDirectory } from "./directory.js";
import { hashText } from "./hash.js";
import { pendingPath } from "./package-path.js";

/** Nothing is written through a link, and nothing that is there already. */
export const writeCacheFile = (
  directory: OutputDirectory,
  path: string,
  text: string,
): void => {
  const state = directory.state(path);
  if (state.kind === "blocked") return;
  if (state.kind === "file" && state.hash === hashText(text)) return;
  const file = directory.resolve(path);
  const folder = dirname(file);
  const draft = `${file}.${process.pid}`;
  try {
    mkdirSync(folder, { recursive: true });
    writeIfAbsent(join(folder, ".gitignore"), "*\n");
    writeFileSync(draft, text, { flag: "wx" });
    renameSync(draft, file);
  } catch {
    rmSync(draft, { force: true });
  }
};

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

const writeIfAbsent = (file: string, text: string): void => {
  try {
    writeFileSync(file, text, { flag: "wx" });
  } catch {
    // It is there.
  }
};
