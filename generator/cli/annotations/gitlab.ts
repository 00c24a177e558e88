/**
 * Annotations as a Code Quality report, which GitLab takes as an artifact of a job.
 */
import { createHash } from "node:crypto";
import type { Annotation } from "./annotations.js";
import { below } from "./github.js";

const severities = {
  error: "major",
  warning: "minor",
  notice: "info",
} as const;

/** @param root of the repository; what has no place in a file of it is said of the root itself */
export const printForGitlab = (
  annotations: readonly Annotation[],
  root: string,
): string => {
  const counts = new Map<string, number>();
  const issues = annotations.map(({ level, code, message, file, line }) => {
    const path = (file === undefined ? undefined : below(root, file)) ?? ".";
    // Without the line: the same problem stays the same when lines are added above it.
    const key = JSON.stringify([code, path, message]);
    const count = counts.get(key) ?? 0;
    counts.set(key, count + 1);
    return {
      description: message.replaceAll("\n", " "),
      check_name: code,
      fingerprint: createHash("sha256").update(`${key}${count}`).digest("hex"),
      severity: severities[level],
      location: { path, lines: { begin: line } },
    };
  });
  return `${JSON.stringify(issues, undefined, 2)}\n`;
};
