/**
 * Carries a plan out, when every new text is on disk: moves them over the old ones, the lock file
 * last. A run that fails has changed nothing; one that is killed leaves each file old or new, and the
 * next run finishes.
 */
import type { Diagnostics } from "../diagnostics/diagnostics.js";
import { Moves } from "./moves.js";
import { reportObstacles } from "./obstacles.js";
import { baseFolder, lockName } from "./package-path.js";
import type { Plan } from "./plan/plan.js";
import type { PlannedFile } from "./plan/planned-file.js";
import type { Staging, WriteFailure } from "./staging.js";
import { systemReason } from "../diagnostics/system-reasons.js";

export interface ApplyResult {
  readonly written: readonly string[];
  readonly removed: readonly string[];
  readonly unchanged: number;
}

export interface ApplyOptions {
  /** Where the new texts are; absent when nothing is to be written, only to be reported. */
  readonly staging: Staging | undefined;
  /** Write nothing when there is a warning. */
  readonly strict: boolean;
  /** A path of the package as shown in messages. */
  readonly displayPath: (path: string) => string;
  /** Called when every text is staged, before the first is moved; what fails here stops that. */
  readonly beforeMoves?: () => WriteFailure | undefined;
}

/** Writes what changed; undefined when something was reported and nothing was written. */
export const applyPlan = (
  plan: Pick<Plan, "files" | "problems">,
  options: ApplyOptions,
  diagnostics: Diagnostics,
): ApplyResult | undefined => {
  const { files } = plan;
  const { staging, strict, displayPath, beforeMoves } = options;
  reportObstacles(plan, displayPath, diagnostics);
  if (diagnostics.hasErrors || (strict && diagnostics.warningCount > 0))
    return undefined;
  const pathsOf = (...kinds: readonly PlannedFile["kind"][]) =>
    files.filter(({ kind }) => kinds.includes(kind)).map(({ path }) => path);
  const written = pathsOf("missing", "outdated", "merged");
  const removed = pathsOf("obsolete");
  const isWork = written.length + removed.length > 0;
  const failure =
    staging?.failure ??
    (isWork ? beforeMoves?.() : undefined) ??
    apply(written, removed, staging) ??
    staging?.close();
  if (failure) {
    const code = failure.isHalf ? "output-half-written" : "output-unwritable";
    const reason = systemReason(failure.error);
    const path = displayPath(failure.path);
    diagnostics.report(code, { path, reason });
    return undefined;
  }
  return { written, removed, unchanged: pathsOf("unchanged").length };
};

/** What went wrong, or undefined when all is done. */
const apply = (
  written: readonly string[],
  removed: readonly string[],
  staging: Staging | undefined,
): WriteFailure | undefined => {
  if (!staging || written.length + removed.length === 0) return undefined;
  let path = "";
  let moves: Moves | undefined;
  try {
    moves = new Moves(staging);
    const moved = written.filter((file) => file !== lockName);
    for (path of written) moves.makeParentOf(path);
    for (path of moved.filter((file) => !isBase(file))) moves.move(path);
    // Later than its file: with the new base, the old text would look like a change by hand.
    for (path of moved.filter(isBase)) moves.move(path);
    for (path of removed) moves.remove(path);
    if (written.includes(lockName)) moves.move((path = lockName));
    return undefined;
  } catch (error) {
    return { path, error, isHalf: moves?.undo() !== undefined };
  }
};

const isBase = (path: string): boolean => path.startsWith(baseFolder);
