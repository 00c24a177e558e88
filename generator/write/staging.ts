/**
 * New texts on their way into the package. Each is written into a folder beside its place as soon as
 * it is made; only when all of them are on disk are they moved over the old ones, one rename each.
 */
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { Folder } from "./folder.js";

const stagingName = ".sdkwright-staging";

/** What the system refused, and where in the package. */
export interface Failure {
  readonly path: string;
  readonly error: unknown;
}

/** The folders of the runs of this process. */
const underWay = new Set<string>();

export class Staging {
  /** Holds a folder for each run that is under way, named by its process. */
  readonly #root: string;
  #own: Folder | undefined;
  #isClosed = false;
  #failure: Failure | undefined;

  constructor(readonly folder: Folder) {
    this.#root = folder.resolve(stagingName);
  }

  /** Of a text that could not be written: the package is not to be touched. */
  get failure(): Failure | undefined {
    return this.#failure;
  }

  /**
   * Writes a text beside its place, under its own name: one that the system refuses is found out
   * here. What else stands where the folder for that belongs is removed.
   */
  put(path: string, text: string): void {
    if (this.#failure || this.#isClosed) return;
    let at = stagingName;
    try {
      this.#own ??= this.#open();
      at = path;
      const file = this.#own.resolve(path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text, { flag: "wx" });
    } catch (error) {
      this.#failure = { path: at, error };
    }
  }

  /** Makes the folder of the package that a file is to be moved into. */
  makeFolderOf(path: string): void {
    mkdirSync(dirname(this.folder.resolve(path)), { recursive: true });
  }

  /** @throws what the system says */
  move(path: string): void {
    if (this.#own)
      renameSync(this.#own.resolve(path), this.folder.resolve(path));
  }

  /** Removes what was not moved, and takes nothing more; says what could not be removed. */
  close(): Failure | undefined {
    this.#isClosed = true;
    if (!this.#own) return undefined;
    underWay.delete(this.#own.root);
    return remove(this.#own.root, this.#root);
  }

  /** Removes what runs have left that were interrupted; what cannot be removed stays. */
  removeLeftovers(): void {
    if (!isFolder(this.#root)) return;
    for (const name of namesIn(this.#root)) {
      const folder = join(this.#root, name);
      const pid = Number.parseInt(name, 10);
      const isLeft =
        pid === process.pid ? !underWay.has(folder) : !isRunning(pid);
      if (isLeft) remove(folder, this.#root);
    }
  }

  #open(): Folder {
    if (!isFolder(this.#root)) rmSync(this.#root, { force: true });
    mkdirSync(this.#root, { recursive: true });
    const own = mkdtempSync(join(this.#root, `${process.pid}-`));
    underWay.add(own);
    return new Folder(own);
  }
}

/** Itself, and not by a link. */
const isFolder = (path: string): boolean => {
  try {
    return lstatSync(path).isDirectory();
  } catch {
    return false;
  }
};

const namesIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
};

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
const remove = (folder: string, root: string): Failure | undefined => {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 2 });
  } catch (error) {
    return { path: stagingName, error };
  }
  try {
    rmdirSync(root);
  } catch {
    // Another run has a folder in it.
  }
  return undefined;
};
