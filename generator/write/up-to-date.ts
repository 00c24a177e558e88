/**
 * The shortcut: when everything that decides the output is as the lock file says, and every file on
 * disk too, there is nothing to do, and no stage needs to be loaded to know it.
 */
import { basename, dirname, resolve } from "node:path";
import type { OutputDirectory } from "./directory.js";
import { hashDocumentFile, hashNames, hashText } from "./hash.js";
import { printLock } from "./lock.js";
import type { Inputs, Lock } from "./lock.js";
import { lockName } from "./package-path.js";

/** The lock of the last run, and what it is compared with. */
export interface CurrentState {
  readonly lock: Lock;
  readonly directory: OutputDirectory;
  readonly inputs: Pick<Inputs, "generator" | "options">;
}

/** @param document absolute path of the root document */
export const isUpToDate = (
  document: string,
  { lock, directory, inputs }: CurrentState,
): boolean =>
  lock.inputs.generator === inputs.generator &&
  lock.inputs.options === inputs.options &&
  isSameDocument(document, lock.inputs.document) &&
  lock.inputs.names === hashNames(lock.names) &&
  hasContent(directory, lockName, hashText(printLock(lock))) &&
  [...lock.files].every(([path, { formatted }]) =>
    hasContent(directory, path, formatted),
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
