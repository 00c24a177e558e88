/**
 * Writes the files of a repository, each under another name first: a run that is killed, or a disk that
 * is full, leaves a file as it was or as it is to be. What is in the way of a new file stays.
 */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { Diagnostics } from "../diagnostics/diagnostics.js";
import { type FramedDiagnostic, withFrames } from "../diagnostics/printer.js";
import { systemReason } from "../diagnostics/system-reasons.js";

export interface FileToWrite {
  /** Relative to the working directory. */
  readonly path: string;
  readonly text: string;
  /** `written` where nothing is yet, `added-to` where the text has the owner's in it. */
  readonly state: "written" | "added-to" | "kept";
}

/** @returns what the system refused; the files before that one are written */
export const writeFiles = (
  cwd: string,
  files: readonly FileToWrite[],
): readonly FramedDiagnostic[] => {
  for (const { path, text, state } of files) {
    const file = join(cwd, path);
    try {
      // Of a run that was killed.
      rmSync(draftOf(file), { force: true });
      if (state === "written") create(file, text);
      else if (state === "added-to") replace(file, text);
    } catch (error) {
      const reason = systemReason(error);
      remove(draftOf(file));
      const diagnostics = new Diagnostics();
      diagnostics.report("output-unwritable", { path, reason });
      return withFrames(diagnostics);
    }
  }
  return [];
};

/** Takes back what `writeFiles` has created, as far as the system lets it. */
export const removeFiles = (
  cwd: string,
  files: readonly FileToWrite[],
): void => {
  for (const { path, state } of files)
    if (state === "written") remove(join(cwd, path));
};

const create = (file: string, text: string): void => {
  mkdirSync(dirname(file), { recursive: true });
  const draft = draftOf(file);
  writeFileSync(draft, text, { flag: "wx" });
  // What came into being meanwhile is not ours. (A link would not write over it either, but a run that
  // is killed then leaves the file with two names.)
  if (existsSync(file)) throw new InTheWay();
  renameSync(draft, file);
};

class InTheWay extends Error {
  readonly code = "EEXIST";
}

const replace = (file: string, text: string): void => {
  const target = realpathSync(file);
  const draft = draftOf(file);
  writeFileSync(draft, text, { flag: "wx" });
  chmodSync(draft, statSync(target).mode);
  renameSync(draft, target);
};

const draftOf = (file: string): string => `${file}.sdkwright-draft`;

const remove = (file: string): void => {
  try {
    rmSync(file, { force: true });
  } catch {
    // The run that follows removes it, or finds it.
  }
};
