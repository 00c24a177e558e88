/**
 * The output folder as it is on disk, seen without following links.
 *
 * A link inside the folder could lead anywhere, so a path with a link in it is neither read, written
 * nor removed: it is `blocked`.
 */
import { lstatSync, readFileSync } from "node:fs";
import type { Stats } from "node:fs";
import { join } from "node:path";
import { hashText } from "./hash.js";

export type FileState =
  | { readonly kind: "absent" }
  | { readonly kind: "file"; readonly hash: string }
  /** Something stands where a file should be, or a link or file where a folder should be. */
  | {
      readonly kind: "blocked";
      /** Below the folder, the part that is in the way. */
      readonly path: string;
      readonly found: Obstacle;
    };

export type Obstacle =
  "a symbolic link" | "a file" | "a folder" | "no file" | "unreadable";

export class Folder {
  /** Absolute. */
  readonly root: string;
  readonly #folders = new Map<string, FileState | "folder">();

  constructor(root: string) {
    this.root = root;
  }

  /** @param path below the folder, with `/` */
  resolve(path: string): string {
    return join(this.root, ...path.split("/"));
  }

  state(path: string): FileState {
    const slash = path.lastIndexOf("/");
    const parent = slash === -1 ? "folder" : this.#folder(path.slice(0, slash));
    if (parent !== "folder") return parent;
    const stats = statsOf(this.resolve(path));
    if (stats === undefined) return { kind: "absent" };
    if (stats === "unreadable" || !stats.isFile()) {
      return { kind: "blocked", path, found: describe(stats) };
    }
    try {
      return { kind: "file", hash: hashText(readFileSync(this.resolve(path))) };
    } catch {
      return { kind: "blocked", path, found: "unreadable" };
    }
  }

  #folder(path: string): FileState | "folder" {
    const known = this.#folders.get(path);
    if (known !== undefined) return known;
    const state = this.#readFolder(path);
    this.#folders.set(path, state);
    return state;
  }

  #readFolder(path: string): FileState | "folder" {
    const slash = path.lastIndexOf("/");
    const parent = slash === -1 ? "folder" : this.#folder(path.slice(0, slash));
    if (parent !== "folder") return parent;
    const stats = statsOf(this.resolve(path));
    if (stats === undefined) return { kind: "absent" };
    if (stats !== "unreadable" && stats.isDirectory()) return "folder";
    return { kind: "blocked", path, found: describe(stats) };
  }
}

/** Of the link itself where there is one; undefined when there is nothing of that name. */
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
  if (stats.isDirectory()) return "a folder";
  return stats.isFile() ? "a file" : "no file";
};

export const isLink = (path: string): boolean => {
  const stats = statsOf(path);
  return typeof stats === "object" && stats.isSymbolicLink();
};
