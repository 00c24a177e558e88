/**
 * The paths of the package that may be written or removed. Lock files are edited by merges and by
 * people, so theirs are checked as those of emitted files are.
 */

/** True if a generated file may be there: not what is ours alone, nor in a folder of the owner's. */
export const isPackagePath = (path: string): boolean =>
  path !== lockName &&
  !/^(?:(?:src|test)\/lib|examples)(?:\/|$)/i.test(path) &&
  !/[\\:\0]/.test(path) &&
  path.split("/").every((segment) => !reservedSegment.test(segment));

export const lockName = "sdkwright.lock";

/** The generated text that the owner's change of a file started from; committed with the package. */
export const basePath = (path: string): string => `${baseFolder}${path}`;

export const baseFolder = ".sdkwright/base/";

/** Hashes of the last run. Git ignores the folder; anybody may remove it. */
export const cachePath = ".sdkwright-cache/state.json";

/** What a run is about to write, by hash: if it is killed, the next one knows its own files. */
export const pendingPath = ".sdkwright-cache/pending.json";

const reservedSegment =
  /^(?:|\.|\.\.|\.git|\.sdkwright|\.sdkwright-(?:staging|cache))$/i;
