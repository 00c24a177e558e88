/**
 * New texts on their way into the package. Each is written into a directory beside its place as soon
 * as it is known; only when all of them are on disk are they moved over the old ones (`moves.ts`).
 */
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { OutputDirectory } from "./directory.js";

const stagingName = ".sdkwright-staging";

/** What the system refused, and where in the package. */
export interface WriteFailure {
  readonly path: string;
  readonly error: unknown;
  /** True if some files are new and some old, since what was written could not be taken back. */
  readonly isHalf?: boolean;
}

export interface OpenStaging {
  readonly staged: OutputDirectory;
  /** Where what is replaced or removed is kept until the run has ended. */
  readonly replaced: OutputDirectory;
}

/** The directories of the runs of this process. */
const active = new Set<string>();

export class Staging {
  /** Contains a directory for each active run, named by its process. */
  readonly #root: string;
  /** The run's own, with what is new and what was there before. */
  #own: string | undefined;
  #staged: OutputDirectory | undefined;
  #isClosed = false;
  #failure: WriteFailure | undefined;

  constructor(readonly directory: OutputDirectory) {
    this.#root = directory.resolve(stagingName);
  }

  /** Of a text that could not be written: the package is not to be touched. */
  get failure(): WriteFailure | undefined {
    return this.#failure;
  }

  /**
   * Writes a text under its own name, so that a name which the system refuses is found here. What
   * else is in the place of the staging directory is removed.
   */
  put(path: string, text: string): void {
    if (this.#failure || this.#isClosed) return;
    let current = stagingName;
    try {
      this.#staged ??= this.#open();
      current = path;
      const file = this.#staged.resolve(path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text, { flag: "wx" });
    } catch (error) {
      this.#failure = { path: current, error };
    }
  }

  /**
   * Where the texts are that were staged, and where to keep others.
   * @throws what the system says
   */
  open(): OpenStaging {
    this.#staged ??= this.#open();
    return {
      staged: this.#staged,
      replaced: new OutputDirectory(join(dirname(this.#staged.root), "old")),
    };
  }

  /** Removes what was not moved, and takes nothing more; returns what could not be removed. */
  close(): WriteFailure | undefined {
    this.#isClosed = true;
    if (this.#own === undefined) return undefined;
    active.delete(this.#own);
    return remove(this.#own, this.#root);
  }

  /** Removes what interrupted runs have left; what cannot be removed stays. */
  removeLeftovers(): void {
    if (!isDirectory(this.#root)) return;
    const meant = new Set<string>();
    for (const name of namesIn(this.#root)) {
      const directory = join(this.#root, name);
      const pid = Number.parseInt(name, 10);
      const isLeftover =
        pid === process.pid ? !active.has(directory) : !isRunning(pid);
      if (!isLeftover) continue;
      for (const tree of ["new", "old"])
        for (const path of foldersIn(join(directory, tree))) meant.add(path);
      remove(directory, this.#root);
    }
    // Of a run that was killed when it had removed its own.
    removeEmpty(this.#root);
    // One that still runs may be about to fill such a directory.
    if (!isDirectory(this.#root)) this.#removeEmpty(meant);
  }

  /** Directories that an interrupted run has made for files that never came, or has emptied. */
  #removeEmpty(paths: ReadonlySet<string>): void {
    const deepestFirst = [...paths].sort((a, b) => b.length - a.length);
    for (const path of deepestFirst) removeEmpty(this.directory.resolve(path));
  }

  #open(): OutputDirectory {
    if (!isDirectory(this.#root)) rmSync(this.#root, { force: true });
    mkdirSync(this.#root, { recursive: true });
    this.#own = mkdtempSync(join(this.#root, `${process.pid}-`));
    active.add(this.#own);
    return new OutputDirectory(join(this.#own, "new"));
  }
}

/** True for a directory itself, not for a link to one. */
const isDirectory = (path: string): boolean => {
  try {
    return lstatSync(path).isDirectory();
  } catch {
    return false;
  }
};

const namesIn = (directory: string): readonly string[] => {
  try {
    return readdirSync(directory);
  } catch {
    return [];
  }
};

/** The directories below one, relative to it. */
const foldersIn = (directory: string): readonly string[] =>
  namesIn(directory).flatMap((name) => {
    const path = join(directory, name);
    return isDirectory(path)
      ? [name, ...foldersIn(path).map((below) => `${name}/${below}`)]
      : [];
  });

const isRunning = (pid: number): boolean => {
  if (!(pid > 0)) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // It runs as somebody else.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
};

/** Never through a link. */
const remove = (directory: string, root: string): WriteFailure | undefined => {
  try {
    rmSync(directory, { recursive: true, force: true, maxRetries: 2 });
  } catch (error) {
    return { path: stagingName, error };
  }
  removeEmpty(root);
  return undefined;
};

const removeEmpty = (root: string): void => {
  try {
    rmdirSync(root);
  } catch {
    // Something is in it: another run's, or files of the package.
  }
};
