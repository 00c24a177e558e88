/**
 * The paths of the package that may be written or removed. Lock files are edited by merges and by
 * people, so theirs are checked as those of emitted files are.
 */

/** True if a generated file may be there: not the lock, and not in `src/lib/`, which is the owner's. */
export const isPackagePath = (path: string): boolean =>
  path !== lockName &&
  !/^src\/lib(?:\/|$)/i.test(path) &&
  !/[\\:\0]/.test(path) &&
  path.split("/").every((segment) => !reservedSegment.test(segment));

export const lockName = "sdkwright.lock";

const reservedSegment = /^(?:|\.|\.\.|\.git|\.sdkwright-(?:staging|cache))$/i;
