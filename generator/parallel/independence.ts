/**
 * Which targets may run side by side, and which of them in another thread.
 */
import { statSync } from "node:fs";
import { sep } from "node:path";
import { filesOf } from "../config/past-target.js";
import { isDecidedByFiles } from "../config/target-options.js";
import type { Target } from "../config/targets.js";
import { realPath } from "../write/guard.js";

/** False where one run reads or writes what another one writes: through a link, or a document in a package. */
export const areIndependent = (targets: readonly Target[]): boolean => {
  const outputs = targets.map(({ output }) => realPath(output));
  return targets.every((target, index) => {
    const paths = [target.output, ...(filesOf(target) ?? [])].map(realPath);
    return outputs.every(
      (output, other) =>
        other === index || !paths.some((path) => isWithin(path, output)),
    );
  });
};

const isWithin = (path: string, directory: string): boolean =>
  path === directory || path.startsWith(directory + sep);

/**
 * False of what a thread cannot be given: a function, which may share its state with those of other
 * targets. What is requested may depend on what the config has set up in its own thread.
 */
export const isPortable = (target: Target): boolean =>
  filesOf(target) !== undefined && isDecidedByFiles(target);

/** In bytes, without what the documents refer to: enough to tell a long run from a short one. */
export const sizeOf = (target: Target): number => {
  const { configFile } = target;
  const files = filesOf(target)?.filter((file) => file !== configFile) ?? [];
  return files
    .map((file) => statSync(file, { throwIfNoEntry: false })?.size ?? 0)
    .reduce((sum, size) => sum + size, 0);
};
