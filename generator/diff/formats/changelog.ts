/**
 * The entries of a changelog, in the words of callers, below the headings of Keep a Changelog.
 */
import type { ChangeReport, ReportedChange } from "../report.js";
import { commentCode, commentSentence } from "./comment-text.js";

const headings = [
  "Changed",
  "Added",
  "Deprecated",
  "Removed",
  "Fixed",
] as const;

type Heading = (typeof headings)[number];

/** What `## [Unreleased]` has; empty where nothing changes for callers. */
export const changelogSections = ({ changes }: ChangeReport): string => {
  const entries = changes.flatMap((change) => {
    const heading = headingOf(change);
    return heading ? [{ heading, text: entryOf(change) }] : [];
  });
  return headings
    .flatMap((heading) => {
      const lines = entries
        .filter((entry) => entry.heading === heading)
        .map(({ text }) => `- ${text}`);
      return lines.length === 0 ? [] : [`### ${heading}`, ...lines];
    })
    .join("\n");
};

export const printChangelog = (report: ChangeReport): string => {
  const sections = changelogSections(report);
  return sections === "" ? "## [Unreleased]" : `## [Unreleased]\n\n${sections}`;
};

/** Undefined of what no caller can tell. */
const headingOf = ({
  kind,
  class: found,
  alias,
  approval,
}: ReportedChange): Heading | undefined => {
  if (approval?.corrected) return "Fixed";
  switch (found) {
    case "none":
      return undefined;
    case "fix":
      return "Fixed";
    case "breaking":
      return kind.endsWith("-removed") && isWhole(kind) ? "Removed" : "Changed";
    case "feature":
      if (alias || kind.endsWith("-deprecated")) return "Deprecated";
      return kind.endsWith("-added") ? "Added" : "Changed";
  }
};

/** True of what goes altogether: what an operation no longer takes is a change of the operation. */
const isWhole = (kind: ReportedChange["kind"]): boolean =>
  /^(?:operation|model|webhook|export|credential)-/.test(kind);

const entryOf = (change: ReportedChange): string => {
  const { subject, phrase, migration, class: found, approval } = change;
  const isBreaking = found === "breaking" && !approval?.corrected;
  const called =
    /^client\.[^\s(]+$/.test(subject) && change.operations.length > 0
      ? `${subject}()`
      : subject;
  return [
    `${isBreaking ? "**Breaking:** " : ""}${commentCode(called)} ${commentSentence(phrase)}.`,
    ...(isBreaking && migration !== undefined
      ? [commentSentence(migration)]
      : []),
  ].join(" ");
};
