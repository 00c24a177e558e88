/**
 * `diff --format`: the report for other programs than a terminal.
 */
import { Option } from "commander";
import { printChangelog } from "../diff/formats/changelog.js";
import {
  printChangeset,
  printConventional,
  printTitle,
} from "../diff/formats/commits.js";
import { printAnnotations } from "../diff/formats/github.js";
import { printMarkdown } from "../diff/formats/markdown.js";
import { printMigration } from "../diff/formats/migration.js";
import type { ChangeReport, DiffReport } from "../index.js";
import type { Extras } from "./command.js";

const formats = {
  markdown: (report: ChangeReport) => printMarkdown(report, linkOnGithub),
  github: printAnnotations,
  title: printTitle,
  changelog: printChangelog,
  changeset: printChangeset,
  migration: printMigration,
  conventional: printConventional,
} as const;

export type DiffFormat = keyof typeof formats;

export const formatOption = new Option(
  "--format <format>",
  "print it for a comment, annotations, a commit, a changelog",
).choices(Object.keys(formats));

export const summaryOption = new Option(
  "--summary",
  "add the Markdown to the summary of a job of GitHub Actions",
);

/** One text for each SDK that could be compared. */
export const formatReport = (report: DiffReport, format: DiffFormat): string =>
  report.sdks
    .filter(({ bump }) => bump !== null)
    .map((sdk) => formats[format](sdk))
    .join("\n\n");

/** What goes into the summary that GitHub shows of a job; nothing elsewhere. */
export const jobSummary = (report: DiffReport): Extras => {
  const { GITHUB_STEP_SUMMARY } = process.env;
  return GITHUB_STEP_SUMMARY
    ? {
        files: [
          {
            path: GITHUB_STEP_SUMMARY,
            text: `${formatReport(report, "markdown")}\n`,
            isAppended: true,
          },
        ],
      }
    : {};
};

/** The page of a file that the workflow runs for; undefined outside of GitHub Actions. */
const linkOnGithub = (file: string, line: number): string | undefined => {
  const { GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_SHA } = process.env;
  if (!GITHUB_SERVER_URL || !GITHUB_REPOSITORY || !GITHUB_SHA) return undefined;
  if (/^(?:[a-z]+:|\.\.|\/)/i.test(file)) return undefined;
  const path = file
    .split(/[\\/]/)
    .map((part) => encodeURIComponent(part).replace(/[()]/g, escape))
    .join("/");
  return `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/blob/${GITHUB_SHA}/${path}#L${line}`;
};

/** What would end the address in Markdown. */
const escape = (character: string): string =>
  `%${character.charCodeAt(0).toString(16)}`;
