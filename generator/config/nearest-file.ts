/**
 * The file that a path which leads nowhere was meant to be, for "did you mean".
 */
import { readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { nearest } from "./nearest.js";

/**
 * @param path absolute
 * @param shown the same as messages show it, which the answer is in
 * @returns a file in the same directory with nearly the same name
 */
export const nearestFile = (
  path: string,
  shown: string,
): string | undefined => {
  const name = basename(path);
  const names = filesOf(dirname(path)).filter((other) => isDocument(other));
  const found =
    names.find((other) => stemOf(other) === stemOf(name)) ??
    nearest(name, names.sort());
  return found === undefined ? undefined : join(dirname(shown), found);
};

const isDocument = (name: string): boolean =>
  /\.(?:ya?ml|json|[mc]?[jt]s)$/i.test(name);

const stemOf = (name: string): string =>
  name.toLowerCase().replace(/\.[^.]*$/, "");

const filesOf = (directory: string): readonly string[] => {
  try {
    return readdirSync(directory, { withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map(({ name }) => name);
  } catch {
    return [];
  }
};
