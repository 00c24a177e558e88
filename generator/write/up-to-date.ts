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
  readonly inputs: Pick<Inputs, "generator" | "options">;
}

/** @param input absolute path of the root document */
export const isUpToDate = (input: string, situation: Situation): boolean =>
  isMadeAlike(situation) &&
  hasDocument(input, situation.lock) &&
  isAsWritten(situation);

const isMadeAlike = ({ lock, inputs }: Situation): boolean =>
  lock.inputs.generator === inputs.generator &&
  lock.inputs.options === inputs.options;

const hasDocument = (input: string, { inputs }: Lock): boolean =>
  inputs.document.has(basename(input)) &&
  [...inputs.document].every(
    ([path, hash]) => hashDocumentFile(resolve(dirname(input), path)) === hash,
  );

/** Is the package as the last run left it, and would one of today do it alike? */
export const isAsWritten = (situation: Situation): boolean => {
  const { lock, folder } = situation;
  return (
    isMadeAlike(situation) &&
    lock.inputs.names === hashNames(lock.names) &&
    has(folder, lockName, hashText(printLock(lock))) &&
    [...lock.files].every(([path, { formatted }]) =>
      has(folder, path, formatted),
    )
  );
};

const has = (folder: Folder, path: string, hash: string): boolean => {
  const state = folder.state(path);
  return state.kind === "file" && state.hash === hash;
};
