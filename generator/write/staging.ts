/**
 * New texts on their way into the package. Each is written into a folder beside its place as soon as
 * it is made; only when all of them are on disk are they moved over the old ones, one rename each.
 */
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { Folder } from "./folder.js";

const stagingName = ".sdkwright-staging";

/** What the system refused, and where in the package. */
export interface Failure {
  readonly path: string;
  readonly error: unknown;
}

export class Staging {
  readonly #staged: Folder;
  #isOpen = false;
  #failure: Failure | undefined;

  constructor(readonly folder: Folder) {
    this.#staged = new Folder(folder.resolve(stagingName));
  }

  /** Of a text that could not be written: the package is not to be touched. */
  get failure(): Failure | undefined {
    return this.#failure;
  }

  /** Writes a text beside its place, under its own name: one that the system refuses is found out here. */
  put(path: string, text: string): void {
    if (this.#failure) return;
    let at = stagingName;
    try {
      if (!this.#isOpen) {
        this.#remove(); // what an interrupted run left
        this.#isOpen = true;
        mkdirSync(this.#staged.root, { recursive: true });
      }
      at = path;
      const file = this.#staged.resolve(path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text, { flag: "wx" });
    } catch (error) {
      this.#failure = { path: at, error };
    }
  }

  /** Makes the folder that a file is to be moved into. */
  makeWay(path: string): void {
    mkdirSync(dirname(this.folder.resolve(path)), { recursive: true });
  }

  /** @throws what the system says */
  move(path: string): void {
    renameSync(this.#staged.resolve(path), this.folder.resolve(path));
  }

  /** Removes what was not moved. */
  clear(): void {
    if (this.#isOpen) this.#remove();
  }

  /** Never through a link. */
  #remove(): void {
    rmSync(this.#staged.root, { recursive: true, force: true });
  }
}
