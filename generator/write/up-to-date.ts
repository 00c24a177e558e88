/**
 * The shortcut: when everything that decides the output is as the cache says, and every file on disk
 * too, there is nothing to do, and no stage needs to be loaded to know it.
 */
import { basename, dirname, resolve } from "node:path";
import { hashLib, type Cache, type Inputs } from "./cache.js";
import type { OutputDirectory } from "./directory.js";
import { hashDocumentFile } from "./hash.js";
import { lockName } from "./package-path.js";

/** The cache of the last run, and what it is compared with. */
export interface CurrentState {
  readonly cache: Cache;
  readonly directory: OutputDirectory;
  readonly inputs: Pick<Inputs, "generator" | "options" | "reporting">;
}

/** @param document absolute path of the root document */
export const isUpToDate = (
  document: string,
  { cache, directory, inputs }: CurrentState,
): boolean =>
  cache.isSettled &&
  cache.inputs.generator === inputs.generator &&
  cache.inputs.options === inputs.options &&
  cache.inputs.reporting === inputs.reporting &&
  isSameDocument(document, cache.inputs.document) &&
  cache.inputs.lib === hashLib(directory) &&
  hasContent(directory, lockName, cache.lock) &&
  [...cache.files].every(([path, { onDisk }]) =>
    hasContent(directory, path, onDisk),
  );

const isSameDocument = (root: string, hashes: Inputs["document"]): boolean =>
  hashes.has(basename(root)) &&
  [...hashes].every(
    ([path, hash]) => hashDocumentFile(resolve(dirname(root), path)) === hash,
  );

const hasContent = (
  directory: OutputDirectory,
  path: string,
  hash: string,
): boolean => {
  const state = directory.state(path);
  return state.kind === "file" && state.hash === hash;
};
