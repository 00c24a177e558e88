/**
 * A report for tools that read commits (semantic-release, release-please) or files of `.changeset/`.
 */
import type { ChangeReport, ReportedChange } from "../report.js";
import { changelogSections } from "./changelog.js";

const longest = 72;

/** One line: `feat!: pets.get no longer takes expand`. */
export const printTitle = (report: ChangeReport): string => {
  const [first, ...others] = report.changes.filter(
    (change) => change.class === report.class,
  );
  const type = typeOf(report);
  if (!first || report.class === "none")
    return `${type}: what callers see stays the same`;
  const rest = others.length === 0 ? "" : ` and ${others.length} more`;
  const room = longest - type.length - 2 - rest.length;
  return `${type}: ${shortened(firstClause(first), room)}${rest}`;
};

/** The title, what changes, and a footer for each break. */
export const printConventional = (report: ChangeReport): string => {
  const breaks = report.changes.filter((one) => one.class === "breaking");
  const body = report.changes
    .filter((one) => one.class === "feature" || one.class === "fix")
    .map((one) => `- ${sentenceOf(one)}`);
  return [
    printTitle(report),
    ...(body.length === 0 ? [] : ["", ...body]),
    ...(breaks.length === 0 ? [] : [""]),
    ...breaks.map((one) =>
      [
        `BREAKING CHANGE: ${sentenceOf(one)}.`,
        ...(one.migration === undefined ? [] : [oneLine(one.migration)]),
      ].join(" "),
    ),
  ].join("\n");
};

/** A file of `.changeset/`; empty where no release is needed. */
export const printChangeset = (report: ChangeReport): string => {
  const level = report.bump?.level ?? "none";
  // A version that is due already asks for no other file.
  return level === "none" || report.class === "none"
    ? ""
    : [
        "---",
        `${JSON.stringify(report.package ?? "")}: ${level}`,
        "---",
        "",
        changelogSections(report),
        "",
      ].join("\n");
};

const typeOf = (report: ChangeReport): string => {
  switch (report.class) {
    case "breaking":
      return "feat!";
    case "feature":
      return "feat";
    case "fix":
      return "fix";
    case "none":
    case null:
      return "docs";
  }
};

const sentenceOf = ({ subject, phrase }: ReportedChange): string =>
  oneLine(
    `${subject.replace(/^client\.(?=.)/, "")} ${phrase.replaceAll("`", "")}`,
  );

/** Without what explains it. */
const firstClause = (change: ReportedChange): string =>
  sentenceOf({ ...change, phrase: change.phrase.replace(/; .*$/s, "") });

/** A line of the document's would be a footer of its own. */
const oneLine = (text: string): string =>
  text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").trim();

const shortened = (text: string, room: number): string =>
  text.length <= room ? text : `${text.slice(0, Math.max(0, room - 1))}…`;
