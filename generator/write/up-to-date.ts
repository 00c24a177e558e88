/**
 * The shortcut: when everything that decides the output is as the lock file says, and every file on
 * disk too, there is nothing to do, and no stage needs to be loaded to know it.
 */
import { basename, dirname, resolve } from "node:path";
import type { Folder } from "./folder.js";
import { hashDocumentFile, hashNames, hashText } from "./hash.js";
import { lockName, printLock } from "./lock.js";
import type { Inputs, Lock } from "./lock.js";

export interface Situation {
  readonly lock: Lock;
  readonly folder: Folder;
  /** Absolute path of the root document. */
  readonly input: string;
  readonly inputs: Pick<Inputs, "generator" | "options">;
}

export const isUpToDate = ({
  lock,
  folder,
  input,
  inputs,
}: Situation): boolean =>
  lock.inputs.generator === inputs.generator &&
  lock.inputs.options === inputs.options &&
  lock.inputs.names === hashNames(lock.names) &&
  lock.inputs.document.has(basename(input)) &&
  [...lock.inputs.document].every(
    ([path, hash]) => hashDocumentFile(resolve(dirname(input), path)) === hash,
  ) &&
  has(folder, lockName, hashText(printLock(lock))) &&
  [...lock.files].every(([path, { formatted }]) =>
    has(folder, path, formatted),
  );

const has = (folder: Folder, path: string, hash: string): boolean => {
  const state = folder.state(path);
  return state.kind === "file" && state.hash === hash;
};
