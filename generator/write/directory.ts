/**
 * The output directory as it is on disk, seen without following links.
 *
 * A link inside the directory could lead anywhere, so a path with a link in it is neither read,
 * written nor removed: it is `blocked`.
 *
 * What the system does not let us read is noted, by whoever it was asked for: nothing follows from what
 * is not known, so a run that could not read something must not write.
 */
import { lstatSync, readdirSync, readFileSync } from "node:fs";
import type { Stats } from "node:fs";
import { join, relative, sep } from "node:path";
import { hashText } from "./hash.js";

export type FileState =
  | { readonly kind: "absent" }
  | { readonly kind: "file"; readonly hash: string }
  | Blocked;

/** Something else is where a file should be, or a link or file where a directory should be. */
export interface Blocked {
  readonly kind: "blocked";
  /** Below the output directory: the path that is in the way. */
  readonly path: string;
  readonly obstacle: Obstacle;
}

export type Obstacle =
  "a symbolic link" | "a file" | "a directory" | "no file" | "unreadable";

export class OutputDirectory {
  /** Absolute. */
  readonly root: string;
  readonly #states = new Map<string, DirectoryState>();
  readonly #refused = new Map<string, unknown>();

  constructor(root: string) {
    this.root = root;
  }

  /** @param path below the directory, with `/` */
  resolve(path: string): string {
    return join(this.root, ...path.split("/"));
  }

  /** What the system refused to read, by path, with what it said. */
  get refused(): ReadonlyMap<string, unknown> {
    return this.#refused;
  }

  /** The state of a file. */
  state(path: string): FileState {
    const found = this.#bytes(path);
    return found instanceof Uint8Array
      ? { kind: "file", hash: hashText(found) }
      : found;
  }

  /** The text of a file; undefined if there is none, or something else is in its place. */
  read(path: string): string | undefined {
    const found = this.#bytes(path);
    return found instanceof Uint8Array ? found.toString("utf8") : undefined;
  }

  /**
   * The path of a file in the root as the root spells it: `readme.md` for `README.md`. They are one file
   * on some systems, and one page for people and for npm on all. The path itself where nothing is there.
   */
  spelled(path: string): string {
    try {
      const names = readdirSync(this.root).sort();
      return names.includes(path)
        ? path
        : (names.find((name) => isSameName(name, path)) ?? path);
    } catch (error) {
      if (!isAbsent(error)) this.#refused.set(path, error);
      return path;
    }
  }

  /** The paths of all files below a folder. Links are not followed. */
  list(folder: string): readonly string[] {
    if (this.#directoryState(folder).kind !== "directory") return [];
    try {
      return readdirSync(this.resolve(folder), {
        recursive: true,
        withFileTypes: true,
      })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .map((file) => relative(this.root, file).replaceAll(sep, "/"));
    } catch (error) {
      this.#refused.set(folder, error);
      return [];
    }
  }

  #bytes(path: string): Buffer | Exclude<FileState, { kind: "file" }> {
    const parent = this.#parentState(path);
    if (parent.kind !== "directory") return parent;
    const stats = this.#statsOf(path);
    if (stats === undefined) return { kind: "absent" };
    if (stats === "unreadable" || !stats.isFile()) {
      return { kind: "blocked", path, obstacle: describe(stats) };
    }
    try {
      return readFileSync(this.resolve(path));
    } catch (error) {
      this.#refused.set(path, error);
      return { kind: "blocked", path, obstacle: "unreadable" };
    }
  }

  /** Of a link, not of its target; undefined if nothing has that name. */
  #statsOf(path: string): Stats | "unreadable" | undefined {
    try {
      return lstatSync(this.resolve(path), { throwIfNoEntry: false });
    } catch (error) {
      if (isNoName(error)) return undefined;
      this.#refused.set(path, error);
      return "unreadable";
    }
  }

  #parentState(path: string): DirectoryState {
    const slash = path.lastIndexOf("/");
    if (slash === -1) return { kind: "directory" };
    return this.#directoryState(path.slice(0, slash));
  }

  #directoryState(path: string): DirectoryState {
    let state = this.#states.get(path);
    if (state === undefined) {
      state = this.#readDirectory(path);
      this.#states.set(path, state);
    }
    return state;
  }

  #readDirectory(path: string): DirectoryState {
    const parent = this.#parentState(path);
    if (parent.kind !== "directory") return parent;
    const stats = this.#statsOf(path);
    if (stats === undefined) return { kind: "absent" };
    if (stats !== "unreadable" && stats.isDirectory()) {
      return { kind: "directory" };
    }
    return { kind: "blocked", path, obstacle: describe(stats) };
  }
}

type DirectoryState =
  { readonly kind: "absent" } | { readonly kind: "directory" } | Blocked;

const isSameName = (a: string, b: string): boolean =>
  a.toLowerCase() === b.toLowerCase();

const isAbsent = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "ENOENT";

/** Names that cannot exist; writing them will say why. */
const isNoName = (error: unknown): boolean =>
  error instanceof Error &&
  "code" in error &&
  (error.code === "ENOTDIR" || error.code === "ENAMETOOLONG");

const describe = (stats: Stats | "unreadable"): Obstacle => {
  if (stats === "unreadable") return stats;
  if (stats.isSymbolicLink()) return "a symbolic link";
  if (stats.isDirectory()) return "a directory";
  return stats.isFile() ? "a file" : "no file";
};

export const isLink = (path: string): boolean => {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
};
