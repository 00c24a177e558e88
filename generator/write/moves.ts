/**
 * Moves staged texts over the files of the package, one rename each, and removes files. What was there
 * before is kept beside the new texts until the run has ended, so that a move that fails takes all
 * others back: the package is new as a whole, or as it was.
 */
import {
  chmodSync,
  copyFileSync,
  linkSync,
  mkdirSync,
  renameSync,
  rmdirSync,
  statSync,
  unlinkSync,
} from "node:fs";
import { dirname } from "node:path";
import type { OutputDirectory } from "./directory.js";
import type { OpenStaging, Staging, WriteFailure } from "./staging.js";

/** Something that was done, and can be undone. */
interface Step {
  readonly path: string;
  readonly undo: () => void;
}

export class Moves {
  readonly #directory: OutputDirectory;
  readonly #staging: OpenStaging;
  readonly #steps: Step[] = [];
  /** Directories that are known to be there. */
  readonly #made = new Set<string>();

  /** @throws what the system says, as the methods do */
  constructor(staging: Staging) {
    this.#directory = staging.directory;
    this.#staging = staging.open();
  }

  /** Creates the directory of the package that a file is to be moved into. */
  makeParentOf(path: string): void {
    const undo = (): void => {
      removeEmptyParents(path, this.#directory);
    };
    if (this.#makeParent(this.#directory, path))
      this.#steps.push({ path, undo });
  }

  /** Moves a staged text into the package. */
  move(path: string): void {
    const target = this.#directory.resolve(path);
    const { staged, replaced } = this.#staging;
    const isReplacing = this.#keep(path);
    if (isReplacing) keepMode(target, staged.resolve(path));
    renameSync(staged.resolve(path), target);
    this.#steps.push({
      path,
      undo: () => {
        if (isReplacing) renameSync(replaced.resolve(path), target);
        else unlinkSync(target);
      },
    });
  }

  /** Removes a file, and the directories that are empty then. */
  remove(path: string): void {
    const target = this.#directory.resolve(path);
    const { replaced } = this.#staging;
    this.#makeParent(replaced, path);
    renameSync(target, replaced.resolve(path));
    this.#steps.push({
      path,
      undo: () => {
        mkdirSync(dirname(target), { recursive: true });
        renameSync(replaced.resolve(path), target);
      },
    });
    removeEmptyParents(path, this.#directory);
  }

  /** Takes everything back, the last step first; returns the first that could not be. */
  undo(): WriteFailure | undefined {
    let failure: WriteFailure | undefined;
    for (const { path, undo } of this.#steps.reverse()) {
      try {
        undo();
      } catch (error) {
        failure ??= { path, error };
      }
    }
    return failure;
  }

  /** True if there was a file: a second name for it is enough, where the file system has them. */
  #keep(path: string): boolean {
    const target = this.#directory.resolve(path);
    const { replaced } = this.#staging;
    const kept = replaced.resolve(path);
    this.#makeParent(replaced, path);
    try {
      linkSync(target, kept);
    } catch (error) {
      if (isAbsent(error)) return false;
      copyFileSync(target, kept);
    }
    return true;
  }

  /** True if it was not there. */
  #makeParent(directory: OutputDirectory, path: string): boolean {
    const parent = dirname(directory.resolve(path));
    if (this.#made.has(parent)) return false;
    this.#made.add(parent);
    return mkdirSync(parent, { recursive: true }) !== undefined;
  }
}

/** A file that may be run, or read by its owner alone, stays so where the system lets us say it. */
const keepMode = (before: string, now: string): void => {
  try {
    const [old, own] = [before, now].map((path) => statSync(path).mode & 0o777);
    if (old !== undefined && old !== own) chmodSync(now, old);
  } catch {
    // The text is what matters.
  }
};

const isAbsent = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "ENOENT";

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
