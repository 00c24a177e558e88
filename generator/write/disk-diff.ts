/**
 * What a text that was generated changes of the file on disk.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { displayPath } from "../diagnostics/paths.js";
import { unifiedDiff } from "./unified-diff.js";

/** A file that is not there, or cannot be read, counts as empty. */
export const diffWithDisk = (
  directory: string,
  path: string,
  text: string,
): string => {
  const file = join(directory, ...path.split("/"));
  let onDisk = "";
  try {
    onDisk = readFileSync(file, "utf8");
  } catch {
    // It is to be written whole.
  }
  return unifiedDiff(displayPath(file), onDisk, text);
};
