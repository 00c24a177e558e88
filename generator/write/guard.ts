/**
 * Refuses output folders in which a generator has no business, whatever the flags.
 */
import { existsSync, realpathSync } from "node:fs";
import { homedir } from "node:os";
import { basename, dirname, join, parse, sep } from "node:path";
import type { Diagnostics } from "../diagnostics/diagnostics.js";
import { isLink } from "./folder.js";

export interface GuardedFolder {
  /** Absolute. */
  readonly folder: string;
  /** As shown in messages. */
  readonly shown: string;
  /** Absolute paths that must not end up inside, with what they are. */
  readonly keepOut: readonly (readonly [path: string, name: string])[];
}

/** True when the folder may be written to; otherwise the reason is reported. */
export const guardFolder = (
  { folder, shown, keepOut }: GuardedFolder,
  diagnostics: Diagnostics,
): boolean => {
  if (isLink(folder)) {
    diagnostics.report("output-symlink", { path: shown });
    return false;
  }
  const reason = reasonAgainst(realPath(folder), keepOut);
  if (reason === undefined) return true;
  const suggestion = join(shown, "sdk");
  diagnostics.report("output-refused", { folder: shown, reason, suggestion });
  return false;
};

const reasonAgainst = (
  folder: string,
  keepOut: GuardedFolder["keepOut"],
): string | undefined => {
  if (folder === parse(folder).root) return "is the root of the file system";
  if (existsSync(join(folder, ".git"))) return "is the root of a repository";
  const all = [
    [homedir(), "your home folder"] as const,
    [process.cwd(), "the working directory"] as const,
    ...keepOut,
  ];
  for (const [path, name] of all) {
    const real = realPath(path);
    if (real === folder) return `is ${name}`;
    if (real.startsWith(folder + sep)) return `holds ${name}`;
  }
  return undefined;
};

/** With links resolved, also when the last parts do not exist yet. */
const realPath = (path: string): string => {
  try {
    return realpathSync.native(path);
  } catch {
    const parent = dirname(path);
    return parent === path ? path : join(realPath(parent), basename(path));
  }
};
