/**
 * Refuses output directories in which a generator has no business, whatever the flags.
 */
import { existsSync, realpathSync } from "node:fs";
import { homedir } from "node:os";
import { basename, dirname, join, parse, sep } from "node:path";
import type { Diagnostics } from "../diagnostics/diagnostics.js";
import { isLink } from "./directory.js";
import { lockName } from "./package-path.js";

/** The directory that a package is written into, and the user's files that must not be inside. */
export interface PackageLocation {
  /** Absolute. */
  readonly directory: string;
  /** The directory as shown in messages. */
  readonly displayPath: string;
  /** Absolute paths that must not be inside, each with what it is. */
  readonly inputs: readonly (readonly [path: string, name: string])[];
  /**
   * True where the config names its own directory: the package is what stands there, with the document
   * and the config in it. No file is written over that is not in the lock, as everywhere.
   */
  readonly isNamedRoot?: boolean;
}

/** True when the directory may be written to; otherwise the reason is reported. */
export const checkOutputDirectory = (
  { directory, displayPath, inputs, isNamedRoot = false }: PackageLocation,
  diagnostics: Diagnostics,
): boolean => {
  if (isLink(directory)) {
    diagnostics.report("output-symlink", { path: displayPath });
    return false;
  }
  const real = realPath(directory);
  const never = reasonAgainstAny(real);
  const reason =
    never ?? (isNamedRoot ? undefined : reasonAgainst(real, inputs));
  if (reason === undefined) return true;
  diagnostics.report("output-refused", {
    directory: displayPath,
    reason,
    suggestion: join(displayPath, "sdk"),
    named:
      never === undefined
        ? "; a package that is to stand beside its document needs a config there that says so: `npx sdkwright init --output .`"
        : "",
  });
  return false;
};

/** Places where no package is, whoever names them. */
const reasonAgainstAny = (directory: string): string | undefined => {
  if (directory === parse(directory).root) {
    return "is the root of the file system";
  }
  return reasonOf(directory, [[homedir(), "your home directory"]]);
};

const reasonAgainst = (
  directory: string,
  inputs: PackageLocation["inputs"],
): string | undefined => {
  if (existsSync(join(directory, ".git"))) return "is the root of a repository";
  // Where a package is already, its owner may well be in it.
  const isPackage = existsSync(join(directory, lockName));
  return reasonOf(directory, [
    ...(isPackage ? [] : ([[process.cwd(), "the working directory"]] as const)),
    ...inputs,
  ]);
};

const reasonOf = (
  directory: string,
  kept: PackageLocation["inputs"],
): string | undefined => {
  for (const [path, name] of kept) {
    const real = realPath(path);
    if (real === directory) return `is ${name}`;
    if (real.startsWith(directory + sep)) return `contains ${name}`;
  }
  return undefined;
};

/** With links resolved, also when the last segments do not exist yet. */
export const realPath = (path: string): string => {
  try {
    return realpathSync.native(path);
  } catch {
    const parent = dirname(path);
    return parent === path ? path : join(realPath(parent), basename(path));
  }
};
