/**
 * The output directory as it is on disk, seen without following links.
 *
 * A link inside the directory could lead anywhere, so a path with a link in it is neither read,
 * written nor removed: it is `blocked`.
 */
import { lstatSync, readFileSync } from "node:fs";
import type { Stats } from "node:fs";
import { join } from "node:path";
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

  constructor(root: string) {
    this.root = root;
  }

  /** @param path below the directory, with `/` */
  resolve(path: string): string {
    return join(this.root, ...path.split("/"));
  }

  /** The state of a file. */
  state(path: string): FileState {
    const parent = this.#parentState(path);
    if (parent.kind !== "directory") return parent;
    const stats = statsOf(this.resolve(path));
    if (stats === undefined) return { kind: "absent" };
    if (stats === "unreadable" || !stats.isFile()) {
      return { kind: "blocked", path, obstacle: describe(stats) };
    }
    try {
      return { kind: "file", hash: hashText(readFileSync(this.resolve(path))) };
    } catch {
      return { kind: "blocked", path, obstacle: "unreadable" };
    }
  }

  #parentState(path: string): DirectoryState {
    const slash = path.lastIndexOf("/");
    if (slash === -1) return { kind: "directory" };
    const parent = path.slice(0, slash);
    let state = this.#states.get(parent);
    if (state === undefined) {
      state = this.#readDirectory(parent);
      this.#states.set(parent, state);
    }
    return state;
  }

  #readDirectory(path: string): DirectoryState {
    const parent = this.#parentState(path);
    if (parent.kind !== "directory") return parent;
    const stats = statsOf(this.resolve(path));
    if (stats === undefined) return { kind: "absent" };
    if (stats !== "unreadable" && stats.isDirectory()) {
      return { kind: "directory" };
    }
    return { kind: "blocked", path, obstacle: describe(stats) };
  }
}

type DirectoryState =
  { readonly kind: "absent" } | { readonly kind: "directory" } | Blocked;

/** Of a link, not of its target; undefined if nothing has that name. */
const statsOf = (path: string): Stats | "unreadable" | undefined => {
  try {
    return lstatSync(path, { throwIfNoEntry: false });
  } catch (error) {
    const code = error instanceof Error && "code" in error && error.code;
    // Names that cannot exist; writing them will say why.
    return code === "ENOTDIR" || code === "ENAMETOOLONG"
      ? undefined
      : "unreadable";
  }
};

const describe = (stats: Stats | "unreadable"): Obstacle => {
  if (stats === "unreadable") return stats;
  if (stats.isSymbolicLink()) return "a symbolic link";
  if (stats.isDirectory()) return "a directory";
  return stats.isFile() ? "a file" : "no file";
};

export const isLink = (path: string): boolean => {
  const stats = statsOf(path);
  return typeof stats === "object" && stats.isSymbolicLink();
};
