/**
 * What a plan means to someone who expected no change: which files drifted, and why. The same files
 * give the same answer on every machine.
 */
import type { Lock } from "./lock/lock.js";
import type { Plan } from "./plan/plan.js";
import type { PlannedFile } from "./plan/planned-file.js";

/** A file that is not what `generate` would leave. */
export interface Drift {
  /** Below the package's directory. */
  readonly path: string;
  readonly kind: "missing" | "outdated" | "merged" | "obsolete" | "blocked";
  /** `is missing`, `is not what is generated: out of date, or changed by hand`. */
  readonly message: string;
  /** The path relative to the working directory. */
  readonly file?: string;
  /** What `generate` would change, as a unified diff; only where it was asked for. */
  readonly diff?: string;
}

/** @param previous the lock on disk; undefined when there is none */
export const findDrift = (
  { files, lock }: Pick<Plan, "files" | "lock">,
  previous: Lock | undefined,
): readonly Drift[] => {
  const cause =
    previous && previous.version !== lock.version
      ? `sdkwright changed (${previous.version} -> ${lock.version})`
      : undefined;
  const because = cause === undefined ? "" : `: ${cause}`;
  const messages = {
    missing: "is missing",
    outdated: `is not what is generated: ${cause ?? "out of date, or changed by hand"}`,
    merged: `is out of date, beside your change${because}`,
    obsolete: `is no longer generated${because}`,
  };
  return files.flatMap((file): Drift | [] => {
    const { kind, path } = file;
    switch (kind) {
      case "missing":
      case "outdated":
      case "merged":
      case "obsolete":
        return { path, kind, message: messageOf(file, messages[kind]) };
      case "blocked":
        // Not known to have drifted: that it could not be read is an error by itself.
        if (file.obstacle === "unreadable") return [];
        return { path, kind, message: `is in the way: it is ${file.obstacle}` };
      default:
        return [];
    }
  });
};

/** Nobody changes these by hand. */
const messageOf = ({ path }: PlannedFile, message: string): string =>
  /^(?:sdkwright\.lock|package\.json|readme\.md)$/i.test(path)
    ? message.replace(
        "is not what is generated: out of date, or changed by hand",
        "is out of date",
      )
    : message;
