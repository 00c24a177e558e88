/**
 * What the system says of a file, in words.
 */
const reasons: ReadonlyMap<string, string> = new Map([
  ["EACCES", "permission denied"],
  ["EBUSY", "another program uses it"],
  ["EDQUOT", "the disk quota is used up"],
  ["EEXIST", "a file is in the way"],
  ["EIO", "the disk has failed"],
  ["EISDIR", "a directory is in the way"],
  ["EMFILE", "too many files are open"],
  ["ENAMETOOLONG", "the name is too long"],
  ["ENFILE", "too many files are open"],
  ["ENOENT", "it, or the directory it is in, does not exist"],
  ["ENOSPC", "no space is left"],
  ["ENOTDIR", "a file is in the way"],
  ["EPERM", "permission denied"],
  ["EROFS", "the file system is read-only"],
]);

/** @throws the error itself when it was not the system that failed: that is an internal error */
export const systemReason = (error: unknown): string => {
  if (!(error instanceof Error && "code" in error)) throw error;
  const code = String(error.code);
  // `ERR_INVALID_ARG_TYPE` and its like are Node's, about a wrong call.
  if (code.startsWith("ERR_")) throw error;
  return reasons.get(code) ?? `the system says ${code}`;
};
