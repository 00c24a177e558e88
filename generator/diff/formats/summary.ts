/**
 * The last line of a report, which `generate` and `check` print too.
 */
import type { ChangeReport } from "../report.js";

/** `2 breaking, 3 features, 0 fixes: 1.4.2 -> 2.0.0 (major)` */
export const summaryLine = ({
  counts,
  bump,
  changes,
  generator,
}: ChangeReport): string => {
  if (!bump) return "not compared";
  if (changes.length === 0) return "nothing changes for callers";
  const { breaking, feature, fix, approved } = counts;
  const parts = [
    `${breaking} breaking`,
    counted(feature, "feature"),
    counted(fix, "fix", "fixes"),
    ...(approved > 0 ? [`${approved} approved`] : []),
    // The document is the same: somebody else has to look.
    ...(generator === null ? [] : [`by sdkwright ${generator}`]),
  ].join(", ");
  const { level, current, next } = bump;
  const step =
    level === "none"
      ? "no release needed"
      : current === undefined
        ? level
        : `${current} -> ${next ?? ""} (${level})`;
  return `${parts}: ${step}`;
};

export const counted = (
  number: number,
  noun: string,
  nouns = `${noun}s`,
): string => `${number} ${number === 1 ? noun : nouns}`;
