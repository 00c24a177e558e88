/**
 * What callers do to go from one major version to the next, for `docs/migration.md`.
 */
import { parseVersion } from "../../change/versions.js";
import type { ChangeReport, ReportedChange } from "../report.js";
import { commentCode, commentSentence } from "./comment-text.js";

const groups = ["Rename", "Pass", "Handle", "Do without"] as const;

type Group = (typeof groups)[number];

/** Empty where nothing breaks. */
export const printMigration = (report: ChangeReport): string => {
  const breaks = report.changes.filter(
    ({ class: found, alias }) => found === "breaking" || alias !== null,
  );
  if (!report.changes.some((one) => one.class === "breaking")) return "";
  return [
    headingOf(report),
    ...groups.flatMap((group) => {
      const some = breaks.filter((change) => groupOf(change) === group);
      return some.length === 0
        ? []
        : ["", `### ${group}`, ...some.flatMap(entryOf)];
    }),
  ].join("\n");
};

/** `## From 1.x to 2.0` */
const headingOf = ({ bump }: ChangeReport): string => {
  const [before, after] = [bump?.current, bump?.next].map((version) =>
    parseVersion(version ?? ""),
  );
  if (!before || !after) return "## To the next major version";
  const from = before.major > 0 ? `${before.major}.x` : `0.${before.minor}.x`;
  return `## From ${from} to ${after.major}.${after.minor}`;
};

const groupOf = ({ kind, position }: ReportedChange): Group => {
  if (kind.endsWith("-renamed")) return "Rename";
  if (kind.endsWith("-removed") && position !== "output") return "Do without";
  return position === "output" || /^(?:result|error|paging)-/.test(kind)
    ? "Handle"
    : "Pass";
};

const entryOf = (change: ReportedChange): readonly string[] => {
  const { subject, phrase, migration, calls, old, new: now } = change;
  const before = calls?.before ?? old;
  const after = calls?.after ?? now;
  const sides =
    before === undefined || after === undefined
      ? []
      : [`  Before: ${commentCode(before)}. After: ${commentCode(after)}.`];
  const text = `- ${commentCode(subject)} ${commentSentence(phrase)}.`;
  return [
    migration === undefined ? text : `${text} ${commentSentence(migration)}`,
    ...sides,
  ];
};
