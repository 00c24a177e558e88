/**
 * Stands between the program and `node:fs`: counts the calls below a folder, and lets one of them fail
 * as the system would. Imported before the program is.
 *
 * - `once`: one call fails; the next ones work.
 * - `onwards`: a disk that stays broken. When it is full, only what takes space fails.
 * - `dead`: nothing changes any more on disk, as if the process had been killed at that call.
 *
 * A write that fails leaves half of its text, as it does when the disk is full.
 */
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { constants } from "node:os";
import { join, resolve, sep } from "node:path";

const changing = [
  ...["appendFile", "chmod", "copyFile", "cp", "link", "mkdir", "mkdtemp"],
  ...["open", "rename", "rm", "rmdir", "symlink", "truncate", "unlink"],
  ...["utimes", "writeFile"],
];
const reading = [
  "lstat",
  "readFile",
  "readdir",
  "readlink",
  "realpath",
  "stat",
];
const takesSpace = new Set([
  ...["appendFile", "copyFile", "cp", "link", "mkdir", "mkdtemp", "open"],
  ...["symlink", "writeFile"],
]);

const { writeFileSync, existsSync } = fs;
// Loads what Node loads late, so that it has the functions as they are.
fs.rmSync(join(import.meta.dirname, "none"), { recursive: true, force: true });

/** @type {{ at: number, code: string, mode: string, changingOnly: boolean } | undefined} */
let fault;
let root = "";
let seen = [];
let hasFailed = false;
/** Node calls its own functions: those are no calls of the program's. */
let depth = 0;

/** Every call below the folder from here on, and which of them fails. */
export const watch = (folder, wanted) => {
  root = folder;
  fault = wanted;
  seen = [];
  hasFailed = false;
};

/** The calls since `watch`, and whether the fault has come. */
export const unwatch = () => {
  const calls = seen;
  root = "";
  fault = undefined;
  return { calls, hasFailed };
};

const isBelow = (path) => {
  if (root === "" || depth > 0 || typeof path !== "string") return false;
  const file = resolve(path);
  return file === root || file.startsWith(root + sep);
};

const failure = (code, name, path) =>
  Object.assign(new Error(`${code}: the disk says no, ${name} '${path}'`), {
    ...{ code, errno: -(constants.errno[code] ?? 1), syscall: name, path },
  });

/** The error of this call; undefined when it is to work. */
const errorOf = (name, path, isChanging) => {
  if (!isBelow(path)) return undefined;
  if (isChanging || !fault?.changingOnly) seen.push({ name, path, isChanging });
  if (!fault) return undefined;
  const { at, code, mode, changingOnly } = fault;
  const isCounted = isChanging || !changingOnly;
  const isNow = isCounted && seen.length - 1 === at;
  const isLater =
    hasFailed &&
    (mode === "dead" || mode === "onwards") &&
    (mode === "onwards" && code !== "ENOSPC" ? true : isChanging) &&
    (mode === "dead" || code !== "ENOSPC" || takesSpace.has(name));
  if (!isNow && !isLater) return undefined;
  hasFailed = true;
  return failure(
    name === "rename" && code === "EACCES" ? "EPERM" : code,
    name,
    path,
  );
};

const leaveHalf = (name, [path, text, options], isFirst) => {
  if (name !== "writeFile" || !isFirst || typeof text !== "string") return;
  const flag = options?.flag ?? "w";
  if (flag === "wx" && existsSync(path)) return;
  try {
    writeFileSync(path, text.slice(0, text.length / 2), { flag });
  } catch {
    // It would have failed anyhow.
  }
};

const wrap = (owner, method, name, isChanging, isPromise) => {
  const before = owner[method];
  if (before === undefined) return;
  const after = (...args) => {
    const wasFirst = !hasFailed;
    const error = errorOf(name, args[0], isChanging);
    if (!error) {
      if (isPromise) return before.apply(owner, args);
      depth++;
      try {
        return before.apply(owner, args);
      } finally {
        depth--;
      }
    }
    // Whoever may not open a file for writing leaves nothing.
    if (error.code !== "EACCES") leaveHalf(name, args, wasFirst);
    if (isPromise) return Promise.reject(error);
    throw error;
  };
  owner[method] = Object.assign(after, before);
};

for (const [names, isChanging] of [
  [changing, true],
  [reading, false],
])
  for (const name of names) {
    wrap(fs, `${name}Sync`, name, isChanging, false);
    wrap(fs.promises, name, name, isChanging, true);
  }
const { native } = fs.realpathSync;
fs.realpathSync.native = (...args) => {
  const error = errorOf("realpath", args[0], false);
  if (error) throw error;
  return native(...args);
};
syncBuiltinESMExports();
