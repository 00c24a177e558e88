/**
 * Files that a command is about, as paths below the packages that they are in.
 */
import { relative, resolve, sep } from "node:path";
import type { Target } from "./targets.js";
import { UsageError } from "./usage-error.js";

/**
 * @param paths as given: from `cwd`; a region has `#` and its name behind the page's path
 * @returns for each target with one of them, in its order, their paths below it
 * @throws UsageError for a file that is in no package
 */
export const requestedPaths = (
  paths: readonly string[],
  targets: readonly Target[],
  cwd: string,
): ReadonlyMap<Target, ReadonlySet<string>> => {
  const found = new Map<Target, Set<string>>();
  for (const path of paths) {
    const target = targets.find(({ output }) =>
      isInside(belowOf(output, path, cwd)),
    );
    if (!target) {
      const [example] = targets.map(({ output }) =>
        relative(cwd, resolve(output, path)).replaceAll(sep, "/"),
      );
      throw new UsageError(
        `${path} is in none of the packages; name it from here${example === undefined ? "" : `, such as ${example}`}`,
      );
    }
    const set = found.get(target) ?? new Set();
    found.set(target, set.add(belowOf(target.output, path, cwd)));
  }
  return found;
};

const belowOf = (output: string, path: string, cwd: string): string =>
  relative(output, resolve(cwd, path)).replaceAll(sep, "/");

const isInside = (below: string): boolean =>
  below !== "" && !/^(?:\.\.(?:\/|$)|\/|[a-z]:)/i.test(below);
